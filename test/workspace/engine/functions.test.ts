/** The functions of formulas, and formulas that fill several cells. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { LIBRARY_NAMES } from '#workspace/engine/formula/functions/library.ts';
import { FUNCTION_NAMES, REFUSED_FUNCTIONS } from '#workspace/engine/formula/functions.ts';
import { type Office, OWNER, openOffice, read, write } from './office.ts';

let office: Office;
beforeEach(() => {
  office = openOffice();
  write(office, 'A1:D6', [
    ['nama', 'hari', 'rute', 'tgl'],
    ['Ani', 5, 'BTL-D', 46085],
    ['Budi', 2, 'BGR-U', 46100],
    ['Citra', 9, 'BTL-D', 46115],
    ['Dewi', 2, 'BTL-N', 46130],
    ['Eko', 7, 'BGR-U', 46145],
  ]);
  const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 6, startColumnIndex: 1, endColumnIndex: 2 };
  office.sheets.batchUpdate(OWNER, office.id, {
    requests: [{ addNamedRange: { namedRange: { name: 'Lama', range } } }],
  });
});

const unformatted = { valueRenderOption: 'UNFORMATTED_VALUE' };
const values = (range: string) => office.sheets.values.get(OWNER, office.id, range, unformatted).values;
const value = (formula: string) => {
  write(office, 'H1', [[formula]], 'USER_ENTERED');
  return values('H1')?.[0]?.[0];
};

describe('functions', () => {
  it.each([
    // arithmetic
    ['=MOD(-3,2)', 1],
    ['=ROUNDUP(2.11,1)', 2.2],
    ['=ROUNDDOWN(-2.19,1)', -2.1],
    ['=MROUND(14,5)', 15],
    ['=CEILING(23.25,0.1)', 23.3],
    ['=FLOOR(23.25)', 23],
    ['=QUOTIENT(7,2)', 3],
    ['=POWER(2,10)', 1024],
    ['=SQRT(81)', 9],
    ['=SIGN(-4)', -1],
    ['=PRODUCT(2,3,4)', 24],
    ['=GCD(12,18)', 6],
    ['=MEDIAN(Lama)', 5],
    ['=STDEV(2,4,4,4,5,5,7,9)', Math.sqrt(32 / 7)],
    ['=PERCENTILE(B2:B6,0.5)', 5],
    ['=LARGE(B2:B6,2)', 7],
    ['=SMALL(B2:B6,2)', 2],
    ['=RANK(9,B2:B6)', 1],
    ['=SUMPRODUCT((C2:C6="BTL-D")*(B2:B6>5))', 1],
    ['=SUMPRODUCT(B1:B3,B1:B3)', 29],
    ['=SUBTOTAL(9,B2:B6)', 25],
    // conditions
    ['=IFS(B2>8,"lama",B2>4,"sedang",TRUE,"cepat")', 'sedang'],
    ['=SWITCH(C2,"BTL-N","non","BTL-D","darurat","lain")', 'darurat'],
    ['=CHOOSE(2,"a","b")', 'b'],
    ['=IFNA(VLOOKUP("Zaki",A:B,2,FALSE),"tidak ada")', 'tidak ada'],
    ['=XOR(TRUE,TRUE,TRUE)', true],
    ['=ISERROR(1/0)', true],
    ['=ISNA(NA())', true],
    ['=ISBLANK(Z1)', true],
    ['=ISNUMBER("1")', false],
    // conditional aggregates
    ['=AVERAGEIF(C2:C6,"BGR-*",B2:B6)', 4.5],
    ['=AVERAGEIFS(B2:B6,C2:C6,"BTL-D",B2:B6,"<9")', 5],
    ['=MAXIFS(B2:B6,C2:C6,"BGR-U")', 7],
    ['=MINIFS(B2:B6,C2:C6,"BTL-D")', 5],
    ['=COUNTUNIQUE(C2:C6)', 3],
    // text
    ['=PROPER("aNI dwi-putri")', 'Ani Dwi-Putri'],
    ['=REPT("ab",3)', 'ababab'],
    ['=FIND("t","Citra")', 3],
    ['=SEARCH("BTL","usul btl-d")', 6],
    ['=SUBSTITUTE("a-b-c","-","+",2)', 'a-b+c'],
    ['=REPLACE("abcdef",3,2,"XY")', 'abXYef'],
    ['=REGEXMATCH("BTL-2026-001","^BTL-\\d{4}")', true],
    ['=REGEXEXTRACT("BTL-2026-001","-(\\d+)-")', '2026'],
    ['=REGEXREPLACE("0812 3456","\\s","")', '08123456'],
    ['=TEXTJOIN(", ",TRUE,A2:A4)', 'Ani, Budi, Citra'],
    ['=JOIN("|",A2:A3)', 'Ani|Budi'],
    ['=TEXT(46085,"dd/mm/yyyy")', '04/03/2026'],
    ['=TEXT(1234.5,"#,##0.00")', '1,234.50'],
    ['=VALUE("1,234.5")', 1234.5],
    ['=LEN("héllo")', 5],
    ['=HYPERLINK("https://contoh.test","tautan")', 'tautan'],
    ['=CHAR(65)&CODE("B")', 'A66'],
    // dates
    ['=DATEDIF(DATE(2000,5,20),DATE(2026,3,4),"Y")', 25],
    ['=DATEDIF(DATE(2000,5,20),DATE(2026,3,4),"YM")', 9],
    ['=DATEDIF(DATE(2026,1,31),DATE(2026,3,1),"MD")', 1],
    ['=EDATE(DATE(2026,1,31),1)', 46081],
    ['=EOMONTH(DATE(2026,1,15),1)', 46081],
    ['=WEEKDAY(DATE(2026,3,4))', 4],
    ['=WEEKDAY(DATE(2026,3,4),2)', 3],
    ['=WEEKNUM(DATE(2026,3,4))', 10],
    ['=ISOWEEKNUM(DATE(2026,1,1))', 1],
    ['=NETWORKDAYS(DATE(2026,3,2),DATE(2026,3,10),DATE(2026,3,4))', 6],
    ['=WORKDAY(DATE(2026,3,6),2)', 46091],
    ['=HOUR(TIME(14,30,0))&":"&MINUTE(0.75)', '14:0'],
    ['="2026-03-05"-"2026-03-04"', 1],
    ['=DATEVALUE("3/4/2026")', 46085],
    // looking up
    ['=VLOOKUP(46110,{1,"a";46100,"b";46120,"c"},2)', 'b'],
    ['=HLOOKUP("hari",A1:D3,2,FALSE)', 5],
    ['=MATCH(46120,D2:D6)', 3],
    ['=MATCH("C*",A2:A6,0)', 3],
    ['=INDEX(A2:D6,3,1)', 'Citra'],
    ['=XLOOKUP("Dewi",A2:A6,B2:B6)', 2],
    ['=XLOOKUP("Zaki",A2:A6,B2:B6,"-")', '-'],
    ['=XLOOKUP(46110,D2:D6,A2:A6,"-",-1)', 'Budi'],
    ['=LOOKUP(46131,D2:D6,A2:A6)', 'Dewi'],
    ['=SUM(OFFSET(B1,1,0,2,1))', 7],
    ['=INDIRECT("A"&3)', 'Budi'],
    ['=SUM(INDIRECT("Lama"))', 25],
    ['=ROWS(A2:A6)*COLUMNS(A:C)', 15],
    ['=ADDRESS(2,3)&ADDRESS(2,3,4)', '$C$2C2'],
    // ranges made of ranges, inside of other functions
    ['=COUNTA(FILTER(A2:A6,B2:B6>4))', 3],
    ['=INDEX(SORT(A2:B6,2,FALSE),1,1)', 'Citra'],
    ['=COUNTA(UNIQUE(C2:C6))', 3],
    ['=SUM(ARRAYFORMULA(B2:B6*2))', 50],
    ['=SUM({1,2;3,4})', 10],
    ['=JOIN("-",SPLIT("a,b,,c",","))', 'a-b-c'],
    ['=SUM(SEQUENCE(4))', 10],
    ['=SUM(ARRAYFORMULA(ROW(A2:A4)*COLUMN(A1:B1)))', 27],
    ['=ARRAYFORMULA(SUM(IF(C2:C6="BTL-D",B2:B6,0)))', 14],
    ['=SUM(Lama)', 25],
  ])('%s', (formula, expected) => {
    if (typeof expected === 'number') expect(value(formula)).toBeCloseTo(expected, 9);
    else expect(value(formula)).toEqual(expected);
  });

  it.each([
    ['=BUKANFUNGSI(1)', '#NAME?'],
    ['=tidak_ada', '#NAME?'],
    ['=SQRT(-1)', '#NUM!'],
    ['=FILTER(A2:A6,B2:B6>99)', '#N/A'],
    ['=VLOOKUP("Ani",A2:B6,3,FALSE)', '#REF!'],
    ['=FIND("z","abc")', '#VALUE!'],
    ['=IMPORTRANGE("x","A1")', '#ERROR!'],
  ])('%s is an error', (formula, expected) => {
    expect(value(formula)).toBe(expected);
  });

  it('a whole column where one cell is needed stands for the cell beside the formula', () => {
    write(office, 'F2:F3', [['=B2:B6*10'], ['=UPPER(A:A)']], 'USER_ENTERED');
    expect(values('F2:F3')).toEqual([[50], ['BUDI']]);
    expect(value('=B2:B6*10')).toBe('#VALUE!');
  });

  it('numbers and dates in text are read in the locale of the spreadsheet', () => {
    const properties = { properties: { locale: 'id_ID' }, fields: 'locale' };
    office.sheets.batchUpdate(OWNER, office.id, { requests: [{ updateSpreadsheetProperties: properties }] });
    expect(value('=VALUE("1.234,5")+1,5')).toBe(1236);
    expect(value('="04/03/2026"+0')).toBe(46085);
    expect(value('=SUM({1\\2;3\\4})')).toBe(10);
  });

  it.each(LIBRARY_NAMES)('the library answers %s with a value or an error of a sheet', (name) => {
    const given = value(`=${name}(1,2,3)`);
    expect(['#NAME?', '#ERROR!']).not.toContain(given);
    if (typeof given === 'string') expect(given).toMatch(/^(#(N\/A|NUM!|VALUE!|DIV\/0!|REF!)|\w*)$/);
  });

  it('names no function both as known and as refused', () => {
    expect(FUNCTION_NAMES.filter((name) => REFUSED_FUNCTIONS.includes(name))).toEqual([]);
  });
});

describe('formulas that fill several cells', () => {
  it('fill what is beside and below, and what is read from there', () => {
    write(office, 'F1:G1', [['=FILTER(A2:B6,C2:C6="BTL-D")', '']], 'USER_ENTERED');
    write(office, 'I1', [['=SUM(G1:G9)&F2']], 'USER_ENTERED');
    expect(read(office, 'F1:I3')).toEqual([
      ['Ani', '5', '', '14Citra'],
      ['Citra', '9'],
    ]);
    const { sheets } = office.sheets.get(OWNER, office.id, {
      ranges: ['F1:F2'],
      fields: 'sheets.data.rowData.values(userEnteredValue,formattedValue)',
    });
    expect(sheets?.[0]?.data?.[0]?.rowData).toEqual([
      { values: [{ userEnteredValue: { formulaValue: '=FILTER(A2:B6,C2:C6="BTL-D")' }, formattedValue: 'Ani' }] },
      { values: [{ formattedValue: 'Citra' }] },
    ]);
  });

  it('reach below the last row in use, and shrink with what they read', () => {
    write(office, 'F5', [['=SORT(B2:B6)']], 'USER_ENTERED');
    expect(values('F5:F20')).toEqual([[2], [2], [5], [7], [9]]);
    office.sheets.batchUpdate(OWNER, office.id, { requests: [{ addSheet: { properties: { title: 'Lain' } } }] });
    write(office, 'Lain!A1', [['=SUM(Sheet1!F5:F)']], 'USER_ENTERED');
    expect(values('Lain!A1')).toEqual([[25]]);
    expect(office.sheets.findText(OWNER, office.id, { sheetId: 0, text: '9', matchEntireCell: true })).toMatchObject([
      { row: 4, column: 2 },
      { row: 9, column: 6 },
    ]);
    write(office, 'B6', [['']]);
    expect(values('F5:F20')).toEqual([[2], [2], [5], [9]]);
    expect(value('=B6')).toBeUndefined();
  });

  it('fill again after they were copied with their sheet or spreadsheet, and after the file was opened again', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fungsi-'));
    const path = join(folder, 'workspace.db');
    const first = openOffice(path);
    write(first, 'A1', [['=SEQUENCE(3)']], 'USER_ENTERED');
    first.sheets.batchUpdate(OWNER, first.id, { requests: [{ duplicateSheet: { newSheetName: 'Salinan' } }] });
    expect(read(first, 'Salinan!A1:A9')).toEqual([['1'], ['2'], ['3']]);
    const id = first.files.copy(OWNER, first.id, {}).id ?? '';
    expect(read({ ...first, id }, 'Sheet1!A1:A9')).toEqual([['1'], ['2'], ['3']]);
    first.kernel.store.close();
    const again = openOffice(path, first.id);
    expect(read(again, 'Sheet1!A1:A9')).toEqual([['1'], ['2'], ['3']]);
    again.kernel.store.close();
    rmSync(folder, { recursive: true });
  });

  it('write over nothing', () => {
    write(office, 'F1:F3', [['=ARRAYFORMULA(B2:B4*2)'], [''], ['isi']], 'USER_ENTERED');
    expect(read(office, 'F1:F3')).toEqual([['#REF!'], [], ['isi']]);
    write(office, 'F3', [['']]);
    expect(read(office, 'F1:F3')).toEqual([['10'], ['4'], ['18']]);
  });
});
