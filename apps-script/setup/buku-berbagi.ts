/** The spreadsheets of other offices: everything locked but the cells in which they answer (BTL-D-04, BGR-15). */
import type { TabBerbagi } from '#domain/kolom/berbagi.ts';
import { ANTREAN } from '#domain/kolom/tab.ts';
import { spreadsheets } from '../google/layanan.ts';
import type { Permintaan } from '../google/permintaan.ts';
import { bentukTab, tajukTab } from './bentuk-tab.ts';

const BARIS_AWAL = 1000;
/** The list of commands grows by itself; each refresh reads one of its columns, empty rows included. */
const BARIS_ANTREAN = 20;

/** @returns the id of the new file */
export function buatBukuBerbagi(title: string, tab: readonly TabBerbagi[]): string {
  const buku = spreadsheets().create({
    properties: { title, locale: 'id_ID', timeZone: 'Asia/Jakarta' },
    sheets: tab.map(({ idLembar, tab: { nama, kolom } }) => ({
      properties: {
        sheetId: idLembar,
        title: nama,
        gridProperties: {
          rowCount: nama === ANTREAN.nama ? BARIS_ANTREAN : BARIS_AWAL,
          columnCount: kolom.length,
          frozenRowCount: 1,
          frozenColumnCount: 1,
        },
      },
    })),
  });
  const id = buku.spreadsheetId ?? '';
  const requests = tab.flatMap(({ idLembar, tab: satu }) => [
    ...bentukTab(idLembar, satu),
    ...tajukTab(idLembar, satu),
    ...kunciLembar(idLembar, satu),
  ]);
  spreadsheets().batchUpdate({ requests }, id);
  return id;
}

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
