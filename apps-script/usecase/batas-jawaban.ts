/** What an answer of BPJS can say of one case: when cover begins, and when the answer was given. */
import { type BatasTmt, batasTmt } from '#domain/hasil/tmt-harapan.ts';
import type { Kasus } from '#domain/kolom/kasus.ts';
import { gagal, ok, type Result } from '#domain/result.ts';
import { isBulanan } from '#domain/usulan/rute.ts';
import { parseTanggal } from '#domain/waktu/tanggal.ts';
import { awalHari, parseWaktu, tanggalWaktu, type Waktu } from '#domain/waktu/waktu.ts';

/** What was brought in on paper may have been sent before it came into the register; it counts by its month. */
export function batasKasus(
  { rute, sumber, dibuat }: Pick<Kasus, 'rute' | 'sumber' | 'dibuat'>,
  kini: Waktu,
): BatasTmt | undefined {
  const masuk = parseWaktu(dibuat);
  return masuk && batasTmt(tanggalWaktu(masuk), tanggalWaktu(kini), !isBulanan(rute) || sumber === 'MANUAL');
}

/**
 * When an answer counts as given. Of one that names only its day the hour is not known: then it was not before the proposal
 * was sent, and nothing of that day is older.
 * @param teks the day or the instant; empty for an answer that is given now
 */
export function waktuJawaban(
  teks: string,
  { diusulkan_pada: dikirim }: Pick<Kasus, 'diusulkan_pada'>,
  kini: Waktu,
): Result<Waktu, string> {
  if (teks === '') return ok(kini);
  const tanggal = parseTanggal(teks);
  const waktu = tanggal ? awalHari(tanggal) : parseWaktu(teks);
  if (!waktu) return gagal('Tanggal jawaban bukan tanggal yang sah.');
  if (waktu > kini) return gagal('Tanggal jawaban belum terjadi.');
  const kirim = tanggal ? parseWaktu(dikirim) : undefined;
  return ok(kirim && kirim > waktu && tanggalWaktu(kirim) === tanggal ? kirim : waktu);
}
