/** Values of a range as the values API answers them: typed or shown, without empty tails. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { ValueParams } from '../../workspace.ts';
import { rangeText } from '../a1.ts';
import { invalid } from '../draft.ts';
import type { Rect, SheetState } from '../model.ts';
import type { Found } from '../ranges.ts';
import { ENUMS, enumType } from '../requests/enums.ts';
import type { View } from './scalar.ts';
import { render } from './view.ts';

/** @throws GoogleError for an option that Google does not know. */
export function checkReadParams(params: ValueParams): void {
  checkOption('value_render_option', params.valueRenderOption, 'ValueRenderOption');
  checkOption('date_time_render_option', params.dateTimeRenderOption, 'DateTimeRenderOption');
  checkOption('major_dimension', params.majorDimension, 'Dimension');
}

/** @param type the enumeration that the value must be a word of */
export function checkOption(name: string, value: string | undefined, type: string): void {
  if (value !== undefined && !ENUMS[type]?.includes(value)) {
    throw invalid(`Invalid value at '${name}' (${enumType(type)}), "${value}"`);
  }
}

export function readRange(
  view: View,
  { sheet: found, rect }: Found<SheetState>,
  params: ValueParams,
): sheets_v4.Schema$ValueRange {
  const sheet = view.shown(found);
  const majorDimension = params.majorDimension ?? 'ROWS';
  const values =
    majorDimension === 'COLUMNS' ? byColumns(view, sheet, rect, params) : byRows(view, sheet, rect, params);
  const range = rangeText(sheet.meta.properties.title, rect);
  return { range, majorDimension, ...(values.length > 0 && { values }) };
}

type Line = (string | number | boolean)[];

function byRows(view: View, sheet: SheetState, rect: Rect, params: ValueParams): Line[] {
  const lines: Line[] = [];
  const end = Math.min(rect.endRow, sheet.rows.length);
  for (let row = rect.startRow; row < end; row++) {
    const cells = sheet.rows[row]?.values ?? [];
    const last = Math.min(rect.endColumn, cells.length);
    const line: Line = [];
    for (let column = rect.startColumn; column < last; column++) {
      const value = cells[column];
      // Nearly all cells are text, which reads the same with every option.
      line.push(typeof value === 'string' ? value : (render(view, sheet, { row, column }, params) ?? ''));
    }
    lines.push(trimmed(line));
  }
  return withoutEmptyTail(lines);
}

function byColumns(view: View, sheet: SheetState, rect: Rect, params: ValueParams): Line[] {
  const lines: Line[] = [];
  const end = Math.min(rect.endRow, sheet.rows.length);
  for (let column = rect.startColumn; column < rect.endColumn; column++) {
    const line: Line = [];
    for (let row = rect.startRow; row < end; row++) line.push(render(view, sheet, { row, column }, params) ?? '');
    lines.push(trimmed(line));
  }
  return withoutEmptyTail(lines);
}

function trimmed(line: Line): Line {
  while (line.length > 0 && line.at(-1) === '') line.pop();
  return line;
}

function withoutEmptyTail(lines: Line[]): Line[] {
  while (lines.length > 0 && lines.at(-1)?.length === 0) lines.pop();
  return lines;
}
