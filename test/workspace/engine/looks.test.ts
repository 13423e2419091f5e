/** Appended cells that look alike share one look; one that differs anywhere keeps its own. */
import { describe, expect, it } from 'vitest';
import { sameLook } from '#workspace/engine/grid/style.ts';
import { OWNER, openOffice } from './office.ts';

const list = (...choices: string[]) => ({
  condition: { type: 'ONE_OF_LIST', values: choices.map((userEnteredValue) => ({ userEnteredValue })) },
  strict: true,
});

describe('looks of appended rows', () => {
  it('stay as they were sent, row by row', () => {
    const { sheets, id } = openOffice();
    const rules = [list('a', 'b'), list('a', 'b'), list('a', 'c'), list('a', 'b', 'c'), undefined, list('a', 'b')];
    const rows = rules.map((rule) => ({
      values: [{ userEnteredValue: { stringValue: 'a' }, ...(rule && { dataValidation: rule }) }],
    }));
    const fields = 'userEnteredValue,dataValidation';
    sheets.batchUpdate(OWNER, id, { requests: [{ appendCells: { sheetId: 0, rows, fields } }] });
    const book = sheets.get(OWNER, id, { ranges: ['A1:A6'], fields: 'sheets.data.rowData.values.dataValidation' });
    const got = book.sheets?.[0]?.data?.[0]?.rowData?.map(({ values }) => values?.[0]?.dataValidation);
    expect(got).toEqual(rules);
  });

  it.each([
    [{ a: 1 }, { a: 1, b: undefined }],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: [] }, { a: {} }],
    [{ a: { b: 'x' } }, { a: { c: 'x' } }],
    [undefined, {}],
    [null, {}],
  ])('%j is not %j', (one, other) => {
    expect(sameLook(one, other)).toBe(false);
    expect(sameLook(other, one)).toBe(false);
    expect(sameLook(one, structuredClone(one))).toBe(true);
  });
});
