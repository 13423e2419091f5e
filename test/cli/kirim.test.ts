/** Sending many commands: the journal says so before each request, and a run that was cut off sends only what is missing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Queue, QueueCommand } from '../../cli/google/queue.ts';
import type { QueueRow } from '../../cli/google/queue-rows.ts';
import type { Perintah } from '../../cli/rencana/bagian.ts';
import { openJurnal } from '../../cli/rencana/jurnal.ts';
import { kirim } from '../../cli/rencana/kirim.ts';
import { temporary } from './support/pbi.ts';

/** Too large for one request together. */
const LARGE = 40_000;
const COMMANDS = 50;

const command = (n: number): Perintah => ({
  nama: `bagian ${n}`,
  jenis: 'TINDAKAN_MASSAL',
  muatan: `${n}`.padEnd(LARGE, ' '),
  id: (ulang) => `perintah-${n}${ulang > 0 ? `-${ulang}` : ''}`,
});
const commands = Array.from({ length: COMMANDS }, (_, n) => command(n));

let path: string;
/** What the register holds. */
let rows: Map<string, QueueRow>;
/** The requests that reached it. */
let requests: (readonly QueueCommand[])[];
beforeEach(() => {
  path = join(temporary(), 'rencana.json');
  rows = new Map();
  requests = [];
});

const noted = (): string[] =>
  readFileSync(`${path}.jurnal`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: string }).id);

/** @param last number of the request at which the line breaks @param answer of every command */
function queue(
  last = Number.POSITIVE_INFINITY,
  answer: Pick<QueueRow, 'keadaan' | 'jawaban'> = { keadaan: 'SELESAI', jawaban: '' },
): Queue {
  const find = async (ids: readonly string[]) =>
    new Map(ids.flatMap((id) => (rows.has(id) ? [[id, rows.get(id) as QueueRow] as const] : [])));
  return {
    find,
    answered: find,
    async append(some) {
      for (const { id } of some) expect(noted()).toContain(id);
      if (requests.length + 1 >= last) throw new Error('line broken');
      requests.push(some);
      for (const { id, muatan } of some) rows.set(id, { id, muatan, ...answer });
    },
    nudge: async () => undefined,
  };
}

async function run(...args: Parameters<typeof queue>) {
  const jurnal = await openJurnal(path, 'buku');
  try {
    return await kirim(commands, queue(...args), jurnal, { tunggu: 5 });
  } finally {
    await jurnal.close();
  }
}

describe('many commands', () => {
  it('go in requests of a bearable size, each noted before it is sent', async () => {
    const answers = await run();
    expect(answers.every(({ keadaan, lama }) => keadaan === 'SELESAI' && !lama)).toBe(true);
    expect(requests.length).toBeGreaterThan(2);
    for (const some of requests) {
      expect(some.reduce((sum, { muatan }) => sum + muatan.length, 0)).toBeLessThanOrEqual(900_000);
    }
    expect(requests.flat().map(({ id }) => id)).toEqual(commands.map(({ id }) => id(0)));
  });

  it.each([1, 2, 3])('of which request %i broke off are completed by the next run', async (last) => {
    await expect(run(last)).rejects.toThrow('line broken');
    expect(requests).toHaveLength(last - 1);
    const answers = await run();
    expect(answers.every(({ keadaan }) => keadaan === 'SELESAI')).toBe(true);
    const sent = requests.flat().map(({ id }) => id);
    expect(new Set(sent).size).toBe(COMMANDS);
    expect(sent).toHaveLength(COMMANDS);
  });

  it('that were refused as a whole are sent anew by the next run, under another name', async () => {
    await run(undefined, { keadaan: 'DITOLAK', jawaban: 'Pengaturan belum lengkap.' });
    const answers = await run();
    expect(answers.every(({ keadaan }) => keadaan === 'SELESAI')).toBe(true);
    expect(new Set(requests.flat().map(({ id }) => id)).size).toBe(2 * COMMANDS);
  });

  it('that somebody else sent under the same name with other content stop the run', async () => {
    rows.set('perintah-7', { id: 'perintah-7', muatan: 'lain', keadaan: 'MENUNGGU', jawaban: '' });
    await expect(run()).rejects.toMatchObject({ exitCode: 5 });
    expect(requests).toEqual([]);
  });
});
