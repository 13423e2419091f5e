/** The clock bars between two readings: never late before the end, never moving when they should stand. */
import { describe, expect, it } from 'vitest';
import { clockAfter } from '../../apps-script/sidebar/client/clocks.ts';

/** 21 November 2026 09.30 WIB */
const KINI = Date.UTC(2026, 10, 21, 2, 30);
const MENIT = 60_000;

const jam = {
  id: 'periksa',
  label: 'Pemeriksaan',
  terpakai: 5,
  batas: 15,
  keadaan: 'berjalan',
  habis: '2026-11-21T09:40:00+07:00',
  keterangan: 'sisa 10 menit',
} as const;

describe('clockAfter', () => {
  it('counts a running clock down', () => {
    expect(clockAfter(jam, KINI, 0)).toEqual(jam);
    expect(clockAfter(jam, KINI, 4 * MENIT)).toMatchObject({ terpakai: 9, keterangan: 'sisa 6 menit' });
    expect(clockAfter(jam, KINI, 9 * MENIT + 45_000)).toMatchObject({ terpakai: 14, keterangan: 'sisa 1 menit' });
  });

  it('counts days by the date, into the last one and past it', () => {
    const hari = { ...jam, satuan: 'hari', batas: 20, terpakai: 19, habis: '2026-11-22T23:59:59+07:00' } as const;
    const kini = { ...hari, keterangan: 'sisa 1 hari' };
    expect(clockAfter(kini, KINI, 14 * 60 * MENIT).keterangan).toBe('sisa 1 hari');
    expect(clockAfter(kini, KINI, 15 * 60 * MENIT).keterangan).toBe('hari terakhir');
    expect(clockAfter(kini, KINI, 39 * 60 * MENIT)).toMatchObject({ keadaan: 'lewat', keterangan: 'lewat 1 hari' });
  });

  it('turns late only after the end', () => {
    expect(clockAfter(jam, KINI, 10 * MENIT)).toMatchObject({ keadaan: 'berjalan', keterangan: 'sisa 0 menit' });
    expect(clockAfter(jam, KINI, 10 * MENIT + 1_000)).toMatchObject({
      keadaan: 'lewat',
      keterangan: 'baru saja lewat',
    });
    expect(clockAfter(jam, KINI, 75 * MENIT)).toMatchObject({
      keadaan: 'lewat',
      terpakai: 80,
      keterangan: 'lewat 1 jam 5 menit',
    });
  });

  it('does not use up office minutes overnight', () => {
    const besok = { ...jam, habis: '2026-11-23T07:35:00+07:00' };
    expect(clockAfter(besok, KINI, 600 * MENIT)).toMatchObject({ keadaan: 'berjalan', keterangan: 'sisa 10 menit' });
  });

  it.each(['selesai', 'lewat', 'belum'] as const)('leaves a clock alone that is %s', (keadaan) => {
    expect(clockAfter({ ...jam, keadaan }, KINI, 60 * MENIT)).toEqual({ ...jam, keadaan });
  });

  it('leaves a clock alone whose end cannot be read', () => {
    expect(clockAfter({ ...jam, habis: 'kapan-kapan' }, KINI, 60 * MENIT).keterangan).toBe('sisa 10 menit');
  });
});
