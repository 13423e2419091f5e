/** The spreadsheet for BPJS: one tab, everything locked but its three answers (BTL-D-04). */
import { BERBAGI_BPJS } from '#domain/kolom/tab.ts';
import { spreadsheets } from '../google/layanan.ts';
import { ID_LEMBAR_BPJS } from '../google/lembar-bpjs.ts';
import type { Permintaan } from '../google/permintaan.ts';
import { bentukTab, tajukTab } from './bentuk-tab.ts';

const BARIS_AWAL = 1000;

/** @returns the id of the new file */
export function buatBukuBpjs(): string {
  const buku = spreadsheets().create({
    properties: { title: 'Berbagi BPJS', locale: 'id_ID', timeZone: 'Asia/Jakarta' },
    sheets: [
      {
        properties: {
          sheetId: ID_LEMBAR_BPJS,
          title: BERBAGI_BPJS.nama,
          gridProperties: {
            rowCount: BARIS_AWAL,
            columnCount: BERBAGI_BPJS.kolom.length,
            frozenRowCount: 1,
            frozenColumnCount: 1,
          },
        },
      },
    ],
  });
  const id = buku.spreadsheetId ?? '';
  const requests = [
    ...bentukTab(ID_LEMBAR_BPJS, BERBAGI_BPJS),
    ...tajukTab(ID_LEMBAR_BPJS, BERBAGI_BPJS),
    kunciLembar(),
  ];
  spreadsheets().batchUpdate({ requests }, id);
  return id;
}

/** A real lock: only the account that owns the file may write outside the answer columns. */
function kunciLembar(): Permintaan {
  const terbuka = BERBAGI_BPJS.kolom.flatMap(({ penulis }, i) =>
    penulis === 'petugas'
      ? [{ sheetId: ID_LEMBAR_BPJS, startRowIndex: 1, startColumnIndex: i, endColumnIndex: i + 1 }]
      : [],
  );
  return {
    addProtectedRange: {
      protectedRange: {
        range: { sheetId: ID_LEMBAR_BPJS },
        unprotectedRanges: terbuka,
        description: 'BPJS hanya mengisi hasil, keterangan, dan TMT',
        warningOnly: false,
        editors: { users: [Session.getEffectiveUser().getEmail()], domainUsersCanEdit: false },
      },
    },
  };
}
