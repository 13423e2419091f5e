/**
 * The path that an office takes at Google: sign-in with its own client, tokens of exactly the listed permissions, one
 * click of a person, later runs through the queue. Google's addresses lead to a Workspace, everything else is the real
 * program.
 */

import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerConsent } from '../support/consent.ts';
import { startIn, temporary } from './support/pbi.ts';
import { alamatIzin, type Mesin, mesinKosong } from './support/pemasangan.ts';

const ALIHKAN = fileURLToPath(new URL('../../cli/pasang/alihkan.cjs', import.meta.url));
const OWNER = 'sistem.pbi@bantul.test';
const DINSOS = 'verifikator.dinsos@bantul.test';

/** Google is where `origin` says. */
const diGoogle = (origin: string): Record<string, string> => ({
  NODE_OPTIONS: `--require=${ALIHKAN}`,
  USULAN_PBI_WORKSPACE: origin,
});

describe('an office at Google', () => {
  let mesin: Mesin;
  beforeAll(async () => {
    mesin = await mesinKosong('bantul', { realTime: true });
  });
  afterAll(() => mesin.server.close());

  const mulai = (...args: string[]) => mesin.start({ env: diGoogle(mesin.server.origin) }, ...args);
  const sebagai = (token: string, ...args: string[]) =>
    mesin.start({ env: { ...diGoogle(mesin.server.origin), PBI_TOKEN: token } }, ...args, '--target', 'google').ended;

  /** What the person does at the workbook when the program asks for it. */
  async function klikMenu({ child }: ReturnType<typeof mulai>): Promise<void> {
    await new Promise<void>((resolve) => {
      child.stderr?.on('data', (data) => {
        if (/pilih sekali lagi Pasang atau perbaiki kantor/.test(String(data))) resolve();
      });
      child.once('close', () => resolve());
    });
    const body = JSON.stringify({ function: 'pasangAtauPerbaiki', user: OWNER });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${mesin.server.origin}/workspace/menu`, { method: 'POST', headers, body });
    expect(answer.status).toBe(200);
  }

  it('is signed in to with the office’s own client, once', async () => {
    const klien = join(temporary(), 'client_secret.json');
    const installed = { client_id: 'kantor.apps.googleusercontent.com', client_secret: 'GOCSPX-rahasia' };
    writeFileSync(klien, JSON.stringify({ installed }));
    const masuk = mulai('masuk', '--klien', klien);
    const address = await alamatIzin(masuk.child);
    expect([address.host, address.searchParams.get('client_id')]).toEqual(['accounts.google.com', installed.client_id]);
    const back = await answerConsent(`${mesin.server.origin}${address.pathname}${address.search}`, OWNER);
    expect(typeof back === 'number' ? back : (await fetch(back)).status).toBe(200);
    expect(await masuk.ended).toMatchObject({ code: 0, out: `Masuk sebagai ${OWNER}.\n` });
    expect(mesin.remembered()).toMatchObject({ 'klien.json': { mode: 0o600 }, 'kredensial.json': { mode: 0o600 } });
  });

  it('asks whose settings it begins with before it makes anything of the kind', async () => {
    const { code, err } = await mulai('pasang').ended;
    expect([code, err]).toEqual([2, expect.stringContaining('--profil bantul atau --profil kota-bogor')]);
    expect(mesin.made().skrip).toBeNull();
  });

  it('is made with these permissions and one click, and both are said', { timeout: 60_000 }, async () => {
    const berjalan = mulai('pasang', '--profil', 'bantul');
    await klikMenu(berjalan);
    const { code, out, err } = await berjalan.ended;
    expect([code, err]).toEqual([0, expect.stringContaining(`https://docs.google.com/spreadsheets/d/`)]);
    expect(err).toContain('Google meminta izin');
    expect(out).toContain('Pemicu tick dipasang.');
    expect(out).toContain('Isi tab Peran');
    const { register } = mesin.office.files.spreadsheets;
    expect(out).toContain(`Register PBI: https://docs.google.com/spreadsheets/d/${register}/edit`);
    expect(mesin.remembered()).toMatchObject({ 'kantor.json': { isi: { registerId: register } } });
    expect(mesin.office.tab('Peran')).toMatchObject([{ email: OWNER, peran: 'admin' }]);
  });

  it('that stopped beating asks for the click again and finds nothing to do', { timeout: 60_000 }, async () => {
    const berjalan = mulai('pasang');
    await klikMenu(berjalan);
    expect((await berjalan.ended).out).toContain('Tidak ada yang perlu diubah.');
    expect(mesin.office.tab('Antrean')).toEqual([]);
  });

  it('whose script is at work is repaired through its queue, without anybody', { timeout: 60_000 }, async () => {
    await mesin.office.tick();
    const lost = mesin.office.workspace.scripts.triggers().find((one) => one.function === 'saatBpjsDiubah');
    mesin.office.workspace.store.documents<object>('triggers').delete(lost?.id ?? '');
    const berjalan = mulai('pasang');
    await expect.poll(() => mesin.office.tab('Antrean').length, { timeout: 20_000 }).toBe(1);
    await mesin.office.tick();
    const { code, out, err } = await berjalan.ended;
    expect([code, out]).toEqual([0, expect.stringContaining('Yang diubah:\n  - Pemicu saatBpjsDiubah dipasang.\n\n')]);
    expect(err).not.toContain('pilih sekali lagi');
    expect(mesin.office.workspace.scripts.triggers().map((one) => one.function)).toContain('saatBpjsDiubah');
  });

  it('is one for every command: settings are read by those whom the register knows', async () => {
    await mesin.office.edit("'Peran'!A3:D3", [[DINSOS, 'dinsos', 'Petugas', 'ya']], mesin.office.workspace.users.owner);
    await mesin.office.workspace.scripts.idle();
    // Shared at once, as the menu does it.
    const { owner } = mesin.office.workspace.users;
    expect((await mesin.office.run('pasangAtauPerbaiki', [], owner)).ok).toBe(true);
    const { register } = mesin.office.files.spreadsheets;
    const cutoff = ['cutoff', '--tanggal', '2026-11-20'];
    const baca = async (...args: string[]) => (await sebagai(DINSOS, ...cutoff, ...args)).out.split('\n')[0];
    expect(await baca('--kantor', register)).toContain('Memakai pengaturan dan libur di register');
    // The office that was installed from here need not be named.
    expect(await baca()).toContain('Memakai pengaturan dan libur di register');
    expect((await mulai(...cutoff, '--target', 'google').ended).out).toContain('libur di register');
    const stranger = await sebagai('kepesertaan@bpjs.test', ...cutoff);
    expect(stranger.out).toContain('Anda tidak berhak membuka spreadsheet ini');
    const { files, users } = mesin.office.workspace;
    const other = { type: 'user', role: 'reader', emailAddress: 'kepesertaan@bpjs.test' };
    files.createPermission(users.owner, register, other);
    expect((await sebagai('kepesertaan@bpjs.test', ...cutoff)).out).toContain('tidak ada di tab Peran');
    const env = { ...diGoogle(mesin.server.origin), PBI_CONFIG_DIR: temporary() };
    const nowhere = (more: Record<string, string>) =>
      mesin.start({ env: { ...env, ...more } }, ...cutoff, '--target', 'google').ended;
    expect((await nowhere({ PBI_TOKEN: OWNER })).out).toContain('Sebutkan id Register PBI dengan --kantor');
    expect((await nowhere({})).out).toContain('Belum ada yang masuk di komputer ini');
  });

  it('that is gone is not made a second time behind its owner’s back', async () => {
    const { files, users } = mesin.office.workspace;
    const { register } = mesin.office.files.spreadsheets;
    files.update(users.owner, register, { trashed: true });
    const { code, err } = await mulai('pasang').ended;
    expect([code, err]).toEqual([7, expect.stringContaining('pbi pasang --baru')]);
    files.update(users.owner, register, { trashed: false });
  });
});

