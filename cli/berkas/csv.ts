/** CSV as offices make it, read whole: any of the usual encodings and separators; every cell is text. */
import { bukaSel } from '#domain/format/csv.ts';
import { barisTeks, type Lembar } from '#domain/format/sel.ts';
import { BerkasError } from './berkas-error.ts';
import { type CsvRecord, CsvRecords, SEPARATORS } from './csv-records.ts';
import { MAX_ROWS } from './limits.ts';
import { TextPieces } from './text-pieces.ts';

/** @throws BerkasError for bytes that are no text, for damaged quotes, and for too many rows */
export function readCsv(bytes: Uint8Array): Lembar {
  const pieces = new TextPieces();
  const text = pieces.write(bytes) + pieces.end();
  const records = new CsvRecords(separatorOf(text)).push(text, true);
  if (records.length > MAX_ROWS) throw new BerkasError(`Lebih dari ${MAX_ROWS} baris. Pisahkan ke beberapa berkas.`);
  const damaged = records.find(({ badQuote }) => badQuote > 0);
  if (damaged) {
    const { line, badQuote } = damaged;
    throw new BerkasError(
      `Baris ${line}, kolom ${badQuote}: tanda kutip tidak ditutup dengan benar. Betulkan barisnya.`,
    );
  }
  return records.map(({ fields }) => barisTeks(fields.map(bukaSel)));
}

/** The one that gives the widest row: an address may hold commas, but 34 columns come from the real one only. */
function separatorOf(text: string): string {
  const width = (separator: string) =>
    wholeRecords(text, separator).reduce((widest, { fields }) => Math.max(widest, fields.length), 0);
  const [best] = SEPARATORS.map((separator) => ({ separator, width: width(separator) })).sort(
    (a, b) => b.width - a.width,
  );
  return best?.separator ?? ',';
}

/** The records before a quote that is never closed, or all of them. */
export function wholeRecords(text: string, separator: string): CsvRecord[] {
  try {
    return new CsvRecords(separator).push(text, true);
  } catch (error) {
    if (!(error instanceof BerkasError)) throw error;
    return new CsvRecords(separator).push(text);
  }
}
