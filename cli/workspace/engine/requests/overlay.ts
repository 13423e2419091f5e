/** Where charts and slicers float: over which cell, how far from its corner, how large. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from '../clean.ts';
import { type DraftSheet, invalid } from '../draft.ts';
import { type Edit, guardSheet } from '../grid/protection.ts';
import { gridRect } from '../ranges.ts';

export type Overlay = Clean<sheets_v4.Schema$OverlayPosition>;

/** Pixels, when a request does not say. */
const DEFAULT_SIZE = { widthPixels: 600, heightPixels: 371 };

/** @throws GoogleError unless the place is on a grid and the size more than nothing. */
export function checkPlace(edit: Edit, wanted: Overlay | undefined): { sheet: DraftSheet; overlayPosition: Overlay } {
  if (!wanted) throw invalid('position.overlayPosition must be specified.');
  const { anchorCell = {}, offsetXPixels = 0, offsetYPixels = 0, ...size } = wanted;
  const sheet = edit.draft.sheet(anchorCell.sheetId);
  guardSheet(edit, sheet);
  const { rowIndex = 0, columnIndex = 0 } = anchorCell;
  gridRect(sheet, {
    startRowIndex: rowIndex,
    endRowIndex: rowIndex + 1,
    startColumnIndex: columnIndex,
    endColumnIndex: columnIndex + 1,
  });
  const { widthPixels, heightPixels } = { ...DEFAULT_SIZE, ...size };
  if (widthPixels <= 0 || heightPixels <= 0) throw invalid('widthPixels and heightPixels must be greater than 0.');
  if (offsetXPixels < 0 || offsetYPixels < 0) throw invalid('offsetXPixels and offsetYPixels must be at least 0.');
  return {
    sheet,
    overlayPosition: {
      anchorCell: filled({ sheetId: sheet.id, rowIndex, columnIndex }),
      ...filled({ offsetXPixels, offsetYPixels }),
      widthPixels,
      heightPixels,
    },
  };
}

/** Without zeros, which the API does not write. */
const filled = (numbers: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(numbers).filter(([, number]) => number !== 0));
