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

/** Ids of files that somebody else has changed since an instant (ISO text in UTC), as far as the account can see them. */
export function berkasBerubah(sejak: string): Set<string> {
  const layanan = typeof Drive === 'undefined' ? undefined : Drive?.Files;
  if (!layanan) throw new GalatPengguna('Layanan lanjutan Drive belum aktif.');
  const q = `modifiedTime > '${sejak}' and trashed = false`;
  const { files = [] } = layanan.list({ q, fields: 'files(id,lastModifyingUser(me))', pageSize: 1000 });
  return new Set(files.filter(({ lastModifyingUser }) => lastModifyingUser?.me !== true).map(({ id }) => id ?? ''));
}

/** A file of the account's own with this name, as far as Drive shows it to the script. */
export function berkasBernama(nama: string): string | undefined {
  const layanan = typeof Drive === 'undefined' ? undefined : Drive?.Files;
  const q = `name = '${nama.replace(/['\\]/g, '\\$&')}' and 'me' in owners and trashed = false`;
  return layanan?.list({ q, fields: 'files(id)', pageSize: 1 }).files?.[0]?.id;
}

/** By id whether a file lies in the bin, for those that Drive shows the script; none where it shows nothing. */
export function berkasTerlihat(): ReadonlyMap<string, boolean> {
  try {
    const { files = [] } = Drive?.Files?.list({ fields: 'files(id,trashed)', pageSize: 1000 }) ?? {};
    return new Map(files.map(({ id, trashed }) => [id ?? '', trashed === true]));
  } catch {
    return new Map();
  }
}

/** Permissions of files: the advanced Drive service. */
export function izinBerkas(): GoogleAppsScript.Drive_v3.Drive.V3.Collection.PermissionsCollection {
  const layanan = typeof Drive === 'undefined' ? undefined : Drive?.Permissions;
  if (!layanan)
    throw new GalatPengguna('Layanan lanjutan Drive belum aktif. Pasang ulang skrip beserta appsscript.json.');
  return layanan;
}
