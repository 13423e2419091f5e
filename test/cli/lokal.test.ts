import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { writeBundle } from '../support/mini-office.ts';

const MAIN = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
const CODE = `
function halo() { return 'halo'; }
function pasangPemicu() { ScriptApp.newTrigger('padaKirim').forForm(kantor().forms.usulan.id).onFormSubmit().create(); }
function padaKirim(e) {
  var id = e.response.getId();
  Sheets.Spreadsheets.Values.append({ values: [[id]] }, kantor().spreadsheets.register, 'Data!A1', { valueInputOption: 'RAW' });
}
`;

interface Run {
  child: ChildProcess;
  out: string;
  err: string;
  ended: Promise<number | null>;
}

describe('pbi lokal', () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  });

  const bundle = writeBundle(CODE);
  const start = (dir: string, ...more: string[]): Run => {
    const child = spawn(process.execPath, [MAIN, 'lokal', '--port', '0', '--data', dir, '--no-open', ...more], {
      env: { PATH: process.env['PATH'], PBI_BUNDLE: bundle },
    });
    children.push(child);
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const run: Run = { child, out: '', err: '', ended };
    child.stdout?.on('data', (data) => {
      run.out += String(data);
    });
    child.stderr?.on('data', (data) => {
      run.err += String(data);
    });
    return run;
  };
  const ready = async (run: Run): Promise<string> => {
    for (let i = 0; i < 400 && !run.out.includes('\n'); i += 1) await new Promise((resolve) => setTimeout(resolve, 25));
    const origin = /^siap: (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(run.out)?.[1];
    if (!origin) throw new Error(`not ready: ${run.out}${run.err}`);
    return origin;
  };
  const temporary = () => mkdtempSync(join(tmpdir(), 'pbi-lokal-'));
  const post = async (url: string, body: object): Promise<Response> =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const discover = async (origin: string) =>
    (await (await fetch(`${origin}/workspace.json`)).json()) as {
      users: { email: string }[];
      scriptId: string | null;
      spreadsheets: { register: string };
      forms: { usulan: { publishedId: string; items: { nama: number } } };
    };

  it('says one line when ready, serves, and ends on signals with their codes', async () => {
    const dir = temporary();
    const first = start(dir);
    const origin = await ready(first);
    const { users } = await discover(origin);
    const answer = await post(`${origin}/workspace/run`, { function: 'halo', args: [], user: users[0]?.email });
    expect(await answer.json()).toMatchObject({ ok: true, result: 'halo' });
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(130);
    const second = start(dir);
    await ready(second);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  it('refuses a data folder that is in use, one of another office, and a port that is taken', async () => {
    const dir = temporary();
    const first = start(dir);
    await ready(first);
    const second = start(dir);
    expect(await second.ended).toBe(2);
    expect(second.err).toContain('sedang dipakai oleh proses lain');
    expect(second.out).toBe('');
    first.child.kill('SIGTERM');
    await first.ended;
    const other = start(dir, '--profile', 'kota-bogor');
    expect(await other.ended).toBe(2);
    expect(other.err).toContain('profil bantul');

    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve));
    const { port } = blocker.address() as { port: number };
    const blocked = start(temporary(), '--port', String(port));
    expect(await blocked.ended).toBe(2);
    expect(blocked.err).toContain(`Port ${port} sudah dipakai`);
    blocker.close();
    const wrong = start(temporary(), '--port', 'x');
    expect(await wrong.ended).toBe(2);
  });

  it('starts without an office when told so, and does not take the folder of one', async () => {
    const dir = temporary();
    const empty = start(dir, '--kosong');
    const found = await discover(await ready(empty));
    expect(found).toMatchObject({ scriptId: null, spreadsheets: {}, forms: {} });
    empty.child.kill('SIGTERM');
    await empty.ended;
    const office = temporary();
    const first = start(office);
    await ready(first);
    first.child.kill('SIGTERM');
    await first.ended;
    const refused = start(office, '--kosong');
    expect(await refused.ended).toBe(2);
    expect(refused.err).toContain('tanpa --kosong');
  });

  it('loses no response and delivers its event, killed right after it answered', async () => {
    const dir = temporary();
    let run = start(dir);
    let origin = await ready(run);
    const { users, forms } = await discover(origin);
    await post(`${origin}/workspace/run`, { function: 'pasangPemicu', args: [], user: users[0]?.email });
    await post(`${origin}/workspace/faults`, { delayMs: 400 });
    const sent = await fetch(`${origin}/forms/d/e/${forms.usulan.publishedId}/formResponse`, {
      method: 'POST',
      body: new URLSearchParams({ [`entry.${forms.usulan.items.nama}`]: 'Uji Mati Listrik' }),
    });
    expect(sent.status).toBe(200);
    run.child.kill('SIGKILL');
    await run.ended;
    run = start(dir);
    origin = await ready(run);
    const { spreadsheets } = await discover(origin);
    const url = `${origin}/v4/spreadsheets/${spreadsheets.register}/values/Data!A1:A9`;
    let values: unknown[] | undefined;
    for (let i = 0; i < 100 && !values; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const answer = await fetch(url, { headers: { authorization: 'Bearer local' } });
      ({ values } = (await answer.json()) as { values?: unknown[] });
    }
    expect(values).toHaveLength(1);
  });

  it('begins anew on reset', async () => {
    const run = start(temporary());
    const origin = await ready(run);
    const before = await discover(origin);
    expect((await post(`${origin}/workspace/reset`, {})).status).toBe(200);
    const after = await discover(origin);
    expect(after.spreadsheets.register).not.toBe(before.spreadsheets.register);
    expect(after).toMatchObject({ origin });
    const answer = await post(`${origin}/workspace/run`, { function: 'halo', args: [], user: after.users[0]?.email });
    expect(await answer.json()).toMatchObject({ result: 'halo' });
  });
});
