/** The settings of an office, for those who may open its register. */
import { bacaPengaturan, type Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { readTab } from './tab.ts';
import type { Office } from './target.ts';

/** Undefined for people of other units: the register is not theirs to read. */
export async function readSettings(office: Office): Promise<Pengaturan | undefined> {
  const { register } = office.spreadsheets;
  if (register === undefined || !(office.role === 'admin' || office.role === 'dinsos')) return undefined;
  const [pengaturan = [], libur = [], wilayah = []] = await Promise.all(
    ['Pengaturan', 'Libur', 'Wilayah'].map((tab) => readTab(office, register, tab)),
  );
  return bacaPengaturan({ pengaturan, libur, wilayah, peran: [] });
}
