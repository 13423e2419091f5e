/** `pbi verifikasi --tepat` against a million people says of each row what a `Map` of the same people says. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Data, siapkanData } from '../../scripts/bench-cocok/pembangkit/data.ts';
import { bacaCsv, pbi } from './support/pbi.ts';

const ORANG = 1_000_000;
const USULAN = 200_000;
const DIBANDINGKAN = ['no_kk', 'nama', 'tempat_lahir', 'tgl_lahir', 'jk', 'nama_ibu', 'kode_wilayah'] as const;
/** Fields of one person as one text: a million small objects would take a gigabyte. */
const isi = (row: Record<string, string>): string => DIBANDINGKAN.map((column) => row[column]).join('\t');

const dir = mkdtempSync(join(tmpdir(), 'pbi-tepat-'));
const keluaran = join(dir, 'hasil.csv');
let data: Data;
let ringkasan: { rows: number; kelas: Record<string, number> };
const orang = new Map<string, string[]>();

beforeAll(async () => {
  data = await siapkanData(dir, { orang: ORANG, usulan: [USULAN], csv: true });
  for await (const row of bacaCsv(data.csv)) {
    const { nik = '' } = row;
    orang.set(nik, [...(orang.get(nik) ?? []), isi(row)]);
  }
  const usulan = data.usulan[0]?.usulan ?? '';
  const sumber = ['--register', usulan, '--referensi', `kependudukan=${data.csv}`];
  ringkasan = JSON.parse(await pbi('verifikasi', ...sumber, '--tepat', '--keluaran', keluaran, '--json'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('exact join of 200,000 rows with a million people', () => {
  test('every row has one answer, in the order of the input, and the summary counts them', async () => {
    const counted: Record<string, number> = {};
    const places: string[] = [];
    for await (const { tiket = '', kelas = '' } of bacaCsv(keluaran)) {
      places.push(tiket);
      counted[kelas] = (counted[kelas] ?? 0) + 1;
    }
    const asked: string[] = [];
    for await (const { tiket = '' } of bacaCsv(data.usulan[0]?.usulan ?? '')) asked.push(tiket);
    expect(places).toEqual(asked);
    expect(ringkasan.rows).toBe(asked.length);
    for (const [kelas, n] of Object.entries(counted)) expect(ringkasan.kelas).toHaveProperty(kelas, n);
  });

  test('a NIK is found if and only if the map has it', async () => {
    const wrong: string[] = [];
    for await (const { tiket = '', nik = '', nik_referensi = '' } of bacaCsv(keluaran)) {
      if (nik_referensi !== (orang.has(nik) ? nik : '')) wrong.push(tiket);
    }
    expect(wrong).toEqual([]);
  });

  test('COCOK are all rows that say of a single person what the map says, and no row of an unknown NIK', async () => {
    const wrong: string[] = [];
    const asked = bacaCsv(data.usulan[0]?.usulan ?? '');
    for await (const { tiket = '', nik = '', kelas = '' } of bacaCsv(keluaran)) {
      const row = (await asked.next()).value as Record<string, string>;
      const people = orang.get(nik) ?? [];
      const same = people.length === 1 && people[0] === isi(row);
      if ((same && kelas !== 'COCOK') || (people.length === 0 && kelas === 'COCOK')) wrong.push(`${tiket} ${kelas}`);
    }
    expect(wrong).toEqual([]);
  });
});
