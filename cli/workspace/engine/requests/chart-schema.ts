/**
 * The messages and choices of chart requests. `notEmulated` marks what Google has and the Workspace does not draw: it is
 * refused by name, so that no chart looks different here without anybody being told.
 */

type Fields = Record<string, string>;

const all = (type: string, ...names: string[]): Fields => Object.fromEntries(names.map((name) => [name, type]));

export const CHART_MESSAGES: Record<string, Fields> = {
  addChart: { chart: 'EmbeddedChart' },
  updateChartSpec: { chartId: 'int', spec: 'ChartSpec' },
  updateEmbeddedObjectPosition: { objectId: 'int', newPosition: 'EmbeddedObjectPosition', fields: 'string' },
  deleteEmbeddedObject: { objectId: 'int' },
  EmbeddedChart: {
    chartId: 'int',
    spec: 'ChartSpec',
    position: 'EmbeddedObjectPosition',
    border: 'notEmulated',
  },
  EmbeddedObjectPosition: { overlayPosition: 'OverlayPosition', ...all('notEmulated', 'sheetId', 'newSheet') },
  OverlayPosition: {
    anchorCell: 'GridCoordinate',
    ...all('int', 'offsetXPixels', 'offsetYPixels', 'widthPixels', 'heightPixels'),
  },
  ChartSpec: {
    ...all('string', 'title', 'subtitle', 'altText'),
    hiddenDimensionStrategy: 'ChartHiddenDimensionStrategy',
    basicChart: 'BasicChartSpec',
    pieChart: 'PieChartSpec',
    ...all('notEmulated', 'titleTextFormat', 'titleTextPosition', 'subtitleTextFormat', 'subtitleTextPosition'),
    ...all('notEmulated', 'fontName', 'maximized', 'backgroundColor', 'backgroundColorStyle'),
    ...all('notEmulated', 'dataSourceChartProperties', 'filterSpecs', 'sortSpecs', 'bubbleChart', 'candlestickChart'),
    ...all('notEmulated', 'orgChart', 'histogramChart', 'waterfallChart', 'treemapChart', 'scorecardChart'),
  },
  BasicChartSpec: {
    chartType: 'BasicChartType',
    legendPosition: 'BasicChartLegendPosition',
    stackedType: 'BasicChartStackedType',
    axis: '[]BasicChartAxis',
    domains: '[]BasicChartDomain',
    series: '[]BasicChartSeries',
    headerCount: 'int',
    ...all('notEmulated', 'threeDimensional', 'interpolateNulls', 'lineSmoothing', 'compareMode', 'totalDataLabel'),
  },
  BasicChartAxis: {
    position: 'BasicChartAxisPosition',
    title: 'string',
    ...all('notEmulated', 'format', 'titleTextPosition', 'viewWindowOptions'),
  },
  BasicChartDomain: { domain: 'ChartData', reversed: 'notEmulated' },
  BasicChartSeries: {
    series: 'ChartData',
    targetAxis: 'BasicChartAxisPosition',
    colorStyle: 'ColorStyle',
    color: 'Color',
    ...all('notEmulated', 'type', 'lineStyle', 'dataLabel', 'pointStyle', 'styleOverrides'),
  },
  PieChartSpec: {
    legendPosition: 'PieChartLegendPosition',
    domain: 'ChartData',
    series: 'ChartData',
    pieHole: 'double',
    threeDimensional: 'notEmulated',
  },
  ChartData: {
    sourceRange: 'ChartSourceRange',
    ...all('notEmulated', 'columnReference', 'groupRule', 'aggregateType'),
  },
  ChartSourceRange: { sources: '[]GridRange' },
  ColorStyle: { rgbColor: 'Color', themeColor: 'notEmulated' },
  Color: { ...all('double', 'red', 'green', 'blue'), alpha: 'notEmulated' },
};

interface Choices {
  drawn: readonly string[];
  /** Also at Google. */
  notEmulated: readonly string[];
}

/** Enumerations: anything else is refused as at Google. */
export const CHOICES: Record<string, Choices> = {
  BasicChartType: { drawn: ['BAR', 'COLUMN', 'LINE', 'AREA'], notEmulated: ['SCATTER', 'COMBO', 'STEPPED_AREA'] },
  BasicChartLegendPosition: {
    drawn: ['BOTTOM_LEGEND', 'LEFT_LEGEND', 'RIGHT_LEGEND', 'TOP_LEGEND', 'NO_LEGEND'],
    notEmulated: ['INSIDE_LEGEND'],
  },
  PieChartLegendPosition: {
    drawn: ['BOTTOM_LEGEND', 'LEFT_LEGEND', 'RIGHT_LEGEND', 'TOP_LEGEND', 'NO_LEGEND'],
    notEmulated: ['LABELED_LEGEND'],
  },
  BasicChartStackedType: { drawn: ['NOT_STACKED', 'STACKED'], notEmulated: ['PERCENT_STACKED'] },
  BasicChartAxisPosition: { drawn: ['BOTTOM_AXIS', 'LEFT_AXIS'], notEmulated: ['RIGHT_AXIS'] },
  ChartHiddenDimensionStrategy: {
    drawn: ['SKIP_HIDDEN_ROWS_AND_COLUMNS', 'SKIP_HIDDEN_ROWS', 'SKIP_HIDDEN_COLUMNS', 'SHOW_ALL'],
    notEmulated: [],
  },
};
