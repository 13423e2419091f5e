/** The spreadsheets of other offices: everything locked but the cells in which they answer (BTL-D-04, BGR-15). */
import type { TabBerbagi } from '#domain/kolom/berbagi.ts';
import { ANTREAN } from '#domain/kolom/tab.ts';
import { spreadsheets } from '../google/layanan.ts';
import type { Permintaan } from '../google/permintaan.ts';
import { isiTabBaru, perbaikiBuku, type Wujud } from './perbaiki-buku.ts';

const BARIS_AWAL = 1000;
/** The list of commands grows by itself; each refresh reads one of its columns, empty rows included. */
const BARIS_ANTREAN = 20;

/** @returns the id of the new file */
export function buatBukuBerbagi(title: string, tab: readonly TabBerbagi[]): string {
  const buku = spreadsheets().create({
    properties: { title, locale: 'id_ID', timeZone: 'Asia/Jakarta' },
    sheets: tab.map((satu) => ({ properties: sifatLembar(satu) })),
  });
  const id = buku.spreadsheetId ?? '';
  spreadsheets().batchUpdate({ requests: tab.map(wujudLembar).flatMap(isiTabBaru) }, id);
  return id;
}

/** Adds tabs that an earlier version did not have, and restores what was lost. @returns what was done, one sentence each */
export const perbaikiBukuBerbagi = (id: string, judul: string, tab: readonly TabBerbagi[], kering = false): string[] =>
  perbaikiBuku(id, tab.map(wujudLembar), { tempat: ` di spreadsheet ${judul}`, kering });

const wujudLembar = (satu: TabBerbagi, index: number): Wujud => ({
  sheetId: satu.idLembar,
  tab: satu.tab,
  sifat: { ...sifatLembar(satu), index },
  pagar: kunciLembar(satu.idLembar, satu.tab),
});

const sifatLembar = ({ idLembar, tab: { nama, kolom } }: TabBerbagi) => ({
  sheetId: idLembar,
  title: nama,
  gridProperties: {
    rowCount: nama === ANTREAN.nama ? BARIS_ANTREAN : BARIS_AWAL,
    columnCount: kolom.length,
    frozenRowCount: 1,
    frozenColumnCount: 1,
  },
});

/**
 * A real lock: only the account that owns the file may write outside the answer columns. Commands are left open. The
 * header has a lock of its own, so that the open columns begin in it: a row that comes in just below it is open too.
 */
function kunciLembar(sheetId: number, { nama, kolom }: TabBerbagi['tab']): Permintaan[] {
  const antrean = nama === ANTREAN.nama;
  const terbuka = kolom.flatMap(({ penulis }, i) =>
    antrean || penulis === 'petugas' ? [{ sheetId, startColumnIndex: i, endColumnIndex: i + 1 }] : [],
  );
  const kunci = (bagian: GoogleAppsScript.Sheets.Schema.ProtectedRange): Permintaan => ({
    addProtectedRange: {
      protectedRange: {
        ...bagian,
        warningOnly: false,
        editors: { users: [Session.getEffectiveUser().getEmail()], domainUsersCanEdit: false },
      },
    },
  });
  return [
    kunci({ range: { sheetId, startRowIndex: 0, endRowIndex: 1 }, description: 'Tajuk tidak dapat diubah' }),
    kunci({
      range: { sheetId },
      unprotectedRanges: terbuka,
      description: antrean ? 'Hanya kolom perintah yang dapat diisi' : 'Hanya kolom jawaban yang dapat diisi',
    }),
  ];
}
