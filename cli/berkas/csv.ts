/** CSV as offices make it: any of the usual encodings and separators; every cell is text. */
import { parseCsv } from 'hucre/csv';
import { bukaSel } from '#domain/format/csv.ts';
import { barisTeks, type Lembar } from '#domain/format/sel.ts';
import { BerkasError } from './berkas-error.ts';
import { MAX_ROWS } from './limits.ts';

const SEPARATORS = [';', ',', '\t'] as const;

/** @throws BerkasError for bytes that are no text, and for too many rows */
export function readCsv(bytes: Uint8Array): Lembar {
  const rows = parse(decode(bytes));
  if (rows.length > MAX_ROWS) throw new BerkasError(`Lebih dari ${MAX_ROWS} baris. Pisahkan ke beberapa berkas.`);
  return rows.map((row) => barisTeks(row.map(bukaSel)));
}

/** By byte order mark, else UTF-8 when it is valid, else what Excel on Windows saves as "CSV". */
function decode(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (text.includes('\0')) throw new BerkasError('Isinya bukan teks CSV. Simpan ulang dari Excel sebagai .xlsx.');
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The separator that gives the widest row: an address may hold commas, but 34 columns come from the real one only. */
function parse(text: string): string[][] {
  const read = SEPARATORS.map((delimiter) => parseCsv(text, { delimiter, typeInference: false }) as string[][]);
  const width = (rows: string[][]) => rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return read.reduce((best, rows) => (width(rows) > width(best) ? rows : best));
}
