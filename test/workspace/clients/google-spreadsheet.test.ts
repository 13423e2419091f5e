/**
 * The npm package google-spreadsheet, unchanged, works a whole document through: what it reads back after each step is
 * what it would read at Google. Only where its requests go is redirected.
 */
import { GoogleSpreadsheet, type GoogleSpreadsheetWorksheet } from 'google-spreadsheet';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunningServer } from '#workspace/server.ts';
import { startOffice } from './server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startOffice();
  const real = globalThis.fetch;
  vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    const { hostname, pathname, search } = new URL(request.url);
    if (!hostname.endsWith('.googleapis.com')) return real(request);
    return real(new Request(server.origin + pathname + search, request));
  });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await server.close();
});

let doc: GoogleSpreadsheet;
let sheet: GoogleSpreadsheetWorksheet;
beforeEach(async () => {
  doc = await GoogleSpreadsheet.createNewSpreadsheetDocument({ token: 'local' }, { title: 'Register' });
  await doc.loadInfo();
  sheet = await doc.addSheet({ title: 'Kasus', headerValues: ['nik', 'nama', 'hari'] });
  await sheet.addRows([
    { nik: "'9171015708909001", nama: 'Ani', hari: 5 },
    { nik: "'9171015708909002", nama: 'Budi', hari: 2 },
    ["'9171015708909003", 'Citra', 9],
  ]);
});
afterEach(() => doc.delete());

const names = async () => (await sheet.getRows()).map((row) => row.get('nama'));
const column = async (range: string) => (await sheet.getCellsInRange(range))?.map((line: unknown[]) => line[0]);
const block = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});

describe('a document', () => {
  it('has properties, sheets in their order, and copies of sheets', async () => {
    await doc.updateProperties({ title: 'Register PBI', locale: 'id_ID', timeZone: 'Asia/Jakarta' });
    await doc.loadInfo();
    expect([doc.title, doc.locale, doc.timeZone]).toEqual(['Register PBI', 'id_ID', 'Asia/Jakarta']);
    await sheet.updateProperties({ title: 'Data', tabColor: { red: 1, green: 0, blue: 0 }, index: 0 });
    await sheet.updateGridProperties({ rowCount: 50, columnCount: 5, frozenRowCount: 1 });
    await doc.loadInfo();
    expect(doc.sheetsByIndex.map(({ title }) => title)).toEqual(['Data', 'Sheet1']);
    expect(sheet.tabColor).toEqual({ red: 1 });
    expect(sheet.gridProperties).toMatchObject({ rowCount: 50, columnCount: 5, frozenRowCount: 1 });
    await sheet.duplicate({ title: 'Salinan', index: 2 });
    const other = await GoogleSpreadsheet.createNewSpreadsheetDocument({ token: 'local' }, { title: 'Lain' });
    expect(await sheet.copyToSpreadsheet(other.spreadsheetId)).toMatchObject({ title: 'Copy of Data', index: 1 });
    await other.delete();
    await doc.deleteSheet(0);
    expect(doc.sheetsByIndex.map(({ title }) => title)).toEqual(['Data', 'Salinan']);
  });

  it('is shared, downloaded and gone after it was deleted', async () => {
    await doc.share('petugas@dinsos.test', { role: 'writer', emailMessage: false });
    await doc.setPublicAccessLevel('reader');
    const people = await doc.listPermissions();
    expect(people.map(({ type, role }) => `${type} ${role}`)).toEqual(['user owner', 'user writer', 'anyone reader']);
    await doc.setPublicAccessLevel(false);
    expect(await doc.listPermissions()).toHaveLength(2);
    const csv = Buffer.from((await sheet.downloadAsCSV()) as ArrayBuffer).toString();
    expect(csv.split('\r\n')[1]).toBe('9171015708909001,Ani,5');
    const { sheets } = await readXlsx(new Uint8Array((await doc.downloadAsXLSX()) as ArrayBuffer));
    expect(sheets[1]?.rows[1]).toEqual(['9171015708909001', 'Ani', 5]);
    const gone = await GoogleSpreadsheet.createNewSpreadsheetDocument({ token: 'local' }, { title: 'Lain' });
    await gone.delete();
    await expect(new GoogleSpreadsheet(gone.spreadsheetId, { token: 'local' }).loadInfo()).rejects.toThrow(
      'Google API error - [404] Requested entity was not found.',
    );
  });
});

