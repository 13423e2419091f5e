import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../../support/mini-office.ts';

const CODE = `
function baca(kode) { return Function('return (' + kode + ')')(); }
`;

describe('Date in the zone of the manifest (Asia/Jakarta)', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(CODE);
  });
  afterAll(() => office.workspace.close());

  it.each([
    ['new Date(2026, 0, 2).toISOString()', '2026-01-01T17:00:00.000Z'],
    ['new Date(2026, 0, 2, 3, 4, 5, 6).toISOString()', '2026-01-01T20:04:05.006Z'],
    ['new Date("2026-01-02T00:00:00").toISOString()', '2026-01-01T17:00:00.000Z'],
    ['new Date("Jan 2, 2026 08:00").toISOString()', '2026-01-02T01:00:00.000Z'],
    ['new Date("2026-01-02").toISOString()', '2026-01-02T00:00:00.000Z'],
    ['new Date("2026-01-02T00:00:00+09:00").toISOString()', '2026-01-01T15:00:00.000Z'],
    ['new Date(Date.UTC(2026, 0, 1, 20)).getDate()', 2],
    ['new Date(Date.UTC(2026, 0, 1, 20)).getHours()', 3],
    ['new Date(Date.UTC(2026, 0, 1, 20)).getUTCHours()', 20],
    ['new Date(Date.UTC(2026, 0, 1, 20)).getDay()', 5],
    ['new Date(0).getTimezoneOffset()', -420],
    ['String(new Date(0))', 'Thu Jan 01 1970 07:00:00 GMT+0700 (Western Indonesia Time)'],
    ['new Date(new Date(0).setHours(0, 0, 0, 0)).toISOString()', '1969-12-31T17:00:00.000Z'],
    ['new Date(new Date(2026, 0, 31).setMonth(1)).getMonth()', 2],
    ['String(new Date(NaN))', 'Invalid Date'],
    ['new Date("omong kosong").getTime()', null],
    ['new Date(new Date(5)).getTime()', 5],
    ['typeof Date()', 'string'],
    ['JSON.stringify({ d: new Date(0) })', '{"d":"1970-01-01T00:00:00.000Z"}'],
    ['new Date(0).toLocaleDateString("id-ID")', '1/1/1970'],
    [
      'Utilities.formatDate(new Date(0), Session.getScriptTimeZone(), "dd MMMM yyyy HH:mm EEEE \'jam\'")',
      '01 January 1970 07:00 Thursday jam',
    ],
    ['Utilities.formatDate(new Date(0), "GMT-3", "yy-M-d h a Z XXX")', '69-12-31 9 PM -0300 -03:00'],
  ])('%s', async (code, expected) => {
    expect(await office.value('baca', code)).toEqual(expected);
  });
});
