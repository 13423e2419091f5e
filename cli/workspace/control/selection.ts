/** Reads what a page tells of the grid: the selection, and what was typed. */
import { GoogleError } from '../errors.ts';
import { a1, quoted } from '../services/spreadsheet/a1.ts';
import type { RunRequest, UserEdit } from '../workspace.ts';
import { text } from './respond.ts';

type Body = Record<string, unknown>;

const isObject = (value: unknown): value is Body => typeof value === 'object' && value !== null;

/** `{spreadsheetId?, selection?: {sheetName, range}}` as the script will see it. */
export function activeOf(body: Body, boundTo: string): NonNullable<RunRequest['active']> {
  const spreadsheetId = typeof body['spreadsheetId'] === 'string' ? body['spreadsheetId'] : boundTo;
  const selection = isObject(body['selection']) ? body['selection'] : {};
  const { sheetName, range } = selection;
  return {
    spreadsheetId,
    ...(typeof sheetName === 'string' && { sheetName }),
    ...(typeof range === 'string' && { range }),
  };
}

/** @throws GoogleError unless `values` is a list of rows of texts (numbers and truth values count as typed) */
export function editOf(body: Body): { range: string; values: (string | null)[][]; confirmed: boolean } {
  const rows = body['values'];
  if (!Array.isArray(rows) || rows.length === 0 || !rows.every(Array.isArray)) {
    throw new GoogleError('INVALID_ARGUMENT', 'Isian "values" harus berupa daftar baris.');
  }
  const values = rows.map((row: unknown[]) => row.map(typed));
  return { range: text(body, 'range'), values, confirmed: body['confirmed'] === true };
}

function typed(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (['string', 'number', 'boolean'].includes(typeof value)) return String(value);
  throw new GoogleError('INVALID_ARGUMENT', 'Isi sel harus berupa teks.');
}

/** A1 of what a user's edit changed, with the sheet's name. */
export function a1Of(edit: UserEdit): string {
  const { sheetName } = edit;
  return `${/^[A-Za-z_]\w*$/.test(sheetName) ? sheetName : quoted(sheetName)}!${a1(edit)}`;
}
