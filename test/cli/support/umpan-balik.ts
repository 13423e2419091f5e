/** Kota Bogor with proposals at BPJS, and feedback files about them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { writeXlsx } from '../../../cli/berkas/xlsx.ts';
import { SEMUA_CEK } from '../../support/checks.ts';
import { citizen, proposal } from '../../support/citizens.ts';
import type { Office, Row } from '../../support/office.ts';
import { temporary } from './pbi.ts';

export const BATCH = 'BGR-U 2026-11';

/** The n-th citizen's proposal all the way to BPJS. @returns its row */
export async function sentCase(office: Office, n: number): Promise<Row> {
  const officer = office.person('verifikator');
  const { tiket } = await office.sendCase('usulan', proposal(n), office.person('kelurahan.satu'));
  for (const [aksi, isi] of [
    ['PERIKSA', SEMUA_CEK],
    ['LOLOSKAN', {}],
    ['SERAHKAN', { batch: BATCH }],
    ['KIRIM_BPJS', {}],
  ] as const) {
    const done = await office.act(tiket, aksi, { isi }, officer);
    if (done.jenis !== 'selesai') throw new Error(`${aksi}: ${JSON.stringify(done)}`);
  }
  return office.case(tiket);
}

/** Adds the citizens `from` to `to` (excluded) as copies of a case, as if each had come the same way. */
export function copyCases(office: Office, template: Row, from: number, to: number): void {
  const { sheets, users } = office.workspace;
  const id = office.files.spreadsheets.register;
  const [tab] = sheets.get(users.owner, id, { ranges: ['Kasus!A1'], fields: 'sheets.properties.sheetId' }).sheets ?? [];
  const columns = Object.keys(template);
  const rows = Array.from({ length: to - from }, (_, i): sheets_v4.Schema$RowData => {
    const { nik, no_kk, nama, tgl_lahir, jk } = citizen(from + i);
    const tiket = `BGR-U-2026-${String(900_000 + from + i)}`;
    const own: Row = { ...template, nik, no_kk, nama: nama.toUpperCase(), tgl_lahir, jk, tiket };
    return { values: columns.map((column) => ({ userEnteredValue: { stringValue: own[column] ?? '' } })) };
  });
  const appendCells = { sheetId: tab?.properties?.sheetId ?? 0, rows, fields: 'userEnteredValue' };
  sheets.batchUpdate(users.owner, id, { requests: [{ appendCells }] });
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
