/** A workbook of proposals as wide as Format 34, for reading and writing at size. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeXlsxStream } from 'hucre/xlsx';
import { quoted, withDuckDb } from './duckdb.ts';

const KOLOM_LEMBAR = 34;
/** Rows that are turned into cells at once. */
const PORTION = 2048;

/** Copies a CSV of proposals into a workbook; the columns that are missing to 34 are filled with short texts. */
export async function tulisLembar(temp: string, usulan: string, xlsx: string): Promise<void> {
  await withDuckDb(join(temp, 'lembar'), async (db) => {
    const result = await db.stream(`SELECT * FROM read_csv(${quoted(usulan)}, all_varchar = true, header = true)`);
    const names = result.columnNames();
    const extra = Array.from({ length: KOLOM_LEMBAR - names.length }, (_, index) => `keterangan_${index + 1}`);
    async function* rows(): AsyncGenerator<string[]> {
      let number = 0;
      for await (const portion of result.yieldRowsJson()) {
        for (const row of portion) {
          number += 1;
          yield [
            ...row.map((cell) => (cell === null ? '' : String(cell))),
            ...extra.map((_, index) => `isi ${(number + index) % 97}`),
          ];
        }
      }
    }
    const columns = [...names, ...extra].map((header) => ({ header }));
    const stream = writeXlsxStream(rows(), { name: 'Usulan', columns });
    await pipeline(Readable.fromWeb(stream as never, { highWaterMark: PORTION }), createWriteStream(xlsx));
  });
}
