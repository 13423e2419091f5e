/** The glance at names that spares most pairs a closer look leaves out none that are alike. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bandingNama } from '#domain/nama/banding.ts';
import { kunciNama } from '#domain/nama/nama.ts';
import { tanpaUmum } from '../../../cli/reconcile/pencocok/kunci-kata-sql.ts';
import { MAKRO_NAMA } from '../../../cli/reconcile/pencocok/nama-sql.ts';
import { NAMA_SEKILAS } from '../../../cli/reconcile/pencocok/tahap-sql.ts';
import { bukaMesin } from '../support/mesin.ts';

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

/** Every way in which one letter goes wrong. */
const slips = (name: string): string[] =>
  [...name].flatMap((letter, i) => {
    const [before, behind] = [name.slice(0, i), name.slice(i + 1)];
    return [
      `${before}X${behind}`,
      before + behind,
      `${before}X${letter}${behind}`,
      before + behind.slice(0, 1) + letter + behind.slice(1),
    ];
  });

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
  const alike = names.flatMap(([name, written]) =>
    written.flatMap((other) =>
      other !== '' && bandingNama(name, other).jenis !== 'beda'
        ? [
            [name, other],
            [other, name],
          ]
        : [],
    ),
  );
  expect(alike.length).toBeGreaterThan(100);
  const values = alike.map(([asked, record]) => `('${asked}', '${record}')`).join(', ');
  const left = await baca(`
    SELECT p.kunci || ' / ' || r.nama AS pair
    FROM (SELECT i, k AS kunci, ${tanpaUmum('k')} AS kunci_inti FROM (SELECT row_number() OVER () AS i, k FROM (VALUES ${values}) t(k, n))) p
    JOIN (SELECT i, n AS nama, n AS kunci_r, ${tanpaUmum('n')} AS inti_r FROM (SELECT row_number() OVER () AS i, n FROM (VALUES ${values}) t(k, n))) r
      ON p.i = r.i
    WHERE NOT (${NAMA_SEKILAS}) LIMIT 5`);
  expect(left.map(({ pair }) => pair)).toEqual([]);
});
