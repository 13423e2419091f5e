/**
 * The messages and choices of chart and slicer requests. All kinds of charts are kept as data; the page draws some of
 * them. `notEmulated` marks what would make a sheet of its own, and is refused by name.
 */

type Fields = Record<string, string>;

const all = (type: string, ...names: string[]): Fields => Object.fromEntries(names.map((name) => [name, type]));

export const CHART_MESSAGES: Record<string, Fields> = {
  addChart: { chart: 'EmbeddedChart' },
  updateChartSpec: { chartId: 'int', spec: 'ChartSpec' },
  updateEmbeddedObjectPosition: { objectId: 'int', newPosition: 'EmbeddedObjectPosition', fields: 'string' },
  updateEmbeddedObjectBorder: { objectId: 'int', border: 'EmbeddedObjectBorder', fields: 'string' },
  deleteEmbeddedObject: { objectId: 'int' },
  Slicer: { slicerId: 'int', spec: 'SlicerSpec', position: 'EmbeddedObjectPosition' },
  SlicerSpec: {
    dataRange: 'GridRange',
    filterCriteria: 'any',
    columnIndex: 'int',
    applyToPivotTables: 'bool',
    title: 'string',
    textFormat: 'TextFormat',
    backgroundColor: 'Color',
    backgroundColorStyle: 'ColorStyle',
    horizontalAlignment: 'HorizontalAlign',
  },
  EmbeddedChart: {
    chartId: 'int',
    spec: 'ChartSpec',
    position: 'EmbeddedObjectPosition',
    border: 'EmbeddedObjectBorder',
  },
  EmbeddedObjectBorder: { color: 'Color', colorStyle: 'ColorStyle' },
  EmbeddedObjectPosition: { overlayPosition: 'OverlayPosition', ...all('notEmulated', 'sheetId', 'newSheet') },
  OverlayPosition: {
    anchorCell: 'GridCoordinate',
    ...all('int', 'offsetXPixels', 'offsetYPixels', 'widthPixels', 'heightPixels'),
  },
  ChartSpec: {
    ...all('string', 'title', 'subtitle', 'altText', 'fontName'),
    ...all('TextFormat', 'titleTextFormat', 'subtitleTextFormat'),
    ...all('any', 'titleTextPosition', 'subtitleTextPosition', 'dataSourceChartProperties', 'filterSpecs', 'sortSpecs'),
    maximized: 'bool',
    backgroundColor: 'Color',
    backgroundColorStyle: 'ColorStyle',
    hiddenDimensionStrategy: 'ChartHiddenDimensionStrategy',
    basicChart: 'BasicChartSpec',
    pieChart: 'PieChartSpec',
    ...all('any', 'bubbleChart', 'candlestickChart', 'orgChart', 'histogramChart', 'waterfallChart'),
    ...all('any', 'treemapChart', 'scorecardChart'),
  },
  BasicChartSpec: {
    chartType: 'BasicChartType',
    legendPosition: 'BasicChartLegendPosition',
    stackedType: 'BasicChartStackedType',
    axis: '[]BasicChartAxis',
    domains: '[]BasicChartDomain',
    series: '[]BasicChartSeries',
    headerCount: 'int',
    ...all('bool', 'threeDimensional', 'interpolateNulls', 'lineSmoothing'),
    ...all('any', 'compareMode', 'totalDataLabel'),
  },
  BasicChartAxis: {
    position: 'BasicChartAxisPosition',
    title: 'string',
    format: 'TextFormat',
    ...all('any', 'titleTextPosition', 'viewWindowOptions'),
  },
  BasicChartDomain: { domain: 'ChartData', reversed: 'bool' },
  BasicChartSeries: {
    series: 'ChartData',
    targetAxis: 'BasicChartAxisPosition',
    type: 'BasicChartType',
    colorStyle: 'ColorStyle',
    color: 'Color',
    ...all('any', 'lineStyle', 'dataLabel', 'pointStyle', 'styleOverrides'),
  },
  PieChartSpec: {
    legendPosition: 'PieChartSpec.PieChartLegendPosition',
    domain: 'ChartData',
    series: 'ChartData',
    pieHole: 'double',
    threeDimensional: 'bool',
  },
  ChartData: { sourceRange: 'ChartSourceRange', ...all('any', 'columnReference', 'groupRule', 'aggregateType') },
  ChartSourceRange: { sources: '[]GridRange' },
};

const LEGENDS = ['BOTTOM_LEGEND', 'LEFT_LEGEND', 'RIGHT_LEGEND', 'TOP_LEGEND', 'NO_LEGEND'];

export const CHART_ENUMS: Record<string, readonly string[]> = {
  BasicChartType: ['BAR', 'LINE', 'AREA', 'COLUMN', 'SCATTER', 'COMBO', 'STEPPED_AREA'],
  BasicChartLegendPosition: [...LEGENDS, 'INSIDE_LEGEND'],
  'PieChartSpec.PieChartLegendPosition': [...LEGENDS, 'LABELED_LEGEND'],
  BasicChartStackedType: ['NOT_STACKED', 'STACKED', 'PERCENT_STACKED'],
  BasicChartAxisPosition: ['BOTTOM_AXIS', 'LEFT_AXIS', 'RIGHT_AXIS'],
  ChartHiddenDimensionStrategy: ['SKIP_HIDDEN_ROWS_AND_COLUMNS', 'SKIP_HIDDEN_ROWS', 'SKIP_HIDDEN_COLUMNS', 'SHOW_ALL'],
};
