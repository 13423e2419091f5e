/** What the grid endpoints answer and the spreadsheet page reads. Rows and columns count from 0. */
import type { Runs } from './runs.ts';

/** One cell; absent parts are the default. A cell without anything is `null` on the wire. */
export interface WireCell {
  /** Displayed text. */
  v?: string;
  /** What the editor starts with, when it differs from `v`: a formula or the typed number. */
  e?: string;
  bg?: string;
  fg?: string;
  bold?: true;
  italic?: true;
  wrap?: true;
  align?: 'left' | 'center' | 'right';
  note?: string;
  /** Choices of a dropdown, by index in `lists`. */
  list?: number;
  /** The value does not satisfy the cell's dropdown. */
  bad?: true;
}

export interface WireSheet {
  sheetId: number;
  title: string;
  rows: number;
  columns: number;
  frozenRows: number;
  frozenColumns: number;
  tabColor?: string;
  /** Filter views, if there are any. */
  views?: { id: number; title: string }[];
  /** The sheet has charts. */
  charts?: true;
}

/** GET /workspace/grid/{id} */
export interface WireBook {
  title: string;
  revision: number;
  canEdit: boolean;
  sheets: WireSheet[];
}

/** GET /workspace/grid/{id}?sheetId=&from=&to= (excluded) or &rows=0-200,305-306. */
export interface WireRows {
  revision: number;
  from: number;
  /** One for each row that was asked for and exists. */
  rows: (WireCell | null)[][];
  lists: string[][];
  /** Pixel widths and hidden columns; absent when no row was found. */
  widths?: (number | null)[];
  hidden?: number[];
}

/** GET /workspace/grid/{id}?sheetId=&view= : which rows are shown; `view` is empty without a filter view. */
export interface WireShown {
  revision: number;
  /** `null` = all. */
  shown: Runs | null;
  /** Rows of the view's range that match, without its header. */
  matches?: number;
  /** The view has conditions that are not evaluated here, so more rows are shown than at Google. */
  partly?: true;
}

/** GET /workspace/grid/{id}?sheetId=&column= : which cells of a column are filled. */
export interface WireFilled {
  filled: Runs;
}

/** POST /workspace/find/{id} {sheetId, text} : row and column of each cell that shows the text, row by row. */
export interface WireHits {
  hits: [row: number, column: number][];
  /** There are more than these. */
  more?: true;
}

export interface WireSeries {
  name: string;
  /** `null` where there is no number. */
  values: (number | null)[];
  /** The same as the cells show them. */
  texts: string[];
  colour?: string;
}

export interface WireChart {
  id: number;
  title: string;
  subtitle: string;
  /** What a screen reader says instead of the picture. */
  label: string;
  kind: 'BAR' | 'COLUMN' | 'LINE' | 'AREA' | 'PIE';
  /** A kind that is kept for Google and not drawn here. */
  undrawn?: true;
  stacked: boolean;
  /** Part of a pie's radius that is empty. */
  hole: number;
  legend: 'BOTTOM' | 'LEFT' | 'RIGHT' | 'TOP' | 'NO';
  /** Titles, by side of the picture. */
  axes: { bottom: string; left: string };
  /** Pixels from the corner of the cell that holds it. */
  place: { row: number; column: number; x: number; y: number; width: number; height: number };
  /** Above the labels. */
  head: string;
  labels: string[];
  series: WireSeries[];
  /** Marks of the value axis, from the lowest to the highest. */
  ticks: { value: number; text: string }[];
}

/** GET /workspace/grid/{id}?sheetId=&charts= */
export interface WireCharts {
  revision: number;
  charts: WireChart[];
}
