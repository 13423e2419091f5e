/** The guide to the doctor names every finding and every experiment, and none that does not exist. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PERCOBAAN } from '../../cli/periksa/uji/jalankan.ts';

const panduan = readFileSync('docs/panduan-periksa.md', 'utf8');
const [temuan = '', uji = ''] = panduan.split('## Uji langsung terhadap Google');

/** Codes in the first column of tables. */
const diTabel = (teks: string): string[] => [...teks.matchAll(/^\| ([A-Z_]{2,}) +\|/gm)].map(([, kode = '']) => kode);

/** Codes that the checks report, where something is not well. */
const dilaporkan = (): string[] => {
  const folder = 'cli/periksa';
  const sumber = readdirSync(folder).filter((nama) => nama.endsWith('.ts'));
  const isi = sumber.map((nama) => readFileSync(`${folder}/${nama}`, 'utf8')).join('\n');
  const panggilan = [...isi.matchAll(/\b(?:galat|peringatan|lewat)\(\s*'([A-Z_]+)'/g)].map(([, kode = '']) => kode);
  const bentuk = [...isi.matchAll(/'([A-Z_]+)', '(?:GALAT|PERINGATAN)'\]/g)].map(([, kode = '']) => kode);
  return [...new Set([...panggilan, ...bentuk])];
};

it('every finding stands in the guide, and nothing else does', () => {
  expect(diTabel(temuan).toSorted()).toEqual(dilaporkan().toSorted());
});

it('every experiment stands in the guide, and nothing else does', () => {
  expect(diTabel(uji)).toEqual(PERCOBAAN.map(({ kode }) => kode));
});
