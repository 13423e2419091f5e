import { beforeEach, describe, expect, it } from 'vitest';
import { type Office, OWNER, openOffice, read, write } from './office.ts';

let office: Office;
beforeEach(() => {
  office = openOffice();
  write(office, 'A1:C5', [
    ['status', 'hari', 'rute'],
    ['BERHASIL', 1, 'BTL-D'],
    ['DIAJUKAN', 4, 'BTL-D'],
    ['berhasil', 2, 'BGR-U'],
    ['', '', 'BTL-N'],
  ]);
});

const value = (formula: string) => {
  write(office, 'H1', [[formula]], 'USER_ENTERED');
  return office.sheets.values.get(OWNER, office.id, 'H1', { valueRenderOption: 'UNFORMATTED_VALUE' }).values?.[0]?.[0];
};

describe('formulas', () => {
  it.each([
    ['=1+2*3^2', 19],
    ['=-2^2', 4],
    ['=(1+2)*3%', 0.09],
    ['="a"&B2&TRUE', 'a1TRUE'],
    ['=A2="berhasil"', true],
    ['=A5=""', true],
    ['=B5+1', 1],
    ['=SUM(B:B)', 7],
    ['=SUM(B2:B3,10)', 15],
    ['=AVERAGE(B2:B5)', 7 / 3],
    ['=MAX(B2:B5)-MIN(B2:B5)', 3],
    ['=COUNTA(A2:A)', 3],
    ['=COUNTBLANK(A2:A5)', 1],
    ['=COUNTIF(A:A,"berhasil")', 2],
    ['=COUNTIF(B2:B5,">=2")', 2],
    ['=COUNTIF(C2:C,"BTL*")', 3],
    ['=COUNTIFS(A:A,"BERHASIL",C:C,"BTL-D")', 1],
    ['=SUMIFS(B:B,C:C,"BTL-D",B:B,"<>4")', 1],
    ['=IF(B2>3,"lambat","cepat")', 'cepat'],
    ['=IFERROR(1/0,"-")', '-'],
    ['=IF(FALSE,1/0,"aman")', 'aman'],
    ['=VLOOKUP("DIAJUKAN",A2:C5,3,FALSE)', 'BTL-D'],
    ['=INDEX(C:C,MATCH("DIAJUKAN",A:A,0))', 'BTL-D'],
    ['=ROUND(2.345,2)', 2.35],
    ['=LEFT("BTL-D",3)', 'BTL'],
    ['=TEXT(0.5,"0%")', '50%'],
    ['=DATE(2026,13,1)', 46388],
    ['=Sheet1!B2', 1],
    ["='Sheet1'!$B$3", 4],
  ])('%s', (formula, expected) => {
    expect(value(formula)).toEqual(expected);
  });

  it.each([
    ['=1/0', '#DIV/0!'],
    ['="a"*2', '#VALUE!'],
    ['=Tidak!A1', '#REF!'],
    ['=H1', '#REF!'],
    ['=nama_lain', '#NAME?'],
    ['=1+', '#ERROR!'],
    ['=1/0+SUM(B:B)', '#DIV/0!'],
  ])('%s is an error', (formula, expected) => {
    expect(value(formula)).toBe(expected);
  });

  it('says in the cell which function it does not know, and leaves the others readable', () => {
    write(office, 'H1:I1', [['=QUERY(A:C,"select A")', 'x']], 'USER_ENTERED');
    expect(read(office, 'H1:I1')).toEqual([['#ERROR!', 'x']]);
    const { sheets } = office.sheets.get(OWNER, office.id, {
      ranges: ['H1'],
      fields: 'sheets.data.rowData.values.effectiveValue',
    });
    const [cell] = sheets?.[0]?.data?.[0]?.rowData?.[0]?.values ?? [];
    expect(cell?.effectiveValue?.errorValue).toEqual({ type: 'ERROR', message: 'not emulated: the function QUERY' });
  });

  it('follow their cells', () => {
    write(office, 'H1:H2', [['=B2*2'], ['=H1+1']], 'USER_ENTERED');
    write(office, 'B2', [[50]]);
    expect(read(office, 'H1:H2')).toEqual([['100'], ['101']]);
  });

  it('may use semicolons and decimal commas in an Indonesian sheet', () => {
    const properties = { properties: { locale: 'id_ID', timeZone: 'Asia/Jakarta' }, fields: 'locale,timeZone' };
    office.sheets.batchUpdate(OWNER, office.id, { requests: [{ updateSpreadsheetProperties: properties }] });
    expect(value('=SUM(1,5;2)')).toBe(3.5);
    office.kernel.clock.set(Date.UTC(2026, 10, 20, 18));
    expect(value('=DAY(TODAY())')).toBe(21);
  });
});
