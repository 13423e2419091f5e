/** Requests about what lies over the cells: filters, conditional formats, banding. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Clean } from '../clean.ts';
import { type DraftSheet, invalid } from '../draft.ts';
import { merge, updateMask } from '../field-mask.ts';
import { pairColours, withColourPairs } from '../grid/colours.ts';
import { type Edit, guard, guardSheet } from '../grid/protection.ts';
import type { GridRange, SheetMeta } from '../model.ts';
import { keptRect } from '../ranges.ts';
import { closedRange } from './areas.ts';

/** Lists of a sheet whose items have a range and an id of their own. */
type ListKey = 'filterViews' | 'bandedRanges';
type Item<K extends ListKey> = SheetMeta[K][number];

const ID = { filterViews: 'filterViewId', bandedRanges: 'bandedRangeId' } as const;

function findItem<K extends ListKey>(edit: Edit, key: K, id: number | undefined): { sheet: DraftSheet; index: number } {
  for (const sheet of edit.draft.sheets) {
    const items: readonly Record<string, unknown>[] = sheet.meta[key] as readonly Record<string, unknown>[];
    const index = items.findIndex((item) => item[ID[key]] === id);
    if (index >= 0) return { sheet, index };
  }
  throw invalid(`No ${ID[key].replace(/Id$/, '')} with id: ${id ?? 0}`);
}

function removeItem(edit: Edit, key: ListKey, id: number | undefined): void {
  const { sheet, index } = findItem(edit, key, id);
  guardSheet(edit, sheet);
  sheet.editMeta()[key].splice(index, 1);
}

function place(edit: Edit, range: GridRange | undefined): { sheet: DraftSheet; range: GridRange } {
  const sheet = edit.draft.sheet(range?.sheetId);
  guardSheet(edit, sheet);
  return { sheet, range: closedRange(edit, range ?? {}) };
}

export function setBasicFilter(edit: Edit, request: Clean<sheets_v4.Schema$SetBasicFilterRequest>): void {
  const { sheet, range } = place(edit, request.filter?.range);
  sheet.editMeta().basicFilter = { ...request.filter, range };
}

export function clearBasicFilter(edit: Edit, request: Clean<sheets_v4.Schema$ClearBasicFilterRequest>): void {
  const sheet = edit.draft.sheet(request.sheetId);
  guardSheet(edit, sheet);
  delete sheet.editMeta().basicFilter;
}

export function addFilterView(edit: Edit, request: Clean<sheets_v4.Schema$AddFilterViewRequest>) {
  const { sheet, range } = place(edit, request.filter?.range);
  const filterViewId = request.filter?.filterViewId ?? edit.newId();
  const title = request.filter?.title ?? `Filter ${sheet.meta.filterViews.length + 1}`;
  const filter: Item<'filterViews'> = { ...request.filter, filterViewId, title, range };
  sheet.editMeta().filterViews.push(filter);
  return { addFilterView: { filter } };
}

export function updateFilterView(edit: Edit, request: Clean<sheets_v4.Schema$UpdateFilterViewRequest>): void {
  const { sheet, index } = findItem(edit, 'filterViews', request.filter?.filterViewId);
  const items = sheet.editMeta().filterViews;
  const next = merge<Item<'filterViews'>>(items[index], request.filter, updateMask(request.fields)) ?? {};
  items[index] = { ...next, ...(next.range && { range: closedRange(edit, next.range) }) };
}

export function duplicateFilterView(edit: Edit, request: Clean<sheets_v4.Schema$DuplicateFilterViewRequest>) {
  const { sheet, index } = findItem(edit, 'filterViews', request.filterId);
  const original = sheet.meta.filterViews[index];
  const filter = { ...original, filterViewId: edit.newId(), title: `Copy of ${original?.title ?? ''}` };
  sheet.editMeta().filterViews.push(filter);
  return { duplicateFilterView: { filter } };
}

export const deleteFilterView = (edit: Edit, request: Clean<sheets_v4.Schema$DeleteFilterViewRequest>): void =>
  removeItem(edit, 'filterViews', request.filterId);

