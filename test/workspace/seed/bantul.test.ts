/** The practice data that an empty Workspace of Bantul begins with. */
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
  office = new Office(await createWorkspace({ dir, profile: 'bantul', bundleDir: 'dist/apps-script' }));
  cases = office.cases();
});
afterAll(async () => {
  await office.workspace.close();
  rmSync(dir, { recursive: true });
});

const having = (column: string, text: string) => cases.filter((row) => row[column]?.includes(text));

describe('practice data', () => {
  it('has 40 cases in every status of the emergency route, over all facilities', () => {
    expect(cases).toHaveLength(40);
    expect(new Set(cases.map((row) => row['tiket'])).size).toBe(40);
    expect(new Set(cases.map((row) => row['rs'])).size).toBe(office.tab('Faskes').length);
    const statuses = 'DIAJUKAN DIKEMBALIKAN DIVERIFIKASI DIKIRIM_BPJS BERHASIL TIDAK_BERHASIL DITANGGUHKAN TIDAK_LOLOS';
    for (const status of `${statuses} SELESAI DIBATALKAN DITARIK DITUTUP`.split(' ')) {
      expect(having('status', status).length, status).toBeGreaterThan(0);
    }
    for (const flag of ['bayi', 'potensi_ganda', 'sla_lewat', 'perlu_dukcapil']) {
      expect(having('tanda', flag).length, flag).toBeGreaterThan(0);
    }
    for (const code of ['W_LAHIR', 'W_JK', 'W_KAPANEWON', 'W_GANDA', 'W_DOMISILI', 'W_HP_RUMAH', 'E_NAMA_ANGKA']) {
      expect(having('masalah', code).length, code).toBeGreaterThan(0);
    }
    expect(cases.filter((row) => Number(row['percobaan']) > 1).length).toBeGreaterThan(1);
  });

  it('names nobody who could exist', () => {
    for (const { tiket, nik, no_kk, nik_ibu } of cases) {
      for (const number of [nik, no_kk, nik_ibu]) if (number) expect(number, tiket).toMatch(/^\d{12}9\d{3}$/);
    }
  });

  it('was made in the past by runs that all succeeded, and left the clock at real time', () => {
    const { clock, scripts } = office.workspace;
    const [before, now, after] = [Date.now(), clock.now(), Date.now()];
    expect(before <= now && now <= after).toBe(true);
    expect(scripts.executions().filter(({ error }) => error !== null)).toEqual([]);
    const times = cases.map((row) => Date.parse(row['dibuat'] ?? ''));
    expect(Math.max(...times)).toBeLessThan(Date.now());
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(19 * 86_400_000);
    expect(office.tab('Riwayat').length).toBeGreaterThan(100);
    expect(office.tab('Umpan Balik').length).toBeGreaterThan(10);
    expect(office.tab('Kotak Keluar').every((mail) => mail['keadaan'] === 'TERKIRIM')).toBe(true);
  });
});
