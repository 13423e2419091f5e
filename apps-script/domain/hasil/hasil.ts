/** BPJS Kesehatan's three answers (BTL-D-08) and what each of them must come with. */
import { gagal, ok, type Result } from '../result.ts';
import type { Status } from '../usulan/status.ts';
import { parseTanggal, type Tanggal } from '../waktu/tanggal.ts';
import { type BatasTmt, salahTmt } from './tmt-harapan.ts';

export const HASIL_BPJS = ['berhasil', 'tidak berhasil', 'ditangguhkan'] as const;

export type HasilBpjs = (typeof HASIL_BPJS)[number];

const isHasil = (teks: string): teks is HasilBpjs => (HASIL_BPJS as readonly string[]).includes(teks);

export const STATUS_HASIL: Record<HasilBpjs, Status> = {
  berhasil: 'BERHASIL',
  'tidak berhasil': 'TIDAK_BERHASIL',
  ditangguhkan: 'DITANGGUHKAN',
};

/** An answer as it was typed. */
export interface JawabanMentah {
  hasil: string;
  keterangan: string;
  tmt: string;
}

export interface Jawaban {
  hasil: HasilBpjs;
  keterangan: string;
  tmt: Tanggal | '';
}

/**
 * @param batas the days that can be a first day of cover, where the case is known
 * @returns the answer, or every sentence about what is missing, for the person who typed it
 */
export function periksaJawaban(mentah: JawabanMentah, batas?: BatasTmt): Result<Jawaban, string[]> {
  const hasil = mentah.hasil.trim().toLowerCase();
  const keterangan = mentah.keterangan.trim();
  const tmt = mentah.tmt.trim() === '' ? '' : parseTanggal(mentah.tmt.trim());
  const salah: string[] = [];
  if (!isHasil(hasil)) salah.push('Pilih hasil dari daftar: berhasil, tidak berhasil, atau ditangguhkan.');
  if (tmt === undefined) salah.push('TMT bukan tanggal yang sah; tulis HH/BB/TTTT, misalnya 01/12/2026.');
  if (hasil === 'berhasil' && tmt === '') salah.push('Isi TMT (tanggal mulai aktif) untuk hasil berhasil.');
  if (hasil !== 'berhasil' && tmt) salah.push('TMT hanya diisi untuk hasil berhasil.');
  if (hasil === 'berhasil' && tmt && batas && salahTmt(tmt, batas) !== '') salah.push(salahTmt(tmt, batas));
  if ((hasil === 'tidak berhasil' || hasil === 'ditangguhkan') && keterangan === '') {
    salah.push(`Isi keterangan: mengapa ${hasil}.`);
  }
  if (!isHasil(hasil) || tmt === undefined || salah.length > 0) return gagal(salah);
  return ok({ hasil, keterangan, tmt });
}
