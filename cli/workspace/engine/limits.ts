/** Google's limits of one spreadsheet, enforced so that a change that would fail there fails here. */

/** Characters that one cell may hold. */
export const MAX_CELL_CHARACTERS = 50_000;
/** Cells (empty ones count) that all grids of one spreadsheet may have together. */
export const MAX_CELLS = 10_000_000;
/** Columns of one sheet; Google's last column is ZZZ. */
export const MAX_COLUMNS = 18_278;
/** Digits of a typed number that survive. */
export const SIGNIFICANT_DIGITS = 15;
/** What a sheet has when nobody says otherwise. */
export const DEFAULT_ROWS = 1000;
export const DEFAULT_COLUMNS = 26;
/** Pixels of a row and a column that nobody resized. */
export const DEFAULT_ROW_PIXELS = 21;
export const DEFAULT_COLUMN_PIXELS = 100;
