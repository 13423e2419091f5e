/** Files of Format 34/37 with invented people, as a kelurahan sends them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Format, type KunciKolom, kolomFormat } from '#domain/format/kolom.ts';
import { tulisBerkas } from '#domain/format/tulis.ts';
import { writeXlsx } from '../../../cli/berkas/xlsx.ts';
import { ORANG } from '../../domain/support/format.ts';
import { temporary } from './pbi.ts';

/** Code of the kelurahan Batu Tulis (Bogor Selatan), where everybody in these files lives. */
export const KELURAHAN = '3271011001';

export type Orang = Partial<Record<KunciKolom, string>>;

/** The n-th invented person, n from 1: another NIK, card and name each; without findings. */
export function orang(n: number, ubah: Orang = {}): Orang {
  const seri = String(9000 + n);
  return { ...ORANG, no: String(n), nik: `327101170890${seri}`, no_kartu: `000123450${seri}`, ...ubah };
}

/** The rows of a sheet: everything above the table, then the people. */
export function sheet(format: Format, people: readonly Orang[]): string[][] {
  const kolom = kolomFormat(format);
  const atas = tulisBerkas([], { format }).baris.map((baris) => [...baris]);
  return [...atas, ...people.map((satu) => kolom.map(({ kunci }) => satu[kunci] ?? ''))];
}

/** Row number in the sheet, from 1, of the n-th person, n from 0. */
export const rowOf = (n: number): number => tulisBerkas([], { format: 'F34' }).dataMulai + n + 1;

/** Writes a workbook into a new folder and gives its path. */
export async function xlsx(format: Format, people: readonly Orang[], nama = 'usulan.xlsx'): Promise<string> {
  const path = join(temporary(), nama);
  const baris = sheet(format, people);
  writeFileSync(path, await writeXlsx([{ nama: 'Data', baris, lebar: kolomFormat(format).map(() => 12) }]));
  return path;
}
