/** `pbi terapkan` on a line that breaks: nothing is lost, nothing is sent twice, and somebody is told (S-36). */
import { appendFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KELURAHAN } from './support/berkas.ts';
import { type Nasib, openJaringan } from './support/jaringan.ts';
import { type Kantor, openKantor } from './support/kantor.ts';
import { apply, as, people, plan, sentFrom } from './support/kiriman.ts';
import { type Ended, pbi, start, startIn } from './support/pbi.ts';

let kantor: Kantor;
beforeAll(async () => {
  kantor = await openKantor(KELURAHAN);
});
afterAll(() => kantor.close());

describe('on a bad connection', () => {
  it('continues where an interrupted run stopped', async () => {
    const path = await plan(people(150));
    const { child, ended } = start('terapkan', path, ...as(kantor.email.dinsos, kantor.url));
    while (sentFrom(kantor, path).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130, err: expect.stringContaining(`pbi terapkan ${path}`) });
    const sent = sentFrom(kantor, path).length;
    // Power failed while the journal was written.
    appendFileSync(`${path}.jurnal`, '{"id":"ab');
    const { code, out } = await apply(kantor, path);
    expect(code).toBe(0);
    expect(out).toMatch(/\d+ baru, 0 revisi, \d+ sudah, 0 ditolak, 0 menunggu\./);
    const ids = sentFrom(kantor, path).map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(sent);
    expect(new Set(ids).size).toBe(ids.length);
  });

  /** Applies, with quick pauses, over a line on which the n-th request of a kind (from 1) has this fate, or all of them. */
  async function over(path: string, kind: RegExp, fate: Nasib, ...nth: number[]): Promise<Ended> {
    let seen = 0;
    const line = await openJaringan(kantor.url, (request) => {
      if (!kind.test(request)) return 'lewat';
      seen += 1;
      return nth.length === 0 || nth.includes(seen) ? fate : 'lewat';
    });
    const args = [...as(kantor.email.dinsos, line.url), '--tunggu', '3000'];
    const { ended } = startIn({ helpers: ['cepat'] }, 'terapkan', path, ...args);
    await ended;
    await line.close();
    return ended;
  }
  const APPEND = /:batchUpdate/;
  const READ = /values:batchGet/;

  it.each([
    ['the answer to a command is lost', APPEND, 'jawaban hilang', [1]],
    ['a command does not arrive', APPEND, 'hilang', [1, 2]],
    ['the service is busy when a command comes', APPEND, 503, [1]],
    ['a quota is used up for a moment', READ, 429, [2, 3]],
    ['reads break off', READ, 'hilang', [1, 3, 4]],
  ] as const)('sends each command once although %s', async (_, kind, fate, nth) => {
    const path = await plan(people(20));
    const { code, out } = await over(path, kind, fate, ...nth);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('20 baru, 0 revisi, 0 sudah') });
    const ids = sentFrom(kantor, path).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives up with a sentence when the line stays down, and continues later', async () => {
    const path = await plan(people(1));
    const lost = await over(path, APPEND, 'jawaban hilang');
    expect(lost).toMatchObject({ code: 0, out: expect.stringContaining('1 baru') });
    const other = await plan(people(1));
    const down = await over(other, APPEND, 'hilang');
    expect(down).toMatchObject({ code: 1, out: '', err: expect.stringContaining('tidak dikirim ulang') });
    expect(down.err).not.toMatch(/\n {4}at /);
    expect(sentFrom(kantor, other)).toEqual([]);
    expect(await apply(kantor, other)).toMatchObject({ code: 0, out: expect.stringContaining('1 baru') });
  });

  it('says when a quota stays used up', async () => {
    const ended = await over(await plan(people(1)), READ, 429);
    expect(ended).toMatchObject({ code: 6, out: '', err: expect.stringContaining('Jatah permintaan habis') });
  });

  it('waits no longer than it was told, and says how to go on', async () => {
    const path = await plan(people(1));
    const line = await openJaringan(kantor.url, (request) => (/triggers\/run/.test(request) ? 'hilang' : 'lewat'));
    const args = ['--url', line.url, '--sebagai', kantor.email.dinsos, '--tunggu', '1'];
    const { code, out, err } = await pbi('terapkan', path, ...args);
    await line.close();
    expect({ code, err }).toEqual({ code: 4, err: expect.stringContaining('Belum dijawab setelah 1 detik') });
    expect(out).toContain('1 menunggu');
    expect(await apply(kantor, path)).toMatchObject({ code: 0, out: expect.stringContaining('1 baru') });
    expect(sentFrom(kantor, path)).toHaveLength(1);
  });

  it('believes nothing that it noted about another office', async () => {
    const path = await plan(people(1));
    await apply(kantor, path);
    const other = await openKantor(KELURAHAN);
    const { code, out } = await apply(other, path);
    await other.close();
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('1 baru') });
  });
});
