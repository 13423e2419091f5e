/** Each thing that can be wrong with the shape of an office is named, and nothing else is; what is safe is healed. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { change, setHeader } from '../support/disturbance.ts';
import type { Office } from '../support/office.ts';
import { kantorSehat, kodeSalah, sembuhkan, type Terperiksa, temuan, tulis, ubah } from './support/periksa.ts';

let kantor: Terperiksa;
beforeEach(async () => {
  kantor = await kantorSehat();
}, 30_000);
afterEach(() => kantor.server.close());

const lembar = (sheetId: number, dari = 0) => ({ sheetId, startRowIndex: 1, startColumnIndex: dari });

const lindungi = (office: Office, id: string, sheetId: number): object => {
  const { sheets, users } = office.workspace;
  const book = sheets.get(users.owner, id, {});
  const [satu] = book.sheets?.find(({ properties }) => properties?.sheetId === sheetId)?.protectedRanges ?? [];
  return { deleteProtectedRange: { protectedRangeId: satu?.protectedRangeId } };
};

const judul = (sheetId: number, title: string): object => ({
  updateSheetProperties: { properties: { sheetId, title }, fields: 'title' },
});

const angka = (range: object): object => ({
  repeatCell: {
    range,
    cell: { userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '0' } } },
    fields: 'userEnteredFormat.numberFormat',
  },
});

interface Rusak {
  readonly apa: string;
  readonly rusak: (office: Office) => void;
  readonly kode: string;
  /** What stands in the sentence. */
  readonly kata: RegExp;
}

const SEMBUH: readonly Rusak[] = [
  {
    apa: 'a tab that is gone',
    rusak: (office) => change(office, [{ deleteSheet: { sheetId: 115 } }]),
    kode: 'TAB_HILANG',
    kata: /Tab KIS tidak ada/,
  },
  {
    apa: 'a tab that was renamed',
    rusak: (office) => change(office, [judul(107, 'Hari Libur')]),
    kode: 'NAMA_TAB',
    kata: /Tab Libur .*"Hari Libur"/,
  },
  {
    apa: 'a header that is gone',
    rusak: (office) => change(office, setHeader('Kasus', 6, '')),
    kode: 'TAJUK_HILANG',
    kata: /Tajuk nik di tab Kasus/,
  },
  {
    apa: 'a header that stands there twice',
    rusak: (office) => {
      change(office, [{ appendDimension: { sheetId: 100, dimension: 'COLUMNS', length: 1 } }]);
      const lebar = office.workspace.sheets.get(office.workspace.users.owner, office.files.spreadsheets.register, {});
      const kolom = lebar.sheets?.[0]?.properties?.gridProperties?.columnCount ?? 0;
      change(office, setHeader('Kasus', kolom - 1, 'nama'));
    },
    kode: 'TAJUK_KEMBAR',
    kata: /Tajuk nama di tab Kasus ada dua/,
  },
  {
    apa: 'another time zone',
    rusak: (office) =>
      change(office, [{ updateSpreadsheetProperties: { properties: { timeZone: 'Etc/GMT' }, fields: 'timeZone' } }]),
    kode: 'ZONA',
    kata: /Etc\/GMT/,
  },
  {
    apa: 'a protection that is gone',
    rusak: (office) => ubah(office, [lindungi(office, office.files.spreadsheets.register, 101)]),
    kode: 'PERLINDUNGAN',
    kata: /Perlindungan di tab Riwayat/,
  },
  {
    apa: 'a lock of a shared sheet that is gone',
    rusak: (office) => {
      const { bpjs } = office.files.spreadsheets;
      ubah(office, [lindungi(office, bpjs, 200)], bpjs);
    },
    kode: 'PERLINDUNGAN',
    kata: /di tab Usulan Darurat di spreadsheet Berbagi BPJS/,
  },
  {
    apa: 'a header of a shared sheet that is gone',
    rusak: (office) => tulis(office, "'Usulan Bulanan'!A1", [['']], office.files.spreadsheets.bpjs),
    kode: 'TAJUK_HILANG',
    kata: /Tajuk tiket di tab Usulan Bulanan di spreadsheet Berbagi BPJS/,
  },
  {
    apa: 'a text format that is gone in one row of identity numbers',
    rusak: (office) =>
      change(office, [angka({ ...lembar(100, 6), startRowIndex: 2, endRowIndex: 3, endColumnIndex: 7 })]),
    kode: 'FORMAT_TEKS',
    kata: /Kolom nik di tab Kasus/,
  },
  {
    apa: 'a text format that is gone in a whole column of identity numbers',
    rusak: (office) => change(office, [angka({ ...lembar(100, 6), endColumnIndex: 7 })]),
    kode: 'FORMAT_TEKS',
    kata: /Kolom nik di tab Kasus/,
  },
  {
    apa: 'choices that are gone',
    rusak: (office) => change(office, [{ setDataValidation: { range: { ...lembar(100, 10), endColumnIndex: 11 } } }]),
    kode: 'PILIHAN',
    kata: /Pilihan kolom jk di tab Kasus/,
  },
  {
    apa: 'a header row that scrolls away',
    rusak: (office) =>
      change(office, [
        {
          updateSheetProperties: {
            properties: { sheetId: 113, gridProperties: { frozenRowCount: 0 } },
            fields: 'gridProperties.frozenRowCount',
          },
        },
      ]),
    kode: 'TAMPILAN',
    kata: /Baris beku di tab Batch/,
  },
];

describe('the shape of an office', () => {
  it('that is as it was installed has no finding', async () => {
    expect(kodeSalah(await temuan(kantor))).toEqual([]);
  });

  it.each(SEMBUH)('with $apa is told of just that, and is healed by --perbaiki', async ({ rusak, kode, kata }) => {
    rusak(kantor.office);
    const semua = await temuan(kantor);
    expect(kodeSalah(semua)).toEqual([kode]);
    expect(semua.find((satu) => satu.kode === kode)?.kalimat).toMatch(kata);
    expect(await sembuhkan(kantor, semua)).not.toEqual([]);
    expect(kodeSalah(await temuan(kantor))).toEqual([]);
  });

  it('with columns that were moved into each other is not repaired by force', async () => {
    change(kantor.office, [
      { deleteDimension: { range: { sheetId: 100, dimension: 'COLUMNS', startIndex: 6, endIndex: 7 } } },
    ]);
    const semua = await temuan(kantor);
    expect(kodeSalah(semua)).toEqual(['KOLOM_PINDAH']);
    expect(await sembuhkan(kantor, semua)).toEqual([]);
    expect(kodeSalah(await temuan(kantor))).toContain('KOLOM_PINDAH');
  });
});
