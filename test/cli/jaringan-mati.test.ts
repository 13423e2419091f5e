/** `kill -9` at every point at which `pbi terapkan` writes or sends something: started again it finishes, once. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../cli/google/target.ts';
import { bacaRencanaCocok } from '../../cli/reconcile/rencana.ts';
import { denganSesi } from '../../cli/rencana/sesi.ts';
import { potongTindakan, susunTindakan } from '../../cli/rencana/tindakan.ts';
import { type RunningServer, startServer } from '../../cli/workspace/server.ts';
import { checkOffice, history } from '../support/invariants.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';
import { type Ended, startIn } from './support/pbi.ts';
import { checked, matchingPlan } from './support/rencana-cocok.ts';

let office: Office;
let server: RunningServer;
let last = 0;
beforeAll(async () => {
  office = await openOffice();
  server = await startServer(office.workspace, { port: 0 });
});
afterAll(async () => {
  checkOffice(office);
  await server.close();
});

/** A plan for two new cases. */
async function newPlan(): Promise<{ path: string; tiket: string[] }> {
  const tiket: string[] = [];
  for (let n = 0; n < 2; n += 1) tiket.push((await office.newCase(person(++last)))['tiket'] ?? '');
  return { tiket, path: await matchingPlan(tiket.map((satu, n) => checked(satu, n + 2))) };
}

/** @param at the point of the kill; 0 only counts them */
function apply(path: string, at?: number): Promise<Ended> {
  const args = ['--url', server.origin, '--sebagai', office.user('dinsos').email, '--tunggu', '60', '--json'];
  const circumstances = at === undefined ? {} : { helpers: ['mati'], env: { MATI_DI: String(at) } };
  return startIn(circumstances, 'terapkan', path, ...args).ended;
}

const changed = (tiket: readonly string[]) =>
  history(office).filter((line) => tiket.includes(line['tiket'] ?? '') && line['aksi'] === 'PERIKSA');

describe('a run that is killed', () => {
  it('at any point is finished by the next one, once', async () => {
    const counted = await apply((await newPlan()).path, 0);
    const points = Number(/titik: (\d+)/.exec(counted.err)?.[1]);
    expect(points).toBeGreaterThan(25);
    let unfinished = 0;
    for (let at = 1; at <= points; at += 1) {
      const { path, tiket } = await newPlan();
      expect(await apply(path, at), `killed at ${at}`).toMatchObject({ code: null });
      if (changed(tiket).length < tiket.length) unfinished += 1;
      const { code, out, err } = await apply(path);
      expect({ code, err }, `after ${at}`).toEqual({ code: 0, err: '' });
      const { jumlah } = JSON.parse(out) as { jumlah: Record<string, number> };
      expect((jumlah['dicatat'] ?? 0) + (jumlah['sudah'] ?? 0), `after ${at}`).toBe(tiket.length);
      expect(changed(tiket).map((line) => line['tiket'])).toEqual(tiket);
      // Neither a lock nor half a file stays behind.
      expect(readdirSync(dirname(path)).sort()).toEqual(['usulan.rencana.json', 'usulan.rencana.json.jurnal']);
    }
    // Otherwise no kill came before the work was done.
    expect(unfinished).toBeGreaterThan(5);
    const ids = office.tab('Antrean').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('with its journal cut at any byte is finished by the next one, once', async () => {
    const { path, tiket } = await newPlan();
    expect(await apply(path)).toMatchObject({ code: 0 });
    const whole = readFileSync(`${path}.jurnal`);
    const before = { log: history(office), queue: office.tab('Antrean') };
    const rencana = await bacaRencanaCocok(path);
    const bagian = potongTindakan(susunTindakan(rencana).siap, 'usulan.csv', 0);
    const sebagai = office.user('dinsos').email;
    const kantor = await connect({ target: 'local', url: server.origin, sebagai });
    const sesi = { path, buku: office.files.spreadsheets.register, tunggu: 60 };
    for (let length = 0; length < whole.length; length += 1) {
      writeFileSync(`${path}.jurnal`, whole.subarray(0, length));
      const [jawaban] = await denganSesi(kantor, sesi, (kirim) => kirim(bagian));
      expect(jawaban, `after ${length} bytes`).toMatchObject({ keadaan: 'SELESAI', lama: true });
      const lines = readFileSync(`${path}.jurnal`, 'utf8').trimEnd().split('\n');
      expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ keadaan: 'SELESAI' });
    }
    expect({ log: history(office), queue: office.tab('Antrean') }).toEqual(before);
    expect(changed(tiket)).toHaveLength(tiket.length);
  });
});

describe('a plan', () => {
  it('is run by one process at a time; of two that start at once, one hears who else runs it', async () => {
    const { path, tiket } = await newPlan();
    const ended = await Promise.all(Array.from({ length: 4 }, () => apply(path)));
    const codes = ended.map(({ code }) => code);
    expect(codes.filter((code) => code === 0).length).toBeGreaterThan(0);
    for (const { code, err } of ended) {
      if (code !== 0)
        expect({ code, err }).toEqual({ code: 5, err: expect.stringContaining('sedang dijalankan proses') });
    }
    expect(changed(tiket)).toHaveLength(tiket.length);
  });

  it.each([
    ['a process that is gone', (pid: number) => JSON.stringify({ pid, komputer: 'HOST', sejak: Date.now() })],
    ['a process from before the last start', () => JSON.stringify({ pid: 1, komputer: 'HOST', sejak: 1 })],
    ['nobody, because the disk was full', () => ''],
    ['something unreadable', () => '{"pid":'],
  ])('is not held by the lock of %s', async (_, content) => {
    const { hostname } = await import('node:os');
    const { path } = await newPlan();
    const gone = startIn({}, '--help');
    await gone.ended;
    writeFileSync(`${path}.kunci`, content(gone.child.pid ?? 0).replace('HOST', hostname()));
    expect(await apply(path)).toMatchObject({ code: 0, err: '' });
  });

  it.each([
    ['this', (host: string) => host, 'sedang dijalankan proses'],
    ['another', () => 'komputer-lain', 'komputer-lain'],
  ])('is held by the lock of a process that runs on %s computer', async (_, host, sentence) => {
    const { hostname } = await import('node:os');
    const { path } = await newPlan();
    const lock = JSON.stringify({ pid: process.pid, komputer: host(hostname()), sejak: Date.now() });
    writeFileSync(`${path}.kunci`, lock);
    expect(await apply(path)).toMatchObject({ code: 5, out: '', err: expect.stringContaining(sentence) });
    expect(readFileSync(`${path}.kunci`, 'utf8')).toBe(lock);
  });
});
