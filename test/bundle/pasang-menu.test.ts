/** Installing from the menu: who may, what the command line has left to do, and what it is answered. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HASIL_PASANG, KEINGINAN_PASANG } from '#usecase/keinginan-pasang.ts';
import { type Office, openOffice } from '../support/office.ts';
import { cariBuku } from '../support/shape.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(async () => {
  await office.workspace.close();
});

const owner = () => office.workspace.users.owner;
const register = () => office.files.spreadsheets.register;

/** What `pbi pasang` leaves on the workbook. */
function ingin(metadataValue: string): void {
  const developerMetadata = {
    metadataKey: KEINGINAN_PASANG,
    metadataValue,
    location: { spreadsheet: true },
    visibility: 'DOCUMENT',
  };
  const requests = [{ createDeveloperMetadata: { developerMetadata } }];
  office.workspace.sheets.batchUpdate(owner(), register(), { requests });
}

const metadata = () =>
  Object.fromEntries(
    (office.workspace.sheets.get(owner(), register(), {}).developerMetadata ?? []).map((one) => [
      one.metadataKey,
      JSON.parse(one.metadataValue ?? ''),
    ]),
  );

const klik = (user = owner()) => office.run('pasangAtauPerbaiki', [], user);
const kehilangan = () =>
  cariBuku(office, 'register', 'Kasus').change((sheetId) => [
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: [{ values: [{}] }],
        fields: 'userEnteredValue',
      },
    },
  ]);

describe('the menu item', () => {
  it('stands in the menu and says what was done', async () => {
    const ui = await office.workspace.scripts.opened(register(), owner());
    expect(JSON.stringify(ui)).toContain('Pasang atau perbaiki kantor');
    kehilangan();
    expect(JSON.stringify((await klik()).ui)).toContain('Tajuk tiket di tab Kasus dipulihkan.');
    expect(JSON.stringify((await klik()).ui)).toContain('Tidak ada yang perlu diperbaiki.');
  });

  it.each(['dinsos', 'loket'] as const)('is refused to %s, whose triggers nobody wants', async (role) => {
    kehilangan();
    const triggers = office.workspace.scripts.triggers();
    for (const name of ['pasangAtauPerbaiki', 'pasang'] as const) {
      const result = await office.run(name, [], office.user(role));
      expect(result).toMatchObject({ ok: false, error: expect.stringContaining('Hanya akun berperan admin') });
    }
    const forced = await office.run('pasang', [{ profil: 'bantul' }], office.user(role));
    expect(forced.ok).toBe(false);
    expect(office.workspace.scripts.triggers()).toEqual(triggers);
    const [first] = office.workspace.sheets.values.get(owner(), register(), "'Kasus'!A1:A1").values ?? [[]];
    expect(first ?? []).toEqual([]);
  });
});

describe('wishes of the command line', () => {
  it('are taken away and answered under their name', async () => {
    kehilangan();
    ingin(JSON.stringify({ id: 'satu', profil: 'bantul' }));
    await klik();
    expect(metadata()).toEqual({ [HASIL_PASANG]: { id: 'satu', laporan: ['Tajuk tiket di tab Kasus dipulihkan.'] } });
    ingin(JSON.stringify({ id: 'dua' }));
    await klik();
    expect(metadata()).toEqual({ [HASIL_PASANG]: { id: 'dua', laporan: [] } });
  });

  it('are answered with the reason where a person has to look first', async () => {
    const tab = cariBuku(office, 'register', 'Kasus');
    tab.change((sheetId) => [
      { deleteDimension: { range: { sheetId, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 } } },
    ]);
    ingin(JSON.stringify({ id: 'tiga' }));
    expect((await klik()).ok).toBe(false);
    expect(metadata()).toMatchObject({
      [HASIL_PASANG]: { id: 'tiga', laporan: [], galat: expect.stringContaining('File > Histori versi') },
    });
  });

  it('do not enter people where there are some already', async () => {
    const before = office.tab('Peran');
    const pengguna = [{ email: 'penyusup@contoh.test', peran: 'admin', nama: 'X' }];
    ingin(JSON.stringify({ id: 'empat', pengguna, profil: 'kota-bogor' }));
    await klik();
    expect(office.tab('Peran')).toEqual(before);
    expect(office.tab('Pengaturan').find(({ kunci }) => kunci === 'kode_wilayah')?.['nilai']).not.toBe('3271');
  });
});
