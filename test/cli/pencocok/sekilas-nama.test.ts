/** The glance at names that spares most pairs a closer look leaves out none that are alike. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bandingNama } from '#domain/nama/banding.ts';
import { kunciNama } from '#domain/nama/nama.ts';
import { tanpaUmum } from '../../../cli/reconcile/pencocok/kunci-kata-sql.ts';
import { MAKRO_NAMA } from '../../../cli/reconcile/pencocok/nama-sql.ts';
import { NAMA_SEKILAS } from '../../../cli/reconcile/pencocok/tahap-sql.ts';
import { bukaMesin } from '../support/mesin.ts';
import { bothWays, slips } from './support/salah-huruf.ts';

const {
  mesin: { jalankan, baca },
  tutup,
} = await bukaMesin();
beforeAll(async () => {
  for (const makro of MAKRO_NAMA) await jalankan(makro);
});
afterAll(tutup);

const WORDS = 'ANI NUR SRI EKO WATI AGUS SUGIARTO WINARNI KUSUMAWATI RAHAYU MUHAMMAD'.split(' ');
const NAMES = [...WORDS, ...WORDS.flatMap((a) => WORDS.filter((b) => b !== a).map((b) => `${a} ${b}`))];

const once = NAMES.map((name) => [name, slips(name).map(kunciNama)] as const);
const twice = once
  .filter(([name]) => name.length > 9)
  .map(
    ([name, written], i) =>
      [name, written.flatMap((one, j) => (j % 7 === i % 7 ? slips(one).map(kunciNama) : []))] as const,
  );

it.each([
  ['one slip', once],
  ['two slips', twice],
  ['its words in another order', NAMES.map((name) => [name, [name.split(' ').reverse().join(' ')]] as const)],
  ['its words as one', NAMES.map((name) => [name, [name.replace(' ', '')]] as const)],
  ['half of it', NAMES.map((name) => [name, [...name.split(' '), name.slice(0, Math.ceil(name.length / 2))]] as const)],
])('with %s', async (_, names) => {
  const pairs = names.flatMap(([name, written]) => written.map((other) => [name, other] as const));
  const alike = bothWays(pairs.filter(([name, other]) => other !== '' && bandingNama(name, other).jenis !== 'beda'));
  expect(alike.length).toBeGreaterThan(100);
  const values = alike.map(([asked, record], i) => `(${i}, '${asked}', '${record}')`).join(', ');
  await jalankan(`CREATE OR REPLACE TEMP TABLE pasangan AS FROM (VALUES ${values}) t(i, kunci, nama)`);
  const left = await baca(`
    SELECT p.kunci || ' / ' || r.nama AS pair
    FROM (SELECT i, kunci, ${tanpaUmum('kunci')} AS kunci_inti FROM pasangan) p
    JOIN (SELECT i, nama, nama AS kunci_r, ${tanpaUmum('nama')} AS inti_r FROM pasangan) r ON p.i = r.i
    WHERE NOT (${NAMA_SEKILAS}) LIMIT 5`);
  expect(left.map(({ pair }) => pair)).toEqual([]);
});
