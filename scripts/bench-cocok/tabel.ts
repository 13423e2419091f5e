/** The bench's results as text. */
import { type NilaiJenis, presisi, recall } from './nilai.ts';
import type { Angka, Hasil } from './pekerjaan.ts';

const kept = ({ nilai, paling, sedikitnya }: Angka): boolean =>
  (paling === undefined || nilai <= paling) && (sedikitnya === undefined || nilai >= sedikitnya);

export const passes = ({ angka }: Hasil): boolean => angka.every(kept);

/** As many digits as tell figures of this size apart. */
const shown = (value: number): string => {
  if (Number.isInteger(value)) return String(value);
  if (value < 1) return value.toFixed(4);
  return value < 100 ? value.toFixed(2) : value.toFixed(0);
};

function budget({ paling, sedikitnya }: Angka): string {
  if (paling !== undefined) return `<= ${shown(paling)}`;
  return sedikitnya === undefined ? '' : `>= ${shown(sedikitnya)}`;
}

function columns(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const padded = (line: readonly string[]) => line.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ');
  return lines.map((line) => padded(line).trimEnd()).join('\n');
}

/** One line for each figure; time and memory of the program in the first of each work. */
export function tabelKerja(results: readonly Hasil[]): string {
  const lines = results.flatMap(({ kerja, detik, puncak, angka }) =>
    (angka.length === 0 ? [{ apa: '', nilai: 0 }] : angka).map((one: Angka, index) => [
      ...(index === 0 ? [kerja, detik.toFixed(2), Number.isNaN(puncak) ? '' : puncak.toFixed(0)] : ['', '', '']),
      one.apa,
      one.apa === '' ? '' : shown(one.nilai),
      budget(one),
      kept(one) ? '' : 'MISSED',
    ]),
  );
  return columns([['work', 's', 'MiB', 'figure', 'reached', 'wanted', ''], ...lines]);
}

/** Quality by kind of error. */
export function tabelMutu(kinds: readonly NilaiJenis[]): string {
  const lines = kinds.map((one) => [
    one.jenis,
    String(one.baris),
    presisi(one).toFixed(4),
    recall(one).toFixed(4),
    String(one.disebut - one.benar),
    String(one.ada - one.ditemukan),
    String(one.cocokSalah),
  ]);
  return columns([['kind', 'rows', 'precision', 'recall', 'wrong', 'missed', 'wrong COCOK'], ...lines]);
}
