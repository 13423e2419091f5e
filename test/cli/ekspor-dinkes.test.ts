/** Dinkes makes the files of its batches from its own spreadsheet and says that they went out: the real program, the real bundle (BGR-17). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../cli/workspace/server.ts';
import { BATCH, batchRow, closeBatch, eligible, snapshot, verified } from '../support/batch-officers.ts';
import { type Office, openOffice } from '../support/office.ts';
import { type Ended, pbi, temporary } from './support/pbi.ts';

let office: Office;
let server: RunningServer;
let tickets: string[];
beforeAll(async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T03:00:00Z' });
  server = await startServer(office.workspace, { port: 0 });
  tickets = await eligible(office, 1, 2);
  await closeBatch(office);
  await office.tick();
});
afterAll(() => server.close());

const book = () => office.files.spreadsheets['dinkes'] ?? '';
const dinkes = () => office.person('pembiayaan.dinkes');

/** As after any change that Dinkes is to see. */
async function refresh(): Promise<void> {
  const row = office.tab('Sistem').findIndex(({ kunci }) => kunci === 'berbagi_tertinggal') + 2;
  await office.edit(`'Sistem'!B${row}`, [['dinkes']], office.workspace.users.owner);
  await office.tick();
}

function ekspor(folder: string, email: string, ...more: string[]): Promise<Ended> {
  const where = ['--folder', folder, '--url', server.origin, '--sebagai', email, '--tunggu', '60'];
  return pbi('ekspor', 'format34', '--batch', BATCH, ...where, ...more);
}

describe('a closed batch in the spreadsheet of Dinkes', () => {
  it('is there row by row as it was frozen, once, and nobody at Dinkes can change it', async () => {
    const frozen = snapshot(office);
    expect(frozen.map(({ tiket }) => tiket)).toEqual(tickets);
    expect(office.tab('Isi Batch', book())).toEqual(frozen);
    await refresh();
    expect(office.tab('Isi Batch', book())).toEqual(frozen);
    await expect(office.editFile(book(), `'Isi Batch'!G2`, [['{}']], dinkes())).rejects.toThrow();
  });

  it('comes back after the tab was lost, when somebody repairs the register', async () => {
    const { sheets, users } = office.workspace;
    sheets.batchUpdate(users.owner, book(), { requests: [{ deleteSheet: { sheetId: 212 } }] });
    const result = await office.run('perbaikiRegister', [], users.owner);
    expect(JSON.stringify(result.ok && result.ui)).toContain('Tab Isi Batch dibuat di spreadsheet Berbagi Dinkes.');
    await office.tick();
    expect(office.tab('Isi Batch', book())).toEqual(snapshot(office));
  });

  it('comes back whole with the next refresh although nobody repairs anything', async () => {
    await eligible(office, 3);
    await closeBatch(office);
    const tiket = await verified(office, 4, 'mutation');
    await office.act(tiket, 'LOLOSKAN', {}, office.person('verifikator.dinsos'));
    await closeBatch(office, { rute: 'BGR-M' });
    const { sheets, users } = office.workspace;
    sheets.batchUpdate(users.owner, book(), { requests: [{ deleteSheet: { sheetId: 212 } }] });
    await refresh();
    // So much at once; the rest comes by itself.
    await office.tick();
    expect(office.tab('Isi Batch', book())).toEqual(office.tab('Isi Batch'));
    const batches = new Set(office.tab('Isi Batch', book()).map(({ batch }) => batch));
    expect([...batches]).toEqual([BATCH, `${BATCH}-A1`, 'BGR-M 2026-11']);
  });
});

describe('pbi ekspor as Dinkes', () => {
  it('writes the very files that Dinsos would, and the batch is sent once', async () => {
    const [own, dinsos] = [temporary(), temporary()];
    const first = await ekspor(own, dinkes().email, '--kirim', '--tanpa-faskes');
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining(`Batch ${BATCH} dicatat dikirim ke BPJS: 2`) });
    expect(batchRow(office)).toMatchObject({ keadaan: 'DIKIRIM', dikirim_oleh: dinkes().email });
    for (const tiket of tickets) expect(office.case(tiket)['status']).toBe('DIKIRIM_BPJS');
    // The same again, while the tab shows another label: the same command is not a second sending.
    await office.tick();
    const { dikirim_pada } = batchRow(office);
    expect(await ekspor(own, dinkes().email, '--kirim', '--tanpa-faskes')).toEqual(first);
    expect(batchRow(office)['dikirim_pada']).toBe(dikirim_pada);
    expect((await ekspor(dinsos, office.person('verifikator.dinsos').email)).code).toBe(0);
    expect(readdirSync(dinsos).sort()).toEqual(
      readdirSync(own)
        .filter((name) => !name.includes('jurnal'))
        .sort(),
    );
    for (const name of readdirSync(dinsos)) {
      expect(readFileSync(join(own, name)).equals(readFileSync(join(dinsos, name))), name).toBe(true);
    }
  });
});
