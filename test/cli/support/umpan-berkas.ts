/** Files of BPJS answers against a file of cases, and what `pbi rekonsiliasi` says of them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readCsv } from '../../../cli/berkas/csv.ts';
import { type Ended, pbi, temporary } from './pbi.ts';

export interface Person {
  readonly nik: string;
  readonly no_kk: string;
  readonly nama: string;
  readonly tgl_lahir: string;
  readonly jk: string;
  readonly no_kartu: string;
}

const NAMES = [
  'SITI AMINAH',
  'BUDI SANTOSO',
  'AGUS SALIM',
  'DEWI LESTARI',
  'JOKO SUSILO',
  'RINA MARLINA',
  'YUSUF HIDAYAT',
];
const two = (part: number): string => String(part).padStart(2, '0');

/** The n-th invented person: a name of two words, born on a day of their own, in a family of their own. */
export function person(n: number, ubah: Partial<Person> = {}): Person {
  const [hari, bulan, tahun] = [1 + (n % 28), 1 + (n % 12), 60 + (n % 30)];
  const seri = String(9000 + n);
  return {
    nik: `327101${two(hari)}${two(bulan)}${two(tahun)}${seri}`,
    no_kk: `327101010110${String(100_000 + n).slice(1)}9`,
    nama: `${NAMES[n % NAMES.length]} ${'ABCDEFGHIJKLMNOPRSTUWY'[n % 22]}${'AIUEO'[n % 5]}RMA${'NTLS'[n % 4]}I`,
    tgl_lahir: `19${tahun}-${two(bulan)}-${two(hari)}`,
    jk: 'L',
    no_kartu: `000123450${seri}`,
    ...ubah,
  };
}

export const REGISTER = [
  'tiket',
  'nik',
  'no_kk',
  'nama',
  'tgl_lahir',
  'jk',
  'kode_wilayah',
  'no_kartu',
  'rute',
  'status',
  'dijawab_pada',
];
export const FEEDBACK = [
  'nik',
  'no_kartu',
  'no_kk',
  'nama',
  'tgl_lahir',
  'jk',
  'hasil',
  'keterangan',
  'tmt',
  'tgl_proses',
];

export const csv = (
  folder: string,
  name: string,
  columns: readonly string[],
  rows: readonly Record<string, string>[],
): string => {
  const path = join(folder, name);
  writeFileSync(
    path,
    [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
      .map((row) => `${row.join(',')}\n`)
      .join(''),
  );
  return path;
};

export const ticket = (n: number): string => `BGR-U-2026-${String(n).padStart(6, '0')}`;
export const sent = (
  n: number,
  who: Person = person(n),
  ubah: Record<string, string> = {},
): Record<string, string> => ({
  ...{ tiket: ticket(n), ...who, kode_wilayah: '3271011001', rute: 'BGR-U', status: 'DIKIRIM_BPJS', ...ubah },
});
export const answer = (who: Partial<Person>, ubah: Record<string, string> = {}): Record<string, string> => ({
  ...{ ...who, hasil: 'Berhasil', tmt: '2026-12-01', tgl_proses: '2026-11-20', ...ubah },
});
export const failed = (who: Partial<Person>, keterangan: string): Record<string, string> =>
  answer(who, { hasil: 'Gagal', tmt: '', keterangan });

export interface Run extends Ended {
  readonly folder: string;
  /** Rows of the result by column. */
  readonly rows: Record<string, string>[];
  readonly report: { rows: number; kelas: Record<string, number>; seconds: number; peakMiB: number } & Record<
    string,
    unknown
  >;
}

export async function reconcile(
  register: readonly Record<string, string>[],
  feedback: readonly Record<string, string>[],
  ...more: string[]
): Promise<Run> {
  const folder = temporary();
  const result = join(folder, 'hasil.csv');
  const files = [
    csv(folder, 'umpan.csv', FEEDBACK, feedback),
    '--register',
    csv(folder, 'register.csv', REGISTER, register),
  ];
  const ended = await pbi('rekonsiliasi', ...files, '--keluaran', result, '--json', ...more);
  expect(ended.err).toBe('');
  const [header = [], ...rows] = readCsv(readFileSync(result)).map((row) => row.map(({ teks }) => teks));
  return {
    ...ended,
    folder,
    rows: rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? '']))),
    report: JSON.parse(ended.out),
  };
}

/** Everybody in the register whom no test is about. */
export const crowd = Array.from({ length: 300 }, (_, i) => sent(100 + i));
