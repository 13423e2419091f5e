/** Names the rows of an extract whose NIK is none, as Excel leaves them: they are kept, but only their other fields find them. */
import type { Mesin } from '../db/mesin.ts';
import { teksAngka } from '../hasil/baris.ts';
import type { BerkasDibuka } from './baca-sql.ts';
import { NIK_CACAT } from './kolom-sql.ts';

/** So many rows are named; the rest is counted. */
const DISEBUT = 10;

/** One sentence for each file that has such rows, without the numbers themselves. */
export async function kalimatNikCacat(mesin: Mesin, berkas: readonly BerkasDibuka[]): Promise<string[]> {
  // Rows have numbers only in the order of the file, which nothing else of a load needs.
  await mesin.jalankan('SET preserve_insertion_order = true');
  const semua: string[] = [];
  for (const satu of berkas) semua.push(...(await kalimat(mesin, satu)));
  await mesin.jalankan('SET preserve_insertion_order = false');
  return semua;
}

async function kalimat({ baca }: Mesin, { nama, lagi, kolom, csv }: BerkasDibuka): Promise<string[]> {
  const [temuan = {}] = await baca(`
    SELECT count(*) AS banyak, count(*) FILTER (regexp_matches(nik, '[0-9.,][eE][+-]?[0-9]')) AS ilmiah, min(nomor, ${DISEBUT}) AS nomor
    FROM (SELECT nik, row_number() OVER () AS nomor FROM ${lagi}) WHERE ${NIK_CACAT}`);
  const [banyak, ilmiah] = [Number(temuan['banyak']), Number(temuan['ilmiah'])];
  if (banyak === 0) return [];
  const awal = csv ? csv.dataLine - 1 : 0;
  const baris = (temuan['nomor'] as readonly bigint[]).map((nomor) => awal + Number(nomor));
  const lebih = banyak > baris.length ? ` dan ${teksAngka(banyak - baris.length)} baris lain` : '';
  const excel = ilmiah > 0 ? `; ${teksAngka(ilmiah)} rusak oleh Excel (ada huruf E)` : '';
  return [
    `${nama} baris ${baris.join(', ')}${lebih}, kolom "${kolom.nik}": bukan NIK 16 angka${excel}. ` +
      'Orangnya hanya dapat ditemukan lewat isian lain; perbaiki dari sumber aslinya, lalu ulangi.',
  ];
}
