/** The formats, bundled and minified as for Apps Script, run on the bare language and stay inside their share of the bundle. */
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const MODULES = ['format/temukan', 'format/baca-berkas', 'format/tulis', 'format/csv'];
/** What the bundle holds anyway. */
const SHARED = [
  'hp/hp',
  'nama/nama',
  'nik/berkas',
  'nik/kk',
  'nik/nik',
  'waktu/bahasa',
  'wilayah/wilayah',
  'pesan/temuan',
];

async function bundle(modules: readonly string[]): Promise<string> {
  const contents = modules.map((name) => `export * from '#domain/${name}.ts';`).join('\n');
  const result = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    globalName: 'domain',
    target: 'es2019',
  });
  return String(result.outputFiles[0]?.text);
}

describe('bundled formats', () => {
  it('write and read back without Date, Intl, BigInt or any host object', async () => {
    const context = createContext({});
    runInContext('for (const n of ["Date", "Intl", "BigInt", "WebAssembly"]) delete globalThis[n];', context);
    runInContext(await bundle([...MODULES, 'format/rekaman', 'format/sel']), context);
    const answer = runInContext(
      `(() => {
        const rekaman = domain.rekamanKosong({ nik: '9171011708909001', tgl_lahir: '1990-08-17' });
        const lembar = domain.tulisBerkas([rekaman], { format: 'F37' }).baris.map(domain.barisTeks);
        const letak = domain.temukanTabel(lembar).value;
        const hasil = domain.bacaBerkas(lembar, letak, { hariIni: '2026-11-21', kodeWilayah: '3271' }).value;
        return [letak.format, hasil.baris[0].rekaman.nik, hasil.baris[0].rekaman.tgl_lahir].join();
      })()`,
      context,
    );
    expect(answer).toBe('F37,9171011708909001,1990-08-17');
  });

  it('add less than 30 KB to the bundle', async () => {
    const both = await bundle([...SHARED, ...MODULES]);
    const without = await bundle(SHARED);
    expect(Buffer.byteLength(both) - Buffer.byteLength(without)).toBeLessThan(30_000);
  });
});
