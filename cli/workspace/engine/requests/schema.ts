/**
 * The messages inside requests, field by field, so that a misspelt name or a number where text belongs is refused as
 * at Google. `any` marks what the engine only keeps. A list is written `[]Type`.
 */
import { CHART_MESSAGES } from './chart-schema.ts';

type FieldType = 'string' | 'int' | 'double' | 'bool' | 'any' | (string & {});
export type Message = { readonly [field: string]: FieldType };

const strings = (...names: string[]): Message => Object.fromEntries(names.map((name) => [name, 'string']));
const ints = (...names: string[]): Message => Object.fromEntries(names.map((name) => [name, 'int']));
const bools = (...names: string[]): Message => Object.fromEntries(names.map((name) => [name, 'bool']));
const anything = (...names: string[]): Message => Object.fromEntries(names.map((name) => [name, 'any']));

const CELLS: Record<string, Message> = {
  ExtendedValue: {
    numberValue: 'double',
    stringValue: 'string',
    boolValue: 'bool',
    formulaValue: 'string',
    errorValue: 'any',
  },
  CellData: {
    userEnteredValue: 'ExtendedValue',
    effectiveValue: 'ExtendedValue',
    userEnteredFormat: 'CellFormat',
    effectiveFormat: 'CellFormat',
    dataValidation: 'DataValidationRule',
    ...strings('formattedValue', 'hyperlink', 'note'),
    ...anything('textFormatRuns', 'pivotTable', 'dataSourceTable', 'dataSourceFormula', 'chipRuns'),
  },
  RowData: { values: '[]CellData' },
  CellFormat: {
    numberFormat: 'NumberFormat',
    textFormat: 'TextFormat',
    ...strings('horizontalAlignment', 'verticalAlignment', 'wrapStrategy', 'textDirection', 'hyperlinkDisplayType'),
    ...anything('backgroundColor', 'backgroundColorStyle', 'borders', 'padding', 'textRotation'),
  },
  NumberFormat: strings('type', 'pattern'),
  TextFormat: {
    fontFamily: 'string',
    fontSize: 'int',
    ...bools('bold', 'italic', 'strikethrough', 'underline'),
    ...anything('foregroundColor', 'foregroundColorStyle', 'link'),
  },
  DataValidationRule: { condition: 'BooleanCondition', inputMessage: 'string', ...bools('strict', 'showCustomUi') },
  BooleanCondition: { type: 'string', values: '[]ConditionValue' },
  ConditionValue: strings('relativeDate', 'userEnteredValue'),
};

const PLACES: Record<string, Message> = {
  GridRange: ints('sheetId', 'startRowIndex', 'endRowIndex', 'startColumnIndex', 'endColumnIndex'),
  GridCoordinate: ints('sheetId', 'rowIndex', 'columnIndex'),
  DimensionRange: { dimension: 'string', ...ints('sheetId', 'startIndex', 'endIndex') },
  DimensionProperties: {
    pixelSize: 'int',
    ...bools('hiddenByFilter', 'hiddenByUser'),
    ...anything('developerMetadata', 'dataSourceColumnReference'),
  },
  SheetProperties: {
    gridProperties: 'GridProperties',
    ...ints('sheetId', 'index'),
    ...strings('title', 'sheetType'),
    ...bools('hidden', 'rightToLeft'),
    ...anything('tabColor', 'tabColorStyle', 'dataSourceSheetProperties'),
  },
  GridProperties: {
    ...ints('rowCount', 'columnCount', 'frozenRowCount', 'frozenColumnCount'),
    ...bools('hideGridlines', 'rowGroupControlAfter', 'columnGroupControlAfter'),
  },
  ProtectedRange: {
    range: 'GridRange',
    protectedRangeId: 'int',
    unprotectedRanges: '[]GridRange',
    editors: 'Editors',
    ...strings('namedRangeId', 'tableId', 'description'),
    ...bools('warningOnly', 'requestingUserCanEdit'),
  },
  Editors: { users: '[]string', groups: '[]string', domainUsersCanEdit: 'bool' },
  NamedRange: { range: 'GridRange', ...strings('namedRangeId', 'name') },
  SortSpec: {
    dimensionIndex: 'int',
    sortOrder: 'string',
    ...anything(
      'foregroundColor',
      'foregroundColorStyle',
      'backgroundColor',
      'backgroundColorStyle',
      'dataSourceColumnReference',
    ),
  },
  ConditionalFormatRule: { ranges: '[]GridRange', booleanRule: 'BooleanRule', gradientRule: 'any' },
  BooleanRule: { condition: 'BooleanCondition', format: 'CellFormat' },
};

