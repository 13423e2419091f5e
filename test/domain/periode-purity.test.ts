/** Periods and batches, lowered as the bundle is, run on the bare language: no clock, no Intl, no BigInt. */
import { readdirSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const FOLDER = new URL('../../apps-script/domain/periode/', import.meta.url);

it('the modules of periods run without Date, Intl or BigInt, in less than 40 KB', async () => {
  const contents = readdirSync(FOLDER)
    .map((name) => `export * from '#domain/periode/${name}';`)
    .join('\n');
  const result = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'domain',
    target: 'es2019',
  });
  const code = String(result.outputFiles[0]?.text);
  expect(code.length).toBeLessThan(40_000);
  const context = createContext({});
  runInContext('for (const n of ["Date", "Intl", "BigInt"]) delete globalThis[n]; delete Math.random;', context);
  runInContext(code, context);
  const answer = runInContext(
    `JSON.stringify([
      domain.penjelasan('2026-03', domain.CUTOFF_BAWAAN.dinkes, new Set(['2026-03-20'])).target,
      domain.klasifikasi('2026-12-11T00:00:00+07:00', 10),
      domain.totalKontrol([{ tiket: 'T', nik: '1', isi: [] }]).jumlahNik,
      domain.umur('2026-03-02', '2026-03-09', new Set()).hariKerja,
      domain.peringatanLibur('2026-12-01', new Set()).length,
    ])`,
    context,
  );
  expect(JSON.parse(String(answer))).toEqual(['2026-03-19', { periode: '2027-01', lewatCutoff: true }, 1, 5, 2]);
});
