/** Kota Bogor with proposals at BPJS, and feedback files about them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hurufKolom } from '#domain/format/sel.ts';
import { writeXlsx } from '../../../cli/berkas/xlsx.ts';
import { closeBatch, eligible } from '../../support/batch-officers.ts';
import type { Office, Row } from '../../support/office.ts';
import { temporary } from './pbi.ts';

/** Proposals of these citizens all the way to BPJS: decided, in a closed batch, sent by Dinkes. @returns their rows */
export async function sentCases(office: Office, ...numbers: number[]): Promise<Row[]> {
  const tickets = await eligible(office, ...numbers);
  await closeBatch(office);
  await office.tick();
  const { dinkes = '' } = office.files.spreadsheets;
  const [first = {}] = office.tab('Batch', dinkes);
  const column = hurufKolom(Object.keys(first).indexOf('dikirim'));
  await office.editFile(dinkes, `'Batch'!${column}2`, [['sudah']], office.person('pembiayaan.dinkes'));
  await office.tick();
  return tickets.map((tiket) => office.case(tiket));
}

/** A row of the file as the branch writes it. */
export interface Jawaban {
  readonly NIK?: string;
  readonly 'No Kartu'?: string;
  readonly 'Nama Peserta'?: string;
  readonly 'Tanggal Lahir'?: string;
  readonly 'No HP'?: string;
  readonly Status: string;
  readonly Keterangan?: string;
  readonly 'TMT Aktif'?: string;
  readonly 'Tgl Proses'?: string;
}

const JUDUL = [
  'No',
  'NIK',
  'No Kartu',
  'Nama Peserta',
  'Tanggal Lahir',
  'No HP',
  'Status',
  'Keterangan',
  'TMT Aktif',
  'Tgl Proses',
];

/** Letterhead, headings, rows, signature: written into a new folder. @returns its path; the n-th row stands in row n + 4 */
export async function feedback(rows: readonly Jawaban[], nama = 'umpan balik.xlsx'): Promise<string> {
  const path = join(temporary(), nama);
  const isi = rows.map((row, i) =>
    JUDUL.map((kolom) => (kolom === 'No' ? String(i + 1) : (row[kolom as keyof Jawaban] ?? ''))),
  );
  const baris = [['BPJS KESEHATAN CABANG BOGOR'], [], JUDUL, ...isi, [], ['', '', '', 'Kepala Bidang']];
  writeFileSync(path, await writeXlsx([{ nama: 'Hasil', baris, lebar: JUDUL.map(() => 16) }]));
  return path;
}

/** Row in the sheet, from 1, of the n-th answer, n from 0. */
export const rowOf = (n: number): number => n + 4;

export const sukses = (nik: string, ubah: Partial<Jawaban> = {}): Jawaban => ({
  NIK: nik,
  Status: 'Berhasil',
  'TMT Aktif': '01/12/2026',
  'Tgl Proses': '27/11/2026',
  ...ubah,
});

export const gagal = (nik: string, keterangan: string, ubah: Partial<Jawaban> = {}): Jawaban => ({
  NIK: nik,
  Status: 'GAGAL',
  Keterangan: keterangan,
  'Tgl Proses': '27/11/2026',
  ...ubah,
});
