/** A closed batch as text: its totals must be those of its rows, and neither may ever change. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Office } from '../../support/office.ts';

/** Checks the totals against the rows, without code of the bundle. @returns a fingerprint of both */
export function snapshotOf(office: Office, batch: string): string {
  const totals = office.tab('Batch').find((row) => row['batch'] === batch);
  const rows = office.tab('Isi Batch').filter((row) => row['batch'] === batch);
  expect(totals, batch).toBeDefined();
  expect(Number(totals?.['baris']), `${batch}: rows`).toBe(rows.length);
  expect(new Set(rows.map(({ tiket }) => tiket)).size, `${batch}: every case once`).toBe(rows.length);
  const { total_kontrol = '', hash = '' } = totals ?? {};
  const control = JSON.parse(total_kontrol || '{}') as { jumlahNik?: number };
  const sum = rows.reduce((all, { isi = '{}' }) => all + weight((JSON.parse(isi) as { nik?: string }).nik ?? ''), 0);
  expect(control.jumlahNik, `${batch}: sum over identity numbers`).toBe(sum);
  return createHash('sha256')
    .update(JSON.stringify([hash, rows]))
    .digest('hex');
}

const weight = (nik: string): number => [...nik].reduce((sum, digit, i) => sum + Number(digit) * (i + 1), 0);
