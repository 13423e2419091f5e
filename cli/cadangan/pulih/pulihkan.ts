/**
 * Makes a register again from a backup, in a new workbook and never in one that is there. Until every cell has been read
 * back the workbook has a name that says so, and no script: whatever is interrupted is thrown away by the next run.
 */
import { EXIT, UserError } from '../../errors.ts';
import { BrokenAnswer, explained, statusOf } from '../../google/google-error.ts';
import { asking, persist } from '../../google/persist.ts';
import { TANDA as TANDA_REGISTER } from '../../pasang/buku-register.ts';
import { bilaAda } from '../../pasang/mesin.ts';
import type { ArsipBaca } from '../arsip-baca.ts';
import type { Bentuk } from '../bentuk.ts';
import type { Kantor } from '../layanan.ts';
import { TAKARAN, type Takaran } from '../lembar.ts';
import { buatBuku, bukuBernama, judulSementara, permintaanBentuk, permintaanHiasan } from './buku-baru.ts';
import { bandingkan, isiBuku, kirim } from './isi-buku.ts';

/** Marks a workbook that was restored whole: of which backup. */
const TANDA_PULIH = 'usulan_pbi_pulihan';

export interface OpsiPulih {
  readonly takaran?: Takaran;
  readonly kata?: (apa: string) => void;
}

/**
 * @param sidik of the manifest
 * @returns the id of the new register; it has no script yet
 * @throws UserError code 5 when the office still has a register
 */
export async function pulihkanRegister(
  kantor: Kantor,
  arsip: ArsipBaca,
  sidik: string,
  { takaran = TAKARAN, kata = () => undefined }: OpsiPulih = {},
): Promise<string> {
  const utuh = await registerSiap(kantor, arsip, sidik);
  if (utuh !== undefined) return utuh;
  const { register, anggota } = arsip.manifes;
  const bentuk = (await arsip.json(register.bentuk)) as Bentuk;
  const sementara = judulSementara(register.judul, sidik);
  for (const { id } of await bukuBernama(kantor, sementara)) await hapusBuku(kantor, id);
  kata('Membuat register baru');
  const panjang = new Map(anggota.map(({ nama, baris }) => [nama, baris]));
  const baris = new Map(register.tab.map((tab) => [tab.idLembar, panjang.get(tab.anggota) ?? 0]));
  const id = await buatBuku(kantor, sementara, bentuk, baris);
  await kirim(kantor.sheets, id, permintaanBentuk(bentuk));
  const isi = await isiBuku(kantor.sheets, id, arsip, kata);
  kata('Membandingkan register baru dengan cadangan');
  await bandingkan(kantor.sheets, id, isi, takaran);
  await hiasi(kantor, id, bentuk, sidik);
  await sahkan(kantor, id, register.judul, sidik);
  return id;
}

/**
 * A register that an earlier run has made whole from this backup, and whose script was never installed.
 * @throws UserError code 5 when there is an office: two registers with one set of ticket numbers would be two truths, and
 *   both would send mail
 */
export async function registerSiap(kantor: Kantor, { manifes }: ArsipBaca, sidik: string): Promise<string | undefined> {
  const utuh = await sudahPulih(kantor, manifes.register.judul, sidik);
  if (utuh !== undefined && !(await terpasang(kantor, utuh))) return utuh;
  if (utuh === undefined && (kantor.register === '' || !(await masihAda(kantor)))) return undefined;
  throw new UserError(
    EXIT.conflict,
    'Kantor ini masih punya register. Pemulihan hanya membuat register baru: buang register yang rusak ke Sampah di Google Drive lebih dahulu (bila tetap ditolak, hapus selamanya dari Sampah), atau pulihkan di tempat yang belum ada kantornya.',
  );
}

/** The script has noted its forms. */
async function terpasang({ sheets }: Kantor, spreadsheetId: string): Promise<boolean> {
  const { values } = await asking(
    (options) => sheets.spreadsheets.values.get({ spreadsheetId, range: "'Sistem'!A2:B" }, options),
    (data) => data.range !== undefined,
  );
  return (values ?? []).some(([kunci, nilai = '']) => kunci === 'formulir' && nilai !== '');
}

/**
 * Sheets also opens what lies in the bin, and Drive shows a program only what it has made: where either leaves it open,
 * there is a register.
 */
async function masihAda({ sheets, drive, register }: Kantor): Promise<boolean> {
  try {
    await asking(
      (options) => sheets.spreadsheets.get({ spreadsheetId: register, fields: 'spreadsheetId' }, options),
      (data) => data.spreadsheetId !== undefined,
    );
  } catch (error) {
    if (error instanceof UserError && statusOf(error.cause) === 404) return false;
    throw error;
  }
  const berkas = await bilaAda((options) => drive.files.get({ fileId: register, fields: 'id,trashed' }, options));
  return berkas?.trashed !== true;
}

async function hapusBuku({ drive }: Kantor, fileId: string): Promise<void> {
  try {
    await persist(async (timeout) => void (await drive.files.delete({ fileId }, { timeout })));
  } catch (error) {
    if (statusOf(error) !== 404) throw explained(error);
  }
}

/** Its colours, filter views and mark: at one moment, and once. */
async function hiasi({ sheets }: Kantor, spreadsheetId: string, bentuk: Bentuk, sidik: string): Promise<void> {
  const developerMetadata = {
    metadataKey: TANDA_PULIH,
    metadataValue: sidik,
    location: { spreadsheet: true },
    visibility: 'DOCUMENT',
  };
  const requests = [...permintaanHiasan(bentuk), { createDeveloperMetadata: { developerMetadata } }];
  try {
    await persist(async (timeout, attempt) => {
      const fields = 'spreadsheetId,developerMetadata(metadataKey)';
      // The try before may have arrived although nobody heard of it.
      const lama = attempt > 1 ? await sheets.spreadsheets.get({ spreadsheetId, fields }, { timeout }) : undefined;
      if (lama?.data?.developerMetadata?.some(({ metadataKey }) => metadataKey === TANDA_PULIH)) return;
      const { data } = await sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } }, { timeout });
      if (data?.replies === undefined) throw new BrokenAnswer();
    });
  } catch (error) {
    throw explained(error);
  }
}

/** From here on it is the office's register, also for `pbi pasang`. */
const sahkan = ({ drive }: Kantor, fileId: string, name: string, sidik: string): Promise<unknown> =>
  asking(
    (options) =>
      drive.files.update(
        { fileId, requestBody: { name, appProperties: { ...TANDA_REGISTER, ...tandaPulih(sidik) } }, fields: 'id' },
        options,
      ),
    (data) => data.id !== undefined,
  );

const tandaPulih = (sidik: string) => ({ [TANDA_PULIH]: sidik.slice(0, 32) });

/** A register that an earlier run has made whole from this backup, and nobody has heard of. */
async function sudahPulih({ drive }: Kantor, judul: string, sidik: string): Promise<string | undefined> {
  const ada = await bukuBernama({ drive }, judul);
  return ada.find(({ tanda }) => tanda[TANDA_PULIH] === tandaPulih(sidik)[TANDA_PULIH])?.id;
}
