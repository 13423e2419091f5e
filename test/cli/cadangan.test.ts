/** `pbi cadangkan`: everything of an office in one archive, from one moment, or no archive. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TAB } from '#domain/kolom/tab.ts';
import { ArsipBaca } from '../../cli/cadangan/arsip-baca.ts';
import { cadangkan } from '../../cli/cadangan/cadangkan.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';
import { folder, isiTab, layani, type Terlayani } from './support/cadangan.ts';
import { pbi } from './support/pbi.ts';

let office: Office;
let terlayani: Terlayani;
const dir = folder();
beforeAll(async () => {
  office = await openOffice();
  terlayani = await layani(office);
  for (let n = 1; n <= 3; n += 1) await office.newCase(person(n));
  await office.tick();
}, 60_000);
afterAll(() => terlayani.server.close());

/** Small requests, so that a small office takes many. */
const SEDIKIT = { sekaligus: 0, sekali: 3_000 };

describe('a backup', () => {
  it('holds every tab cell for cell, hidden ones too, and the responses of the form', async () => {
    const keluaran = join(dir, 'utuh.zip');
    const manifes = await cadangkan(terlayani.kantor, { keluaran });
    expect(manifes.register.tab.map(({ judul }) => judul)).toEqual(TAB.map(({ nama }) => nama));
    const arsip = await ArsipBaca.buka(keluaran);
    await arsip.periksa();
    await arsip.tutup();
    for (const { nama } of TAB) {
      const { values = [] } = office.workspace.sheets.values.get(
        office.workspace.users.owner,
        office.files.spreadsheets.register,
        `'${nama}'`,
        { valueRenderOption: 'UNFORMATTED_VALUE' },
      );
      const isi = (await isiTab(keluaran, nama)).map((baris) => baris.map((sel) => sel ?? ''));
      expect(isi, nama).toEqual(values);
    }
    expect(manifes.riwayat).toEqual({
      nomor: office.tab('Riwayat').at(-1)?.['nomor'],
      hash: office.tab('Riwayat').at(-1)?.['hash'],
    });
    const buka = await ArsipBaca.buka(keluaran);
    expect(await buka.json('izin.json')).toMatchObject([
      {
        berkas: 'register',
        penyunting: office.workspace.users
          .list()
          .slice(0, 4)
          .map(({ email }) => email),
      },
      {
        berkas: 'bpjs',
        id: office.files.spreadsheets.bpjs,
        penyunting: expect.arrayContaining([office.user('bpjs').email]),
      },
      { berkas: 'formulir darurat', id: office.files.forms.darurat.id, penyunting: [terlayani.kantor.email] },
      { berkas: 'formulir loket', penyunting: [terlayani.kantor.email] },
    ]);
    await buka.tutup();
    const [form] = manifes.formulir;
    expect(manifes.anggota.find(({ nama }) => nama === form?.tanggapan)?.baris).toBe(3);
    expect(manifes.berbagi.map(({ nama }) => nama)).toEqual(['bpjs']);
    expect(manifes.catatan).toEqual([]);
  });

  it('is the same whether it is read in one request or in hundreds', async () => {
    const { sheets, users } = office.workspace;
    const { register } = office.files.spreadsheets;
    sheets.batchUpdate(users.owner, register, { requests: [{ addSheet: { properties: { title: 'Jarang' } } }] });
    // Long gaps, so that pieces end in empty rows and some hold nothing at all.
    for (const sel of ['A1', 'B150', 'A700'])
      sheets.values.update(users.owner, register, `'Jarang'!${sel}`, { values: [[sel]] }, { valueInputOption: 'RAW' });
    const satu = await cadangkan(terlayani.kantor, { keluaran: join(dir, 'sekaligus.zip') });
    const banyak = await cadangkan(terlayani.kantor, { keluaran: join(dir, 'sedikit.zip'), takaran: SEDIKIT });
    expect(banyak.anggota).toEqual(satu.anggota);
  });

  it('keeps numbers, truth values and formulas what they are', async () => {
    const { sheets, users } = office.workspace;
    const { register } = office.files.spreadsheets;
    sheets.batchUpdate(users.owner, register, { requests: [{ addSheet: { properties: { title: 'Catatan / 1' } } }] });
    const nilai = [['007', 7, true], ['=1+1', "'=1+1", ''], [], ['akhir']];
    sheets.values.update(
      users.owner,
      register,
      "'Catatan / 1'!A1",
      { values: nilai },
      { valueInputOption: 'USER_ENTERED' },
    );
    const keluaran = join(dir, 'jenis.zip');
    await cadangkan(terlayani.kantor, { keluaran });
    expect(await isiTab(keluaran, 'Catatan / 1')).toEqual([[7, 7, true], [{ rumus: '=1+1' }, '=1+1'], [], ['akhir']]);
  });

  it('is for nobody else on this machine, and replaces nothing', async () => {
    const keluaran = join(dir, 'milik.zip');
    const args = [
      'cadangkan',
      '--url',
      terlayani.server.origin,
      '--sebagai',
      terlayani.kantor.email,
      '--keluaran',
      keluaran,
    ];
    const { code, out, err } = await pbi(...args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('3 usulan');
    expect(out).not.toMatch(/\d{16}|081200|PASIEN/i);
    expect(statSync(keluaran).mode & 0o777).toBe(0o600);
    const sebelum = readFileSync(keluaran);
    expect(await pbi(...args)).toMatchObject({ code: 5, err: expect.stringContaining('sudah ada') });
    expect(readFileSync(keluaran).equals(sebelum)).toBe(true);
  });

  it('is made by administrators only', async () => {
    const keluaran = join(dir, 'dinsos.zip');
    const sebagai = office.user('dinsos').email;
    const { code } = await pbi(
      'cadangkan',
      '--url',
      terlayani.server.origin,
      '--sebagai',
      sebagai,
      '--keluaran',
      keluaran,
    );
    expect(code).toBe(7);
    expect(existsSync(keluaran)).toBe(false);
  });

  it('that cannot be written leaves nothing', async () => {
    const keluaran = join(dir, 'tiada', 'cadangan.zip');
    await expect(cadangkan(terlayani.kantor, { keluaran })).rejects.toThrow('tidak dapat ditulis');
    expect(readdirSync(dir).filter((nama) => nama.startsWith('.'))).toEqual([]);
  });
});
