/** What SpreadsheetApp's two sides tell each other. */

export interface SheetFacts {
  spreadsheetId: string;
  sheetId: number;
  name: string;
}

/** A block of cells, counted from 1. */
export interface Block {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export interface TextQuery {
  text: string;
  matchEntireCell: boolean;
  matchCase: boolean;
  regex: boolean;
}

/** Values as they cross: an instant where the cell shows a date or time. */
export type CellFacts = string | number | boolean | { instant: number };
