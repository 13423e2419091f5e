/** `pbi ekspor` and `pbi batch status`: a closed batch goes out as it was frozen, the same to the byte, and comes back. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rencana } from '../../cli/rencana/rencana.ts';
import { KELURAHAN } from './support/berkas.ts';
import { type Kantor, openKantor } from './support/kantor.ts';
import { pbi, temporary } from './support/pbi.ts';

const ISI = {
  nik: '9171011708909001',
  no_kk: '3271011508109001',
  nama: 'BUDI SANTOSO',
  hubkel: 'Peserta',
  tempat_lahir: 'BOGOR',
  tgl_lahir: '1990-08-17',
  jk: 'L',
  kawin: 'Cerai mati',
  alamat: '=HYPERLINK("http://x","klik")',
  rt: '003',
  rw: '010',
  kode_pos: '16131',
  kalurahan: 'Batu Tulis (Bogor Selatan)',
  hp: '081234567890',
  fktp: 'PUSKESMAS BOGOR SELATAN',
};
const LAIN = { ...ISI, nik: '3271011708909002', kawin: 'Kawin', alamat: 'JL. MELATI; NO. 5' };
const mutasi = { no_kartu: '0001234509001', jenis_mutasi: 'PINDAH_FASKES', tgl_berlaku: '2026-12-01' };

let kantor: Kantor;
beforeAll(async () => {
  kantor = await openKantor(KELURAHAN);
  const batch = [
    ['batch', 'rute', 'keadaan', 'baris', 'hash', 'ditutup_pada'],
    ['BGR-U 2026-11', 'BGR-U', 'DITUTUP', '2', 'abc123', '2026-11-15T10:00:00+07:00'],
    ['BGR-M 2026-11', 'BGR-M', 'DITUTUP', '1', 'def456', '2026-11-15T10:00:00+07:00'],
    ['BGR-U 2026-12', 'BGR-U', 'MENUTUP', '1', '', ''],
    ['BGR-U 2026-08', 'BGR-U', 'DITUTUP', '2', 'e', '2026-08-15T10:00:00+07:00'],
    ['BGR-U 2026-10', 'BGR-U', 'DITUTUP', '3', 'f', '2026-10-15T10:00:00+07:00'],
  ];
  const row = (id: string, urut: number, isi: object) => [
    `${id}|${urut}`,
    id,
    String(urut),
    `BGR-2026-00000${urut}`,
    '1',
    KELURAHAN,
    JSON.stringify(isi),
  ];
  const isi = [
    ['kunci', 'batch', 'urut', 'tiket', 'percobaan', 'kode_wilayah', 'isi'],
    row('BGR-U 2026-11', 2, LAIN),
    row('BGR-M 2026-11', 1, { ...ISI, ...mutasi }),
    row('BGR-U 2026-11', 1, ISI),
    row('BGR-U 2026-10', 1, ISI),
    row('BGR-U 2026-08', 1, { ...ISI, fktp: 'Puskesmas Bogor Selatan' }),
    row('BGR-U 2026-08', 2, { ...LAIN, fktp: 'PUSKESMAS REKAAN' }),
  ];
  for (const book of ['register', 'dinkes']) {
    await kantor.addTab(book, 'Batch', batch);
    await kantor.addTab(book, 'Isi Batch', isi);
  }
});
afterAll(() => kantor.close());

const as = (email = kantor.email.dinsos) => ['--url', kantor.url, '--sebagai', email];
const ekspor = (folder: string, format: string, batch: string, ...more: string[]) =>
  pbi('ekspor', format, '--batch', batch, '--folder', folder, ...as(), ...more);
const NAME = 'BGR-U_2026-11-format34';

describe('pbi ekspor', () => {
  it('writes workbook, CSV and manifest, the same every time', async () => {
    const [one, two] = [temporary(), temporary()];
    const { code, out, err } = await ekspor(one, 'format34', 'BGR-U 2026-11');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(readdirSync(one).sort()).toEqual([`${NAME}.csv`, `${NAME}.manifes.json`, `${NAME}.xlsx`]);
    expect((await ekspor(two, 'format34', 'BGR-U 2026-11')).out).toBe(out.replaceAll(one, two));
    expect((await ekspor(two, 'format34', 'BGR-U 2026-11')).code).toBe(0);
    for (const name of readdirSync(one)) {
      expect(readFileSync(join(two, name)).equals(readFileSync(join(one, name)))).toBe(true);
    }
    const manifest = JSON.parse(readFileSync(join(one, `${NAME}.manifes.json`), 'utf8')) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      batch: 'BGR-U 2026-11',
      baris: 2,
      hash: 'abc123',
      tiket: ['BGR-2026-000001', 'BGR-2026-000002'],
      berkas: [{ nama: `${NAME}.xlsx`, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }, { nama: `${NAME}.csv` }],
    });
  });

  it('holds text only: every digit of a NIK, and nothing that a spreadsheet runs', async () => {
    const folder = temporary();
    await ekspor(folder, 'format34', 'BGR-U 2026-11');
    const [sheet] = (await readXlsx(readFileSync(join(folder, `${NAME}.xlsx`)), { readStyles: true })).sheets;
    const row = sheet?.rows.findIndex((cells) => cells.includes('9171011708909001')) ?? -1;
    expect(sheet?.rows[row]).toContain('=HYPERLINK("http://x","klik")');
    expect([...(sheet?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
    expect(sheet?.cells?.get(`${row},2`)?.style?.numFmt).toBe('@');
    expect(sheet?.rows.flat().every((cell) => cell === null || typeof cell === 'string')).toBe(true);
    const csv = readFileSync(join(folder, `${NAME}.csv`), 'utf8');
    expect(csv).toContain(`"'=HYPERLINK(""http://x"",""klik"")"`);
  });

  it.each([
    ['format34', 'BGR-U 2026-11', 'xlsx', [ISI, LAIN]],
    ['format34', 'BGR-U 2026-11', 'csv', [ISI, LAIN]],
    ['format37', 'BGR-M 2026-11', 'xlsx', [{ ...ISI, ...mutasi }]],
    ['format37', 'BGR-M 2026-11', 'csv', [{ ...ISI, ...mutasi }]],
  ])('%s of %s comes back from its %s as it went out', async (format, batch, extension, expected) => {
    const folder = temporary();
    await ekspor(folder, format, batch);
    const path = join(folder, `${batch.replace(' ', '_')}-${format}.${extension}`);
    const { code, out } = await pbi('impor', path, '--kelurahan', KELURAHAN, '--no-input');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(`${expected.length} baris siap`) });
    const { berkas } = JSON.parse(readFileSync(`${path}.rencana.json`, 'utf8')) as Rencana;
    expect(berkas[0]?.siap.map(({ isi }) => isi)).toEqual(expected);
  });

  it('tells the register once that the files went out', async () => {
    const folder = temporary();
    const first = await ekspor(folder, 'format37', 'BGR-M 2026-11', '--kirim', '--tunggu', '20');
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('Batch BGR-M 2026-11 dicatat terkirim.') });
    expect(await ekspor(folder, 'format37', 'BGR-M 2026-11', '--kirim', '--json')).toMatchObject({ code: 0 });
    const commands = kantor.rows('register').filter(({ jenis }) => jenis === 'KIRIM_BATCH');
    expect(commands).toHaveLength(1);
    const { manifes } = JSON.parse((await ekspor(folder, 'format37', 'BGR-M 2026-11', '--json')).out) as Record<
      string,
      string
    >;
    expect(JSON.parse(commands[0]?.['muatan'] ?? '')).toEqual({ batch: 'BGR-M 2026-11', manifest: manifes });
  });

  it('records no sending of rows without the code of their facility, unless somebody means it', async () => {
    const folder = temporary();
    const send = (...more: string[]) =>
      ekspor(folder, 'format34', 'BGR-U 2026-08', '--kirim', '--tunggu', '20', ...more);
    const refused = await send();
    expect(refused).toMatchObject({ code: 4, out: expect.stringContaining('tidak dicatat terkirim: 1 baris tanpa') });
    expect(readdirSync(folder)).toHaveLength(3);
    const sent = () => kantor.rows('register').filter(({ muatan }) => muatan?.includes('2026-08'));
    expect(sent()).toEqual([]);
    expect(await send('--tanpa-faskes')).toMatchObject({ code: 0, out: expect.stringContaining('dicatat terkirim.') });
    expect(sent()).toHaveLength(1);
  });

  it('gives Dinkes what stands in its own spreadsheet, and says that codes are missing there', async () => {
    const folder = temporary();
    const { code, err } = await pbi(
      'ekspor',
      'format34',
      '--batch',
      'BGR-U 2026-11',
      '--folder',
      folder,
      ...as(kantor.email.dinkes),
    );
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('2 baris tanpa kode faskes') });
  });

  it.each([
    ['format37', 'BGR-U 2026-11', 'Batch BGR-U 2026-11 memakai Format 34.'],
    ['format34', 'BGR-M 2026-11', 'Batch BGR-M 2026-11 memakai Format 37 menurut pengaturan mutasi_format.'],
  ])('refuses %s for %s unless it is forced', async (format, batch, sentence) => {
    const folder = temporary();
    const { code, err } = await ekspor(folder, format, batch);
    expect({ code, err, files: readdirSync(folder) }).toEqual({
      code: 2,
      err: expect.stringContaining(sentence),
      files: [],
    });
    expect((await ekspor(folder, format, batch, '--paksa-format')).code).toBe(0);
  });

  it('takes the format of mutations from the settings, and says so where they cannot be read', async () => {
    const { sheets, users } = kantor.workspace;
    const row = kantor.rows('register', 'Pengaturan').length + 2;
    const write = (values: string[][]) =>
      sheets.values.update(
        users.owner,
        kantor.books['register'] ?? '',
        `'Pengaturan'!A${row}`,
        { values },
        { valueInputOption: 'RAW' },
      );
    write([['mutasi_format', '34']]);
    expect(await ekspor(temporary(), 'format34', 'BGR-M 2026-11')).toMatchObject({
      code: 0,
      err: 'Kolom mutasi tidak ikut ke Format 34.\n',
    });
    expect((await ekspor(temporary(), 'format37', 'BGR-M 2026-11')).code).toBe(2);
    write([['', '']]);
    const dinkes = ['--batch', 'BGR-M 2026-11', '--folder', temporary(), ...as(kantor.email.dinkes)];
    expect(await pbi('ekspor', 'format37', ...dinkes)).toMatchObject({
      code: 0,
      err: expect.stringContaining('mutasi_format tidak dapat dibaca dengan akun ini; dipakai bawaannya, Format 37.'),
    });
  });

  it.each([
    ['BGR-U 2026-09', 2, 'Batch yang ada: BGR-U 2026-11, BGR-M 2026-11'],
    ['BGR-U 2026-12', 5, 'belum ditutup (MENUTUP)'],
    ['BGR-U 2026-10', 5, 'mencatat 3 baris, tetapi tab Isi Batch memuat 1'],
  ])('refuses %s with code %i', async (batch, expected, sentence) => {
    const folder = temporary();
    const { code, err, out } = await ekspor(folder, 'format34', batch);
    expect(err).toContain(sentence);
    expect({ code, out, files: readdirSync(folder) }).toEqual({ code: expected, out: '', files: [] });
  });

  it('replaces nothing that differs, and is not for a kelurahan', async () => {
    const folder = temporary();
    writeFileSync(join(folder, `${NAME}.csv`), 'lain');
    expect(await ekspor(folder, 'format34', 'BGR-U 2026-11')).toMatchObject({
      code: 5,
      err: expect.stringContaining('sudah ada dengan isi lain'),
    });
    expect(readdirSync(folder)).toEqual([`${NAME}.csv`]);
    const { code } = await pbi('ekspor', 'format34', '--batch', 'BGR-U 2026-11', ...as(kantor.email.kelurahan));
    expect(code).toBe(7);
  });
});

describe('pbi batch status', () => {
  it('shows where each batch stands', async () => {
    const { code, out } = await pbi('batch', 'status', ...as(kantor.email.dinkes));
    expect(code).toBe(0);
    const [header, first] = out.split('\n');
    expect(header).toMatch(/^batch +keadaan +baris +ditutup_pada$/);
    expect(first).toMatch(/^BGR-U 2026-11 +DITUTUP +2 +2026-11-15T10:00:00\+07:00$/);
    const { batch } = JSON.parse((await pbi('batch', 'status', '--json', ...as())).out) as { batch: object[] };
    expect(batch[2]).toMatchObject({ batch: 'BGR-U 2026-12', keadaan: 'MENUTUP' });
  });
});
