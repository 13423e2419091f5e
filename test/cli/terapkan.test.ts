/** `pbi terapkan`: each row reaches the register once, whatever happens on the way, and its answer comes back. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HasilBaris } from '../../cli/rencana/hasil.ts';
import { KELURAHAN, rowOf, xlsx } from './support/berkas.ts';
import { type Kantor, openKantor } from './support/kantor.ts';
import { apply, as, people, plan, sentFrom } from './support/kiriman.ts';
import { type Ended, pbi } from './support/pbi.ts';

let kantor: Kantor;
beforeAll(async () => {
  kantor = await openKantor(KELURAHAN);
});
afterAll(() => kantor.close());
afterEach(() => kantor.run('matikan', ''));

const applyAs = (email: string, path: string, ...more: string[]) =>
  pbi('terapkan', path, ...as(email, kantor.url), ...more);
const results = ({ out }: Ended) => JSON.parse(out) as { baris: HasilBaris[]; jumlah: Record<string, number> };
const queued = (book = 'register') => kantor.rows(book);

describe('a plan', () => {
  it('is submitted row by row and tells each ticket', async () => {
    const path = await plan(people(2));
    const { code, out } = await apply(kantor, path);
    expect(out).toMatch(
      new RegExp(
        `^usulan.xlsx baris ${rowOf(0)}: BGR-U-2026-\\d{6} baru\nusulan.xlsx baris ${rowOf(1)}: BGR-U-2026-\\d{6} baru\n2 baru, `,
      ),
    );
    expect(code).toBe(0);
    const [command, ...more] = sentFrom(kantor, path);
    expect(more).toEqual([]);
    expect(command).toMatchObject({ keadaan: 'SELESAI', jenis: 'IMPOR', pelaku: kantor.email.dinsos });
    expect(command?.['id']).toMatch(/^[0-9a-f]{32}$/);
    const { format, kelurahan, baris } = JSON.parse(command?.['muatan'] ?? '') as Record<string, unknown>;
    expect({ format, kelurahan }).toEqual({ format: '34', kelurahan: KELURAHAN });
    expect(baris).toMatchObject([{ nomor: rowOf(0), isi: { hubkel: 'Peserta' } }, { nomor: rowOf(1) }]);
  });

  it('changes nothing the second time, applied again or imported again', async () => {
    const path = await plan(people(2));
    const first = results(await apply(kantor, path, '--json'));
    const again = await apply(kantor, path);
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
      ...as(kantor.email.dinsos, kantor.url),
      '--json',
    );
    expect(third.code).toBe(0);
    expect(results(third).baris).toEqual(first.baris.map((baris) => ({ ...baris, hasil: 'sudah' })));
    expect(sentFrom(kantor, path)).toHaveLength(1);
  });

  it('reports refused rows and asks for a person', async () => {
    const path = await plan([...people(1), ...people(1, { nama: 'WARGA DITOLAK' }), ...people(1, { jk: '' })]);
    const { code, out, err } = await apply(kantor, path);
    expect(code).toBe(4);
    expect(out).toContain(`usulan.xlsx baris ${rowOf(1)}: ditolak - Sudah aktif di segmen lain.`);
    expect(out).toContain('1 baru, 0 revisi, 0 sudah, 1 ditolak, 0 menunggu.');
    expect(err).toContain('1 baris tidak dikirim karena ditolak saat diperiksa.');
    expect((await apply(kantor, path)).code).toBe(4);
  });

  it('asks for a person about rows that were not sent, although all others were accepted', async () => {
    const { code, out } = await apply(kantor, await plan([...people(1), ...people(1, { jk: '' })]));
    expect({ code, out }).toEqual({ code: 4, out: expect.stringContaining('1 baru') });
  });

  it('of many rows goes in several commands that fit a cell', async () => {
    const path = await plan(people(150));
    const { jumlah } = results(await apply(kantor, path, '--json'));
    expect(jumlah).toMatchObject({ baru: 150, menunggu: 0 });
    const commands = sentFrom(kantor, path);
    expect(commands.length).toBeGreaterThan(1);
    for (const { muatan } of commands) expect(muatan?.length).toBeLessThanOrEqual(45_000);
  });

  it('can be tried again after the register refused all of it', async () => {
    const path = await plan(people(1));
    await kantor.run('matikan', 'Pengaturan belum lengkap.');
    expect(await apply(kantor, path)).toMatchObject({
      code: 4,
      out: expect.stringContaining('ditolak - Pengaturan belum'),
    });
    await kantor.run('matikan', '');
    expect(await apply(kantor, path)).toMatchObject({ code: 0, out: expect.stringContaining('1 baru') });
    expect(sentFrom(kantor, path).map(({ keadaan }) => keadaan)).toEqual(['DITOLAK', 'SELESAI']);
  });

  it('is not sent when the same file was sent with other content', async () => {
    const path = await plan(people(1));
    await apply(kantor, path);
    writeFileSync(path, readFileSync(path, 'utf8').replace('BUDI SANTOSO', 'BUDI SANTOSA'));
    rmSync(`${path}.jurnal`);
    expect(await apply(kantor, path)).toMatchObject({
      code: 5,
      err: expect.stringContaining('dengan hasil baca lain'),
    });
  });

  it('must be a plan', async () => {
    const path = await plan(people(1));
    writeFileSync(path, '{"versi":2}');
    expect(await apply(kantor, path)).toMatchObject({
      code: 3,
      out: '',
      err: expect.stringContaining('bukan rencana'),
    });
    expect(await apply(kantor, `${path}x`)).toMatchObject({ code: 3, err: expect.stringContaining('tidak ada') });
  });
});

describe('each office', () => {
  it('has its settings followed by those who may read them', async () => {
    const path = await xlsx('F34', people(1));
    const read = async (...more: string[]) => (await pbi('impor', path, '--kelurahan', KELURAHAN, ...more)).out;
    expect(await read()).toContain('Nomor urut NIK 9000 ke atas');
    expect(await read(...as(kantor.email.kelurahan, kantor.url))).toContain('Nomor urut NIK 9000 ke atas');
    expect(await read(...as(kantor.email.dinsos, kantor.url))).not.toContain('Nomor urut NIK 9000 ke atas');
  });

  it('writes into its own spreadsheet', async () => {
    const before = queued().length;
    const { code } = await applyAs(kantor.email.kelurahan, await plan(people(1)));
    expect(code).toBe(0);
    expect(queued()).toHaveLength(before);
    expect(queued(`kelurahan_${KELURAHAN}`).at(-1)).toMatchObject({
      keadaan: 'SELESAI',
      pelaku: kantor.email.kelurahan,
    });
  });

  it('is kept out of another’s, with a sentence', async () => {
    const path = await plan(people(1));
    const foreign = await applyAs(kantor.email.lain, path);
    expect(foreign).toMatchObject({ code: 7, out: '', err: expect.stringContaining('tidak berhak') });
    const named = await applyAs(kantor.email.kelurahan, path, '--buku', kantor.books['register'] ?? '');
    expect(named).toMatchObject({ code: 7, err: expect.stringContaining('tidak berhak') });
    const unknown = await applyAs('siapa@kotabogor.test', path);
    expect(unknown).toMatchObject({ code: 7, err: expect.stringContaining('tidak mengenal siapa@kotabogor.test') });
    expect(await pbi('terapkan', path, '--url', kantor.url)).toMatchObject({
      code: 2,
      err: expect.stringContaining(`Sebutkan --sebagai. Pengguna kantor ini: `),
    });
  });

  it('is told which column its queue has lost', async () => {
    const id = kantor.books['dinkes'] ?? '';
    const { sheets, users } = kantor.workspace;
    sheets.values.update(users.owner, id, 'Antrean!H1', { values: [['jawab']] }, { valueInputOption: 'RAW' });
    const { code, err } = await applyAs(kantor.email.dinkes, await plan(people(1)));
    sheets.values.update(users.owner, id, 'Antrean!H1', { values: [['jawaban']] }, { valueInputOption: 'RAW' });
    expect({ code, err }).toEqual({ code: 5, err: expect.stringContaining('Tab Antrean tidak punya kolom jawaban') });
  });
});
