/** Rows put straight into a tab of the register: a past that would take too long to live through. */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { buatSalinan } from '#usecase/perancang.ts';
import type { Office, Row } from './office.ts';

/** Appends rows by header text. */
export function plant(office: Office, tab: string, rows: readonly Row[]): void {
  const { owner } = office.workspace.users;
  const { register } = office.files.spreadsheets;
  const { values = [] } = office.workspace.sheets.values.get(owner, register, `'${tab}'!1:1`);
  const header = ((values ?? []) as string[][])[0] ?? [];
  const body = { values: rows.map((row) => header.map((column) => row[column] ?? '')) };
  office.workspace.sheets.values.append(owner, register, `'${tab}'!A1`, body, { valueInputOption: 'RAW' });
}

/** Cases like an existing one, each with its own ticket and the changes of its turn; none looks edited by hand. */
export function plantCases(office: Office, like: Row, count: number, changes: (index: number) => Row): string[] {
  const rows = Array.from({ length: count }, (_, index) => {
    const tiket = `${like['rute']}-2026-${String(500_001 + index)}`;
    const row = { ...like, id_respons: '', tiket, ...changes(index) };
    return { ...row, salinan: buatSalinan(row as unknown as Kasus) };
  });
  plant(office, 'Kasus', rows);
  return rows.map(({ tiket = '' }) => tiket);
}
