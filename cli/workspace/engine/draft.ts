/** A book being edited: copies what it touches, once, and leaves the original as it was. */
import { GoogleError } from '../errors.ts';
import { mayFill } from './formula/fills.ts';
import { DEFAULT_COLUMNS, DEFAULT_ROWS, MAX_CELL_CHARACTERS, MAX_CELLS, MAX_COLUMNS } from './limits.ts';
import {
  type Book,
  type BookMeta,
  type Cell,
  cellAt,
  isFormula,
  type Rect,
  type Row,
  type SheetMeta,
  type SheetState,
  type Slot,
} from './model.ts';

/** Hands out the numbers that identify sheets and rows on disk. */
export interface Keys {
  next(): number;
}

export const invalid = (message: string): GoogleError => new GoogleError('INVALID_ARGUMENT', message);

/** A sheet's metadata when nobody says otherwise. */
export function newSheetMeta(sheetId: number, title: string, index: number): SheetMeta {
  return {
    properties: { sheetId, title, index, sheetType: 'GRID' },
    rowCount: DEFAULT_ROWS,
    columnCount: DEFAULT_COLUMNS,
    columns: [],
    merges: [],
    protectedRanges: [],
    conditionalFormats: [],
    filterViews: [],
    bandedRanges: [],
    charts: [],
    rowGroups: [],
    columnGroups: [],
  };
}

export class DraftSheet implements SheetState {
  readonly key: number;
  readonly #keys: Keys;
  readonly #base: SheetState | undefined;
  #meta: SheetMeta;
  #rows: (Row | undefined)[];
  #ownMeta: boolean;
  #ownRows: boolean;
  #fills: boolean;

  constructor(keys: Keys, base: SheetState | SheetMeta) {
    const existing = 'rows' in base ? base : undefined;
    this.#keys = keys;
    this.#base = existing;
    this.key = existing?.key ?? keys.next();
    this.#meta = 'rows' in base ? base.meta : base;
    this.#rows = existing ? (existing.rows as (Row | undefined)[]) : [];
    this.#ownMeta = this.#ownRows = !existing;
    this.#fills = existing?.fills ?? false;
  }

  get id(): number {
    return this.#meta.properties.sheetId;
  }

  get meta(): Readonly<SheetMeta> {
    return this.#meta;
  }

  get rows(): readonly (Row | undefined)[] {
    return this.#rows;
  }

  get fills(): boolean {
    return this.#fills;
  }

