/** The domain, bundled as the Apps Script bundle is, runs on the bare language: no clock, no Intl, no web or Node API. */
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const MODULES = [
  'hash/sha256',
  'hp/hp',
  'nama/nama',
  'nik/berkas',
  'nik/kk',
  'nik/nik',
  'waktu/bahasa',
  'waktu/jam-kerja',
  'waktu/tanggal',
  'waktu/waktu',
  'wilayah/wilayah',
];

async function bundle(): Promise<string> {
  const contents = MODULES.map((name) => `export * from '#domain/${name}.ts';`).join('\n');
  const result = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'domain',
    target: 'es2019',
  });
  return String(result.outputFiles[0]?.text);
}

describe('bundled domain', () => {
  it('runs without Date, Intl, BigInt, Math.random or any host object, in less than 50 KB', async () => {
    const code = await bundle();
    expect(code.length).toBeLessThan(50_000);
    const context = createContext({});
    runInContext('for (const n of ["Date", "Intl", "BigInt", "WebAssembly"]) delete globalThis[n];', context);
    runInContext('delete Math.random;', context);
    runInContext(code, context);
    const answer = runInContext(
      `JSON.stringify([
        domain.sha256('é'),
        domain.parseNik('3402085708909001', domain.parseTanggal('2026-11-21')).nik,
        domain.waktuIndonesia(domain.waktuDariEpoch(1795228200000)),
        domain.labelKalurahan(domain.cariKalurahan('3402082004')),
        domain.kunciNama('H. Moch. Soleh, S.E.'),
        domain.parseHp('0812-3456-7890').hp,
      ])`,
      context,
    );
    expect(JSON.parse(String(answer))).toEqual([
      '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c',
      '3402085708909001',
      '21 November 2026 pukul 09.30 WIB',
      'Trirenggo (Bantul)',
      'MUHAMMAD SOLEH',
      '+6281234567890',
    ]);
  });
});
