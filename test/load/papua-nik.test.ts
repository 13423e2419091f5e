/** A NIK whose last digit a spreadsheet number would lose: sixteen characters everywhere, byte for byte. */
import { auth, sheets as sheetsApi } from 'googleapis/build/src/apis/sheets/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from '../support/people.ts';
import { dataDir, type Server, startServer, submitForm } from '../support/server.ts';
import { propose, userOf } from './support/office-flow.ts';

/** Above 2^53, odd: as numbers they would become even. Not fifteen significant digits either. */
const NIKS = ['9171015708909001', '9171011708909003', '9104015208909999'];
const KK = '9171010101109007';

let server: Server;
let tickets: string[];
beforeAll(async () => {
  server = await startServer(dataDir());
  for (const [index, nik] of NIKS.entries()) {
    await submitForm(server, person(index, { nik, no_kk: KK, jk: index === 1 ? 'Laki-laki' : 'Perempuan' }));
    await server.idle();
  }
  const [cases = []] = await server.tabs(['Kasus']);
  tickets = cases.map((row) => row['tiket'] ?? '');
  for (const ticket of tickets) await propose(server, ticket);
});
afterAll(() => server.discard());

/** Google's own client, as a user of the Workspace. */
function client(email: string) {
  const oauth = new auth.OAuth2();
  oauth.setCredentials({ access_token: email });
  return sheetsApi({ version: 'v4', rootUrl: `${server.origin}/`, auth: oauth }).spreadsheets;
}

const RENDERINGS = ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'] as const;

/** Both spreadsheets that carry the numbers, with the tab and the one who works there. */
const PLACES = [
  ['register', 'Kasus', 'dinsos'],
  ['bpjs', 'Usulan Darurat', 'bpjs'],
] as const;

describe.each(PLACES)('in the spreadsheet %s', (book, tab, role) => {
  const column = async (header: string, valueRenderOption: string) => {
    const spreadsheetId = server.office.spreadsheets[book] ?? '';
    const range = `'${tab}'`;
    const { data } = await client(userOf(server, role)).values.get({ spreadsheetId, range, valueRenderOption });
    const [names = [], ...rows] = data.values ?? [];
    return rows.map((row: unknown[]) => row[names.indexOf(header)]);
  };

  it.each(RENDERINGS)('the values API gives the digits as text (%s)', async (option) => {
    expect(await column('nik', option)).toEqual(NIKS);
    expect(await column('no_kk', option)).toEqual(NIKS.map(() => KK));
  });

  it('the cell holds a text, also for the grid of the page', async () => {
    const spreadsheetId = server.office.spreadsheets[book] ?? '';
    const { data } = await client(userOf(server, role)).get({
      spreadsheetId,
      ranges: [`'${tab}'`],
      includeGridData: true,
    });
    const cells = data.sheets?.[0]?.data?.[0]?.rowData?.flatMap(({ values = [] }) => values) ?? [];
    const found = cells.filter(({ formattedValue }) => NIKS.includes(formattedValue ?? ''));
    expect(found.map(({ userEnteredValue, effectiveValue }) => [userEnteredValue, effectiveValue])).toEqual(
      NIKS.map((nik) => [{ stringValue: nik }, { stringValue: nik }]),
    );
    const { sheets } = await grid<{ sheets: { sheetId: number; title: string }[] }>(spreadsheetId, role);
    const sheetId = sheets.find(({ title }) => title === tab)?.sheetId;
    const page = await grid<{ rows: ({ v?: string; e?: string } | null)[][] }>(
      `${spreadsheetId}?sheetId=${sheetId}&from=0&to=20`,
      role,
    );
    const shown = page.rows.flat().filter((cell) => NIKS.includes(cell?.v ?? ''));
    expect(shown.map((cell) => [cell?.v, cell?.e])).toEqual(NIKS.map((nik) => [nik, undefined]));
  });
});

const grid = <T>(path: string, role: string): Promise<T> =>
  server.json<T>(`/workspace/grid/${path}`, { headers: { cookie: `pbi_user=${userOf(server, role)}` } });

describe('along the way', () => {
  it('the form keeps the digits as they were typed', async () => {
    const { responses = [] } = await server.json<{ responses?: object[] }>(
      `/v1/forms/${server.office.forms['darurat']?.id}/responses`,
    );
    const text = JSON.stringify(responses);
    for (const nik of NIKS) expect(text).toContain(`"${nik}"`);
  });

  it('a NIK that an officer types into the grid stays text, with a space repaired', async () => {
    const spreadsheetId = server.office.spreadsheets['register'] ?? '';
    const user = userOf(server, 'dinsos');
    await submitForm(server, person(7));
    await server.idle();
    const values = client(user).values;
    const { data } = await values.get({ spreadsheetId, range: 'Kasus!1:1' });
    const letter = String.fromCharCode(65 + (data.values?.[0]?.indexOf('nik') ?? 0));
    const range = `Kasus!${letter}${NIKS.length + 2}`;
    await server.json('/workspace/edit', {
      method: 'POST',
      body: { spreadsheetId, range, values: [[' 9171015708 909001']], user },
    });
    const typed = await values.get({ spreadsheetId, range, valueRenderOption: 'UNFORMATTED_VALUE' });
    expect(typed.data.values).toEqual([['9171015708909001']]);
  });

  it('CSV export and a restart change nothing', async () => {
    const csv = await server.fetch(
      `/drive/v3/files/${server.office.spreadsheets['bpjs']}/export?mimeType=${encodeURIComponent('text/csv')}`,
      { headers: { authorization: 'Bearer local' } },
    );
    const text = await csv.text();
    for (const nik of NIKS) expect(text.split(/[,\r\n]/)).toContain(nik);
    await server.kill();
    server = await startServer(server.dir);
    const [cases = []] = await server.tabs(['Kasus']);
    expect(cases.slice(0, NIKS.length).map((row) => row['nik'])).toEqual(NIKS);
  });
});
