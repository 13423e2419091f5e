/** A1 notation, as the API reads and writes it: quoted titles, open ranges, R1C1. */

/** Zero-based, end exclusive; an absent edge is open. */
export interface OpenRect {
  startRow?: number;
  endRow?: number;
  startColumn?: number;
  endColumn?: number;
}

export interface A1Range {
  /** Absent if the text names no sheet. */
  title?: string;
  /** Absent if the text is a sheet's title, or a name, alone. */
  cells?: OpenRect;
  /** What may be a named range: the text alone, or what follows a title. */
  name?: string;
}

/** 0 -> A, 25 -> Z, 26 -> AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A -> 0, AA -> 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** The title as it stands before `!`: in quotes unless it is a plain word that cannot be taken for a cell. */
export function quoteTitle(title: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(title);
  const likeCell = /^[A-Za-z]{1,3}\d+$/.test(title) || /^R\d*C\d*$/i.test(title);
  return plain && !likeCell ? title : `'${title.replaceAll("'", "''")}'`;
}

/** The cells of a closed rectangle: `B2` or `A1:C3`. */
export function cellsText(rect: Required<OpenRect>): string {
  const start = `${columnLetters(rect.startColumn)}${rect.startRow + 1}`;
  const end = `${columnLetters(rect.endColumn - 1)}${rect.endRow}`;
  return start === end ? start : `${start}:${end}`;
}

/** `Sheet1!A1:C3`. */
export const rangeText = (title: string, rect: Required<OpenRect>): string => `${quoteTitle(title)}!${cellsText(rect)}`;

const CORNER = /^\$?([A-Z]{1,3})?\$?([1-9]\d*)?$/i;
const R1C1 = /^R(\d+)C(\d+)(?::R(\d+)C(\d+))?$/i;

interface Corner {
  row?: number;
  column?: number;
}

function parseCorner(text: string): Corner | undefined {
  const match = CORNER.exec(text);
  if (!match || text === '') return undefined;
  return {
    ...(match[1] !== undefined && { column: columnIndex(match[1]) }),
    ...(match[2] !== undefined && { row: Number(match[2]) - 1 }),
  };
}

/** One dimension from its two ends: with only one end known, the range is open from there. */
function span(a: number | undefined, b: number | undefined): [number?, number?] {
  if (a === undefined || b === undefined) return a === b ? [] : [Number(a ?? b)];
  return [Math.min(a, b), Math.max(a, b) + 1];
}

function rect(from: Corner, to: Corner): OpenRect {
  const [startRow, endRow] = span(from.row, to.row);
  const [startColumn, endColumn] = span(from.column, to.column);
  return {
    ...(startRow !== undefined && { startRow }),
    ...(endRow !== undefined && { endRow }),
    ...(startColumn !== undefined && { startColumn }),
    ...(endColumn !== undefined && { endColumn }),
  };
}

/** Reads `A1`, `A1:B2`, `A:C`, `2:5`, `A2:C`, `A2:5`, `R1C1:R2C2`. undefined if it is none of them. */
export function parseCells(text: string): OpenRect | undefined {
  const numbers = R1C1.exec(text);
  if (numbers) {
    const [r1, c1, r2, c2] = numbers.slice(1).map((digits) => (digits ? Number(digits) - 1 : undefined));
    return rect({ row: r1 ?? 0, column: c1 ?? 0 }, { row: r2 ?? r1 ?? 0, column: c2 ?? c1 ?? 0 });
  }
  const [first = '', second, ...more] = text.split(':');
  const from = parseCorner(first);
  if (!from || more.length > 0) return undefined;
  if (second === undefined) return from.row !== undefined && from.column !== undefined ? rect(from, from) : undefined;
  const to = parseCorner(second);
  if (!to || (from.row ?? to.row ?? from.column) === undefined) return undefined;
  return joinable(from, to) ? rect(from, to) : undefined;
}

/** `A:5` has no corner that is a cell and no common dimension. */
const joinable = (a: Corner, b: Corner): boolean =>
  (a.row !== undefined && b.row !== undefined) || (a.column !== undefined && b.column !== undefined);

/** Splits a range into title and cells. undefined if the text cannot be a range at all. */
export function parseA1(text: string): A1Range | undefined {
  const quoted = /^'((?:[^']|'')+)'(?:!(.*))?$/s.exec(text);
  if (quoted) {
    const title = (quoted[1] ?? '').replaceAll("''", "'");
    return quoted[2] === undefined ? { title } : withCells(title, quoted[2]);
  }
  const bang = text.lastIndexOf('!');
  if (bang > 0) return withCells(text.slice(0, bang), text.slice(bang + 1));
  const cells = parseCells(text);
  if (cells) return { cells };
  return text === '' ? undefined : { title: text, name: text };
}

function withCells(title: string, text: string): A1Range | undefined {
  const cells = parseCells(text);
  if (cells) return { title, cells };
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(text) ? { title, name: text } : undefined;
}
