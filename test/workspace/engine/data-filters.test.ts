import { beforeEach, describe, expect, it } from 'vitest';
import { type Office, OWNER, openOffice, read, refusal, write } from './office.ts';

let office: Office;
const ids: Record<string, number> = {};
beforeEach(() => {
  office = openOffice();
  write(office, 'A1:C3', [
    ['nik', 'nama', 'status'],
    ['1', 'Ani', 'baru'],
    ['2', 'Budi', 'lama'],
  ]);
  const column = (startIndex: number) => ({
    dimensionRange: { sheetId: 0, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 },
  });
  const items = [
    { metadataKey: 'kolom', metadataValue: 'nama', location: column(1) },
    { metadataKey: 'kolom', metadataValue: 'status', location: column(2), visibility: 'PROJECT' },
    { metadataKey: 'lembar', location: { sheetId: 0 } },
    { metadataKey: 'buku', location: { spreadsheet: true } },
  ];
  const { replies = [] } = office.sheets.batchUpdate(OWNER, office.id, {
    requests: items.map((developerMetadata) => ({ createDeveloperMetadata: { developerMetadata } })),
  });
  for (const [index, { metadataKey, metadataValue }] of items.entries()) {
    const made = replies[index]?.createDeveloperMetadata?.developerMetadata;
    ids[metadataValue ?? metadataKey] = made?.metadataId ?? 0;
  }
});

const found = (...dataFilters: object[]) =>
  (office.sheets.developerMetadata.search(OWNER, office.id, { dataFilters }).matchedDeveloperMetadata ?? []).map(
    ({ developerMetadata }) => developerMetadata?.metadataValue ?? developerMetadata?.metadataKey,
  );
const lookup = (developerMetadataLookup: object) => ({ developerMetadataLookup });

describe('developer metadata', () => {
  it.each([
    [lookup({ metadataKey: 'kolom' }), ['nama', 'status']],
    [lookup({ metadataKey: 'kolom', metadataValue: 'nama' }), ['nama']],
    [lookup({ visibility: 'PROJECT' }), ['status']],
    [lookup({ locationType: 'SHEET' }), ['lembar']],
    [lookup({ metadataKey: 'tidak ada' }), []],
    [{ a1Range: 'Sheet1!C2:D2' }, ['status', 'lembar', 'buku']],
    [{ gridRange: { sheetId: 0, startColumnIndex: 1, endColumnIndex: 2 } }, ['nama', 'lembar', 'buku']],
    [lookup({ metadataLocation: { sheetId: 0 } }), ['nama', 'status', 'lembar', 'buku']],
    [lookup({ metadataLocation: { sheetId: 0 }, locationMatchingStrategy: 'EXACT_LOCATION' }), ['lembar']],
  ])('%j', (filter, expected) => {
    expect(found(filter)).toEqual(expected);
  });

  it('goes where its column goes, changes and is deleted by filters', () => {
    office.sheets.batchUpdate(OWNER, office.id, {
      requests: [
        { insertDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } },
        {
          updateDeveloperMetadata: {
            dataFilters: [lookup({ metadataId: ids['nama'] })],
            developerMetadata: { metadataValue: 'nama_lengkap' },
            fields: 'metadataValue',
          },
        },
        { deleteDeveloperMetadata: { dataFilter: lookup({ metadataKey: 'buku' }) } },
      ],
    });
    expect(office.sheets.developerMetadata.get(OWNER, office.id, ids['nama'] ?? 0)).toMatchObject({
      metadataValue: 'nama_lengkap',
      location: { dimensionRange: { startIndex: 2, endIndex: 3 } },
    });
    expect(refusal(() => office.sheets.developerMetadata.get(OWNER, office.id, ids['buku'] ?? 0)).status).toBe(
      'NOT_FOUND',
    );
  });
});

describe('values by data filter', () => {
  it('are written and cleared where the metadata hangs', () => {
    const dataFilter = lookup({ metadataValue: 'status' });
    const answer = office.sheets.values.batchUpdateByDataFilter(OWNER, office.id, {
      valueInputOption: 'RAW',
      data: [{ dataFilter, majorDimension: 'COLUMNS', values: [['status', 'selesai', 'selesai']] }],
    });
    expect(answer).toMatchObject({ totalUpdatedCells: 3, responses: [{ updatedRange: 'Sheet1!C1:C3', dataFilter }] });
    expect(read(office, 'C1:C3')).toEqual([['status'], ['selesai'], ['selesai']]);
    const cleared = office.sheets.values.batchClearByDataFilter(OWNER, office.id, {
      dataFilters: [{ a1Range: 'A2:B3' }, dataFilter],
    });
    expect(cleared.clearedRanges).toEqual(['Sheet1!A2:B3', 'Sheet1!C1:C1000']);
    expect(read(office, 'A1:C3')).toEqual([['nik', 'nama']]);
  });

  it('need one kind of filter', () => {
    const call = () => office.sheets.values.batchGetByDataFilter(OWNER, office.id, { dataFilters: [{}] });
    expect(refusal(call).message).toContain('exactly one of');
  });
});