export function addBanding(edit: Edit, request: Clean<sheets_v4.Schema$AddBandingRequest>) {
  const { sheet, range } = place(edit, request.bandedRange?.range);
  guard(edit, sheet, keptRect(sheet, range));
  const bandedRangeId = request.bandedRange?.bandedRangeId ?? edit.newId();
  const bandedRange: Item<'bandedRanges'> = { ...pairColours(request.bandedRange), bandedRangeId, range };
  sheet.editMeta().bandedRanges.push(bandedRange);
  return { addBanding: { bandedRange } };
}

export function updateBanding(edit: Edit, request: Clean<sheets_v4.Schema$UpdateBandingRequest>): void {
  const { sheet, index } = findItem(edit, 'bandedRanges', request.bandedRange?.bandedRangeId);
  guardSheet(edit, sheet);
  const items = sheet.editMeta().bandedRanges;
  const wanted = pairColours(request.bandedRange);
  const mask = withColourPairs(updateMask(request.fields));
  const next = merge<Item<'bandedRanges'>>(items[index], wanted, mask) ?? {};
  items[index] = { ...next, ...(next.range && { range: closedRange(edit, next.range) }) };
}

export const deleteBanding = (edit: Edit, request: Clean<sheets_v4.Schema$DeleteBandingRequest>): void =>
  removeItem(edit, 'bandedRanges', request.bandedRangeId);

type Rule = SheetMeta['conditionalFormats'][number];

/** All ranges of a rule are on one sheet, which is the sheet of the rule. */
function checkRule(edit: Edit, rule: Rule | undefined): { sheet: DraftSheet; rule: Rule } {
  const ranges = (rule?.ranges ?? []).map((range) => closedRange(edit, range));
  const [first] = ranges;
  if (!rule || !first) throw invalid('rule.ranges must be specified.');
  if (ranges.some((range) => range.sheetId !== first.sheetId)) throw invalid('All ranges must be on the same sheet.');
  const sheet = edit.draft.sheet(first.sheetId);
  guardSheet(edit, sheet);
  return { sheet, rule: { ...pairColours(rule), ranges } };
}

export function addConditionalFormatRule(
  edit: Edit,
  request: Clean<sheets_v4.Schema$AddConditionalFormatRuleRequest>,
): void {
  const { sheet, rule } = checkRule(edit, request.rule);
  const list = sheet.editMeta().conditionalFormats;
  const index = request.index ?? 0;
  if (index > list.length) throw invalid(`No conditional format on sheet: ${sheet.id} at index: ${index}`);
  list.splice(index, 0, rule);
}

function ruleAt(sheet: DraftSheet, index: number): Rule {
  const rule = sheet.meta.conditionalFormats[index];
  if (!rule) throw invalid(`No conditional format on sheet: ${sheet.id} at index: ${index}`);
  return rule;
}

/** Replaces the rule, or moves it when `newIndex` is given. */
export function updateConditionalFormatRule(
  edit: Edit,
  request: Clean<sheets_v4.Schema$UpdateConditionalFormatRuleRequest>,
) {
  const wanted = request.rule ? checkRule(edit, request.rule) : undefined;
  const sheet = wanted?.sheet ?? edit.draft.sheet(request.sheetId);
  guardSheet(edit, sheet);
  const oldIndex = request.index ?? 0;
  const oldRule = ruleAt(sheet, oldIndex);
  const list = sheet.editMeta().conditionalFormats;
  const newIndex = wanted ? oldIndex : (request.newIndex ?? 0);
  const newRule = wanted?.rule ?? oldRule;
  list.splice(oldIndex, 1);
  list.splice(newIndex, 0, newRule);
  return { updateConditionalFormatRule: { newRule, newIndex, oldRule, oldIndex } };
}

export function deleteConditionalFormatRule(
  edit: Edit,
  request: Clean<sheets_v4.Schema$DeleteConditionalFormatRuleRequest>,
) {
  const sheet = edit.draft.sheet(request.sheetId);
  guardSheet(edit, sheet);
  const rule = ruleAt(sheet, request.index ?? 0);
  sheet.editMeta().conditionalFormats.splice(request.index ?? 0, 1);
  return { deleteConditionalFormatRule: { rule } };
}
