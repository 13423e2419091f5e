/**
 * Protections of the register. Where the bundle writes they warn and do not lock: a sidebar function runs as the officer, so an officer who could
 * not write these cells could not act either. What is typed into them by hand is put back and logged (`koreksi`).
 */
import { type Tab, tabBernama } from '#domain/kolom/tab.ts';
import type { Permintaan } from '../google/permintaan.ts';

/** Tabs that only the bundle writes. */
const MILIK_SISTEM: readonly string[] = [
  'Riwayat',
  'Umpan Balik',
  'Kotak Keluar',
  'Antrean',
  'Jadwal',
  'Sistem',
  'Jejak',
  'Batch',
  'Isi Batch',
  'KIS',
  'Dasbor',
  'Salinan Pengaturan',
];

/** Settings decide who may open what and what counts: only administrators write them, and no sidebar function does. */
const MILIK_ADMIN: readonly string[] = [
  'Peran',
  'Pengaturan',
  'Libur',
  'Faskes',
  'Alasan',
  'Wilayah',
  'Dasar Hukum',
  'Kalimat',
];

/**
 * What `addProtectedRange` is to make for a tab; empty where people may write everywhere.
 * @param admin who may write the settings; empty when an officer repairs, who must not become one of them
 */
export function lindungi(sheetId: number, tab: Tab, admin: readonly string[]): Permintaan[] {
  if (MILIK_ADMIN.includes(tab.nama)) {
    return admin.length > 0 ? [kunci({ sheetId }, `Tab ${tab.nama} diubah admin`, admin)] : [];
  }
  if (MILIK_SISTEM.includes(tab.nama)) {
    return [pagar({ sheetId }, `Tab ${tab.nama} ditulis sistem`)];
  }
  return runtun(tabBernama(tab.nama as 'Kasus')).map(([dari, sampai]) =>
    pagar({ sheetId, startColumnIndex: dari, endColumnIndex: sampai }, `Kolom sistem di ${tab.nama}`),
  );
}

function pagar(range: GoogleAppsScript.Sheets.Schema.GridRange, description: string): Permintaan {
  return { addProtectedRange: { protectedRange: { range, description, warningOnly: true } } };
}

/** A real lock. */
function kunci(
  range: GoogleAppsScript.Sheets.Schema.GridRange,
  description: string,
  users: readonly string[],
): Permintaan {
  const editors = { users: [...users], domainUsersCanEdit: false };
  return { addProtectedRange: { protectedRange: { range, description, warningOnly: false, editors } } };
}

/** Runs of neighbouring columns that belong to the bundle. */
function runtun(tab: Tab): [number, number][] {
  const hasil: [number, number][] = [];
  tab.kolom.forEach(({ penulis }, i) => {
    const akhir = hasil.at(-1);
    if (penulis !== 'sistem') return;
    if (akhir && akhir[1] === i) akhir[1] = i + 1;
    else hasil.push([i, i + 1]);
  });
  return hasil;
}
