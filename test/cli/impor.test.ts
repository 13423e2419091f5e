/** `pbi impor` on this computer alone: every problem of every row at once, and a plan of the rest. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kolomFormat } from '#domain/format/kolom.ts';
import type { Rencana } from '../../cli/rencana/rencana.ts';
import { KELURAHAN, orang, rowOf, sheet, xlsx } from './support/berkas.ts';
import { pbi, temporary } from './support/pbi.ts';

const impor = (path: string, ...more: string[]) => pbi('impor', path, '--kelurahan', KELURAHAN, ...more);
const plan = (path: string): Rencana => JSON.parse(readFileSync(path, 'utf8')) as Rencana;

describe('pbi impor', () => {
  it('writes what it would send, readable to its maker only', async () => {
    const path = await xlsx('F37', [orang(1), orang(2, { nik: '9171011708909002', no_kk: '9171011508109002' })]);
    const { code, out, err } = await impor(path);
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('pbi terapkan') });
    expect(out).toMatch(/usulan\.xlsx: Format 37, 2 baris siap dikirim, 0 baris ditolak\.\n$/);
    const { versi, kelurahan, berkas } = plan(`${path}.rencana.json`);
    expect({ versi, kelurahan }).toEqual({ versi: 1, kelurahan: KELURAHAN });
    expect(berkas[0]).toMatchObject({ format: '37', lembar: 'Data', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(berkas[0]?.siap[1]).toMatchObject({
      nomor: rowOf(1),
      isi: { nik: '9171011708909002', hubkel: 'Peserta', jk: 'L', kalurahan: 'Batu Tulis (Bogor Selatan)' },
    });
    expect(statSync(`${path}.rencana.json`).mode & 0o077).toBe(0);
  });

  it('names every problem of every row with its place, and no value', async () => {
    const path = await xlsx('F34', [
      orang(1, { nik: '32710117089', jk: '7', tgl_lahir: '31/02/1990' }),
      orang(2, { nama: '' }),
      orang(3, { nama_desa: 'Empang' }),
      orang(4),
      orang(5),
      orang(6, { nik: orang(5).nik ?? '' }),
    ]);
    const { code, out } = await impor(path);
    expect(code).toBe(4);
    const place = (n: number, column: string) => `usulan.xlsx baris ${rowOf(n)} kolom ${column}: galat: `;
    for (const start of [
      place(0, 'C (NIK/KITAS/KITAP)'),
      place(0, 'G (Tgl Lahir)'),
      place(0, 'H (Jenis Kelamin)'),
      place(1, 'D (Nama Lengkap)'),
      `${place(2, 'Q (Nama Desa)')}Bukan wilayah yang boleh Anda ajukan.`,
      `${place(4, 'C (NIK/KITAS/KITAP)')}NIK sama dengan baris ${rowOf(5)} di berkas ini.`,
      place(5, 'C (NIK/KITAS/KITAP)'),
    ]) {
      expect(out).toContain(start);
    }
    expect(out).toContain('1 baris siap dikirim, 5 baris ditolak');
    expect(out).not.toMatch(/\d{11}|BUDI|MELATI/);
  });

  it('recognises a NIK that Excel has damaged, and guesses nothing', async () => {
    const path = join(temporary(), 'rusak.xlsx');
    const columns = kolomFormat('F34').map(({ kunci }) => kunci);
    const rows = sheet('F34', [orang(1), orang(2)]).map((row): (string | number)[] => [...row]);
    const nik = columns.indexOf('nik');
    (rows.at(-2) ?? [])[nik] = Number('9171011708909001');
    (rows.at(-1) ?? [])[nik] = '3,27101E+15';
    const { writeXlsx } = await import('hucre/xlsx');
    writeFileSync(path, await writeXlsx({ sheets: [{ name: 'Data', rows }] }));
    const { code, out } = await impor(path);
    expect(code).toBe(4);
    expect(out).toContain(`rusak.xlsx baris ${rowOf(0)} kolom C (NIK/KITAS/KITAP): galat: Tersimpan sebagai bilangan`);
    expect(out).toContain(`rusak.xlsx baris ${rowOf(1)} kolom C (NIK/KITAS/KITAP): galat: `);
    expect(plan(`${path}.rencana.json`).berkas[0]?.siap).toEqual([]);
  });

  it('refuses one person in two files, and reads the same file once', async () => {
    const [one, two] = [
      await xlsx('F34', [orang(1), orang(2)]),
      await xlsx('F37', [orang(2), orang(3)], 'mutasi.xlsx'),
    ];
    const { code, out } = await pbi('impor', one, two, one, '--kelurahan', KELURAHAN, '--dry-run');
    expect(code).toBe(4);
    expect(out).toContain(`usulan.xlsx baris ${rowOf(1)} kolom NIK/KITAS/KITAP: galat: NIK sama dengan baris`);
    expect(out).toContain('usulan.xlsx: Format 34, 1 baris siap dikirim, 1 baris ditolak.');
    expect(out).toContain('mutasi.xlsx: Format 37, 1 baris siap dikirim, 1 baris ditolak.');
    expect(existsSync(`${one}.rencana.json`)).toBe(false);
  });

  it('asks for the order of days and months when nothing decides', async () => {
    const people = [orang(1), orang(2)].map((satu) => ({ ...satu, nik: '', tgl_lahir: '03/04/1990' }));
    const rows = sheet('F34', people).map((row) => row.map((text) => (text === 'dd/mm/yyyy' ? 'mm/dd/yyyy' : text)));
    const path = join(temporary(), 'urutan.csv');
    writeFileSync(path, rows.map((row) => row.join(';')).join('\n'));
    const { code, err } = await impor(path, '--dry-run');
    expect(code).toBe(3);
    expect(err).toContain('Tambahkan --urutan HB atau --urutan BH.');
    expect((await impor(path, '--dry-run', '--urutan', 'HB')).code).toBe(4);
  });

  it('gives machines the findings as JSON, without the rows', async () => {
    const path = await xlsx('F34', [orang(1), orang(2, { jk: '' })]);
    const { code, out } = await impor(path, '--json');
    const { berkas, rencana } = JSON.parse(out) as Record<string, unknown> & { berkas: unknown[]; rencana: string };
    expect(code).toBe(4);
    expect(rencana).toBe(`${path}.rencana.json`);
    expect(berkas).toMatchObject([
      {
        siap: [{ nomor: rowOf(0) }],
        ditolak: [{ nomor: rowOf(1), sebab: [{ kolom: 'H', kode: 'E_WAJIB' }, { kode: 'W_SERI9' }] }],
      },
    ]);
    expect(out).not.toMatch(/\d{16}"|BUDI/);
  });

  it('keeps the segment that a person comes from', async () => {
    const path = join(temporary(), 'templat.xlsx');
    expect((await pbi('templat', 'format37', '--keluaran', path)).code).toBe(0);
    const { readXlsx, writeXlsx } = await import('hucre/xlsx');
    const [table] = (await readXlsx(readFileSync(path))).sheets;
    const people = kolomFormat('F37').map(({ kunci }) => orang(1)[kunci] ?? null);
    const start = rowOf(0) - 1;
    const rows = [...(table?.rows ?? []).slice(0, start), [...people, 'PBPU mandiri']];
    writeFileSync(path, await writeXlsx({ sheets: [{ name: 'x', rows }] }));
    expect((await impor(path)).code).toBe(0);
    expect(plan(`${path}.rencana.json`).berkas[0]?.siap[0]?.isi['segmen_asal']).toBe('PBPU mandiri');
  });

  it.each([
    [['--kelurahan', '32'], 2, 'Tulis 10 angka kode kelurahan'],
    [['--kelurahan', '3271019999'], 2, 'tidak ada di kabupaten/kota ini'],
    [['--kelurahan', KELURAHAN, '--format', '37'], 3, 'Kolomnya bernomor 1 sampai 34: itu Format 34.'],
    [['--kelurahan', KELURAHAN, '--target', 'google'], 7, 'Jalankan pbi masuk.'],
    [['--kelurahan', KELURAHAN, '--yes', '--url', 'http://127.0.0.1:1'], 1, 'Jalankan npm start'],
    [['--kelurahan', KELURAHAN, '--yes', '--url', 'x'], 2, 'Alamat --url tidak sah'],
  ])('%j: code %i', async (args, expected, sentence) => {
    const path = await xlsx('F34', [orang(1)]);
    const { code, err, out } = await pbi('impor', path, ...args);
    expect(err).toContain(sentence);
    expect({ code, out }).toEqual({ code: expected, out: '' });
  });

  it('never overwrites a file that is no plan', async () => {
    const path = await xlsx('F34', [orang(1)]);
    const { code, err } = await impor(path, '--rencana', path);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('bukan rencana') });
    expect((await impor(path)).code).toBe(0);
    expect((await impor(path)).code).toBe(0);
  });
});