describe('rows', () => {
  it('are read, changed, cleared and deleted', async () => {
    const [first, second] = await sheet.getRows();
    expect(first?.toObject()).toEqual({ nik: '9171015708909001', nama: 'Ani', hari: '5' });
    second?.assign({ nama: 'Budi Santoso', hari: '=C2*2' });
    await second?.save();
    expect(second?.get('hari')).toBe('10');
    await first?.delete();
    expect(await names()).toEqual(['Budi Santoso', 'Citra']);
    const inserted = await sheet.addRow({ nik: 'x', nama: 'Dewi', hari: 1 }, { raw: true, insert: true });
    expect(inserted.rowNumber).toBe(4);
    await sheet.clearRows({ start: 2, end: 2 });
    expect(await names()).toEqual(['', 'Citra', 'Dewi']);
  });

  it('are sorted, thinned out, mixed and replaced', async () => {
    await sheet.sortRange(block(1, 4, 0, 3), [{ dimensionIndex: 2, sortOrder: 'DESCENDING' }] as never);
    expect(await names()).toEqual(['Citra', 'Ani', 'Budi']);
    await sheet.addRow(['x', 'ANI', 5]);
    await sheet.deleteDuplicates(block(1, 5, 0, 3), [
      { sheetId: sheet.sheetId, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
    ] as never);
    expect(await names()).toEqual(['Citra', 'Ani', 'Budi']);
    await sheet.randomizeRange(block(1, 4, 0, 3));
    expect((await names()).toSorted()).toEqual(['Ani', 'Budi', 'Citra']);
    await sheet.findReplace('i', 'I', { matchCase: true } as never, block(1, 4, 1, 2));
    expect((await names()).toSorted()).toEqual(['AnI', 'BudI', 'CItra']);
  });
});

describe('cells', () => {
  it('have values, formulas, notes and formats', async () => {
    await sheet.loadCells('A1:D4');
    const total = sheet.getCell(0, 3);
    total.formula = '=SUM(C2:C4)';
    total.note = 'jumlah';
    total.textFormat = { bold: true };
    total.backgroundColor = { red: 1, green: 0.5, blue: 0 };
    sheet.getCell(1, 3).value = true;
    sheet.getCell(2, 3).formula = '=1/0';
    await sheet.saveUpdatedCells();
    sheet.resetLocalCache(true);
    await sheet.loadCells([block(0, 4, 3, 4)] as never);
    expect([total.value, total.formattedValue, total.note]).toEqual([16, '16', 'jumlah']);
    expect(sheet.getCell(0, 3).userEnteredFormat).toMatchObject({
      textFormat: { bold: true },
      backgroundColor: { red: 1, green: 0.49803922 },
    });
    expect(sheet.getCell(1, 3).boolValue).toBe(true);
    expect(sheet.getCell(2, 3).errorValue?.type).toBe('DIVIDE_BY_ZERO');
    sheet.getCell(0, 3).clearAllFormatting();
    await sheet.saveUpdatedCells();
    expect(sheet.getCell(0, 3).userEnteredFormat).toBeUndefined();
  });

  it('are filled, copied, cut, pasted, split, trimmed and merged', async () => {
    await sheet.repeatCell(block(1, 4, 3, 4), { userEnteredValue: { formulaValue: '=C2*10' } }, 'userEnteredValue');
    expect(await column('D2:D4')).toEqual(['50', '20', '90']);
    await sheet.copyPaste(block(1, 4, 3, 4), block(1, 4, 4, 5), 'PASTE_VALUES');
    await sheet.cutPaste(block(1, 4, 4, 5), { rowIndex: 9, columnIndex: 4 });
    expect(await column('E10:E12')).toEqual(['50', '20', '90']);
    await sheet.autoFill({ source: block(9, 11, 4, 5), dimension: 'ROWS', fillLength: 3 } as never);
    expect(await column('E10:E14')).toEqual(['50', '20', '-10', '-40', '-70']);
    await sheet.pasteData({ rowIndex: 14, columnIndex: 0 }, '  a  b ;2026-03-04', ';');
    await sheet.trimWhitespace(block(14, 15, 0, 2));
    await sheet.textToColumns(block(14, 15, 0, 1), 'SPACE');
    expect(await sheet.getCellsInRange('A15:B15')).toEqual([['a', 'b']]);
    await sheet.mergeCells(block(14, 16, 0, 2));
    expect(await sheet.getCellsInRange('A15:B16')).toEqual([['a']]);
    await sheet.unmergeCells(block(14, 16, 0, 2));
    await sheet.updateBorders(block(0, 1, 0, 3), { bottom: { style: 'SOLID', color: { red: 1 } } } as never);
    await sheet.loadCells('A1');
    expect(sheet.getCell(0, 0).borders?.bottom).toMatchObject({ style: 'SOLID', colorStyle: { rgbColor: { red: 1 } } });
  });

  it('move with rows and columns', async () => {
    await sheet.insertDimension('COLUMNS', { startIndex: 1, endIndex: 2 });
    await sheet.insertRange(block(1, 2, 0, 1), 'ROWS');
    expect(await column('A1:A5')).toEqual([
      'nik',
      undefined,
      '9171015708909001',
      '9171015708909002',
      '9171015708909003',
    ]);
    await sheet.deleteRange(block(1, 2, 0, 1), 'ROWS');
    await sheet.moveDimension('ROWS', { startIndex: 1, endIndex: 2 }, 4);
    expect(await column('C2:C4')).toEqual(['Budi', 'Citra', 'Ani']);
    await sheet.deleteColumns(1, 2);
    await sheet.deleteRows(1, 2);
    await sheet.appendDimension('ROWS', 3);
    expect(await column('B2:B4')).toEqual(['Citra', 'Ani']);
    expect(sheet.rowCount).toBe(1002);
    await sheet.updateDimensionProperties('COLUMNS', { pixelSize: 180 } as never, { startIndex: 0, endIndex: 1 });
    await sheet.autoResizeDimensions('COLUMNS', { startIndex: 1, endIndex: 2 });
    await sheet.clear('A2:C2');
    expect(await names()).toEqual(['', 'Ani']);
  });
});

it('rules lie over the cells and are taken away again', async () => {
  const grid = block(0, 4, 0, 3);
  const { namedRange } = (await sheet.addNamedRange('Semua', grid)) as { namedRange: { namedRangeId: string } };
  await sheet.updateNamedRange(namedRange.namedRangeId, { name: 'Seluruh' }, 'name');
  await doc.loadCells('Seluruh');
  expect(sheet.getCell(1, 1).value).toBe('Ani');
  await sheet.deleteNamedRange(namedRange.namedRangeId);
  await expect(doc.loadCells('Seluruh')).rejects.toThrow('[400] Unable to parse range: Seluruh');

  await sheet.setDataValidation(block(1, 4, 2, 3), {
    condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '0' }] },
    strict: true,
  } as never);
  await sheet.setBasicFilter({ range: grid } as never);
  const view = (await sheet.addFilterView({ title: 'Lama', range: { sheetId: sheet.sheetId, ...grid } } as never)) as {
    filter?: { filterViewId: number };
  };
  await sheet.addConditionalFormatRule(
    {
      ranges: [{ sheetId: sheet.sheetId, ...grid }],
      booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
    } as never,
    0,
  );
  const band = (await sheet.addBanding({ range: { sheetId: sheet.sheetId, ...grid } } as never)) as {
    bandedRange?: { bandedRangeId: number };
  };
  await sheet.addProtectedRange({ range: { sheetId: sheet.sheetId, ...grid }, description: 'kunci' } as never);
  await sheet.createDeveloperMetadata({
    metadataKey: 'tab',
    metadataValue: 'kasus',
    location: { sheetId: sheet.sheetId },
  } as never);
  const lookup = { developerMetadataLookup: { metadataKey: 'tab' } };
  expect(await doc.searchDeveloperMetadata([lookup] as never)).toMatchObject([{ metadataValue: 'kasus' }]);

  await doc.loadInfo();
  expect(sheet.protectedRanges).toMatchObject([{ description: 'kunci', requestingUserCanEdit: true }]);
  await sheet.deleteProtectedRange(sheet.protectedRanges?.[0]?.protectedRangeId as never);
  await sheet.deleteDeveloperMetadata(lookup as never);
  await sheet.deleteConditionalFormatRule(0);
  await sheet.clearBasicFilter();
  if (view?.filter) await sheet.deleteFilterView(view.filter.filterViewId);
  if (band?.bandedRange) await sheet.deleteBanding(band.bandedRange.bandedRangeId);
  expect(await doc.searchDeveloperMetadata([lookup] as never)).toEqual([]);
  const again = new GoogleSpreadsheet(doc.spreadsheetId, { token: 'local' });
  await again.loadInfo();
  expect(again.sheetsByTitle['Kasus']?.protectedRanges ?? []).toEqual([]);
});

it('a wrong request is refused in the words that the client passes on', async () => {
  await expect(doc.addSheet({ title: 'kasus' })).rejects.toThrow(
    '[400] Invalid requests[0].addSheet: A sheet with the name "kasus" already exists. Please enter another name.',
  );
  await expect(sheet.getCellsInRange('A2000')).rejects.toThrow(
    '[400] Range (Kasus!A2000) exceeds grid limits. Max rows: 1000, max columns: 26',
  );
});
