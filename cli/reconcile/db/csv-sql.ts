/** A CSV file as the database reads it. */
import { kutipTeks } from './kutip.ts';

export interface BentukCsvSql {
  readonly pemisah: string;
  /** Columns: `c0`, `c1` and so on. */
  readonly lebar: number;
  /** Lines above the data. */
  readonly lewati: number;
}

/** The database would hold far more text at once: little goes to one processor then, and much leaves less memory for its rows. */
export const SEDIKIT = 'buffer_size = 4000000';

/** A relation whose columns are all text. @param lain further options of `read_csv` */
export function bacaCsvSql(path: string, { pemisah, lebar, lewati }: BentukCsvSql, ...lain: readonly string[]): string {
  const kolom = Array.from({ length: lebar }, (_, i) => `c${i}: 'VARCHAR'`);
  const opsi = [
    ...['auto_detect = false', 'header = false', `skip = ${lewati}`, `columns = {${kolom.join(', ')}}`],
    ...[`delim = ${kutipTeks(pemisah)}`, `quote = '"'`, `escape = '"'`, ...lain],
  ];
  return `read_csv(${kutipTeks(path)}, ${opsi.join(', ')})`;
}
