/** The year's counts twice: from the register as it stands, and from the log alone. */
import type { Row } from '../../support/office.ts';

const group = ({ rute, periode, kode_wilayah, status }: Row): string => [rute, periode, kode_wilayah, status].join(' ');

/** How many cases each route, period, kelurahan and status has. */
export function tally(cases: Iterable<Row>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of cases) counts[group(row)] = (counts[group(row)] ?? 0) + 1;
  return counts;
}

/** The cases as their log lines leave them, without code of the bundle. */
export function foldLog(log: readonly Row[]): Row[] {
  const cases = new Map<string, Row>();
  for (const { tiket = '', baru } of [...log].sort((a, b) => Number(a['nomor']) - Number(b['nomor']))) {
    if (!/^[A-Z]{3}-[A-Z]-\d{4}-\d{6}$/.test(tiket)) continue;
    cases.set(tiket, { ...cases.get(tiket), ...(JSON.parse(baru || '{}') as Row) });
  }
  return [...cases.values()];
}
