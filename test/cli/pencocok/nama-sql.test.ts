/** The rules for names in SQL are the domain's: both forms on 100,000 random pairs, and the guard of CSV cells. */
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { amankanSel } from '#domain/format/csv.ts';
import { type BandingNama, bandingNama } from '#domain/nama/banding.ts';
import { kunciNama } from '#domain/nama/nama.ts';
import { MAKRO_AMAN } from '../../../cli/reconcile/pencocok/csv-hasil.ts';
import { bandingNamaSql, denganKunciSql, MAKRO_NAMA } from '../../../cli/reconcile/pencocok/nama-sql.ts';

const PAIRS = 100_000;

const WORDS = (
  `AGUS AHMAD SITI AMINAH MOH. M. MUHAMMAD MUHAMAD MOCHAMAD MOCHAMMADZIDAN H. HJ DR. S.E., SE , S.PD M.YUSUF DR.BUDI ` +
  `Hj.SRI DJOKO SOEHARTO TJIPTO O'NEIL Ña José É ANNE-MARIE BA B.A. MA LC. B M DJATI/ITA 12 . - H.M.YUSUF.ALI IR NS ners ` +
  `ABD. ABD ST. ST.AMINAH MUKHAMAD MOKH D O T. OEMAR TJAHJONO ` +
  `R.D. R.D A.RAHMAN RD DS YOH YOHANES RATNA DEWI SARTIKA I NI MD MADE SUARTA Ny. Tn.BUDI An. AN BPK MOHD HM KHM. NUR M HM. ` +
  `SULISTYOWATI SULISTIYOWATI YULTIYAH JULTIYAH NUR NOR HAYATI NURHAYATI KUSUMA KUSUMANINGRUM`
).split(' ');

/** Both forms say the same; the database gives a number for each kind. */
const KODE: Readonly<Record<BandingNama['jenis'], (nilai: number) => number>> = {
  kosong: () => -1,
  sama: () => 4,
  urutan: () => 3,
  bagian: () => 2,
  mirip: (nilai) => nilai,
  beda: () => 0,
};

const name = fc
  .array(fc.constantFrom(...WORDS), { minLength: 0, maxLength: 4 })
  .chain((words) => fc.constantFrom(words.join(' '), words.join('  '), ` ${words.join(' ')}`));

/** Another name, or the same one in another order, shortened, or with slips. */
const pair = fc.tuple(name, name, fc.nat(7), fc.nat(60)).map(([a, other, kind, at]): [string, string] => {
  const i = at % Math.max(a.length, 1);
  const written = [
    other,
    a.split(' ').reverse().join(' '),
    a.slice(0, -1),
    `${a.slice(0, i)}X${a.slice(i + 1)}`,
    `${a.slice(0, i)}${a.charAt(i + 1)}${a.charAt(i)}${a.slice(i + 2)}`,
    a.split(' ').slice(1).join(' '),
    a,
    `${a.slice(0, i)}${a.slice(i + 2)}`,
  ];
  return [a, written[kind] ?? other];
});

let query: (sql: string) => Promise<unknown[][]>;
beforeAll(async () => {
  const koneksi = await (await DuckDBInstance.create(':memory:')).connect();
  for (const makro of [...MAKRO_NAMA, MAKRO_AMAN]) await koneksi.run(makro);
  query = async (sql) => (await koneksi.runAndReadAll(sql)).getRowsJS();
  const tabel = async (nama: string, baris: readonly (readonly string[])[]) => {
    await koneksi.run(`CREATE TABLE ${nama} (i INTEGER, a VARCHAR, b VARCHAR)`);
    const isi = await koneksi.createAppender(nama);
    baris.forEach(([a = '', b = ''], i) => {
      isi.appendInteger(i);
      isi.appendVarchar(a);
      isi.appendVarchar(b);
      isi.endRow();
    });
    isi.closeSync();
  };
  await tabel('mentah', PAIR_LIST);
  await tabel('kunci', KEY_LIST);
  await tabel('sel', CELL_LIST);
});

const PAIR_LIST = fc.sample(pair, { numRuns: PAIRS, seed: 11 });
const KEY_LIST = PAIR_LIST.map(([a, b]) => [kunciNama(a), kunciNama(b)] as const);
const CELL_LIST = fc
  .sample(fc.string({ unit: fc.constantFrom(...'=+-@|ab;,\t\r\n \'"＝＋'), maxLength: 8 }), { numRuns: 5_000, seed: 3 })
  .map((teks) => [teks] as const);

describe('100,000 random pairs', () => {
  it('have the same key', async () => {
    const semua = (await query(`SELECT kunci FROM (${denganKunciSql('FROM mentah', { kunci: 'a' })}) ORDER BY i`)) as [
      string,
    ][];
    const beda = semua.flatMap(([sql], i) => (sql === KEY_LIST[i]?.[0] ? [] : [[PAIR_LIST[i]?.[0], sql]]));
    expect(beda.slice(0, 5)).toEqual([]);
    expect(semua).toHaveLength(PAIRS);
  });

  it('compare alike, in every way that there is', async () => {
    const semua = (await query(
      `SELECT hasil FROM (${bandingNamaSql('FROM kunci', 'a', 'b', 'hasil')}) ORDER BY i`,
    )) as [number][];
    const terlihat = new Set<string>();
    const beda = semua.flatMap(([sql], i) => {
      const [a = '', b = ''] = KEY_LIST[i] ?? [];
      const { jenis, nilai } = bandingNama(a, b);
      terlihat.add(jenis);
      return Math.abs(KODE[jenis](nilai) - sql) < 1e-9 ? [] : [[a, b, jenis, sql]];
    });
    expect(beda.slice(0, 5)).toEqual([]);
    expect([...terlihat].sort()).toEqual(Object.keys(KODE).sort());
  });
});

it('cells are guarded against formulas as by the domain', async () => {
  const semua = (await query('SELECT aman(a) FROM sel ORDER BY i')) as [string][];
  expect(semua.map(([satu]) => satu)).toEqual(CELL_LIST.map(([satu]) => amankanSel(satu)));
});
