/** Requests about charts, which float over the cells of a sheet. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from '../clean.ts';
import { type DraftSheet, invalid } from '../draft.ts';
import { merge, updateMask } from '../field-mask.ts';
import { type Edit, guardSheet } from '../grid/protection.ts';
import type { Chart } from '../model.ts';
import { gridRect } from '../ranges.ts';
import { checkSpec } from './chart-spec.ts';

type Overlay = Clean<sheets_v4.Schema$OverlayPosition>;

/** Pixels, when a request does not say. */
const DEFAULT_SIZE = { widthPixels: 600, heightPixels: 371 };
const OVERLAY_FIELDS = ['anchorCell', 'offsetXPixels', 'offsetYPixels', 'widthPixels', 'heightPixels'];

export function addChart(edit: Edit, { chart: wanted = {} }: Clean<sheets_v4.Schema$AddChartRequest>) {
  const { sheet, overlayPosition } = checkPlace(edit, wanted.position?.overlayPosition);
  const { chartId = edit.newId() } = wanted;
  if (allCharts(edit).some(({ chart }) => chart.chartId === chartId)) {
    throw invalid(`A chart with id ${chartId} already exists.`);
  }
  const chart: Chart = { chartId, spec: checkSpec(edit, wanted.spec), position: { overlayPosition } };
  sheet.editMeta().charts.push(chart);
  return { addChart: { chart } };
}

/** Replaces the whole spec. */
export function updateChartSpec(edit: Edit, request: Clean<sheets_v4.Schema$UpdateChartSpecRequest>): void {
  const { sheet, index, chart } = findChart(edit, request.chartId);
  sheet.editMeta().charts[index] = { ...chart, spec: checkSpec(edit, request.spec) };
}

/** Moves and resizes a chart, also to another sheet. */
export function updateEmbeddedObjectPosition(
  edit: Edit,
  request: Clean<sheets_v4.Schema$UpdateEmbeddedObjectPositionRequest>,
) {
  const { sheet, index, chart } = findChart(edit, request.objectId);
  const mask = updateMask(request.fields, OVERLAY_FIELDS);
  const wanted = merge<Overlay>(chart.position?.overlayPosition, request.newPosition?.overlayPosition, mask);
  const place = checkPlace(edit, wanted);
  const position = { overlayPosition: place.overlayPosition };
  sheet.editMeta().charts.splice(index, 1);
  place.sheet.editMeta().charts.splice(place.sheet === sheet ? index : place.sheet.meta.charts.length, 0, {
    ...chart,
    position,
  });
  return { updateEmbeddedObjectPosition: { position } };
}

export function deleteEmbeddedObject(edit: Edit, request: Clean<sheets_v4.Schema$DeleteEmbeddedObjectRequest>): void {
  const { sheet, index } = findChart(edit, request.objectId);
  sheet.editMeta().charts.splice(index, 1);
}

const allCharts = ({ draft }: Edit): { sheet: DraftSheet; index: number; chart: Chart }[] =>
  draft.sheets.flatMap((sheet) => sheet.meta.charts.map((chart, index) => ({ sheet, index, chart })));

/** @throws GoogleError if there is no such chart, or its sheet is protected from this person. */
function findChart(edit: Edit, id: number | undefined) {
  const found = allCharts(edit).find(({ chart }) => chart.chartId === (id ?? 0));
  if (!found) throw invalid(`No chart with id: ${id ?? 0}`);
  guardSheet(edit, found.sheet);
  return found;
}

function checkPlace(edit: Edit, wanted: Overlay | undefined): { sheet: DraftSheet; overlayPosition: Overlay } {
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
