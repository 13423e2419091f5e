/** Every kind of trouble on every call of `pbi terapkan`, against the real bundle: applied once, finished, or told how to go on. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../cli/workspace/server.ts';
import { checkOffice, history } from '../support/invariants.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';
import { type Nasib, openJaringan } from './support/jaringan.ts';
import { type Ended, startIn } from './support/pbi.ts';
import { checked, matchingPlan } from './support/rencana-cocok.ts';

let office: Office;
let server: RunningServer;
let path: string;
let tiket: string[];
let last = 0;
beforeAll(async () => {
  office = await openOffice();
  server = await startServer(office.workspace, { port: 0 });
});
afterAll(async () => {
  checkOffice(office);
  await server.close();
});
beforeEach(async () => {
  tiket = [];
  for (let n = 0; n < 2; n += 1) tiket.push((await office.newCase(person(++last)))['tiket'] ?? '');
  path = await matchingPlan(tiket.map((satu, n) => checked(satu, n + 2)));
});

/** What is asked for: each of them is a call that may fail. */
const KINDS = [/workspace\.json/, /values:batchGet/, /spreadsheets\/[^/:]+\?/, /:batchUpdate/, /triggers\/run/];

/** Applies over a line; the program's pauses pass quickly. @param nasib of the n-th request of a kind, from 1 */
async function over(nasib: (kind: number, nth: number) => Nasib): Promise<Ended & { requests: number[] }> {
  const requests = KINDS.map(() => 0);
  const line = await openJaringan(server.origin, (request) => {
    const kind = KINDS.findIndex((one) => one.test(request));
    requests[kind] = (requests[kind] ?? 0) + 1;
    return nasib(kind, requests[kind]);
  });
  const args = ['--url', line.url, '--sebagai', office.user('dinsos').email, '--tunggu', '3000', '--json'];
  const ended = await startIn({ helpers: ['cepat'] }, 'terapkan', path, ...args).ended;
  await line.close();
  return { ...ended, requests };
}

const changes = () =>
  history(office).filter((line) => tiket.includes(line['tiket'] ?? '') && line['aksi'] === 'PERIKSA');
const commands = () => office.tab('Antrean').filter(({ muatan }) => muatan?.includes(tiket[0] ?? '-'));

function expectOnce(): void {
  expect(changes().map((line) => line['tiket'])).toEqual(tiket);
  expect(commands().filter(({ keadaan }) => keadaan === 'SELESAI')).toHaveLength(1);
  for (const satu of tiket) expect(office.case(satu)).toMatchObject({ versi: '2', cek_dtks: 'Tidak terdaftar' });
}

/** Fates that are over within the pauses come three times in a row; those that use up a time limit, once. */
const TROUBLE: readonly (readonly [Nasib, number])[] = [
  ['hilang', 3],
  [429, 3],
  [{ status: 429, tunggu: '2' }, 3],
  [500, 3],
  ['halaman 502', 3],
  [503, 3],
  ['jawaban hilang', 3],
  ['terpotong', 3],
  ['bukan JSON', 3],
  ['sebagian', 3],
  ['halaman masuk', 3],
  ['macet', 1],
  ['tetes', 1],
];

describe('a plan is applied once although', () => {
  it.each(TROUBLE)('each call meets %j', async (fate, depth) => {
    const { code, out, err } = await over((_, nth) => (nth % (depth + 1) === 0 ? 'lewat' : fate));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ jumlah: { dicatat: 2, ditolak: 0, menunggu: 0 } });
    expectOnce();
  });
});

describe('a line that stays down', () => {
  const APPEND = 3;

  it.each([
    [429, 6, 'Jatah permintaan habis'],
    [500, 1, 'Sambungan ke kantor terputus'],
    ['hilang', 1, 'Sambungan ke kantor terputus'],
  ] as const)(
    'with %s ends after six tries with code %i, says how to go on, and that works',
    async (fate, code, why) => {
      const ended = await over((kind) => (kind === APPEND ? fate : 'lewat'));
      expect(ended).toMatchObject({ code, out: '', err: expect.stringContaining(why) });
      const lanjut = new RegExp(
        `Lanjutkan dengan: pbi terapkan ${path} --url http://\\S+ --sebagai ${office.user('dinsos').email}`,
      );
      expect(ended.err).toMatch(lanjut);
      expect(ended.err).not.toMatch(/\n {4}at /);
      expect(ended.requests[APPEND]).toBe(6);
      expect(commands()).toEqual([]);
      expect(await over(() => 'lewat')).toMatchObject({ code: 0 });
      expectOnce();
    },
  );

  it('for reads is asked six times and not more', async () => {
    const { code, requests } = await over((kind) => (kind === 1 ? 503 : 'lewat'));
    expect({ code, reads: requests[1] }).toEqual({ code: 1, reads: 6 });
  });

  it('that loses every answer to a command still brings it there once', async () => {
    expect(await over((kind) => (kind === APPEND ? 'jawaban hilang' : 'lewat'))).toMatchObject({ code: 0 });
    expectOnce();
    expect(commands()).toHaveLength(1);
  });

  it('does not wait for a quota that is not there for an hour', async () => {
    const { code, requests } = await over((kind) => (kind === 1 ? { status: 429, tunggu: '3600' } : 'lewat'));
    expect({ code, reads: requests[1] }).toEqual({ code: 6, reads: 1 });
  });
});
