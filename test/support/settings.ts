/** How an administrator finds and fills a cell of a settings tab. */
import { expect } from 'vitest';
import type { Office, Row } from './office.ts';

/** A1 of a cell in a settings tab, by the row's name in the key column. */
export function settingCell(office: Office, tab: string, key: string, name: string, column: string): string {
  const rows = office.tab(tab);
  const row = rows.findIndex((one) => one[key] === name);
  expect(row, `${name} in ${tab}`).toBeGreaterThanOrEqual(0);
  const index = Object.keys(rows[0] ?? {}).indexOf(column);
  return `'${tab}'!${String.fromCharCode(65 + index)}${row + 2}`;
}

/** Changes a value in `Pengaturan` as the administrator. */
export const setSetting = (office: Office, key: string, value: string): Promise<void> =>
  office.edit(settingCell(office, 'Pengaturan', 'kunci', key, 'nilai'), [[value]], office.user('admin'));

/** A row of a settings tab by its name. */
export const settingRow = (office: Office, tab: string, key: string, name: string): Row =>
  office.tab(tab).find((one) => one[key] === name) ?? {};
