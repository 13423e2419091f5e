/** The register's workbook: the one that is known, the one that an interrupted run has made, or a new one. */
import { EXIT, UserError } from '../errors.ts';
import { bacaKantorTersimpan, simpanKantor } from '../google/kantor-tersimpan.ts';
import { asking, persist } from '../google/persist.ts';
import { bilaAda, type Mesin, sekali } from './mesin.ts';

/** By this mark, which only this program sees, a workbook is known whatever it is called. */
export const TANDA = { usulan_pbi: 'register' };
const JENIS = 'application/vnd.google-apps.spreadsheet';

export interface PilihanRegister {
  /** Named by the officer. */
  readonly register?: string;
  /** Forgets what this machine remembers. */
  readonly baru?: boolean;
}

/** @returns undefined where there is none yet. @throws UserError where the one that is meant cannot be opened */
export async function cariRegister(mesin: Mesin, { register, baru }: PilihanRegister): Promise<string | undefined> {
  if (register !== undefined) {
    if (await terbuka(mesin, register)) return register;
    const kalimat = `Spreadsheet --register ${register} tidak ada, atau ${mesin.email} tidak berhak membukanya.`;
    throw new UserError(EXIT.auth, kalimat);
  }
  const tersimpan = bacaKantorTersimpan(mesin.tempat);
  const ingat = baru && !tersimpan?.belumSelesai ? undefined : tersimpan?.registerId;
  if (ingat !== undefined && (await terbuka(mesin, ingat))) return ingat;
  const lokal = mesin.lokal?.spreadsheets['register'];
  if (lokal !== undefined) return registerLokal(mesin, lokal, baru);
  if (baru) return undefined;
  // A Workspace that was begun anew has forgotten it; at Google it is there for somebody else.
  if (ingat !== undefined && !mesin.lokal) throw hilang(mesin, ingat);
  return cariBertanda(mesin);
}

/** A Workspace holds one office; one whose register lies in the bin makes room for another. */
async function registerLokal(mesin: Mesin, register: string, baru = false): Promise<string | undefined> {
  const ada = await terbuka(mesin, register);
  if (ada && baru) {
    const kalimat = 'Workspace lokal memuat satu kantor saja, dan kantornya sudah ada. Untuk kantor lain jalankan';
    throw new UserError(
      EXIT.conflict,
      `${kalimat} pbi lokal --kosong --data dengan folder lain. Tidak ada yang diubah.`,
    );
  }
  if (!ada && !baru) throw hilang(mesin, register);
  return ada ? register : undefined;
}

const hilang = ({ email }: Mesin, id: string): UserError =>
  new UserError(
    EXIT.auth,
    `Register PBI yang diingat komputer ini (${id}) dihapus, ada di Sampah, atau tidak dibagikan kepada ${email}. ` +
      'Pulihkan dari Sampah, atau masuk dengan akun yang memasangnya (pbi masuk); bila memang sudah dihapus, jalankan pbi pasang --baru.',
  );

async function terbuka({ klien }: Mesin, fileId: string): Promise<boolean> {
  const [sheets, drive] = [await klien.sheets(), await klien.drive()];
  const buku = await bilaAda((options) =>
    sheets.spreadsheets.get({ spreadsheetId: fileId, fields: 'spreadsheetId' }, options),
  );
  if (!buku) return false;
  // Sheets opens what lies in the bin; Drive may not show what another program has made.
  const berkas = await bilaAda((options) => drive.files.get({ fileId, fields: 'trashed' }, options));
  return berkas?.trashed !== true;
}

async function cariBertanda({ klien }: Mesin): Promise<string | undefined> {
  const drive = await klien.drive();
  const ketemu: string[] = [];
  let pageToken: string | undefined;
  do {
    const minta = {
      q: `mimeType = '${JENIS}' and trashed = false`,
      fields: 'nextPageToken,files(id,appProperties)',
      pageSize: 1000,
      ...(pageToken === undefined ? {} : { pageToken }),
    };
    const halaman = await asking(
      (options) => drive.files.list(minta, options),
      (data) => data.files !== undefined,
    );
    for (const { id, appProperties } of halaman.files ?? [])
      if (id && appProperties?.['usulan_pbi'] === TANDA.usulan_pbi) ketemu.push(id);
    pageToken = halaman.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
  if (ketemu.length <= 1) return ketemu[0];
  const kalimat = `Akun ini punya ${ketemu.length} Register PBI: ${ketemu.join(', ')}. Pilih satu dengan --register.`;
  throw new UserError(EXIT.usage, kalimat);
}

/** Made with its mark in one request: whoever is stopped here finds it again. */
export async function buatRegister({ klien, tempat }: Mesin): Promise<string> {
  const drive = await klien.drive();
  const requestBody = { name: 'Register PBI', mimeType: JENIS, appProperties: TANDA };
  const { id } = await sekali((options) => drive.files.create({ requestBody, fields: 'id' }, options));
  if (!id) throw new UserError(EXIT.unexpected, 'Google tidak memberi id spreadsheet yang dibuat. Jalankan lagi.');
  simpanKantor(tempat, { registerId: id, belumSelesai: true });
  return id;
}

/** WIB and Indonesian numbers from the beginning, before anything is in it. */
export async function aturRegister({ klien }: Mesin, spreadsheetId: string): Promise<void> {
  const sheets = await klien.sheets();
  const properties = { locale: 'id_ID', timeZone: 'Asia/Jakarta' };
  const requests = [{ updateSpreadsheetProperties: { properties, fields: 'locale,timeZone' } }];
  await persist((timeout) =>
    sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } }, { timeout }),
  );
}
