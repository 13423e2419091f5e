/** `pbi terapkan`: each row reaches the register once, whatever happens on the way, and its answer comes back. */
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HasilBaris } from '../../cli/rencana/hasil.ts';
import { KELURAHAN, type Orang, orang, rowOf, xlsx } from './support/berkas.ts';
import { type Nasib, openJaringan } from './support/jaringan.ts';
import { type Kantor, openKantor } from './support/kantor.ts';
import { type Ended, pbi, start } from './support/pbi.ts';

let kantor: Kantor;
beforeAll(async () => {
  kantor = await openKantor(KELURAHAN);
});
afterAll(() => kantor.close());
afterEach(() => kantor.run('matikan', ''));

let last = 0;
/** So many people whom no other test has. */
const people = (count: number, ubah: Orang = {}): Orang[] => Array.from({ length: count }, () => orang(++last, ubah));

const as = (email: string) => ['--url', kantor.url, '--sebagai', email, '--tunggu', '20'];
const apply = (path: string, email = kantor.email.dinsos, ...more: string[]) =>
  pbi('terapkan', path, ...as(email), ...more);

/** A plan for these people. */
async function plan(rows: readonly Orang[]): Promise<string> {
  const path = await xlsx('F34', rows);
  await pbi('impor', path, '--kelurahan', KELURAHAN);
  return `${path}.rencana.json`;
}
const results = ({ out }: Ended) => JSON.parse(out) as { baris: HasilBaris[]; jumlah: Record<string, number> };
const queued = (book = 'register') => kantor.rows(book);
const sentFrom = (path: string) => {
  const { berkas } = JSON.parse(readFileSync(path, 'utf8')) as { berkas: { sha256: string }[] };
  return queued().filter(({ muatan }) => muatan?.includes(berkas[0]?.sha256 ?? '-'));
};

describe('a plan', () => {
  it('is submitted row by row and tells each ticket', async () => {
    const path = await plan(people(2));
    const { code, out } = await apply(path);
    expect(out).toMatch(
      new RegExp(
        `^usulan.xlsx baris ${rowOf(0)}: BGR-U-2026-\\d{6} baru\nusulan.xlsx baris ${rowOf(1)}: BGR-U-2026-\\d{6} baru\n2 baru, `,
      ),
    );
    expect(code).toBe(0);
    const [command, ...more] = sentFrom(path);
    expect(more).toEqual([]);
    expect(command).toMatchObject({ keadaan: 'SELESAI', jenis: 'IMPOR', pelaku: kantor.email.dinsos });
    expect(command?.['id']).toMatch(/^[0-9a-f]{32}$/);
    const { format, kelurahan, baris } = JSON.parse(command?.['muatan'] ?? '') as Record<string, unknown>;
    expect({ format, kelurahan }).toEqual({ format: '34', kelurahan: KELURAHAN });
    expect(baris).toMatchObject([{ nomor: rowOf(0), isi: { hubkel: 'Peserta' } }, { nomor: rowOf(1) }]);
  });

  it('changes nothing the second time, applied again or imported again', async () => {
    const path = await plan(people(2));
    const first = results(await apply(path, kantor.email.dinsos, '--json'));
    const again = await apply(path);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Tidak ada yang berubah') });
    const file = path.replace('.rencana.json', '');
    const third = await pbi(
      'impor',
      file,
      '--kelurahan',
      KELURAHAN,
      '--yes',
      '--rencana',
      `${file}.b`,
      ...as(kantor.email.dinsos),
      '--json',
    );
    expect(third.code).toBe(0);
    expect(results(third).baris).toEqual(first.baris.map((baris) => ({ ...baris, hasil: 'sudah' })));
    expect(sentFrom(path)).toHaveLength(1);
  });

  it('reports refused rows and asks for a person', async () => {
    const path = await plan([...people(1), ...people(1, { nama: 'WARGA DITOLAK' }), ...people(1, { jk: '' })]);
    const { code, out, err } = await apply(path);
    expect(code).toBe(4);
    expect(out).toContain(`usulan.xlsx baris ${rowOf(1)}: ditolak - Sudah aktif di segmen lain.`);
    expect(out).toContain('1 baru, 0 revisi, 0 sudah, 1 ditolak, 0 menunggu.');
    expect(err).toContain('1 baris tidak dikirim karena ditolak saat diperiksa.');
    expect((await apply(path)).code).toBe(4);
  });

  it('of many rows goes in several commands that fit a cell', async () => {
    const path = await plan(people(150));
    const { jumlah } = results(await apply(path, kantor.email.dinsos, '--json'));
    expect(jumlah).toMatchObject({ baru: 150, menunggu: 0 });
    const commands = sentFrom(path);
    expect(commands.length).toBeGreaterThan(1);
    for (const { muatan } of commands) expect(muatan?.length).toBeLessThanOrEqual(45_000);
  });

  it('can be tried again after the register refused all of it', async () => {
    const path = await plan(people(1));
    await kantor.run('matikan', 'Pengaturan belum lengkap.');
    expect(await apply(path)).toMatchObject({ code: 4, out: expect.stringContaining('ditolak - Pengaturan belum') });
    await kantor.run('matikan', '');
    expect(await apply(path)).toMatchObject({ code: 0, out: expect.stringContaining('1 baru') });
    expect(sentFrom(path).map(({ keadaan }) => keadaan)).toEqual(['DITOLAK', 'SELESAI']);
  });

  it('is not sent when the same file was sent with other content', async () => {
    const path = await plan(people(1));
    await apply(path);
    writeFileSync(path, readFileSync(path, 'utf8').replace('BUDI SANTOSO', 'BUDI SANTOSA'));
    rmSync(`${path}.jurnal`);
    expect(await apply(path)).toMatchObject({ code: 5, err: expect.stringContaining('dengan hasil baca lain') });
  });

  it('must be a plan', async () => {
    const path = await plan(people(1));
    writeFileSync(path, '{"versi":2}');
    expect(await apply(path)).toMatchObject({ code: 3, out: '', err: expect.stringContaining('bukan rencana') });
    expect(await apply(`${path}x`)).toMatchObject({ code: 3, err: expect.stringContaining('tidak ada') });
  });
});

