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

const all = (type: string, ...names: string[]): Message => Object.fromEntries(names.map((name) => [name, type]));

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
    textFormatRuns: '[]TextFormatRun',
    ...strings('formattedValue', 'hyperlink', 'note'),
    ...all('notEmulated', 'pivotTable', 'dataSourceTable', 'dataSourceFormula', 'chipRuns'),
  },
  RowData: { values: '[]CellData' },
  CellFormat: {
    numberFormat: 'NumberFormat',
    textFormat: 'TextFormat',
    borders: 'Borders',
    horizontalAlignment: 'HorizontalAlign',
    verticalAlignment: 'VerticalAlign',
    wrapStrategy: 'WrapStrategy',
    textDirection: 'TextDirection',
    hyperlinkDisplayType: 'HyperlinkDisplayType',
    backgroundColor: 'Color',
    backgroundColorStyle: 'ColorStyle',
    padding: 'Padding',
    textRotation: 'TextRotation',
  },
  NumberFormat: { type: 'NumberFormatType', pattern: 'string' },
  TextFormat: {
    fontFamily: 'string',
    fontSize: 'int',
    ...bools('bold', 'italic', 'strikethrough', 'underline'),
    foregroundColor: 'Color',
    foregroundColorStyle: 'ColorStyle',
    link: 'Link',
  },
  TextFormatRun: { startIndex: 'int', format: 'TextFormat' },
  Link: strings('uri'),
  Padding: ints('top', 'right', 'bottom', 'left'),
  TextRotation: { angle: 'int', vertical: 'bool' },
  Borders: all('Border', 'top', 'bottom', 'left', 'right'),
  Border: { style: 'Style', width: 'int', color: 'Color', colorStyle: 'ColorStyle' },
  Color: all('double', 'red', 'green', 'blue', 'alpha'),
  ColorStyle: { rgbColor: 'Color', themeColor: 'ThemeColorType' },
  DataValidationRule: { condition: 'BooleanCondition', inputMessage: 'string', ...bools('strict', 'showCustomUi') },
  BooleanCondition: { type: 'ConditionType', values: '[]ConditionValue' },
  ConditionValue: { relativeDate: 'RelativeDate', userEnteredValue: 'string' },
};

