/** Synthetic applicants at the counter of Bantul (BTL-N): the people of the emergency form, asked by the counter's form. */
import type { CitizenAnswers } from './citizens.ts';
import { person } from './people.ts';

/** What the counter enters for the n-th applicant. */
export function application(n: number, changes: CitizenAnswers = {}): CitizenAnswers {
  const { nik = '', no_kk = '', nama = '', tempat_lahir = '', tgl_lahir = '', jk = '', alamat = '' } = person(n);
  return {
    kanal: 'datang',
    dokumen: ['kk', 'ktp', 'permohonan'],
    nik,
    no_kk,
    nama,
    hubkel: 'Peserta',
    tempat_lahir,
    tgl_lahir,
    jk,
    alamat,
    rt: '1',
    rw: '2',
    kalurahan: 'Trirenggo (Bantul)',
    hp: '081200000000',
    ...changes,
  };
}
