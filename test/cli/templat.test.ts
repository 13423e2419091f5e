/** `pbi templat`: what people get to fill in, and that it is nothing yet. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { hurufKolom } from '#domain/format/sel.ts';
import { KELURAHAN, rowOf } from './support/berkas.ts';
import { pbi, temporary } from './support/pbi.ts';

async function templat(format: 'format34' | 'format37', ...more: string[]) {
  const path = join(temporary(), 'templat.xlsx');
  const { code, out } = await pbi('templat', format, '--keluaran', path, ...more);
  expect({ code, out }).toEqual({ code: 0, out: `${path}\n` });
  const [table, hints] = (await readXlsx(readFileSync(path), { readStyles: true })).sheets;
  if (!table || !hints) throw new Error('a sheet is missing');
  return { path, table, hints };
}

describe('pbi templat', () => {
  it.each([
    ['format34', 34],
    ['format37', 37],
  ] as const)('%s numbers its %i columns and is empty', async (format, columns) => {
    const { path, table } = await templat(format);
    const numbers = table.rows[rowOf(0) - 2] ?? [];
    expect(numbers.slice(0, columns)).toEqual(Array.from({ length: columns }, (_, index) => String(index + 1)));
    const { code, err, out } = await pbi('impor', path, '--kelurahan', KELURAHAN);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain('Tabelnya kosong');
  });

  it('keeps every cell text and offers the codes', async () => {
    const { table } = await templat('format34', '--kelurahan', KELURAHAN);
    for (const column of [2, 3, 17]) {
      for (const row of [rowOf(0) - 1, rowOf(499) - 1]) {
        expect(table.cells?.get(`${row},${column}`)?.style?.numFmt).toBe('@');
      }
    }
    const choices = (column: number) => {
      const range = `${hurufKolom(column - 1)}${rowOf(0)}:${hurufKolom(column - 1)}${rowOf(499)}`;
      return table.dataValidations?.find((rule) => rule.range === range);
    };
    expect(choices(5)?.values).toContain('4 = Anak');
    expect(choices(8)?.values).toEqual(['1 = L', '2 = P']);
    expect(choices(17)?.values).toEqual(['Batu Tulis']);
    expect(choices(3)).toMatchObject({ type: 'textLength', formula1: '16' });
  });

  it('offers only what the import understands', async () => {
    const { path, table } = await templat('format37', '--kelurahan', KELURAHAN);
    const example = (await templat('format37', '--kelurahan', KELURAHAN)).hints.rows
      .filter(([number]) => /^\d+$/.test(String(number)))
      .map((row) => row[4] ?? null);
    const filled = (table.dataValidations ?? []).flatMap((rule) =>
      (rule.values ?? []).map((value) => {
        const column = table.dataValidations ? columnOf(rule.range) : 0;
        return example.map((text, index) => (index === column ? value : text));
      }),
    );
    const { writeXlsx } = await import('hucre/xlsx');
    const head = table.rows.slice(0, rowOf(0) - 1);
    for (const row of filled) {
      writeFileSync(path, await writeXlsx({ sheets: [{ name: 'x', rows: [...head, row] }] }));
      const { readBerkas } = await import('../../cli/berkas/berkas.ts');
      const { periksaBerkas } = await import('../../cli/format/periksa-berkas.ts');
      const opsi = { kelurahan: KELURAHAN, hariIni: '2026-11-21' as never };
      const wrong = periksaBerkas(await readBerkas(path), opsi).ditolak.flatMap(({ sebab }) => sebab);
      // A foreigner is offered to be refused with the right sentence.
      expect(wrong.filter(({ kode, tingkat }) => tingkat === 'galat' && kode !== 'T10')).toEqual([]);
    }
    expect(filled.length).toBeGreaterThan(20);
  });

  it('overwrites nothing and knows its regions', async () => {
    const { path } = await templat('format34');
    expect(await pbi('templat', 'format34', '--keluaran', path)).toMatchObject({
      code: 2,
      err: expect.stringContaining('sudah ada'),
    });
    expect(await pbi('templat', 'format34', '--kelurahan', '1')).toMatchObject({
      code: 2,
      err: expect.stringContaining('tidak dikenal'),
    });
    expect((await pbi('templat', 'format35')).err).toContain('Yang boleh: format34, format37.');
  });
});

/** Index of the first column of a range such as `AB16:AB515`. */
const columnOf = (range: string): number =>
  [...(/^[A-Z]+/.exec(range)?.[0] ?? '')].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
