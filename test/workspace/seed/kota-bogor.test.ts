/** The practice data that an empty Workspace of Kota Bogor begins with. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkspace } from '#workspace/create-workspace.ts';
import { Office, type Row } from '../../support/office.ts';

let office: Office;
let cases: Row[];
const dir = mkdtempSync(join(tmpdir(), 'pbi-latihan-'));
beforeAll(async () => {
  office = new Office(await createWorkspace({ dir, profile: 'kota-bogor', bundleDir: 'dist/apps-script' }));
  cases = office.cases();
});
afterAll(async () => {
  await office.workspace.close();
  rmSync(dir, { recursive: true });
});

describe('practice data of Kota Bogor', () => {
  it('has 40 cases of three kelurahan on both routes, from two months', () => {
    expect(cases).toHaveLength(40);
    expect(new Set(cases.map(({ kode_wilayah }) => kode_wilayah)).size).toBe(3);
    expect(new Set(cases.map(({ rute }) => rute))).toEqual(new Set(['BGR-U', 'BGR-M']));
    expect(new Set(cases.map(({ periode }) => periode)).size).toBeGreaterThanOrEqual(2);
    const statuses = new Set(cases.map(({ status }) => status));
    for (const status of 'SELESAI BERHASIL TIDAK_BERHASIL DIKIRIM_BPJS DIBATALKAN DIKEMBALIKAN TIDAK_LOLOS'.split(
      ' ',
    )) {
      expect(statuses, status).toContain(status);
    }
  });

  it('has the batches of last month, closed by two people, and cards on their way', () => {
    const batches = office.tab('Batch');
    expect(batches).toHaveLength(2);
    for (const { diajukan_oleh, disetujui_oleh } of batches) expect(diajukan_oleh).not.toBe(disetujui_oleh);
    expect(office.tab('KIS').map(({ keadaan }) => keadaan)).toEqual(expect.arrayContaining(['DISERAHKAN', 'GAGAL']));
  });

  it('names nobody who could exist, and was made by runs that all succeeded', () => {
    for (const { tiket, nik, no_kk } of cases) {
      for (const number of [nik, no_kk]) expect(number, tiket).toMatch(/^\d{12}9\d{3}$/);
    }
    expect(office.workspace.scripts.executions().filter(({ error }) => error !== null)).toEqual([]);
    expect(Math.max(...cases.map((row) => Date.parse(row['dibuat'] ?? '')))).toBeLessThan(Date.now());
  });
});
