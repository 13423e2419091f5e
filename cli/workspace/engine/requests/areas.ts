/** Requests about remembered areas: merges, named ranges, protections. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { NotEmulatedError } from '../../errors.ts';
import type { Clean } from '../clean.ts';
import { type DraftSheet, invalid } from '../draft.ts';
import { merge, updateMask } from '../field-mask.ts';
import { type Edit, guard, guardProtection, mayEdit } from '../grid/protection.ts';
import type { GridRange, NamedRange, ProtectedRange, Rect } from '../model.ts';
import { contains, gridRect, intersects, keptRect, toGridRange } from '../ranges.ts';

/** Keeps the first value of each merged block, as Sheets does. */
export function mergeCells(edit: Edit, request: Clean<sheets_v4.Schema$MergeCellsRequest>): void {
  const sheet = edit.draft.sheet(request.range?.sheetId);
  const rect = gridRect(sheet, request.range ?? {});
  guard(edit, sheet, rect);
  dropMerges(sheet, rect);
  for (const block of blocks(rect, request.mergeType)) {
    if ((block.endRow - block.startRow) * (block.endColumn - block.startColumn) < 2) continue;
    sheet.editMeta().merges.push(toGridRange(sheet.id, block));
    sheet.map(block, (cell, row, column) => {
      const first = row === block.startRow && column === block.startColumn;
      return first ? cell : { value: undefined, style: cell.style };
    });
  }
}

function blocks(rect: Rect, type: string | undefined): Rect[] {
  const lines = (from: number, to: number) => Array.from({ length: to - from }, (_, offset) => from + offset);
  if (type === 'MERGE_ROWS') {
    return lines(rect.startRow, rect.endRow).map((row) => ({ ...rect, startRow: row, endRow: row + 1 }));
  }
  if (type === 'MERGE_COLUMNS') {
    return lines(rect.startColumn, rect.endColumn).map((column) => ({
      ...rect,
      startColumn: column,
      endColumn: column + 1,
    }));
  }
  return [rect];
}

/** @throws GoogleError if a merged block lies only partly in the rectangle. */
function dropMerges(sheet: DraftSheet, rect: Rect): void {
  const touched = sheet.meta.merges.filter((item) => intersects(keptRect(sheet, item), rect));
  if (touched.some((item) => !contains(rect, keptRect(sheet, item)))) {
    throw invalid('You must select all cells in a merged range to merge or unmerge them.');
  }
  if (touched.length === 0) return;
  sheet.editMeta().merges = sheet.meta.merges.filter((item) => !intersects(keptRect(sheet, item), rect));
}

export function unmergeCells(edit: Edit, request: Clean<sheets_v4.Schema$UnmergeCellsRequest>): void {
  const sheet = edit.draft.sheet(request.range?.sheetId);
  const rect = gridRect(sheet, request.range ?? {});
  guard(edit, sheet, rect);
  dropMerges(sheet, rect);
}

/** A range as the API shows it again, checked against its sheet. */
export function normalRange(edit: Edit, range: GridRange): GridRange {
  const sheet = edit.draft.sheet(range.sheetId);
  gridRect(sheet, range);
  const { sheetId: _, ...rest } = range;
  return sheet.id === 0 ? rest : { sheetId: sheet.id, ...rest };
}

/** The same with open edges filled in, as filters, bands and conditional formats are kept. */
export function closedRange(edit: Edit, range: GridRange): GridRange {
  const sheet = edit.draft.sheet(range.sheetId);
  return toGridRange(sheet.id, gridRect(sheet, range));
}

const NAME = /^(?![Rr]\d*[Cc]\d*$)(?![A-Za-z]{1,3}\d+$)(?!(?:true|false)$)[\p{L}_][\p{L}\p{N}_.]{0,249}$/u;

function checkName(edit: Edit, name: string | undefined, except?: string): string {
  if (!name || !NAME.test(name)) throw invalid(`Invalid name: ${name ?? ''}`);
  const taken = edit.draft.meta.namedRanges.some(
    (item) => item.namedRangeId !== except && item.name?.toLowerCase() === name.toLowerCase(),
  );
  if (taken) throw invalid(`A named range with the name "${name}" already exists.`);
  return name;
}

export function addNamedRange(edit: Edit, request: Clean<sheets_v4.Schema$AddNamedRangeRequest>) {
  const { namedRange: wanted = {} } = request;
  const name = checkName(edit, wanted.name);
  const namedRangeId = wanted.namedRangeId ?? String(edit.newId());
  const namedRange = { namedRangeId, name, range: normalRange(edit, wanted.range ?? {}) };
  edit.draft.editMeta().namedRanges.push(namedRange);
  return { addNamedRange: { namedRange } };
}

