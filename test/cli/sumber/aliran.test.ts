/** Sources are streams: rows come while the file is still being read, and a million of them need no more room. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../cli/berkas/xlsx.ts';
import { bukaSumber } from '../../../cli/reconcile/sumber/sumber.ts';
import { file, nik, read, readStream } from './support/sumber.ts';

const HEAD = 'nik,nama,tgl_lahir\n';
const row = (n: number): string => `${nik(n % 900)},BUDI,1990-08-17\n`;

describe('a stream', () => {
  it('that never ends gives its rows nevertheless, and is not read further than they are wanted', async () => {
    let lines = 0;
    let closed = false;
    function* endless(): Generator<string> {
      try {
        yield HEAD;
        for (;;) {
          yield row(lines).repeat(500);
          lines += 500;
        }
      } finally {
        closed = true;
      }
    }
    const stdin = Readable.from(endless()).map((text: string) => Buffer.from(text));
    const sumber = await bukaSumber('-', { stdin });
    let read = 0;
    for await (const potongan of sumber.baris()) {
      read += potongan.length;
      if (read > 20_000) break;
    }
    expect(lines).toBeLessThan(40_000);
    expect(() => sumber.ringkasan()).toThrow();
    stdin.destroy();
    await expect.poll(() => closed).toBe(true);
  });

  it('with more rows than a piece holds loses none, wherever the pieces end', async () => {
    const text = HEAD + Array.from({ length: 12_000 }, (_, n) => row(n)).join('');
    const { baris, ringkasan } = await readStream(text, {}, 997);
    expect(baris.map(({ nomor }) => nomor)).toEqual(Array.from({ length: 12_000 }, (_, n) => n + 2));
    expect(ringkasan.dibaca).toBe(12_000);
  });

  it('has the hash of its bytes, like a file', async () => {
    const text = HEAD + row(1);
    const hash = createHash('sha256').update(text).digest('hex');
    const path = file('a.csv', text);
    for (const { ringkasan } of [await read(path), await readStream(text)]) expect(ringkasan.sha256).toBe(hash);
    const book = file(
      'a.xlsx',
      await writeXlsx([
        {
          nama: 'Data',
          baris: [
            ['NIK', 'Nama'],
            [nik(1), 'A'],
          ],
          lebar: [9, 9],
        },
      ]),
    );
    expect((await read(book)).ringkasan.sha256).toBe(createHash('sha256').update(readFileSync(book)).digest('hex'));
  });

  it('proves the order of its dates by the rows at its beginning, a file by all of them', async () => {
    const late = `${HEAD}${`${nik(1)},A,02/03/1990\n`.repeat(12_000)}${nik(2)},B,25/03/1990\n`;
    const beginning = await readStream(late);
    expect(beginning.ringkasan.peringatan).toEqual([expect.stringContaining('--urutan')]);
    const whole = await read(file('a.csv', late));
    expect([whole.ringkasan.peringatan, whole.ringkasan.cacat]).toEqual([[], 0]);
  });
});

describe('any text', () => {
  it('that is written into a workbook is read from it as it was', async () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'=+-@\'"<>&_x0D \n\t'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (texts) => {
        const baris = [['NIK', 'Nama', 'Catatan'], ...texts.map((satu, n) => [nik(n), 'BUDI', satu])];
        const path = file('a.xlsx', await writeXlsx([{ nama: 'Data', baris, lebar: [9, 9, 9] }]));
        expect((await read(path)).baris.map(({ lain }) => lain['Catatan'])).toEqual(texts);
      }),
      { numRuns: 100 },
    );
  });
});
