/** `pbi pulihkan` as an administrator types it: from an archive to an office that works, with the real clasp. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';
import { folder, layani, type Terlayani } from './support/cadangan.ts';
import { type Ended, startIn } from './support/pbi.ts';

let office: Office;
let terlayani: Terlayani;
let dir: string;
let arsip: string;
let sandi: string;
beforeAll(async () => {
  office = await openOffice();
  terlayani = await layani(office);
  dir = folder();
  arsip = join(dir, 'kantor.zip');
  sandi = join(dir, 'sandi.txt');
  writeFileSync(sandi, 'kata sandi yang panjang\n');
  await office.newCase(person(1));
  await office.tick();
}, 60_000);
afterAll(() => terlayani.server.close());

const pbi = (...args: string[]): Promise<Ended> => pbiDengan({}, ...args);

const pbiDengan = (env: Record<string, string>, ...args: string[]): Promise<Ended> =>
  startIn(
    { env: { PBI_CONFIG_DIR: join(dir, 'config'), ...env } },
    ...args,
    '--url',
    terlayani.server.origin,
    '--sebagai',
    terlayani.kantor.email,
  ).ended;

describe('pbi pulihkan', () => {
  it('brings an office back that lives on, and lists what its register had not taken in', async () => {
    expect(await pbi('cadangkan', '--keluaran', arsip, '--sandi-berkas', sandi)).toMatchObject({ code: 0 });
    expect(await pbi('pulihkan', arsip, '--sandi-berkas', sandi)).toMatchObject({
      code: 5,
      err: expect.stringContaining('masih punya register'),
    });
    // A backup is tried out while its office lives.
    expect(await pbi('pulihkan', arsip, '--sandi-berkas', sandi, '--rencana')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/utuh[\s\S]*Belum dapat dijalankan: Kantor ini masih punya register/),
    });
    // Somebody sends the form, and the script does not get to it any more.
    office.workspace.faults.set({ dropTriggers: true });
    office.submit(person(2));
    const kedua = join(dir, 'kedua.zip');
    expect(await pbi('cadangkan', '--keluaran', kedua, '--sandi-berkas', sandi)).toMatchObject({ code: 0 });
    office.workspace.faults.clear();
    const dulu = office.cases();
    await terlayani.kantor.drive.files.delete({ fileId: terlayani.kantor.register });

    expect(await pbi('pulihkan', kedua)).toMatchObject({ code: 7, err: expect.stringContaining('--sandi-berkas') });
    const rencana = await pbi('pulihkan', kedua, '--sandi-berkas', sandi, '--rencana');
    expect(rencana).toMatchObject({ code: 0, out: expect.stringContaining('Belum ada yang diubah.') });
    expect(office.workspace.scripts.boundTo).toBeNull();

    // The register is made, and the program to put into it is not there.
    const tanpaProgram = { PBI_BUNDLE: join(dir, 'tiada') };
    expect(await pbiDengan(tanpaProgram, 'pulihkan', kedua, '--sandi-berkas', sandi)).toMatchObject({ code: 2 });
    const setengah = office.workspace.files.list(office.workspace.users.owner, { q: "name = 'Register PBI'" }).files;
    expect(setengah).toHaveLength(1);

    const { code, out, err } = await pbi('pulihkan', kedua, '--sandi-berkas', sandi);
    expect(office.files.spreadsheets.register).toBe(setengah?.[0]?.id);
    expect({ code, err }).toEqual({ code: 4, err: expect.stringContaining('Register dari cadangan') });
    expect(out).toContain('1 tanggapan formulir belum tercatat');
    expect(out + err).not.toMatch(/\d{16}|081200|Error/);
    const daftar = join(dir, 'kedua-belum-tercatat-darurat.csv');
    expect(statSync(daftar).mode & 0o777).toBe(0o600);
    expect(readFileSync(daftar, 'utf8').split('\r\n')).toHaveLength(3);
    expect(readFileSync(daftar, 'utf8')).toContain(person(2).nik);

    expect(office.cases()).toEqual(dulu);
    const berikut = await office.newCase(person(3));
    expect(berikut['tiket']).toBe('BTL-D-2026-000002');
    expect(existsSync(join(dir, 'kantor-belum-tercatat-darurat.csv'))).toBe(false);
    // Now there is an office again.
    expect(await pbi('pulihkan', kedua, '--sandi-berkas', sandi)).toMatchObject({ code: 5 });
  }, 120_000);
});
