/** A1 notation for ranges of tabs. Rows and columns count from 0 here, as in the Sheets API's grid ranges. */

export function hurufKolom(indeks: number): string {
  const sisa = indeks % 26;
  const depan = indeks >= 26 ? hurufKolom(Math.floor(indeks / 26) - 1) : '';
  return depan + String.fromCharCode(65 + sisa);
}

const kutip = (tab: string) => `'${tab.replace(/'/g, "''")}'`;

/** Whole rows, `dari` and `sampai` as row numbers from 1. */
export const rentangBaris = (tab: string, dari: number, sampai = dari): string => `${kutip(tab)}!${dari}:${sampai}`;

/** One whole column below the header. */
export const rentangKolom = (tab: string, indeks: number): string =>
  `${kutip(tab)}!${hurufKolom(indeks)}2:${hurufKolom(indeks)}`;

export const rentangTab = (tab: string): string => kutip(tab);
