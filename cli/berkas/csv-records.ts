/** Splits CSV text into records, piece by piece, and says exactly where a record is damaged. */
import { BerkasError } from './berkas-error.ts';

export interface CsvRecord {
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
  /** Number of the field, from 1, whose quotes are wrong; 0 when all are right. */
  readonly badQuote: number;
  /** False for a last record without a line break behind it. */
  readonly ended: boolean;
}

export const SEPARATORS = [',', ';', '\t'] as const;

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** A longer record is a quote that nobody closed, or no table. */
const MAX_RECORD = 1 << 20;

/** A record and where the next one begins. */
interface Read {
  readonly fields: string[];
  readonly next: number;
  /** Line breaks inside its fields. */
  readonly breaks: number;
  readonly badQuote: number;
  readonly ended: boolean;
}

/**
 * Lines end in LF, CR or CRLF, even mixed. Quotes count only at the start of a field, as in Excel; one that is not closed
 * where a field ends is damage. Such a quote would swallow the lines below it, so a record over several lines that does
 * not fit the table is given as its first line, damaged, and reading goes on with the second.
 */
export class CsvRecords {
  readonly #separator: number;
  #text = '';
  #line = 1;
  #last = false;
  /** Of the record that is being read. */
  #at = 0;
  #breaks = 0;
  #badQuote = 0;
  /** Fields that a record of the table has; undefined as long as that is not known. */
  width: { readonly least: number; readonly most: number } | undefined;

  constructor(separator: string) {
    this.#separator = separator.charCodeAt(0);
  }

  /**
   * Records that are complete with this piece; after the last piece all of them.
   * @throws BerkasError for a quote that is never closed and for text that is none, with line and field
   */
  push(piece: string, last = false): CsvRecord[] {
    this.#text += piece;
    this.#last = last;
    const records: CsvRecord[] = [];
    let start = 0;
    while (start < this.#text.length) {
      const read = this.#read(start);
      if (!read) break;
      const whole = this.#fits(read) ? read : this.#firstLine(start, read.badQuote);
      const { fields, badQuote, ended } = whole;
      records.push({ line: this.#line, fields, badQuote, ended });
      this.#line += whole.breaks + 1;
      start = whole.next;
    }
    this.#text = this.#text.slice(start);
    if (this.#text.length > MAX_RECORD) {
      throw new BerkasError(`Baris ${this.#line}: lebih dari 1 juta huruf tanpa akhir baris. Periksa tanda kutipnya.`);
    }
    this.#refuseZeros(piece, records);
    return records;
  }

  /** A whole record, or undefined when more text is needed to see its end. */
  #read(start: number): Read | undefined {
    const text = this.#text;
    const fields: string[] = [];
    this.#at = start;
    this.#breaks = 0;
    this.#badQuote = 0;
    for (;;) {
      const field = text.charCodeAt(this.#at) === QUOTE ? this.#quoted(fields.length + 1) : this.#plain();
      if (field === undefined) return undefined;
      fields.push(field);
      const ended = this.#at < text.length;
      if (!ended && !this.#last) return undefined;
      if (ended && text.charCodeAt(this.#at) === this.#separator) {
        this.#at += 1;
        continue;
      }
      const next = ended ? this.#afterBreak() : this.#at;
      return next === undefined ? undefined : { fields, next, breaks: this.#breaks, badQuote: this.#badQuote, ended };
    }
  }

  #plain(): string {
    const from = this.#at;
    this.#at = this.#fieldEnd(from);
    return this.#text.slice(from, this.#at);
  }

  #quoted(number: number): string | undefined {
    const text = this.#text;
    const open = this.#at;
    const close = this.#closing(open, number);
    if (close === undefined) return undefined;
    this.#at = this.#fieldEnd(close + 1);
    const inside = text.slice(open + 1, close);
    const behind = text.slice(close + 1, this.#at);
    if (behind !== '') this.#badQuote ||= number;
    this.#breaks += countBreaks(inside);
    return inside.includes('""') ? inside.replaceAll('""', '"') + behind : inside + behind;
  }

  /** Behind CR, LF or CRLF; undefined when the LF of a CRLF may still come. */
  #afterBreak(): number | undefined {
    const text = this.#text;
    if (text.charCodeAt(this.#at) === LF) return this.#at + 1;
    if (this.#at + 1 === text.length && !this.#last) return undefined;
    return text.charCodeAt(this.#at + 1) === LF ? this.#at + 2 : this.#at + 1;
  }

  /** Place of the quote that closes the one at `open`, or undefined when more text is needed. */
  #closing(open: number, field: number): number | undefined {
    const text = this.#text;
    let at = open + 1;
    for (;;) {
      at = text.indexOf('"', at);
      if (at === -1) {
        if (!this.#last && text.length - open <= MAX_RECORD) return undefined;
        const line = this.#line + this.#breaks;
        throw new BerkasError(
          `Baris ${line}, kolom ${field}: tanda kutip tidak ditutup. Berkas terpotong atau kutipnya kurang; minta dikirim ulang.`,
        );
      }
      if (at + 1 === text.length && !this.#last) return undefined;
      if (text.charCodeAt(at + 1) !== QUOTE) return at;
      at += 2;
    }
  }

  #fieldEnd(from: number): number {
    const text = this.#text;
    const separator = this.#separator;
    const { length } = text;
    let at = from;
    for (; at < length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === separator || code === LF || code === CR) break;
    }
    return at;
  }

  #fits({ fields, breaks, badQuote }: Read): boolean {
    const { width } = this;
    if (breaks === 0 || !width) return true;
    return badQuote === 0 && fields.length >= width.least && fields.slice(width.most).every((field) => field === '');
  }

  /** The line at `start` alone, its quotes taken as letters. */
  #firstLine(start: number, badQuote: number): Read {
    const text = this.#text;
    let end = start;
    while (text.charCodeAt(end) !== LF && text.charCodeAt(end) !== CR) end += 1;
    const fields = text.slice(start, end).split(String.fromCharCode(this.#separator));
    const opened = fields.findIndex((field) => field.startsWith('"')) + 1;
    const next = text.startsWith('\r\n', end) ? end + 2 : end + 1;
    return { fields, next, breaks: 0, badQuote: badQuote || opened || 1, ended: true };
  }

  #refuseZeros(piece: string, records: readonly CsvRecord[]): void {
    if (!piece.includes('\0')) return;
    const damaged = records.find(({ fields }) => fields.some((field) => field.includes('\0')));
    const column = (damaged?.fields.findIndex((field) => field.includes('\0')) ?? -1) + 1;
    const where = damaged ? `Baris ${damaged.line}, kolom ${column}` : `Baris ${this.#line}`;
    throw new BerkasError(`${where}: isinya bukan teks CSV. Simpan ulang dari Excel sebagai .xlsx.`);
  }
}

function countBreaks(text: string): number {
  if (!text.includes('\n') && !text.includes('\r')) return 0;
  return (text.match(/\r\n|\n|\r/g) ?? []).length;
}
