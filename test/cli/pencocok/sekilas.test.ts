/** The glance that spares most pairs found by words a closer look loses none that could have been suggested. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AMBANG } from '#domain/cocok/bobot.ts';
import { kunciNama } from '#domain/nama/nama.ts';
import { siapkanMakro } from '../../../cli/reconcile/pencocok/cocokkan.ts';
import { bandingNamaSql, denganKunciSql } from '../../../cli/reconcile/pencocok/nama-sql.ts';
import { dapatMencapaiSql, HUBUNGAN, skorSql } from '../../../cli/reconcile/pencocok/skor-sql.ts';
import { bukaMesin } from '../support/mesin.ts';

const {
  mesin: { jalankan, baca },
  mesin,
  tutup,
} = await bukaMesin();
beforeAll(() => siapkanMakro(mesin));
afterAll(tutup);

const PAIRS = 20_000;
const LAHIR = 19_870_614;
const WORDS = 'SITI AMINAH SRI RAHAYU SOETINAH NUR HAYATI DJUMINAH KHOTIMAH WATI MURTI LESTARI ANI'.split(' ');

const slip = (name: string, at: number): string => {
  const i = at % name.length;
  return `${name.slice(0, i)}X${name.slice(i + 1)}`;
};
const lower = (name: string): string => name.toLowerCase();
/** How a mother's name comes to be written otherwise. */
const WAYS: readonly ((name: string, at: number) => string)[] = [
  (name) => name,
  slip,
  lower,
  (name) => name.replace(/\B[A-Z]+/g, lower),
  (name) => `HJ. ${name}, S.PD`,
  (name) => name.split(' ').reverse().join(' '),
  (name) => name.split(' ')[0] ?? '',
  (name) => name.split(' ').at(-1) ?? '',
  (name) => name.replace(/ (\w)\w*/g, ' $1'),
  (name) => name.replace(/^(\w)\w* /, '$1 '),
  (name) => name.replaceAll(' ', ''),
  () => '',
  () => 'ZUBAIDAH',
];

const pair = fc.record({
  mother: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  way: fc.constantFrom(...WAYS),
  at: fc.nat(40),
  weight: fc.double({ min: 1.5, max: 6, noNaN: true }),
  motherWeight: fc.double({ min: 0, max: 4, noNaN: true }),
  name: fc.constantFrom(4, 3, 2, 0.95, 0.9),
  place: fc.constantFrom([0, 3402010001], [3402010001, 3402010001], [3402010001, 3402010002], [3402010001, 1101010001]),
  sex: fc.tuple(fc.nat(2), fc.nat(2)),
  born: fc.constantFrom('BANTUL', 'SLEMAN', ''),
  nik: fc.constantFrom('', '3402011406879001', '3402011406879003', '34020114068790012'),
  kk: fc.constantFrom(0, 3402010101009000, 3402010101009007),
});

const text = (one: string): string => `'${one}'`;

async function lost(people: number): Promise<number> {
  const rows = fc.sample(pair, { numRuns: PAIRS, seed: people }).map((one, u) => {
    const key = kunciNama(one.mother);
    const [first = '', second = '-'] = key.split(' ');
    const nik = one.nik.length === 16 ? one.nik : '0';
    const own = [nik, text(one.nik), one.kk, one.place[0], one.sex[0], text(key), text(first), text(second)];
    const other = [one.place[1], one.sex[1], text(one.way(one.mother, one.at)), text(one.born), one.name];
    return `(${[u, ...own, one.weight, one.motherWeight, ...other].join(', ')})`;
  });
  await jalankan(`CREATE OR REPLACE TEMP TABLE pasangan AS FROM (VALUES ${rows.join(', ')})
    t(u, nik, nik_teks, kk, wilayah, jk, kunci_ibu, ibu_1, ibu_2, bobot_nama, bobot_ibu, wilayah_r, jk_r, ibu_r, tempat_r, n_nama)`);
  await jalankan(
    `CREATE OR REPLACE TEMP TABLE p AS SELECT * EXCLUDE (n_nama), 0 AS kartu, ${LAHIR} AS lahir, 0 AS lahir_tukar, 'BANTUL' AS tempat FROM pasangan`,
  );
  const records = `SELECT u, u AS rid, 5171031406879002 AS nik, 5171030101009005 AS kk, NULL::BIGINT AS kartu, ${LAHIR} AS lahir,
    jk_r AS jk, wilayah_r AS wilayah, ibu_r AS ibu, tempat_r AS tempat, 0::UTINYINT AS rusak, n_nama FROM pasangan`;
  await jalankan(`CREATE OR REPLACE TEMP TABLE r AS ${denganKunciSql(records, { kunci_ibu: 'ibu' })}`);
  const size = { penduduk: people, wilayah: 80_000 };
  const scored = skorSql(
    bandingNamaSql(
      `SELECT p.u, p.bobot_nama, p.bobot_ibu, ${HUBUNGAN}, p.kunci_ibu AS ibu_p, r.kunci_ibu AS ibu_r,
         ${dapatMencapaiSql(size, AMBANG.saran)} AS dapat FROM r JOIN p ON p.u = r.u`,
      'ibu_p',
      'ibu_r',
      'n_ibu',
    ),
    size,
  );
  const [counted = {}] = await baca(`SELECT count_if(skor >= ${AMBANG.saran} AND NOT dapat)::INTEGER AS lost,
    count_if(NOT dapat)::INTEGER AS spared, count_if(skor >= ${AMBANG.saran})::INTEGER AS suggested FROM (${scored})`);
  // What never happens proves nothing.
  expect(Number(counted['suggested'])).toBeGreaterThan(100);
  expect(Number(counted['spared'])).toBeGreaterThan(people > 1_000_000 ? 100 : -1);
  return Number(counted['lost']);
}

it.each([10_000, 1_000_000, 100_000_000])('among %d people', async (people) => {
  expect(await lost(people)).toBe(0);
});
