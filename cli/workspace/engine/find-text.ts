/** TextFinder: where a text stands in a sheet, as it is displayed. */
import type { Sheets } from '../workspace.ts';
import { invalid } from './draft.ts';
import { cellAt } from './model.ts';
import type { View } from './values/scalar.ts';
import { displayed } from './values/view.ts';

type Query = Parameters<Sheets['findText']>[2];

/** Row by row from the top left. Rows and columns count from 1. */
export function findText(view: View, query: Query): ReturnType<Sheets['findText']> {
  const found = view.sheets.find(({ meta }) => meta.properties.sheetId === query.sheetId);
  if (!found) throw invalid(`No grid with id: ${query.sheetId}`);
  const sheet = view.shown(found);
  const matches = matcher(query);
  const matched: ReturnType<Sheets['findText']> = [];
  for (const [row, line] of sheet.rows.entries()) {
    for (let column = 0; column < (line?.values.length ?? 0); column++) {
      const value = line?.values[column];
      // Nearly all cells are text, which is shown as it stands.
      const text =
        typeof value === 'string'
          ? value
          : displayed(view.effective(sheet, row, column), cellAt(sheet, row, column).style, view.locale);
      if (text !== '' && matches(text)) matched.push({ row: row + 1, column: column + 1, text });
    }
  }
  return matched;
}

/** @throws GoogleError if a pattern is not a regular expression. */
function matcher(query: Omit<Query, 'sheetId'>): (text: string) => boolean {
  if (query.regex) {
    const source = query.matchEntireCell ? `^(?:${query.text})$` : query.text;
    const pattern = regular(source, query.matchCase ? 'u' : 'iu');
    return (text) => pattern.test(text);
  }
  const fold = (text: string) => (query.matchCase ? text : text.toLowerCase());
  const wanted = fold(query.text);
  return query.matchEntireCell ? (text) => fold(text) === wanted : (text) => fold(text).includes(wanted);
}

export function regular(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    throw invalid(`Invalid regular expression: ${source}`);
  }
}