  /** The metadata to change in place. */
  editMeta(): SheetMeta {
    if (!this.#ownMeta) this.#meta = structuredClone(this.#meta);
    this.#ownMeta = true;
    return this.#meta;
  }

  /** The list of rows to change in place (the rows in it stay immutable). Call `trim` afterwards. */
  editRows(): (Row | undefined)[] {
    if (!this.#ownRows) this.#rows = this.#rows.slice();
    this.#ownRows = true;
    return this.#rows;
  }

  /** Drops blank rows at the end. */
  trim(): void {
    const rows = this.editRows();
    while (rows.length > 0 && rows.at(-1) === undefined) rows.pop();
  }

  cell(row: number, column: number): Cell {
    return cellAt(this, row, column);
  }

  /** Replaces every cell of the rectangle by what `change` makes of it. */
  map(rect: Rect, change: (cell: Cell, row: number, column: number) => Cell): void {
    const rows = this.editRows();
    for (let index = rect.startRow; index < rect.endRow; index++) {
      const before = rows[index];
      const values = before ? before.values.slice() : [];
      const styles = before ? before.styles.slice() : [];
      for (let column = rect.startColumn; column < rect.endColumn; column++) {
        const cell = change({ value: values[column], style: styles[column] }, index, column);
        checkLength(cell.value);
        if (mayFill(cell.value)) this.#fills = true;
        values[column] = cell.value;
        styles[column] = cell.style;
      }
      this.#put(index, before, values, styles);
    }
    this.trim();
  }

  /** Gives a row its height, or undefined for an ordinary one. */
  setRowProps(index: number, props: Row['props']): void {
    const before = this.#rows[index];
    const { key = this.#keys.next(), values = [], styles = [] } = before ?? {};
    const blank = values.length === 0 && styles.length === 0 && !props;
    this.editRows()[index] = blank ? undefined : { key, values, styles, ...(props && { props }) };
  }

  /** A row with these cells and a new identity, for rows that are copied or split. */
  newRow(values: Slot[], styles: Row['styles'], props?: Row['props']): Row | undefined {
    if (values.some(mayFill)) this.#fills = true;
    return makeRow(this.#keys.next(), values, styles.slice(), props);
  }

  #put(index: number, before: Row | undefined, values: Slot[], styles: (Cell['style'] | undefined)[]): void {
    const rows = this.editRows();
    while (rows.length < index) rows.push(undefined);
    rows[index] = makeRow(before?.key ?? this.#keys.next(), values, styles, before?.props);
  }

  /** The same object as before if nothing changed. */
  finish(): SheetState {
    if (this.#base && !this.#ownMeta && !this.#ownRows) return this.#base;
    return { key: this.key, meta: this.#meta, rows: this.#rows, fills: this.#fills };
  }
}

function makeRow(key: number, values: Slot[], styles: Cell['style'][], props: Row['props']): Row | undefined {
  trimTail(values);
  trimTail(styles);
  if (values.length === 0 && styles.length === 0 && !props) return undefined;
  return { key, values, styles, ...(props && { props }) };
}

function trimTail(items: unknown[]): void {
  while (items.length > 0 && items.at(-1) === undefined) items.pop();
}

function checkLength(value: Slot): void {
  const text = isFormula(value) ? value.formula : value;
  if (typeof text === 'string' && text.length > MAX_CELL_CHARACTERS) {
    throw invalid(`Your input contains more than the maximum of ${MAX_CELL_CHARACTERS} characters in a single cell.`);
  }
}

export class Draft {
  readonly id: string;
  readonly base: Book;
  readonly #keys: Keys;
  #meta: BookMeta;
  #ownMeta = false;
  sheets: DraftSheet[];

  constructor(base: Book, keys: Keys) {
    this.id = base.id;
    this.base = base;
    this.#keys = keys;
    this.#meta = base.meta;
    this.sheets = base.sheets.map((sheet) => new DraftSheet(keys, sheet));
  }

  get meta(): Readonly<BookMeta> {
    return this.#meta;
  }

  editMeta(): BookMeta {
    if (!this.#ownMeta) this.#meta = structuredClone(this.#meta);
    this.#ownMeta = true;
    return this.#meta;
  }

  /** @throws GoogleError `No grid with id: 5` */
  sheet(id: number | undefined): DraftSheet {
    const found = this.sheets.find((sheet) => sheet.id === (id ?? 0));
    if (!found) throw invalid(`No grid with id: ${id ?? 0}`);
    return found;
  }

  addSheet(meta: SheetMeta): DraftSheet {
    const sheet = new DraftSheet(this.#keys, meta);
    this.sheets.splice(Math.min(meta.properties.index, this.sheets.length), 0, sheet);
    this.renumber();
    this.checkSize();
    return sheet;
  }

  /** Writes each sheet's place into its `index`. */
  renumber(): void {
    for (const [index, sheet] of this.sheets.entries()) {
      if (sheet.meta.properties.index !== index) sheet.editMeta().properties.index = index;
    }
  }

  /** @throws GoogleError if the grids have more cells than a spreadsheet may have. */
  checkSize(): void {
    let cells = 0;
    for (const { meta } of this.sheets) {
      cells += meta.rowCount * meta.columnCount;
      if (meta.columnCount > MAX_COLUMNS) throw invalid(`A sheet can have at most ${MAX_COLUMNS} columns.`);
    }
    if (cells > MAX_CELLS) {
      throw invalid(
        `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`,
      );
    }
  }

  /** The edited book with the next revision, or the original if nothing changed. */
  finish(): Book {
    const sheets = this.sheets.map((sheet) => sheet.finish());
    const { base } = this;
    const same = sheets.length === base.sheets.length && sheets.every((sheet, index) => sheet === base.sheets[index]);
    if (same && !this.#ownMeta) return base;
    return { id: this.id, revision: base.revision + 1, meta: this.#meta, sheets };
  }
}
