/** Synthetic applicants at Bantul's counter: serial numbers from 9000 up, names that nobody bears. */
import { person } from './people.ts';

/** Fields of the counter form by name. */
export type ApplicantAnswers = Record<string, string | string[]>;

const IDENTITY = ['nik', 'no_kk', 'nama', 'tempat_lahir', 'tgl_lahir', 'jk', 'alamat', 'rt', 'rw', 'kalurahan', 'hp'];

/** What Bagian Pelayanan enters for the n-th applicant, who is the n-th person of `people.ts`. */
export function application(n: number, changes: ApplicantAnswers = {}): ApplicantAnswers {
  const identity = Object.entries(person(n)).filter(([field]) => IDENTITY.includes(field));
  return { kanal: 'datang', dokumen: ['kk'], hubkel: 'Peserta', ...Object.fromEntries(identity), ...changes };
}
