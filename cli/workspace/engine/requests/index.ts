/** Every request kind of spreadsheets.batchUpdate that the Workspace reproduces, applied one after the other. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { GoogleError, NotEmulatedError } from '../../errors.ts';
import type { Clean } from '../clean.ts';
import { invalid } from '../draft.ts';
import type { Edit } from '../grid/protection.ts';
import * as areas from './areas.ts';
import * as cells from './cells.ts';
import * as charts from './charts.ts';
import * as copy from './copy.ts';
import { duplicateSheet } from './copy-sheet.ts';
import * as dimensions from './dimensions.ts';
import { autoFill } from './fill.ts';
import { findReplace } from './find-replace.ts';
import * as metadata from './metadata.ts';
import { Mistakes, readRequest } from './read-message.ts';
import * as rearrange from './rearrange.ts';
import * as rules from './rules.ts';
import * as sheets from './sheets.ts';
import * as slicers from './slicers.ts';
import * as text from './text.ts';

type Kind = keyof sheets_v4.Schema$Request;
type Body<K extends Kind> = Clean<NonNullable<sheets_v4.Schema$Request[K]>>;
/** Changes the draft; answers the reply, if the kind has one. */
type Handlers = { [K in Kind]?: ((edit: Edit, request: Body<K>) => object) | ((edit: Edit, request: Body<K>) => void) };

const HANDLERS = {
  updateCells: cells.updateCells,
  appendCells: cells.appendCells,
  repeatCell: cells.repeatCell,
  setDataValidation: cells.setDataValidation,
  updateBorders: cells.updateBorders,
  addSheet: sheets.addSheet,
  deleteSheet: sheets.deleteSheet,
  duplicateSheet,
  updateSheetProperties: sheets.updateSheetProperties,
  updateSpreadsheetProperties: sheets.updateSpreadsheetProperties,
  insertDimension: dimensions.insertDimension,
  appendDimension: dimensions.appendDimension,
  deleteDimension: dimensions.deleteDimension,
  moveDimension: dimensions.moveDimension,
  updateDimensionProperties: dimensions.updateDimensionProperties,
  autoResizeDimensions: dimensions.autoResizeDimensions,
  addDimensionGroup: dimensions.addDimensionGroup,
  updateDimensionGroup: dimensions.updateDimensionGroup,
  deleteDimensionGroup: dimensions.deleteDimensionGroup,
  copyPaste: copy.copyPaste,
  cutPaste: copy.cutPaste,
  pasteData: text.pasteData,
  textToColumns: text.textToColumns,
  trimWhitespace: text.trimWhitespace,
  autoFill,
  insertRange: rearrange.insertRange,
  deleteRange: rearrange.deleteRange,
  deleteDuplicates: rearrange.deleteDuplicates,
  randomizeRange: rearrange.randomizeRange,
  sortRange: copy.sortRange,
  mergeCells: areas.mergeCells,
  unmergeCells: areas.unmergeCells,
  addNamedRange: areas.addNamedRange,
  updateNamedRange: areas.updateNamedRange,
  deleteNamedRange: areas.deleteNamedRange,
  addProtectedRange: areas.addProtectedRange,
  updateProtectedRange: areas.updateProtectedRange,
  deleteProtectedRange: areas.deleteProtectedRange,
  setBasicFilter: rules.setBasicFilter,
  clearBasicFilter: rules.clearBasicFilter,
  addFilterView: rules.addFilterView,
  updateFilterView: rules.updateFilterView,
  duplicateFilterView: rules.duplicateFilterView,
  deleteFilterView: rules.deleteFilterView,
  addConditionalFormatRule: rules.addConditionalFormatRule,
  updateConditionalFormatRule: rules.updateConditionalFormatRule,
  deleteConditionalFormatRule: rules.deleteConditionalFormatRule,
  addBanding: rules.addBanding,
  updateBanding: rules.updateBanding,
  deleteBanding: rules.deleteBanding,
  addChart: charts.addChart,
  updateChartSpec: charts.updateChartSpec,
  updateEmbeddedObjectPosition: charts.updateEmbeddedObjectPosition,
  updateEmbeddedObjectBorder: charts.updateEmbeddedObjectBorder,
  deleteEmbeddedObject: charts.deleteEmbeddedObject,
  addSlicer: slicers.addSlicer,
  updateSlicerSpec: slicers.updateSlicerSpec,
  createDeveloperMetadata: metadata.createDeveloperMetadata,
  updateDeveloperMetadata: metadata.updateDeveloperMetadata,
  deleteDeveloperMetadata: metadata.deleteDeveloperMetadata,
  findReplace,
} satisfies Handlers;

/** The request kinds that are reproduced. */
export const REQUEST_KINDS: readonly string[] = Object.keys(HANDLERS);

/** The kinds that Google has and the Workspace refuses by name. The types keep the two lists complete. */
const REFUSED: Record<Exclude<Kind, keyof typeof HANDLERS>, true> = {
  addDataSource: true,
  updateDataSource: true,
  deleteDataSource: true,
  refreshDataSource: true,
  cancelDataSourceRefresh: true,
  addTable: true,
  updateTable: true,
  deleteTable: true,
};
export const UNSUPPORTED_KINDS: readonly string[] = Object.keys(REFUSED);

/**
 * Applies the requests to the edit's draft.
 * @throws GoogleError `Invalid requests[i].kind: why`; the caller then throws the draft away.
 * @throws NotEmulatedError for a kind that is not reproduced.
 */
export function applyRequests(edit: Edit, requests: readonly sheets_v4.Schema$Request[]): sheets_v4.Schema$Response[] {
  if (!Array.isArray(requests)) throw invalid(`Invalid value at 'requests' (LIST), ${JSON.stringify(requests)}`);
  if (requests.length === 0) throw invalid('Must specify at least one request.');
  // All are read before the first is applied, as Google does: a misspelt name wins over a wrong range before it.
  const mistakes = new Mistakes();
  const read = requests.flatMap((request, index) => {
    try {
      return [readOne(request, index)];
    } catch (error) {
      mistakes.add(error);
      return [];
    }
  });
  mistakes.check();
  return read.map(({ kind, handler, body }, index) => {
    try {
      return handler(edit, body) ?? {};
    } catch (error) {
      throw error instanceof GoogleError && error.status === 'INVALID_ARGUMENT'
        ? invalid(`Invalid requests[${index}].${kind}: ${error.message}`)
        : error;
    }
  });
}

const handlers = HANDLERS as Record<string, (edit: Edit, body: unknown) => object | undefined>;
const isKnown = (kind: string): boolean => Object.hasOwn(handlers, kind) || Object.hasOwn(REFUSED, kind);

function readOne(request: sheets_v4.Schema$Request, index: number) {
  const { kind, body } = readRequest(request, index, isKnown);
  const handler = Object.hasOwn(handlers, kind) ? handlers[kind] : undefined;
  if (!handler) throw new NotEmulatedError(`spreadsheets.batchUpdate ${kind}`);
  return { kind, handler, body };
}
