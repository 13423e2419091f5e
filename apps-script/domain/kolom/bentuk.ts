/** What a tab of a workbook is, as data. */
import type { Kolom } from './kolom.ts';

export interface Tab {
  readonly nama: string;
  readonly kolom: readonly Kolom[];
  /** The column that names a row; rows are found by it, never by a remembered number. */
  readonly kunci: string;
  /** One sentence for the tab's first header note. */
  readonly guna: string;
}
