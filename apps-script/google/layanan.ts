/** The advanced Sheets service. It is absent only when the manifest is not the project's own. */
import { GalatPengguna } from './galat.ts';

type Spreadsheets = GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection;
type Values = GoogleAppsScript.Sheets.Collection.Spreadsheets.ValuesCollection;

export function spreadsheets(): Spreadsheets {
  const layanan = typeof Sheets === 'undefined' ? undefined : Sheets?.Spreadsheets;
  if (!layanan)
    throw new GalatPengguna('Layanan lanjutan Sheets belum aktif. Pasang ulang skrip beserta appsscript.json.');
  return layanan;
}

export function values(): Values {
  const layanan = spreadsheets().Values;
  if (!layanan) throw new GalatPengguna('Layanan lanjutan Sheets tidak lengkap.');
  return layanan;
}

/** The register that the script is bound to. */
export const idRegister = (): string => SpreadsheetApp.getActiveSpreadsheet().getId();

/** Permissions of files: the advanced Drive service. */
export function izinBerkas(): GoogleAppsScript.Drive_v3.Drive.V3.Collection.PermissionsCollection {
  const layanan = typeof Drive === 'undefined' ? undefined : Drive?.Permissions;
  if (!layanan)
    throw new GalatPengguna('Layanan lanjutan Drive belum aktif. Pasang ulang skrip beserta appsscript.json.');
  return layanan;
}
