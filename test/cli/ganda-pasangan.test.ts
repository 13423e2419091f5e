/** Pairs and groups of duplicates, as the outcomes of the single rows make them. */
import { describe, expect, it } from 'vitest';
import type { Kelas } from '#domain/cocok/kelas.ts';
import { KOLOM_ORANG, type Orang } from '#domain/cocok/orang.ts';
import type { HasilCocok } from '../../cli/reconcile/bentuk.ts';
import { KumpulanGanda } from '../../cli/reconcile/ganda/pasangan.ts';
import type { CalonBerstatus } from '../../cli/reconcile/pencocok/baca-hasil.ts';

const NIK = '3402010101809001';
const orang = (nik: string): Orang => ({
  ...(Object.fromEntries(KOLOM_ORANG.map((kolom) => [kolom, ''])) as Orang),
  nik,
  nama: 'WARGA REKAAN',
});
const calon = (ke: number, nik = NIK, nama = 5): CalonBerstatus => ({
  orang: orang(nik),
  skor: 9,
  bagian: [{ nama: 'nama', teks: 'nama', nilai: nama }],
  status: String(ke),
});
const hasil = (urutan: number, kelas: Kelas, ...semua: CalonBerstatus[]): HasilCocok => ({
  ...{ urutan, nomor: urutan + 2, tiket: '', referensi: '', kelas, orang: orang(NIK), lain: {}, alasan: 'alasan' },
  calon: semua,
  beda: [{ kolom: 'nama', usulan: 'A', referensi: 'B' }],
});
const kelompok = (diperiksa: number, ...semua: HasilCocok[]): string[] => {
  const kumpulan = new KumpulanGanda(diperiksa);
  for (const satu of semua) kumpulan.tambah(satu);
  return kumpulan.kelompok.map(({ pasangan }) =>
    pasangan.map(({ kini, lama, kelas }) => `${kini}-${lama} ${kelas}`).join(', '),
  );
};

describe('a pair', () => {
  it('that both sides name is one', () => {
    expect(kelompok(2, hasil(0, 'COCOK', calon(1)), hasil(1, 'COCOK', calon(0)))).toEqual(['1-0 GANDA']);
  });

  it('that one side takes for two people is not one person, whichever side comes first', () => {
    const [satu, dua] = [hasil(0, 'GANDA', calon(1), calon(2)), hasil(2, 'BENTROK', calon(0), calon(1))];
    expect(kelompok(3, satu, dua)).toEqual(['1-0 GANDA, 2-0 BENTROK, 2-1 BENTROK']);
    expect(kelompok(3, dua, satu)).toEqual(['1-0 GANDA, 2-0 BENTROK, 2-1 BENTROK']);
  });

  it('of one NIK and names that have nothing in common is BENTROK, also among equals', () => {
    expect(kelompok(3, hasil(0, 'GANDA', calon(1), calon(2, NIK, -4)))).toEqual(['1-0 GANDA, 2-0 BENTROK']);
  });

  it('of equals with other NIK is a suggestion', () => {
    expect(kelompok(3, hasil(0, 'GANDA', calon(1, '1'), calon(2, '2')))).toEqual(['1-0 SARAN, 2-0 SARAN']);
  });

  it('shows the later row and what differs from its side; what the register has is earlier', () => {
    const kumpulan = new KumpulanGanda(5);
    kumpulan.tambah(hasil(0, 'COCOK_BEDA', calon(1)));
    kumpulan.tambah(hasil(4, 'COCOK_BEDA', calon(5)));
    const semua = kumpulan.kelompok.flatMap(({ pasangan }) => pasangan);
    expect(semua.map(({ hasil: { beda } }) => beda[0])).toEqual([
      { kolom: 'nama', usulan: 'B', referensi: 'A' },
      { kolom: 'nama', usulan: 'A', referensi: 'B' },
    ]);
    expect(semua.map(({ kini, lama }) => [kini, lama])).toEqual([
      [1, 0],
      [4, 5],
    ]);
  });
});

describe('a group', () => {
  it('holds everybody who hangs together, however long the chain', () => {
    const rantai = [hasil(8, 'SARAN', calon(9, '9')), hasil(2, 'COCOK', calon(1)), hasil(4, 'COCOK', calon(3))];
    const sambung = [hasil(3, 'COCOK', calon(2)), hasil(6, 'COCOK', calon(4))];
    expect(kelompok(10, ...rantai, ...sambung)).toEqual(['2-1 GANDA, 3-2 GANDA, 4-3 GANDA, 6-4 GANDA', '9-8 SARAN']);
  });

  it('is none where nothing was found', () => {
    expect(kelompok(2, hasil(0, 'TIDAK_DITEMUKAN'), hasil(1, 'TIDAK_DITEMUKAN'))).toEqual([]);
  });
});
