/** `pbi ganda`: people who stand twice in a register, in a file, or in both. */
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readXlsx } from '../../cli/berkas/xlsx.ts';
import { bacaRencanaCocok } from '../../cli/reconcile/rencana.ts';
import { type Ended, pbi } from './support/pbi.ts';
import { bacaHasil, csv, type Isi, TAJUK, warga } from './support/verifikasi.ts';

const folder = mkdtempSync(join(tmpdir(), 'pbi-ganda-'));
const at = (name: string): string => join(folder, name);
const slip = (n: number): string => `${warga(n)['nik']?.slice(0, 15)}${(n + 1) % 10}`;

const rows: readonly Isi[] = [
  ...Array.from({ length: 40 }, (_, n) => ({ tiket: `A-${n}`, ...warga(n) })),
  { tiket: 'B-1', ...warga(1) },
  { tiket: 'B-2', ...warga(2, { nama: `${warga(2)['nama']}A` }) },
  { tiket: 'C-1', ...warga(1) },
  { tiket: 'B-3', ...warga(503, { nik: warga(3)['nik'] ?? '' }) },
  { tiket: 'B-4', ...warga(4, { nik: slip(4) }) },
  { tiket: 'B-5', ...warga(5, { nik: '' }) },
  { tiket: 'X', nama: 'TANPA APA PUN' },
];
let register: string;
beforeAll(() => {
  register = csv(at('register.csv'), TAJUK, rows);
});

const pairs = (path: string): string[] =>
  bacaHasil(path).rows.map(({ kelompok, kelas, tiket, tiket_lain: lain }) => `${kelompok} ${kelas} ${tiket} ${lain}`);
const report = ({ out }: Ended) => JSON.parse(out) as { rows: number; kelas: Isi; kelompok: number };

describe('inside a register', () => {
  const EXPECTED = [
    '1 GANDA B-1 A-1',
    '1 GANDA C-1 A-1',
    '1 GANDA C-1 B-1',
    '2 GANDA B-2 A-2',
    '3 BENTROK B-3 A-3',
    '4 SARAN B-4 A-4',
    '5 SARAN B-5 A-5',
    ' CACAT X ',
  ];

  it('every pair is named once, the later row first, groups together; nobody is their own double', async () => {
    const result = at('hasil.csv');
    const ended = await pbi('ganda', '--register', register, '--keluaran', result, '--json');
    expect(pairs(result)).toEqual(EXPECTED);
    expect(ended).toMatchObject({ code: 4, err: '' });
    expect(report(ended)).toEqual({
      rows: rows.length,
      kelas: { GANDA: 4, BENTROK: 1, SARAN: 2, CACAT: 1 },
      kelompok: 5,
      seconds: expect.any(Number),
      peakMiB: expect.any(Number),
    });
    const { header, rows: lines } = bacaHasil(result);
    expect(header.slice(0, 8).join()).toBe('tiket,referensi,kelas,nik,nik_referensi,skor,alasan,beda');
    expect(lines[3]?.['beda']).toBe(`nama: ${warga(2)['nama']}A -> ${warga(2)['nama']}`);
    expect(lines[5]).toMatchObject({ nik: slip(4), nik_referensi: warga(4)['nik'], referensi: 'register.csv' });
    expect(statSync(result).mode & 0o777).toBe(0o600);
  });

  it('in words: rows and tickets, and nobody', async () => {
    const ended = await pbi('ganda', '--register', register);
    expect(ended.out).toContain(
      '1. register.csv baris 42 (B-1) dan register.csv baris 3 (A-1): NIK sama, orang yang sama.',
    );
    expect(ended.out).not.toMatch(/\d{16}/);
    for (const { nama = '' } of rows) expect(ended.out).not.toContain(nama);
  });

  it('without any says so and needs nobody', async () => {
    const clean = csv(at('bersih.csv'), TAJUK, rows.slice(0, 40));
    expect(await pbi('ganda', '--register', clean)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Tidak ada yang ganda.'),
    });
  });

  it('as XLSX, as a page, and as a plan that proposes nothing without a register that takes it', async () => {
    const [xlsx, html, plan] = [at('h.xlsx'), at('h.html'), at('h.json')];
    await pbi('ganda', '--register', register, '--keluaran', xlsx, '--html', html, '--rencana', plan);
    const all = (await readXlsx(xlsx)).find(({ nama }) => nama === 'Semua');
    expect(all?.lembar).toHaveLength(EXPECTED.length + 1);
    expect(readFileSync(html, 'utf8')).not.toContain(warga(1)['nik']);
    const { jenis, entri } = await bacaRencanaCocok(plan);
    expect([jenis, entri.length]).toEqual(['GANDA', EXPECTED.length]);
    expect(entri.every(({ putusan, perubahan }) => putusan === 'TUNDA' && perubahan === null)).toBe(true);
  });
});

describe('a file', () => {
  const file = () =>
    csv(at('baru.csv'), TAJUK, [
      { tiket: 'N-0', ...warga(7) },
      { tiket: 'N-1', ...warga(70) },
      { tiket: 'N-2', ...warga(70) },
      { tiket: 'N-3', ...warga(71) },
    ]);

  it('is held against the register and against itself; what is twice in the register is not its concern', async () => {
    const result = at('baru-hasil.csv');
    const ended = await pbi('ganda', file(), '--register', register, '--keluaran', result, '--json');
    expect(pairs(result)).toEqual(['1 GANDA N-0 A-7', '2 GANDA N-2 N-1']);
    expect(bacaHasil(result).rows.map(({ referensi }) => referensi)).toEqual(['register.csv', 'baru.csv']);
    expect(report(ended)).toMatchObject({ rows: 4, kelompok: 2 });
  });

  it('alone or with others is enough', async () => {
    expect(report(await pbi('ganda', file(), '--json'))).toMatchObject({ rows: 4, kelompok: 1 });
    const other = csv(at('lain.csv'), TAJUK, [{ tiket: 'L-1', ...warga(71) }]);
    const result = at('berdua.csv');
    await pbi('ganda', file(), other, '--keluaran', result);
    expect(pairs(result)).toEqual(['1 GANDA N-2 N-1', '2 GANDA L-1 N-3']);
  });
});

describe('what cannot be searched', () => {
  it.each([
    ['nothing', [], 2, '--register'],
    ['a file that is not there', ['tidak-ada.csv'], 3, 'tidak-ada.csv'],
    ['a result of another kind', ['a.csv', '--keluaran', 'h.parquet'], 2, '.xlsx'],
  ])('%s: a code and a sentence', async (_what, options, code, sentence) => {
    expect(await pbi('ganda', ...options)).toMatchObject({ code, out: '', err: expect.stringContaining(sentence) });
  });
});

it('what is left of the same damaged NIK on both sides is no NIK of two people', async () => {
  const damaged = csv(at('rusak.csv'), TAJUK, [
    { tiket: 'R-1', ...warga(7, { nik: warga(7)['nik']?.slice(0, 15) ?? '' }) },
  ]);
  const result = at('rusak-hasil.csv');
  await pbi(
    'ganda',
    damaged,
    '--register',
    csv(at('rusak-lagi.csv'), TAJUK, bacaHasil(damaged).rows),
    '--keluaran',
    result,
  );
  expect(pairs(result)).toEqual(['1 SARAN R-1 R-1']);
});