describe('each office', () => {
  it('writes into its own spreadsheet', async () => {
    const before = queued().length;
    const { code } = await apply(await plan(people(1)), kantor.email.kelurahan);
    expect(code).toBe(0);
    expect(queued()).toHaveLength(before);
    expect(queued(`kelurahan_${KELURAHAN}`).at(-1)).toMatchObject({
      keadaan: 'SELESAI',
      pelaku: kantor.email.kelurahan,
    });
  });

  it('is kept out of another’s, with a sentence', async () => {
    const path = await plan(people(1));
    const foreign = await apply(path, kantor.email.lain);
    expect(foreign).toMatchObject({ code: 7, out: '', err: expect.stringContaining('tidak berhak') });
    const named = await apply(path, kantor.email.kelurahan, '--buku', kantor.books['register'] ?? '');
    expect(named).toMatchObject({ code: 7, err: expect.stringContaining('tidak berhak') });
    const unknown = await apply(path, 'siapa@kotabogor.test');
    expect(unknown).toMatchObject({ code: 7, err: expect.stringContaining('tidak ada di kantor ini') });
    expect(await pbi('terapkan', path, '--url', kantor.url)).toMatchObject({
      code: 2,
      err: expect.stringContaining(`Sebutkan --sebagai. Pengguna kantor ini: `),
    });
  });

  it('is told which column its queue has lost', async () => {
    const id = kantor.books['dinkes'] ?? '';
    const { sheets, users } = kantor.workspace;
    sheets.values.update(users.owner, id, 'Antrean!H1', { values: [['jawab']] }, { valueInputOption: 'RAW' });
    const { code, err } = await apply(await plan(people(1)), kantor.email.dinkes);
    sheets.values.update(users.owner, id, 'Antrean!H1', { values: [['jawaban']] }, { valueInputOption: 'RAW' });
    expect({ code, err }).toEqual({ code: 5, err: expect.stringContaining('Tab Antrean tidak punya kolom jawaban') });
  });
});

describe('on a bad connection', () => {
  it('continues where an interrupted run stopped', async () => {
    const path = await plan(people(150));
    const { child, ended } = start('terapkan', path, ...as(kantor.email.dinsos));
    while (sentFrom(path).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130, err: expect.stringContaining(`pbi terapkan ${path}`) });
    const sent = sentFrom(path).length;
    // Power failed while the journal was written.
    appendFileSync(`${path}.jurnal`, '{"id":"ab');
    const { code, out } = await apply(path);
    expect(code).toBe(0);
    expect(out).toMatch(/\d+ baru, 0 revisi, \d+ sudah, 0 ditolak, 0 menunggu\./);
    const ids = sentFrom(path).map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(sent);
    expect(new Set(ids).size).toBe(ids.length);
  });

  /** Applies over a line on which the n-th request of a kind (from 1) has this fate, or all of them. */
  async function over(path: string, kind: RegExp, fate: Nasib, ...nth: number[]): Promise<Ended> {
    let seen = 0;
    const line = await openJaringan(kantor.url, (request) => {
      if (!kind.test(request)) return 'lewat';
      seen += 1;
      return nth.length === 0 || nth.includes(seen) ? fate : 'lewat';
    });
    const ended = await pbi('terapkan', path, '--url', line.url, '--sebagai', kantor.email.dinsos, '--tunggu', '20');
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
    const ids = sentFrom(path).map(({ id }) => id);
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
    expect(sentFrom(other)).toEqual([]);
    expect(await apply(other)).toMatchObject({ code: 0, out: expect.stringContaining('1 baru') });
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
    expect(await apply(path)).toMatchObject({ code: 0, out: expect.stringContaining('1 baru') });
    expect(sentFrom(path)).toHaveLength(1);
  });

  it('believes nothing that it noted about another office', async () => {
    const path = await plan(people(1));
    await apply(path);
    const other = await openKantor(KELURAHAN);
    const { code, out } = await pbi(
      'terapkan',
      path,
      '--url',
      other.url,
      '--sebagai',
      other.email.dinsos,
      '--tunggu',
      '20',
    );
    await other.close();
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('1 baru') });
  });
});
