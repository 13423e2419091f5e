/** Cells of an answer as branches write them: dates in either order, with or without a time of day. */
import { describe, expect, it } from 'vitest';
import { bacaJawaban, bacaSaat, type SelJawaban } from '#usecase/rekonsiliasi/baca.ts';
import { JUDUL_JAWABAN } from '#usecase/rekonsiliasi/judul.ts';
import { tgl } from '../domain/support/buat.ts';

const baca = (sel: Partial<SelJawaban>, tanggal?: ReturnType<typeof tgl>, rusak?: string[]) =>
  bacaJawaban({ hasil: 'Gagal', keterangan: '', tmt: '', dijawab: '', ...sel }, 'HB', tanggal, rusak);

describe('a date of an answer', () => {
  it.each([
    ['27/11/2026', 'HB', '2026-11-27'],
    ['11/27/2026', 'BH', '2026-11-27'],
    ['2026-11-27', 'HB', '2026-11-27'],
    ['27 November 2026', 'HB', '2026-11-27'],
    ['27/11/2026 14.05', 'HB', '2026-11-27T14:05:00+07:00'],
    ['27/11/2026 14:05:33 WIB', 'HB', '2026-11-27T14:05:33+07:00'],
    ['27/11/2026 00:00:00', 'HB', '2026-11-27'],
    ['27/11/2026', 'CAMPUR', '2026-11-27'],
    ['-', 'HB', ''],
    ['', 'HB', ''],
  ] as const)('%s in the order %s is %s', (teks, urutan, tanggal) => {
    expect(bacaSaat(teks, urutan)).toBe(tanggal);
  });

  it.each([
    ['31/02/2026', 'HB'],
    ['46357', 'HB'],
    ['segera', 'HB'],
    ['01/12/2026', 'CAMPUR'],
  ] as const)('%s in the order %s is none', (teks, urutan) => {
    expect(bacaSaat(teks, urutan)).toBeUndefined();
  });
});

describe('an answer', () => {
  it('with a date that is none is damaged, and says so without the value', () => {
    expect(baca({ tmt: '31/02/2026' })).toMatchObject({ tmt: '', rusak: [expect.stringContaining('TMT')] });
    expect(baca({ tmt: '31/02/2026' }).rusak.join()).not.toContain('31/02');
  });

  it('takes the day of the file only where it has none of its own', () => {
    expect(baca({}, tgl('2026-11-25')).dijawab).toBe('2026-11-25');
    expect(baca({ dijawab: '27/11/2026' }, tgl('2026-11-25')).dijawab).toBe('2026-11-27');
  });

  it('keeps what the reader found damaged', () => {
    expect(baca({}, undefined, ['Keterangan: rumus.']).rusak).toEqual(['Keterangan: rumus.']);
  });

  it('has its words tidied; a remark that is a whole text is no remark', () => {
    expect(baca({ keterangan: '  NIK\u00a0 ganda\n' }).keterangan).toBe('NIK ganda');
    expect(baca({ keterangan: 'x'.repeat(2_001) }).rusak).toEqual([expect.stringContaining('terlalu panjang')]);
  });
});

describe('headings of answers', () => {
  it('are known with the name of BPJS behind them, the plain ones first', () => {
    expect(JUDUL_JAWABAN.hasil.slice(0, 2)).toEqual(['HASIL', 'STATUS HASIL']);
    expect(JUDUL_JAWABAN.hasil).toContain('HASIL BPJS KESEHATAN');
  });

  it('mean one column each', () => {
    const semua = Object.values(JUDUL_JAWABAN).flat();
    expect(new Set(semua).size).toBe(semua.length);
  });
});
