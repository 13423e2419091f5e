import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../../support/mini-office.ts';

const CODE = `
function tulis(nilai) {
  var id = kantor().spreadsheets.register;
  Sheets.Spreadsheets.Values.update({ values: [[nilai]] }, id, 'Data!A1', { valueInputOption: 'RAW' });
  return Sheets.Spreadsheets.Values.get(id, 'Data!A1:B2').values;
}
function baca() { return Sheets.Spreadsheets.Values.get(kantor().spreadsheets.register, 'Data!A1:B2').values || []; }
function galat() {
  try { return baca(); } catch (e) { return [e.name, e.message, e.details && e.details.code]; }
}
`;

describe('fault switches', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice(CODE);
  });
  afterEach(() => office.workspace.close());

  it('fail the n-th call of the next run only', async () => {
    office.workspace.faults.set({ failCall: { n: 2, function: 'tulis' } });
    expect(await office.run('baca')).toMatchObject({ ok: true });
    expect(await office.run('tulis', ['a'])).toMatchObject({ ok: false });
    expect(await office.value('baca')).toEqual([]);
    expect(await office.value('tulis', 'b')).toEqual([['b']]);
  });
  it('can apply the call before it fails', async () => {
    office.workspace.faults.set({ failCall: { n: 1, method: 'Sheets.Spreadsheets.Values.update', after: true } });
    expect(await office.run('tulis', ['c'])).toMatchObject({ ok: false });
    expect(await office.value('baca')).toEqual([['c']]);
  });
  it('speak as Google’s advanced services do', async () => {
    office.workspace.faults.set({ failCall: { n: 1, method: 'Sheets.Spreadsheets.Values.get', message: 'Putus.' } });
    expect(await office.value('galat')).toEqual([
      'GoogleJsonResponseException',
      'API call to sheets.spreadsheets.values.get failed with error: Putus.',
      500,
    ]);
  });
  it('let other people act between two calls', async () => {
    office.workspace.faults.set({
      interfere: {
        function: 'tulis',
        method: 'Sheets.Spreadsheets.Values.get',
        actions: [{ edit: { spreadsheetId: office.register, range: 'Data!B2', values: [['sela']] } }],
      },
    });
    expect(await office.value('tulis', 'd')).toEqual([['d'], ['', 'sela']]);
    expect(await office.value('tulis', 'e')).toEqual([['e'], ['', 'sela']]);
  });
  it('make calls slow', async () => {
    office.workspace.faults.set({ delayMs: 150 });
    const { execution } = await office.run('baca');
    expect(execution.ms).toBeGreaterThanOrEqual(300);
  });
  it('are off after clear', async () => {
    office.workspace.faults.set({ failCall: { n: 1 } });
    office.workspace.faults.clear();
    expect(office.workspace.faults.get()).toEqual({});
    expect(await office.run('baca')).toMatchObject({ ok: true });
  });
});
