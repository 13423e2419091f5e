/** What the grid endpoints answer and the spreadsheet page reads. Rows and columns count from 0. */

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
}

/** GET /workspace/grid/{id} */
export interface WireBook {
  title: string;
  revision: number;
  canEdit: boolean;
  sheets: WireSheet[];
}

/** GET /workspace/grid/{id}?sheetId=&from=&to= : rows `from` (included) to `to` (excluded). */
export interface WireRows {
  revision: number;
  from: number;
  rows: (WireCell | null)[][];
  lists: string[][];
  /** Pixel widths and hidden columns; only with the window that begins at row 0. */
  widths?: (number | null)[];
  hidden?: number[];
}