describe('what Google can refuse', () => {
  let server: Server;
  let answer: { status: number; message: string; more?: object };
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url?.startsWith('/oauth2/')) {
        response.setHeader('content-type', 'application/json').end(JSON.stringify({ email: OWNER }));
        return;
      }
      const { status, message, more = {} } = answer;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { code: status, message, status: 'PERMISSION_DENIED', ...more } }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  const pasang = async (origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`) => {
    const env = { ...diGoogle(origin), PBI_TOKEN: 'ya29.token-rahasia', PBI_CONFIG_DIR: temporary() };
    const ended = await startIn({ env }, 'pasang', '--profil', 'bantul').ended;
    expect(ended.out + ended.err).not.toContain('token-rahasia');
    return ended;
  };

  it.each([
    [
      'an API that the project has not switched on',
      {
        status: 403,
        message:
          'Google Drive API has not been used in project 123456789 before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/drive.googleapis.com/overview?project=123456789 then retry.',
      },
      'Google Drive API belum dinyalakan',
      'https://console.cloud.google.com/apis/library/drive.googleapis.com?project=123456789',
    ],
    [
      'the Apps Script API of an account',
      {
        status: 403,
        message:
          'User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.',
      },
      'Apps Script API belum dinyalakan untuk akun ini',
      'https://script.google.com/home/usersettings',
    ],
    [
      'a token with fewer permissions',
      {
        status: 403,
        message: 'Request had insufficient authentication scopes.',
        more: { details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }] },
      },
      'Izin yang diberikan saat masuk kurang',
      'pbi masuk',
    ],
  ])('%s is said with the place where that is changed', async (_, refusal, sentence, place) => {
    answer = refusal;
    const { code, err } = await pasang();
    expect([code, err]).toEqual([7, expect.stringContaining(sentence)]);
    expect(err).toContain(place);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('no way to Google is said as that', async () => {
    const { code, err } = await pasang('http://127.0.0.1:9');
    expect([code, err]).toEqual([1, expect.stringContaining('Google tidak dapat dihubungi dari komputer ini')]);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

it('the Apps Script API that is switched off later stops the push, and the next run goes on', {
  timeout: 60_000,
}, async () => {
  const mesin = await mesinKosong();
  mesin.office.workspace.faults.set({ scriptApiOff: true });
  const { code, err } = await mesin.pbi('pasang');
  expect([code, err]).toEqual([7, expect.stringContaining('https://script.google.com/home/usersettings')]);
  mesin.office.workspace.faults.clear();
  expect((await mesin.pbi('pasang')).code).toBe(0);
  expect(mesin.made().files.filter((name) => name === 'Register PBI')).toHaveLength(1);
  await mesin.server.close();
});
