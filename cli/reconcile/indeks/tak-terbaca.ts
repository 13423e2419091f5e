/** Says what cannot be read in an extract. Rows whose NIK is none are kept, but only their other fields find them. */
import { JUDUL_ORANG } from '#domain/cocok/orang.ts';
import type { Mesin } from '../db/mesin.ts';
import { teksAngka } from '../hasil/baris.ts';
import { KOLOM_RUSAK } from '../pencocok/rusak.ts';
import type { BerkasDibuka } from './baca-sql.ts';
import { NIK_CACAT } from './kolom-sql.ts';
import type { IndeksBaru } from './susun.ts';

/** So many rows are named; the rest is counted. */
const DISEBUT = 10;

/** One NIK of ten ends in 0; of so many at least, when more than a half do, they were rounded. */
const CUKUP_BANYAK = 20;
const BAGIAN_BULAT = 0.5;

/** What is wrong with the NIKs and other fields of these files, in sentences without what is written there. */
export async function peringatanIsian(
  mesin: Mesin,
  { penduduk, tanpaNik, nikCacat, nikBulat, takTerbaca }: IndeksBaru,
  berkas: readonly BerkasDibuka[],
): Promise<string[]> {
  const cacat = [
    ...(nikCacat > 0 ? await kalimatNikCacat(mesin, berkas) : []),
    ...kalimatTakTerbaca(takTerbaca, berkas),
  ];
  const ada = penduduk - tanpaNik;
  if (ada < CUKUP_BANYAK || nikBulat <= ada * BAGIAN_BULAT) return cacat;
  const nama = berkas.map((satu) => satu.nama).join(', ');
  const kalimat = `${nama}: ${teksAngka(nikBulat)} dari ${teksAngka(ada)} NIK berakhir dengan 0; agaknya dibulatkan oleh Excel. Minta berkas aslinya dengan NIK sebagai teks.`;
  return [...cacat, kalimat];
}

function kalimatTakTerbaca(jumlah: IndeksBaru['takTerbaca'], berkas: readonly BerkasDibuka[]): string[] {
  const isi = KOLOM_RUSAK.flatMap((kolom) =>
    jumlah[kolom] > 0 ? [`${JUDUL_ORANG[kolom]} di ${teksAngka(jumlah[kolom])} baris`] : [],
  );
  if (isi.length === 0) return [];
  const nama = berkas.map((satu) => satu.nama).join(', ');
  return [
    `${nama}: tidak terbaca: ${isi.join(', ')}. Orangnya tetap dicari, tetapi hasilnya perlu dilihat orang. ` +
      'Periksa cara isian itu ditulis, misalnya tanggal 17-08-1990 dan No KK 16 angka, lalu muat ulang.',
  ];
}

async function kalimatNikCacat(mesin: Mesin, berkas: readonly BerkasDibuka[]): Promise<string[]> {
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
