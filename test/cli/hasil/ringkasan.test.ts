/** What the terminal and other programs are told about a matching. */
import { describe, expect, it } from 'vitest';
import { Ringkasan } from '../../../cli/reconcile/hasil/ringkasan.ts';
import { teksRingkasan } from '../../../cli/reconcile/hasil/teks.ts';
import { hasil } from './support/hasil.ts';

function ringkas(banyak: number): Ringkasan {
  const ringkasan = new Ringkasan();
  for (let n = 0; n < banyak; n += 1) ringkasan.tulis(hasil(n, { referensi: 'dtks' }));
  return ringkasan;
}

const MASUKAN = [
  {
    nama: 'usulan.csv',
    baris: 2_000,
    kolom: [
      { judul: 'NIK/KITAS', kolom: 'nik' },
      { judul: 'Nama Lengkap', kolom: 'nama' },
      { judul: 'CATATAN', kolom: undefined },
    ],
  },
] as const;

describe('summary', () => {
  it('names every class for programs, also those without rows, and they add up', () => {
    const { rows, kelas, seconds, peakMiB } = ringkas(9).json(1.23456);
    expect({ rows, kelas, seconds }).toEqual({
      rows: 9,
      kelas: { COCOK: 4, COCOK_BEDA: 1, BENTROK: 1, SARAN: 1, GANDA: 1, TIDAK_DITEMUKAN: 1, CACAT: 0 },
      seconds: 1.235,
    });
    expect(peakMiB).toBeGreaterThan(10);
    expect(Object.values(kelas).reduce((a, b) => a + b)).toBe(rows);
  });

  it('tells a person what was read as what, how many, and what to do', () => {
    const teks = teksRingkasan({
      masukan: MASUKAN,
      ringkasan: ringkas(2_000),
      rencana: 'rencana.json',
      perintahKirim: 'pbi terapkan rencana.json',
      laporan: ['hasil.xlsx'],
    });
    expect(teks).toContain('usulan.csv: 2.000 baris.');
    expect(teks).toContain('NIK/KITAS = NIK, Nama Lengkap = Nama.');
    expect(teks).toContain('Diteruskan apa adanya: CATATAN.');
    expect(teks).toMatch(/800 {2}Cocok {2,}NIK sama dan orangnya sama\./);
    expect(teks).toMatch(/200 {2}Bentrok .*\n.*Periksa NIK pada KTP-el/);
    expect(teks).toContain('1.200 baris perlu dilihat orang.');
    expect(teks).toContain('pbi tinjau rencana.json');
    expect(teks).toContain('pbi terapkan rencana.json');
  });

  it('does not call an empty file certain', () => {
    const teks = teksRingkasan({ masukan: MASUKAN, ringkasan: ringkas(0), laporan: [] });
    expect(teks).toContain('Tidak ada baris yang dicocokkan.');
    expect(teks).not.toContain('Semua baris pasti');
  });

  it('passes no control character of a heading on to the terminal', () => {
    const kolom = [{ judul: '\u001B]8;;http://x.test\u0007klik', kolom: undefined }];
    const teks = teksRingkasan({ masukan: [{ nama: 'a.csv', baris: 1, kolom }], ringkasan: ringkas(1), laporan: [] });
    expect(teks).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
    expect(teks).toContain('Semua baris pasti.');
  });
});
