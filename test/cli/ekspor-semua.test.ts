/** `pbi ekspor semua`: every table of an office as CSV that no spreadsheet runs, with what its columns mean. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KOLOM_KASUS } from '#domain/kolom/kasus.ts';
import { TAB } from '#domain/kolom/tab.ts';
import { eksporSemua } from '../../cli/ekspor/semua/semua.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';
import { folder, layani, type Terlayani } from './support/cadangan.ts';
import { type Ended, pbi } from './support/pbi.ts';

const ALASAN = 'pindah ke sistem kabupaten';
let office: Office;
let terlayani: Terlayani;
let dir: string;
beforeAll(async () => {
  office = await openOffice();
  terlayani = await layani(office);
  dir = folder();
  await office.newCase(person(1));
  const { tiket } = await office.newCase(person(2));
  await office.edit(office.cell(tiket, 'catatan'), [['=1+1']]);
  await office.tick();
}, 60_000);
afterAll(() => terlayani.server.close());

const ekspor = (...args: string[]): Promise<Ended> =>
  pbi('ekspor', 'semua', '--url', terlayani.server.origin, '--sebagai', terlayani.kantor.email, ...args);

const baca = (nama: string, tempat: string): string[] =>
  readFileSync(join(tempat, nama), 'utf8').replace('\uFEFF', '').split('\r\n').slice(0, -1);

describe('an export of everything', () => {
  it('holds every table, formulas put out of action, and explains each column', async () => {
    const keluaran = join(dir, 'semua');
    const { code, out, err } = await ekspor('--keluaran', keluaran, '--alasan', ALASAN);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Kasus.csv: 2 baris');
    expect(out).not.toMatch(/\d{16}/);
    const keterangan = JSON.parse(readFileSync(join(keluaran, 'keterangan.json'), 'utf8')) as {
      alasan: string;
      oleh: string;
      tabel: { tab: string; berkas: string; kolom: { nama: string; arti: string }[] }[];
    };
    expect(keterangan).toMatchObject({ alasan: ALASAN, oleh: terlayani.kantor.email });
    expect(keterangan.tabel.map(({ tab }) => tab)).toEqual([
      ...TAB.map(({ nama }) => nama as string).filter((nama) => nama !== 'Jejak'),
      'Formulir darurat',
      'Formulir loket',
    ]);
    expect(readdirSync(keluaran).sort()).toEqual(
      ['keterangan.json', ...keterangan.tabel.map(({ berkas }) => berkas)].sort(),
    );
    const kolom = KOLOM_KASUS.map(({ id, catatan }) => ({ nama: id, arti: catatan }));
    expect(keterangan.tabel.find(({ tab }) => tab === 'Kasus')?.kolom).toMatchObject(kolom);
    const [tajuk = '', ...kasus] = baca('Kasus.csv', keluaran);
    expect(tajuk).toBe(KOLOM_KASUS.map(({ id }) => `"${id}"`).join(','));
    expect(kasus).toHaveLength(2);
    expect(kasus.filter((baris) => baris.includes(`,"'=1+1",`))).toHaveLength(1);
    expect(kasus.filter((baris) => baris.includes(',"=1+1",'))).toEqual([]);
    expect(kasus[0]).toContain(`"${person(1).nik}"`);
    expect(baca('formulir-darurat.csv', keluaran)).toHaveLength(3);
  });

  it('is for nobody else on this machine, and replaces nothing', async () => {
    const keluaran = join(dir, 'semua');
    expect(statSync(keluaran).mode & 0o777).toBe(0o700);
    for (const nama of readdirSync(keluaran)) expect(statSync(join(keluaran, nama)).mode & 0o777, nama).toBe(0o600);
    expect(await ekspor('--keluaran', keluaran, '--alasan', ALASAN)).toMatchObject({ code: 5 });
  });

  it('is one archive when asked for, with the same tables', async () => {
    const keluaran = join(dir, 'semua.zip');
    const { code, out } = await ekspor('--keluaran', keluaran, '--alasan', ALASAN, '--json');
    expect(code).toBe(0);
    expect(statSync(keluaran).mode & 0o777).toBe(0o600);
    const { tabel } = JSON.parse(out) as { tabel: { berkas: string; baris: number }[] };
    expect(tabel.find(({ berkas }) => berkas === 'Kasus.csv')?.baris).toBe(2);
  });

  it('is the same when it is read piece by piece', async () => {
    const [utuh, sepotong] = [join(dir, 'utuh'), join(dir, 'sepotong')];
    await eksporSemua(terlayani.kantor, { keluaran: utuh, alasan: ALASAN });
    await eksporSemua(terlayani.kantor, {
      keluaran: sepotong,
      alasan: ALASAN,
      takaran: { sekaligus: 0, sekali: 3_000 },
    });
    for (const nama of readdirSync(utuh))
      expect(readFileSync(join(sepotong, nama), 'utf8'), nama).toBe(readFileSync(join(utuh, nama), 'utf8'));
  });

  it('needs a reason, an administrator and a place, and otherwise leaves nothing', async () => {
    const keluaran = join(dir, 'tiada');
    expect(await ekspor('--keluaran', keluaran, '--alasan', 'x')).toMatchObject({ code: 2 });
    const sebagai = office.user('dinsos').email;
    const dinsos = ['ekspor', 'semua', '--url', terlayani.server.origin, '--sebagai', sebagai];
    expect(await pbi(...dinsos, '--keluaran', keluaran, '--alasan', ALASAN)).toMatchObject({ code: 7 });
    expect(existsSync(keluaran)).toBe(false);
    const jauh = join(dir, 'tak', 'ada');
    expect(await ekspor('--keluaran', jauh, '--alasan', ALASAN)).toMatchObject({ code: 2 });
    expect(readdirSync(dir).filter((nama) => nama.startsWith('.'))).toEqual([]);
  });
});
