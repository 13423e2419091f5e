/** Requests about slicers, kept as data: they float over the cells like charts and filter nothing here. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from '../clean.ts';
import { type DraftSheet, invalid } from '../draft.ts';
import { merge, updateMask } from '../field-mask.ts';
import { pairColours, withColourPairs } from '../grid/colours.ts';
import { type Edit, guardSheet } from '../grid/protection.ts';
import type { Slicer } from '../model.ts';
import { closedRange } from './areas.ts';
import { checkPlace } from './overlay.ts';

type Spec = NonNullable<Slicer['spec']>;

function checkSpec(edit: Edit, spec: Spec | undefined): Spec {
  if (!spec?.dataRange) throw invalid('slicer.spec.dataRange must be specified.');
  return { ...pairColours(spec), dataRange: closedRange(edit, spec.dataRange) };
}

export function addSlicer(edit: Edit, { slicer: wanted = {} }: Clean<sheets_v4.Schema$AddSlicerRequest>) {
  const { sheet, overlayPosition } = checkPlace(edit, wanted.position?.overlayPosition);
  const { slicerId = edit.newId() } = wanted;
  if (allSlicers(edit).some(({ slicer }) => slicer.slicerId === slicerId)) {
    throw invalid(`A slicer with id ${slicerId} already exists.`);
  }
  const slicer: Slicer = { slicerId, spec: checkSpec(edit, wanted.spec), position: { overlayPosition } };
  const meta = sheet.editMeta();
  meta.slicers = [...(meta.slicers ?? []), slicer];
  return { addSlicer: { slicer } };
}

export function updateSlicerSpec(edit: Edit, request: Clean<sheets_v4.Schema$UpdateSlicerSpecRequest>): void {
  const found = findSlicer(edit, request.slicerId);
  if (!found) throw invalid(`No slicer with id: ${request.slicerId ?? 0}`);
  guardSheet(edit, found.sheet);
  const mask = withColourPairs(updateMask(request.fields));
  const wanted = request.spec && pairColours(request.spec);
  const spec = checkSpec(edit, merge<Spec>(found.slicer.spec, wanted, mask));
  const meta = found.sheet.editMeta();
  meta.slicers = (meta.slicers ?? []).with(found.index, { ...found.slicer, spec });
}

const allSlicers = ({ draft }: Edit): { sheet: DraftSheet; index: number; slicer: Slicer }[] =>
  draft.sheets.flatMap((sheet) => (sheet.meta.slicers ?? []).map((slicer, index) => ({ sheet, index, slicer })));

export const findSlicer = (edit: Edit, id: number | undefined) =>
  allSlicers(edit).find(({ slicer }) => slicer.slicerId === (id ?? 0));
