/** Makes domain values from text that a test writes by hand; a typing error in a test fails at once. */
import { parseTanggal, type Tanggal } from '#domain/waktu/tanggal.ts';
import { parseWaktu, type Waktu } from '#domain/waktu/waktu.ts';

export function tgl(teks: string): Tanggal {
  const hasil = parseTanggal(teks);
  if (hasil === undefined) throw new Error(`bad date in a test: ${teks}`);
  return hasil;
}

export function wkt(teks: string): Waktu {
  const hasil = parseWaktu(teks);
  if (hasil === undefined) throw new Error(`bad time in a test: ${teks}`);
  return hasil;
}

export function kode(temuan: readonly { readonly kode: string }[]): string[] {
  return temuan.map((satu) => satu.kode).sort();
}