/** The messages of the request kinds themselves. A kind that is not here is read as it is. */
const REQUESTS: Record<string, Message> = {
  updateCells: { rows: '[]RowData', fields: 'string', start: 'GridCoordinate', range: 'GridRange' },
  appendCells: { sheetId: 'int', rows: '[]RowData', fields: 'string', tableId: 'string' },
  repeatCell: { range: 'GridRange', cell: 'CellData', fields: 'string' },
  setDataValidation: { range: 'GridRange', rule: 'DataValidationRule', filteredRowsIncluded: 'bool' },
  addSheet: { properties: 'SheetProperties' },
  deleteSheet: ints('sheetId'),
  duplicateSheet: { newSheetName: 'string', ...ints('sourceSheetId', 'insertSheetIndex', 'newSheetId') },
  updateSheetProperties: { properties: 'SheetProperties', fields: 'string' },
  updateSpreadsheetProperties: { properties: 'any', fields: 'string' },
  insertDimension: { range: 'DimensionRange', inheritFromBefore: 'bool' },
  appendDimension: { dimension: 'string', tableId: 'string', ...ints('sheetId', 'length') },
  deleteDimension: { range: 'DimensionRange' },
  moveDimension: { source: 'DimensionRange', destinationIndex: 'int' },
  updateDimensionProperties: {
    range: 'DimensionRange',
    dataSourceSheetRange: 'any',
    properties: 'DimensionProperties',
    fields: 'string',
  },
  autoResizeDimensions: { dimensions: 'DimensionRange', dataSourceSheetDimensions: 'any' },
  addDimensionGroup: { range: 'DimensionRange' },
  deleteDimensionGroup: { range: 'DimensionRange' },
  copyPaste: { source: 'GridRange', destination: 'GridRange', ...strings('pasteType', 'pasteOrientation') },
  cutPaste: { source: 'GridRange', destination: 'GridCoordinate', pasteType: 'string' },
  sortRange: { range: 'GridRange', sortSpecs: '[]SortSpec' },
  findReplace: {
    range: 'GridRange',
    sheetId: 'int',
    ...strings('find', 'replacement'),
    ...bools('matchCase', 'matchEntireCell', 'searchByRegex', 'includeFormulas', 'allSheets'),
  },
  mergeCells: { range: 'GridRange', mergeType: 'string' },
  unmergeCells: { range: 'GridRange' },
  addNamedRange: { namedRange: 'NamedRange' },
  updateNamedRange: { namedRange: 'NamedRange', fields: 'string' },
  deleteNamedRange: strings('namedRangeId'),
  addProtectedRange: { protectedRange: 'ProtectedRange' },
  updateProtectedRange: { protectedRange: 'ProtectedRange', fields: 'string' },
  deleteProtectedRange: ints('protectedRangeId'),
  clearBasicFilter: ints('sheetId'),
  addConditionalFormatRule: { rule: 'ConditionalFormatRule', index: 'int' },
  updateConditionalFormatRule: { rule: 'ConditionalFormatRule', ...ints('index', 'newIndex', 'sheetId') },
  deleteConditionalFormatRule: ints('index', 'sheetId'),
};

export const MESSAGES: Record<string, Message> = { ...CELLS, ...PLACES, ...REQUESTS, ...CHART_MESSAGES };
