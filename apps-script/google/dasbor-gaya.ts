/** How the tab `Dasbor` looks: colours, number formats, and cells of each kind. */
import type { Bentuk } from '#usecase/laporan/ukuran.ts';

export type Sel = GoogleAppsScript.Sheets.Schema.CellData;
type Format = GoogleAppsScript.Sheets.Schema.CellFormat;

const warna = (hex: string) => {
  const bagian = (dari: number) => Number.parseInt(hex.slice(dari, dari + 2), 16) / 255;
  return { red: bagian(0), green: bagian(2), blue: bagian(4) };
};

/** Outcomes and ages keep one colour wherever they are drawn. */
export const WARNA = {
  berhasil: warna('2f8f5b'),
  tidakBerhasil: warna('cf4a5a'),
  tidakLolos: warna('e0a030'),
  gugur: warna('8a94a6'),
  berjalan: warna('3b7dae'),
  umurBaru: warna('9cc9a8'),
  umurSedang: warna('e9b949'),
  umurLama: warna('cf4a5a'),
  kirim: warna('3b7dae'),
  rupiah: warna('7a5ba6'),
} as const;

const HIJAU_TUA = warna('0f5729');
const HIJAU_PUCAT = warna('eaf4ed');
const PUTIH = warna('ffffff');
const ABU = warna('5f6368');
const GARIS = { style: 'SOLID', color: warna('dadce0') };

const FORMAT_ANGKA: Record<Exclude<Bentuk, 'teks' | 'batang'>, { type: string; pattern: string }> = {
  banyak: { type: 'NUMBER', pattern: '#,##0' },
  persen: { type: 'PERCENT', pattern: '0%' },
  hari: { type: 'NUMBER', pattern: '#,##0.0' },
  rupiah: { type: 'CURRENCY', pattern: '"Rp"#,##0' },
};

const TEKS = { type: 'TEXT', pattern: '@' };

const teks = (isi: string, format: Format = {}): Sel => ({
  ...(isi === '' ? {} : { userEnteredValue: { stringValue: isi } }),
  userEnteredFormat: { numberFormat: TEKS, verticalAlignment: 'MIDDLE', ...format },
});

const KOTAK_BATANG = 8;

/** Blocks, filled to the share. */
const batang = (bagian: number): string => {
  const penuh = Math.round(bagian * KOTAK_BATANG);
  return '█'.repeat(penuh) + '░'.repeat(KOTAK_BATANG - penuh);
};

const warnaBagian = (bagian: number) =>
  bagian >= 0.8 ? WARNA.berhasil : bagian >= 0.5 ? WARNA.tidakLolos : WARNA.tidakBerhasil;

/** A cell of a table; empty where there is nothing to say. `tebal`: of a row of sums. */
export function selNilai(nilai: number | undefined, bentuk: Bentuk, tebal = false): Sel {
  const latar = tebal ? { backgroundColor: HIJAU_PUCAT } : {};
  const dasar: Format = { verticalAlignment: 'MIDDLE', borders: { bottom: GARIS }, ...latar };
  if (bentuk === 'teks') return teks(nilai === undefined ? '' : String(nilai), dasar);
  if (bentuk === 'batang') {
    const foregroundColor = warnaBagian(nilai ?? 0);
    return teks(nilai === undefined ? '' : batang(nilai), { ...dasar, textFormat: { foregroundColor, fontSize: 9 } });
  }
  return {
    ...(nilai === undefined ? {} : { userEnteredValue: { numberValue: nilai } }),
    userEnteredFormat: {
      ...dasar,
      numberFormat: FORMAT_ANGKA[bentuk],
      horizontalAlignment: 'RIGHT',
      textFormat: { bold: tebal },
    },
  };
}

export const selNama = (isi: string, tebal = false): Sel =>
  teks(isi, {
    borders: { bottom: GARIS },
    textFormat: { bold: tebal },
    ...(tebal ? { backgroundColor: HIJAU_PUCAT } : {}),
  });

export const selKepala = (isi: string, arti: string, kanan: boolean): Sel => ({
  ...teks(isi, {
    backgroundColor: HIJAU_PUCAT,
    wrapStrategy: 'WRAP',
    horizontalAlignment: kanan ? 'RIGHT' : 'LEFT',
    textFormat: { bold: true, foregroundColor: HIJAU_TUA },
    borders: { bottom: { style: 'SOLID_MEDIUM', color: HIJAU_TUA } },
  }),
  ...(arti === '' ? {} : { note: arti }),
});

export const selJudul = (isi: string): Sel =>
  teks(isi, { textFormat: { bold: true, fontSize: 13, foregroundColor: HIJAU_TUA } });

export const selSpanduk = (isi: string, fontSize = 10): Sel =>
  teks(isi, { backgroundColor: HIJAU_TUA, textFormat: { bold: true, fontSize, foregroundColor: PUTIH } });

export const selKeterangan = (isi: string): Sel =>
  teks(isi, { backgroundColor: HIJAU_PUCAT, textFormat: { foregroundColor: warna('3c4043') } });

export const selKosong = (isi: string): Sel => teks(isi, { textFormat: { fontSize: 12, foregroundColor: ABU } });