const PLACES: Record<string, Message> = {
  GridRange: ints('sheetId', 'startRowIndex', 'endRowIndex', 'startColumnIndex', 'endColumnIndex'),
  GridCoordinate: ints('sheetId', 'rowIndex', 'columnIndex'),
  DimensionRange: { dimension: 'Dimension', ...ints('sheetId', 'startIndex', 'endIndex') },
  DimensionGroup: { range: 'DimensionRange', depth: 'int', collapsed: 'bool' },
  DimensionProperties: {
    pixelSize: 'int',
    ...bools('hiddenByFilter', 'hiddenByUser'),
    ...anything('developerMetadata', 'dataSourceColumnReference'),
  },
  SourceAndDestination: { source: 'GridRange', dimension: 'Dimension', fillLength: 'int' },
  SheetProperties: {
    gridProperties: 'GridProperties',
    ...ints('sheetId', 'index'),
    title: 'string',
    sheetType: 'SheetType',
    ...bools('hidden', 'rightToLeft'),
    tabColor: 'Color',
    tabColorStyle: 'ColorStyle',
    dataSourceSheetProperties: 'any',
  },
  GridProperties: {
    ...ints('rowCount', 'columnCount', 'frozenRowCount', 'frozenColumnCount'),
    ...bools('hideGridlines', 'rowGroupControlAfter', 'columnGroupControlAfter'),
  },
  SpreadsheetProperties: {
    ...strings('title', 'locale', 'timeZone', 'autoRecalc'),
    ...anything('defaultFormat', 'iterativeCalculationSettings', 'spreadsheetTheme'),
    importFunctionsExternalUrlAccessAllowed: 'bool',
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
  DeveloperMetadata: {
    metadataId: 'int',
    ...strings('metadataKey', 'metadataValue'),
    location: 'DeveloperMetadataLocation',
    visibility: 'DeveloperMetadataVisibility',
  },
  DeveloperMetadataLocation: {
    locationType: 'DeveloperMetadataLocationType',
    spreadsheet: 'bool',
    sheetId: 'int',
    dimensionRange: 'DimensionRange',
  },
  DataFilter: { a1Range: 'string', gridRange: 'GridRange', developerMetadataLookup: 'DeveloperMetadataLookup' },
  DeveloperMetadataLookup: {
    locationType: 'DeveloperMetadataLocationType',
    metadataLocation: 'DeveloperMetadataLocation',
    locationMatchingStrategy: 'DeveloperMetadataLocationMatchingStrategy',
    metadataId: 'int',
    ...strings('metadataKey', 'metadataValue'),
    visibility: 'DeveloperMetadataVisibility',
  },
};

const RULES: Record<string, Message> = {
  SortSpec: {
    dimensionIndex: 'int',
    sortOrder: 'SortOrder',
    ...all('Color', 'foregroundColor', 'backgroundColor'),
    ...all('ColorStyle', 'foregroundColorStyle', 'backgroundColorStyle'),
    dataSourceColumnReference: 'any',
  },
  BasicFilter: {
    range: 'GridRange',
    tableId: 'string',
    sortSpecs: '[]SortSpec',
    ...anything('criteria', 'filterSpecs'),
  },
  FilterView: {
    filterViewId: 'int',
    ...strings('title', 'namedRangeId', 'tableId'),
    range: 'GridRange',
    sortSpecs: '[]SortSpec',
    ...anything('criteria', 'filterSpecs'),
  },
  ConditionalFormatRule: { ranges: '[]GridRange', booleanRule: 'BooleanRule', gradientRule: 'GradientRule' },
  BooleanRule: { condition: 'BooleanCondition', format: 'CellFormat' },
  GradientRule: all('InterpolationPoint', 'minpoint', 'midpoint', 'maxpoint'),
  InterpolationPoint: { color: 'Color', colorStyle: 'ColorStyle', type: 'InterpolationPointType', value: 'string' },
  BandedRange: {
    bandedRangeId: 'int',
    bandedRangeReference: 'string',
    range: 'GridRange',
    ...all('BandingProperties', 'rowProperties', 'columnProperties'),
  },
  BandingProperties: {
    ...all('Color', 'headerColor', 'firstBandColor', 'secondBandColor', 'footerColor'),
    ...all('ColorStyle', 'headerColorStyle', 'firstBandColorStyle', 'secondBandColorStyle', 'footerColorStyle'),
  },
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
  updateSpreadsheetProperties: { properties: 'SpreadsheetProperties', fields: 'string' },
  insertDimension: { range: 'DimensionRange', inheritFromBefore: 'bool' },
  appendDimension: { dimension: 'Dimension', tableId: 'string', ...ints('sheetId', 'length') },
  deleteDimension: { range: 'DimensionRange' },
  moveDimension: { source: 'DimensionRange', destinationIndex: 'int' },
  updateDimensionProperties: {
    range: 'DimensionRange',
    dataSourceSheetRange: 'any',
    properties: 'DimensionProperties',
    fields: 'string',
  },
  autoResizeDimensions: { dimensions: 'DimensionRange', dataSourceSheetDimensions: 'any' },
  updateBorders: {
    range: 'GridRange',
    ...all('Border', 'top', 'bottom', 'left', 'right', 'innerHorizontal', 'innerVertical'),
  },
  insertRange: { range: 'GridRange', shiftDimension: 'Dimension' },
  deleteRange: { range: 'GridRange', shiftDimension: 'Dimension' },
  updateDimensionGroup: { dimensionGroup: 'DimensionGroup', fields: 'string' },
  addDimensionGroup: { range: 'DimensionRange' },
  deleteDimensionGroup: { range: 'DimensionRange' },
  copyPaste: {
    ...all('GridRange', 'source', 'destination'),
    pasteType: 'PasteType',
    pasteOrientation: 'PasteOrientation',
  },
  cutPaste: { source: 'GridRange', destination: 'GridCoordinate', pasteType: 'PasteType' },
  pasteData: { coordinate: 'GridCoordinate', ...strings('data', 'delimiter'), type: 'PasteType', html: 'bool' },
  autoFill: { range: 'GridRange', sourceAndDestination: 'SourceAndDestination', useAlternateSeries: 'bool' },
  textToColumns: { source: 'GridRange', delimiter: 'string', delimiterType: 'TextToColumnsRequest.DelimiterType' },
  trimWhitespace: { range: 'GridRange' },
  deleteDuplicates: { range: 'GridRange', comparisonColumns: '[]DimensionRange' },
  randomizeRange: { range: 'GridRange' },
  sortRange: { range: 'GridRange', sortSpecs: '[]SortSpec' },
  findReplace: {
    range: 'GridRange',
    sheetId: 'int',
    ...strings('find', 'replacement'),
    ...bools('matchCase', 'matchEntireCell', 'searchByRegex', 'includeFormulas', 'allSheets'),
  },
  mergeCells: { range: 'GridRange', mergeType: 'MergeCellsRequest.MergeType' },
  unmergeCells: { range: 'GridRange' },
  addNamedRange: { namedRange: 'NamedRange' },
  updateNamedRange: { namedRange: 'NamedRange', fields: 'string' },
  deleteNamedRange: strings('namedRangeId'),
  addProtectedRange: { protectedRange: 'ProtectedRange' },
  updateProtectedRange: { protectedRange: 'ProtectedRange', fields: 'string' },
  deleteProtectedRange: ints('protectedRangeId'),
  setBasicFilter: { filter: 'BasicFilter' },
  clearBasicFilter: ints('sheetId'),
  addFilterView: { filter: 'FilterView' },
  updateFilterView: { filter: 'FilterView', fields: 'string' },
  duplicateFilterView: ints('filterId'),
  deleteFilterView: ints('filterId'),
  addBanding: { bandedRange: 'BandedRange' },
  updateBanding: { bandedRange: 'BandedRange', fields: 'string' },
  deleteBanding: ints('bandedRangeId'),
  addSlicer: { slicer: 'Slicer' },
  updateSlicerSpec: { slicerId: 'int', spec: 'SlicerSpec', fields: 'string' },
  createDeveloperMetadata: { developerMetadata: 'DeveloperMetadata' },
  updateDeveloperMetadata: {
    dataFilters: '[]DataFilter',
    developerMetadata: 'DeveloperMetadata',
    fields: 'string',
  },
  deleteDeveloperMetadata: { dataFilter: 'DataFilter' },
  addConditionalFormatRule: { rule: 'ConditionalFormatRule', index: 'int' },
  updateConditionalFormatRule: { rule: 'ConditionalFormatRule', ...ints('index', 'newIndex', 'sheetId') },
  deleteConditionalFormatRule: ints('index', 'sheetId'),
};

export const MESSAGES: Record<string, Message> = { ...CELLS, ...PLACES, ...RULES, ...REQUESTS, ...CHART_MESSAGES };
