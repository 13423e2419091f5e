/** The year's counts twice: from the register as it stands, and from the log alone. */
import { expect } from 'vitest';
import { hitungDariRiwayat } from '#domain/laporan/dari-riwayat.ts';
import { hitungMenurut } from '#domain/laporan/hitungan.ts';
import type { KasusLaporan } from '#domain/laporan/kasus-laporan.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import type { Office, Row } from '../../support/office.ts';

const group = ({ rute, periode, kode_wilayah, status }: Row): string => [rute, periode, kode_wilayah, status].join(' ');

/** How many cases each route, period, kelurahan and status has. */
function tally(cases: Iterable<Row>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of cases) counts[group(row)] = (counts[group(row)] ?? 0) + 1;
  return counts;
}

/** The cases as their log lines leave them, without code of the bundle. */
function foldLog(log: readonly Row[]): Row[] {
  const cases = new Map<string, Row>();
  for (const { tiket = '', baru } of [...log].sort((a, b) => Number(a['nomor']) - Number(b['nomor']))) {
    if (!/^[A-Z]{3}-[A-Z]-\d{4}-\d{6}$/.test(tiket)) continue;
    cases.set(tiket, { ...cases.get(tiket), ...(JSON.parse(baru || '{}') as Row) });
  }
  return [...cases.values()];
}

/**
 * Counts the year both ways, by this file and by the reports of the bundle.
 * @param key how the reports group cases. @returns how many groups were counted
 */
export function checkCounts(office: Office, key: (kasus: KasusLaporan) => string, today: string): number {
  const log = office.tab('Riwayat');
  const counts = tally(office.cases());
  expect(tally(foldLog(log))).toEqual(counts);
  const reported = hitungMenurut(office.cases() as unknown as KasusLaporan[], key, today as Tanggal);
  expect(hitungDariRiwayat(log, key, today as Tanggal)).toEqual(reported);
  return Object.keys(counts).length;
}