function namedIndex(edit: Edit, id: string | undefined): number {
  const index = edit.draft.meta.namedRanges.findIndex(({ namedRangeId }) => namedRangeId === id);
  if (index < 0) throw invalid(`Cannot find a named range with ID: ${id ?? ''}`);
  return index;
}

export function updateNamedRange(edit: Edit, request: Clean<sheets_v4.Schema$UpdateNamedRangeRequest>): void {
  const index = namedIndex(edit, request.namedRange?.namedRangeId);
  const list = edit.draft.editMeta().namedRanges;
  const next = merge<NamedRange>(list[index], request.namedRange, updateMask(request.fields)) ?? {};
  const name = checkName(edit, next.name, next.namedRangeId);
  list[index] = { ...next, name, range: normalRange(edit, next.range ?? {}) };
}

export function deleteNamedRange(edit: Edit, request: Clean<sheets_v4.Schema$DeleteNamedRangeRequest>): void {
  edit.draft.editMeta().namedRanges.splice(namedIndex(edit, request.namedRangeId), 1);
}

/** The creator can always edit what they protect. */
export function addProtectedRange(edit: Edit, request: Clean<sheets_v4.Schema$AddProtectedRangeRequest>) {
  const wanted = request.protectedRange ?? {};
  const protection: ProtectedRange = {
    ...checkProtection(edit, wanted),
    protectedRangeId: wanted.protectedRangeId ?? edit.newId(),
  };
  const sheet = protectionSheet(edit, protection);
  const editors = { ...protection.editors, users: withActor(edit, protection.editors?.users) };
  const kept: ProtectedRange = protection.warningOnly ? protection : { ...protection, editors };
  sheet.editMeta().protectedRanges.push(kept);
  return { addProtectedRange: { protectedRange: shown(edit, kept) } };
}

function withActor(edit: Edit, users: string[] = []): string[] {
  return users.includes(edit.actor.email) ? users : [...users, edit.actor.email];
}

const shown = (edit: Edit, protection: ProtectedRange): ProtectedRange => ({
  ...protection,
  ...((protection.warningOnly || mayEdit(edit, protection)) && { requestingUserCanEdit: true }),
});

/** The parts that are kept. `requestingUserCanEdit` is worked out for each reader. */
function checkProtection(edit: Edit, protection: ProtectedRange): ProtectedRange {
  const { requestingUserCanEdit: _, warningOnly, unprotectedRanges, range, ...rest } = protection;
  if (protection.editors?.domainUsersCanEdit) throw new NotEmulatedError('protectedRange.editors.domainUsersCanEdit');
  if (warningOnly && protection.editors?.users?.length)
    throw invalid('Protected ranges that are warningOnly cannot have editors.');
  if (!range && !protection.namedRangeId) throw invalid('range or namedRangeId must be specified.');
  return {
    ...rest,
    ...(range && { range: normalRange(edit, range) }),
    ...(warningOnly && { warningOnly }),
    ...(unprotectedRanges?.length && { unprotectedRanges: unprotectedRanges.map((item) => normalRange(edit, item)) }),
  };
}

function protectionSheet(edit: Edit, { namedRangeId, range }: ProtectedRange): DraftSheet {
  if (!namedRangeId) return edit.draft.sheet(range?.sheetId);
  const named = edit.draft.meta.namedRanges[namedIndex(edit, namedRangeId)];
  return edit.draft.sheet(named?.range?.sheetId);
}

function findProtection(
  edit: Edit,
  id: number | undefined,
): { sheet: DraftSheet; index: number; before: ProtectedRange } {
  for (const sheet of edit.draft.sheets) {
    const index = sheet.meta.protectedRanges.findIndex(({ protectedRangeId }) => protectedRangeId === id);
    const before = sheet.meta.protectedRanges[index];
    if (before) return { sheet, index, before };
  }
  throw invalid(`No protected range with ID: ${id ?? 0}`);
}

export function updateProtectedRange(edit: Edit, request: Clean<sheets_v4.Schema$UpdateProtectedRangeRequest>): void {
  const wanted = request.protectedRange ?? {};
  const { sheet, index, before } = findProtection(edit, wanted.protectedRangeId);
  guardProtection(edit, before);
  const { protectedRangeId } = before;
  const merged = merge<ProtectedRange>(before, wanted, updateMask(request.fields)) ?? {};
  const next = checkProtection(edit, merged);
  sheet.editMeta().protectedRanges.splice(index, 1);
  protectionSheet(edit, next)
    .editMeta()
    .protectedRanges.push({ ...next, ...(protectedRangeId !== undefined && { protectedRangeId }) });
}

export function deleteProtectedRange(edit: Edit, request: Clean<sheets_v4.Schema$DeleteProtectedRangeRequest>): void {
  const { sheet, index, before } = findProtection(edit, request.protectedRangeId);
  guardProtection(edit, before);
  sheet.editMeta().protectedRanges.splice(index, 1);
}
