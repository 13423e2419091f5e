/** Requests about charts, which float over the cells of a sheet. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from '../clean.ts';
import { type DraftSheet, invalid } from '../draft.ts';
import { merge, updateMask } from '../field-mask.ts';
import { pairColours, withColourPairs } from '../grid/colours.ts';
import { type Edit, guardSheet } from '../grid/protection.ts';
import type { Chart } from '../model.ts';
import { checkSpec } from './chart-spec.ts';
import { checkPlace, type Overlay } from './overlay.ts';
import { findSlicer } from './slicers.ts';

const OVERLAY_FIELDS = ['anchorCell', 'offsetXPixels', 'offsetYPixels', 'widthPixels', 'heightPixels'];

export function addChart(edit: Edit, { chart: wanted = {} }: Clean<sheets_v4.Schema$AddChartRequest>) {
  const { sheet, overlayPosition } = checkPlace(edit, wanted.position?.overlayPosition);
  const { chartId = edit.newId() } = wanted;
  if (allCharts(edit).some(({ chart }) => chart.chartId === chartId)) {
    throw invalid(`A chart with id ${chartId} already exists.`);
  }
  const border = wanted.border && pairColours(wanted.border);
  const spec = checkSpec(edit, wanted.spec);
  const chart: Chart = { chartId, spec, position: { overlayPosition }, ...(border && { border }) };
  sheet.editMeta().charts.push(chart);
  return { addChart: { chart } };
}

/** Replaces the whole spec. */
export function updateChartSpec(edit: Edit, request: Clean<sheets_v4.Schema$UpdateChartSpecRequest>): void {
  const { sheet, index, chart } = findChart(edit, request.chartId);
  sheet.editMeta().charts[index] = { ...chart, spec: checkSpec(edit, request.spec) };
}

/** Moves and resizes a chart or a slicer, also to another sheet. */
export function updateEmbeddedObjectPosition(
  edit: Edit,
  request: Clean<sheets_v4.Schema$UpdateEmbeddedObjectPositionRequest>,
) {
  const found = findObject(edit, request.objectId);
  const mask = updateMask(request.fields, OVERLAY_FIELDS);
  const wanted = merge<Overlay>(found.position?.overlayPosition, request.newPosition?.overlayPosition, mask);
  const place = checkPlace(edit, wanted);
  const position = { overlayPosition: place.overlayPosition };
  found.move(place.sheet, position);
  return { updateEmbeddedObjectPosition: { position } };
}

export function updateEmbeddedObjectBorder(
  edit: Edit,
  request: Clean<sheets_v4.Schema$UpdateEmbeddedObjectBorderRequest>,
): void {
  const { sheet, index, chart } = findChart(edit, request.objectId);
  const mask = withColourPairs(updateMask(request.fields));
  const border = merge<NonNullable<Chart['border']>>(chart.border, pairColours(request.border), mask);
  const { border: _, ...rest } = chart;
  sheet.editMeta().charts[index] = { ...rest, ...(border && { border }) };
}

export const deleteEmbeddedObject = (edit: Edit, request: Clean<sheets_v4.Schema$DeleteEmbeddedObjectRequest>): void =>
  findObject(edit, request.objectId).move(undefined, {});

type Position = NonNullable<Chart['position']>;

interface FloatingObject {
  position: Position | undefined;
  /** Puts it on a sheet, or nowhere. */
  move(to: DraftSheet | undefined, position: Position): void;
}

/** @throws GoogleError if there is no such chart or slicer, or its sheet is protected from this person. */
function findObject(edit: Edit, id: number | undefined): FloatingObject {
  const slicer = findSlicer(edit, id);
  if (!slicer) {
    const { sheet, index, chart } = findChart(edit, id);
    return {
      position: chart.position,
      move(to, position) {
        sheet.editMeta().charts.splice(index, 1);
        const last = to?.meta.charts.length ?? 0;
        to?.editMeta().charts.splice(to === sheet ? index : last, 0, { ...chart, position });
      },
    };
  }
  guardSheet(edit, slicer.sheet);
  return {
    position: slicer.slicer.position,
    move(to, position) {
      slicer.sheet.editMeta().slicers?.splice(slicer.index, 1);
      const meta = to?.editMeta();
      if (meta) meta.slicers = [...(meta.slicers ?? []), { ...slicer.slicer, position }];
    },
  };
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
