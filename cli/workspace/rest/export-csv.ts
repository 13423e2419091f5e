/** Drive's CSV export: the first sheet as it is displayed. */
import type { User } from '../users.ts';
import type { Sheets } from '../workspace.ts';

/** RFC 4180 text; every row has as many cells as the longest, and the last line has no line break, as at Google. */
export function firstSheetAsCsv(sheets: Pick<Sheets, 'get' | 'values'>, actor: User, spreadsheetId: string): string {
  const { sheets: tabs = [] } = sheets.get(actor, spreadsheetId, { fields: 'sheets.properties.title' });
  const title = tabs[0]?.properties?.title ?? '';
  const { values } = sheets.values.get(actor, spreadsheetId, `'${title.replaceAll("'", "''")}'`);
  const rows: unknown[][] = values ?? [];
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, column) => cell(row[column])).join(',')).join('\r\n');
}

function cell(value: unknown): string {
  const text = value === undefined || value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
