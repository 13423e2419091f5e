/**
 * Identity numbers must be text, down to the last row: a cell that is not loses digits with the next paste, and a number
 * of 16 digits has lost them already.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { hurufKolom } from '#domain/format/sel.ts';
import { TAB } from '#domain/kolom/tab.ts';
import { asking } from '../google/persist.ts';
import { quoted } from '../google/tab.ts';
import type { Bahan } from './bahan.ts';
import { LEWAT_PERBAIKI, pelapor, sebut, type Temuan } from './temuan.ts';

const { galat, baik } = pelapor('bentuk');
const data = pelapor('data');

/** By tab: columns that hold numbers that are names. */
const IDENTITAS: readonly string[] = [
  'nik',
  'nik_ibu',
  'no_kk',
  'no_kartu',
  'hp',
  'pic_hp',
  'kode_pos',
  'rt',
  'rw',
  'kode_wilayah',
];

interface Kolom {
  readonly tab: string;
  readonly id: string;
  readonly indeks: number;
}

const kolomIdentitas = ({ tab }: Bahan): Kolom[] =>
  TAB.flatMap(({ nama }) => {
    const tajuk = tab.get(nama)?.tajuk ?? [];
    return tajuk.flatMap((id, indeks) => (IDENTITAS.includes(id.trim()) ? [{ tab: nama, id, indeks }] : []));
  });

export async function periksaIdentitas(bahan: Bahan): Promise<Temuan[]> {
  const kolom = kolomIdentitas(bahan);
  const angka = selAngka(bahan, kolom);
  const biasa = await tanpaFormat(bahan, kolom);
  const temuan: Temuan[] = [];
  if (angka.length > 0) {
    const kalimat = `${angka.length} nomor tersimpan sebagai angka, bukan teks: ${sebut(angka)}. Nomor 16 angka sudah kehilangan angka belakangnya.`;
    const perbaikan =
      'Ketik lagi nomornya dari tanggapan formulir atau berkas asalnya (Panel kasus > Koreksi), setelah format kolomnya dipulihkan.';
    temuan.push(data.galat('IDENTITAS_ANGKA', kalimat, perbaikan));
  }
  for (const [tab, id] of biasa) {
    const kalimat = `Kolom ${sebut(id)} di tab ${tab} tidak berformat teks di semua baris: nomor yang diketik atau ditempel di sana rusak.`;
    temuan.push(galat('FORMAT_TEKS', kalimat, LEWAT_PERBAIKI, { bentuk: [tab] }));
  }
  if (temuan.length > 0) return temuan;
  return [baik('IDENTITAS', `${kolom.length} kolom nomor identitas berformat teks, tanpa satu pun sel angka.`)];
}

/** Cells with numbers in them, by their addresses. */
function selAngka({ tab }: Bahan, kolom: readonly Kolom[]): string[] {
  return kolom.flatMap(({ tab: nama, indeks }) =>
    (tab.get(nama)?.sel ?? []).flatMap((baris, i) =>
      typeof baris[indeks] === 'number' ? [`${nama}!${hurufKolom(indeks)}${i + 2}`] : [],
    ),
  );
}

const TEKS = 'TEXT';

/** Columns with a cell that is not formatted as text, by tab. */
async function tanpaFormat({ office, register, tab }: Bahan, kolom: readonly Kolom[]): Promise<Map<string, string[]>> {
  // Below the last row that anybody filled, the row under the header speaks for the rest.
  const ranges = kolom.map(({ tab: nama, indeks }) => {
    const huruf = hurufKolom(indeks);
    return `${quoted(nama)}!${huruf}2:${huruf}${Math.max(2, (tab.get(nama)?.sel.length ?? 0) + 1)}`;
  });
  const hasil = new Map<string, string[]>();
  if (ranges.length === 0) return hasil;
  const { sheets = [] } = await asking(
    (options) =>
      office.sheets.spreadsheets.get(
        {
          spreadsheetId: register,
          ranges,
          fields: 'sheets(properties(title),data(startColumn,rowData(values(userEnteredFormat(numberFormat(type))))))',
        },
        options,
      ),
    (jawab) => jawab.sheets !== undefined,
  );
  for (const { properties, data: bagian = [] } of sheets) {
    const nama = properties?.title ?? '';
    const tajuk = tab.get(nama)?.tajuk ?? [];
    const biasa = bagian.filter(adaBiasa).map(({ startColumn }) => tajuk[startColumn ?? 0] ?? '');
    if (biasa.length > 0) hasil.set(nama, [...new Set(biasa)]);
  }
  return hasil;
}

const adaBiasa = ({ rowData }: sheets_v4.Schema$GridData): boolean =>
  (rowData ?? []).some(({ values }) => values?.[0]?.userEnteredFormat?.numberFormat?.type !== TEKS);
