/** Parquet as databases export it: whole numbers exact, dates as dates, rows in their order. */
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { temporary } from '../support/pbi.ts';
import { codes, file, nik, read, refusal } from './support/sumber.ts';

/** Writes what a query gives. */
async function parquet(sql: string, name = 'data.parquet'): Promise<string> {
  const path = join(temporary(), name);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (${sql}) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
  return path;
}

describe('a Parquet file', () => {
  it('gives people with every value as text', async () => {
    const path = await parquet(
      `SELECT 'T-1' AS tiket, ${nik(1)}::BIGINT AS nik, '3402121708900001' AS no_kk, ' budi ' AS nama, DATE '1990-08-17' AS tgl_lahir, NULL AS jk, 1.5::DOUBLE AS skor
       UNION ALL SELECT 'T-2', ${nik(2)}, NULL, 'SITI', NULL, 'P', NULL ORDER BY tiket`,
      'ekstrak [1].parquet',
    );
    const { sumber, baris, ringkasan } = await read(path, { kolomTambahan: { tiket: ['tiket'] } });
    expect(sumber).toMatchObject({ jenis: 'parquet', tambahan: { tiket: 'tiket' } });
    expect(baris).toMatchObject([
      {
        nomor: 1,
        orang: { nik: nik(1), no_kk: '3402121708900001', nama: 'BUDI', tgl_lahir: '1990-08-17', jk: '' },
        lain: { tiket: 'T-1', skor: '1.5' },
        cacat: [],
      },
      {
        nomor: 2,
        orang: { nik: nik(2), no_kk: '', nama: 'SITI', tgl_lahir: '', jk: 'P' },
        lain: { tiket: 'T-2', skor: '' },
      },
    ]);
    expect(ringkasan.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('names numbers that cannot be exact, and cards that lost their zeros', async () => {
    const path = await parquet(
      `SELECT ${nik(1)}::DOUBLE AS nik, 1234509001::BIGINT AS no_kartu, 9171010101909001::DECIMAL(18,0) AS no_kk`,
    );
    const result = await read(path);
    expect(codes(result)).toEqual([['E_ANGKA', 'E_NOL_HILANG']]);
    expect(result.baris[0]?.orang).toMatchObject({ nik: '', no_kartu: '', no_kk: '9171010101909001' });
  });

  it('is read in its order through the connection of somebody who uses it meanwhile', async () => {
    const path = await parquet(
      'SELECT n AS nik, n::VARCHAR AS nama FROM range(3402121708900000, 3402121709020000) t(n)',
    );
    const instance = await DuckDBInstance.create(':memory:', { preserve_insertion_order: 'false' });
    const koneksi = await instance.connect();
    let expected = 3402121708900000;
    let rows = 0;
    const { bukaSumber } = await import('../../../cli/reconcile/sumber/sumber.ts');
    const sumber = await bukaSumber(path, { koneksi });
    for await (const potongan of sumber.baris()) {
      await koneksi.run('SELECT 1');
      for (const { nomor, orang } of potongan) {
        if (orang.nama !== String(expected) || nomor !== rows + 1) throw new Error(`row ${nomor} is out of order`);
        expected += 1;
        rows += 1;
      }
    }
    expect(rows).toBe(120_000);
    koneksi.closeSync();
    instance.closeSync();
  });

  it('that is damaged, or no table of people, is refused', async () => {
    expect(await refusal(read(file('a.parquet', 'PAR1 dan bukan apa-apa PAR1')))).toContain('Parquet rusak');
    expect(await refusal(read(await parquet('SELECT 1 AS a, 2 AS b')))).toContain('Judul kolom tidak ditemukan');
  });
});
