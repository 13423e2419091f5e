/** References in formulas, read and written: `A1`, `$A$1:B2`, `A2:A`, `B:B`, `2:5`, each after an optional title. */
import { columnIndex, columnLetters } from '../a1.ts';

const SHEET = String.raw`(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d*`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const ROW = String.raw`\$?[1-9]\d*`;

/** The source of a pattern that matches one whole reference. */
export const REFERENCE_PATTERN = `${SHEET}(?:${CELL}:${CELL}|${CELL}:${COLUMN}(?![\\w$(])|${COLUMN}:${COLUMN}(?![\\w$(])|${ROW}:${ROW}|${CELL}(?![\\w(]))`;

/** One end of a reference. A whole row has no column, a whole column no row. */
export interface Corner {
  columnFixed: boolean;
  column?: number;
  rowFixed: boolean;
  row?: number;
}

export interface Reference {
  /** As written, with its quotes; undefined for the formula's own sheet. */
  title: string | undefined;
  from: Corner;
  /** The same as `from` for a single cell. */
  to: Corner;
  single: boolean;
}

const CORNER = /^(\$?)([A-Za-z]+)?(\$?)(\d+)?$/;

function parseCorner(text: string): Corner {
  const [, first = '', letters, second = '', digits] = CORNER.exec(text) ?? [];
  return {
    columnFixed: letters !== undefined && first === '$',
    rowFixed: (letters === undefined ? first || second : second) === '$',
    ...(letters !== undefined && { column: columnIndex(letters) }),
    ...(digits !== undefined && { row: Number(digits) - 1 }),
  };
}

export function parseReference(text: string): Reference {
  const bang = text.lastIndexOf('!');
  const [from = '', to] = text.slice(bang + 1).split(':');
  const title = bang > 0 ? text.slice(0, bang) : undefined;
  const start = parseCorner(from);
  return { title, from: start, to: to === undefined ? start : parseCorner(to), single: to === undefined };
}

function cornerText({ columnFixed, column, rowFixed, row }: Corner): string {
  const letters = column === undefined ? '' : `${columnFixed ? '$' : ''}${columnLetters(column)}`;
  const digits = row === undefined ? '' : `${rowFixed ? '$' : ''}${row + 1}`;
  return letters + digits;
}

const referenceText = ({ title, from, to, single }: Reference): string =>
  `${title === undefined ? '' : `${title}!`}${cornerText(from)}${single ? '' : `:${cornerText(to)}`}`;

/** Text in quotes (left alone), or a reference that does not begin inside a word. */
const SCAN = new RegExp(`"(?:[^"]|"")*"|(?<![\\w.$])${REFERENCE_PATTERN}`, 'gu');

/** The formula with each reference replaced; `change` answers undefined for one whose cells are gone. */
export function rewriteReferences(formula: string, change: (reference: Reference) => Reference | undefined): string {
  return formula.replace(SCAN, (text) => {
    if (text.startsWith('"')) return text;
    const changed = change(parseReference(text));
    return changed ? referenceText(changed) : '#REF!';
  });
}

/** A title without the quotes that a formula puts around it. */
export const unquote = (title: string): string =>
  title.startsWith("'") ? title.slice(1, -1).replaceAll("''", "'") : title;
