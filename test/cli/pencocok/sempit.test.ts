/** A narrower view of a reference holds every record that is asked for, and little else where that spares reading. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mesin } from '../../../cli/reconcile/db/mesin.ts';
import { persempit } from '../../../cli/reconcile/pencocok/sempit.ts';
import { bukaMesin } from '../support/mesin.ts';

const ROWS = 200_000;
/** As many as a reference has that is worth it; the view asks nothing else of it. */
const MANY = 100_000_000;

let mesin: Mesin;
let tutup: () => Promise<void>;
beforeAll(async () => {
  ({ mesin, tutup } = await bukaMesin());
  await mesin.jalankan(`CREATE TEMP TABLE r AS SELECT i AS rid, 1000000 + i AS nik FROM range(${ROWS}) t(i)`);
});
afterAll(() => tutup());

async function rows(kolom: 'nik' | 'rid', wanted: string, people = MANY): Promise<number> {
  await mesin.jalankan(`CREATE OR REPLACE TEMP TABLE mau AS ${wanted}`);
  await persempit(mesin, { pandangan: 'sempit', kolom, dari: 'mau' }, people);
  const [lost] = await mesin.baca(
    `SELECT count(*)::INTEGER AS n FROM r SEMI JOIN mau USING (${kolom}) ANTI JOIN sempit USING (rid)`,
  );
  expect(lost).toEqual({ n: 0 });
  const [all] = await mesin.baca('SELECT count(*)::INTEGER AS n FROM sempit');
  return Number(all?.['n']);
}

describe('a view of', () => {
  it('few NIK holds these only, wherever they lie', async () => {
    expect(await rows('nik', `SELECT 1000000 + i * 4000 AS nik FROM range(50) t(i)`)).toBe(50);
    expect(await rows('nik', `SELECT 1000000 + i % 7 AS nik FROM range(9000) t(i)`)).toBe(7);
  });
  it('few places that lie together holds these only', async () => {
    expect(await rows('rid', 'SELECT i AS rid FROM range(1000) t(i)')).toBe(1000);
  });
  it('many NIK, or places from everywhere, holds all', async () => {
    expect(await rows('nik', 'SELECT 1000000 + i AS nik FROM range(20001) t(i)')).toBe(ROWS);
    expect(await rows('nik', 'SELECT 1000000 AS nik FROM range(200000)')).toBe(ROWS);
    expect(await rows('rid', 'SELECT i * 60000 AS rid FROM range(1000) t(i)')).toBe(ROWS);
  });
  it('nothing, or of a small reference, holds all', async () => {
    expect(await rows('nik', 'SELECT 1 AS nik WHERE false')).toBe(ROWS);
    expect(await rows('nik', 'SELECT 1000000 AS nik', 1000)).toBe(ROWS);
  });
});
