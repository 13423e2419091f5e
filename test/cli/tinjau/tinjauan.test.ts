/** Decisions of a review: what may be accepted, what many of them touch, and every step back. */
import { describe, expect, it } from 'vitest';
import { BELUM_DIPUTUSKAN, TANPA_SARINGAN, teksSaringan } from '../../../cli/reconcile/tinjau/saringan.ts';
import { hitungPutusan, Tinjauan } from '../../../cli/reconcile/tinjau/tinjauan.ts';
import { hasil } from '../hasil/support/hasil.ts';
import { rencana } from '../hasil/support/rencana.ts';

const putusan = ({ rencana: { entri } }: Tinjauan) => entri.map((satu) => satu.putusan);

describe('review', () => {
  it('begins with what nobody has decided', () => {
    const tinjauan = new Tinjauan(rencana(20));
    expect(tinjauan.daftar).toHaveLength(12);
    expect(tinjauan.entri?.kelas).toBe('COCOK_BEDA');
  });

  it('accepts the candidate that was chosen and goes on to the next', () => {
    const tinjauan = new Tinjauan(rencana([hasil(4), hasil(7)]));
    tinjauan.pilihCalon(1);
    expect(tinjauan.putuskan('TERIMA')).toBeUndefined();
    expect(tinjauan.rencana.entri[0]).toMatchObject({ putusan: 'TERIMA', pilihan: 1 });
    expect(tinjauan.entri?.kelas).toBe('BENTROK');
    expect(tinjauan.calon).toBe(0);
  });

  it('has no third candidate where there are two', () => {
    const tinjauan = new Tinjauan(rencana([hasil(4)]));
    tinjauan.pilihCalon(2);
    expect(tinjauan.calon).toBe(0);
  });

  it('accepts nothing where nothing would change', () => {
    const tinjauan = new Tinjauan(rencana([hasil(5)]));
    expect(tinjauan.putuskan('TERIMA')).toContain('tidak mengusulkan perubahan');
    expect(putusan(tinjauan)).toEqual(['TUNDA']);
    expect(tinjauan.putuskan('TOLAK')).toBeUndefined();
    expect(putusan(tinjauan)).toEqual(['TOLAK']);
  });

  it('asks each candidate that is a case of its own for its change', () => {
    const isi = rencana([hasil(8)]);
    const [pertama, kedua] = isi.entri[0]?.calon ?? [];
    Object.assign(pertama ?? {}, { tujuan: { tiket: 'T-1', versi: '1', perubahan: null } });
    const perubahan = { aksi: 'CATAT_HASIL', isi: {}, alasan: '' };
    Object.assign(kedua ?? {}, { tujuan: { tiket: 'T-2', versi: '4', perubahan } });
    const tinjauan = new Tinjauan(isi);
    expect(tinjauan.putuskan('TERIMA')).toContain('tidak mengusulkan perubahan');
    tinjauan.pilihCalon(1);
    expect(tinjauan.putuskan('TERIMA')).toBeUndefined();
    expect(isi.entri[0]).toMatchObject({ putusan: 'TERIMA', pilihan: 1 });
  });

  it('takes a refusal of a certain match back to certain', () => {
    const tinjauan = new Tinjauan(rencana([hasil(0)]));
    tinjauan.saring(TANPA_SARINGAN);
    tinjauan.putuskan('TOLAK');
    tinjauan.putuskan('TUNDA');
    expect(putusan(tinjauan)).toEqual(['OTOMATIS']);
  });

  it('decides many: only those of the filter, undecided, and never one of equals', () => {
    const tinjauan = new Tinjauan(rencana([hasil(4), hasil(14), hasil(8), hasil(5), hasil(7)]));
    tinjauan.putuskan('TOLAK');
    tinjauan.saring({ ...TANPA_SARINGAN, kelas: ['SARAN', 'GANDA', 'TIDAK_DITEMUKAN'] });
    const { kena, lewat } = tinjauan.rencanakanBanyak('TERIMA');
    expect({ kena, lewat }).toEqual({ kena: [1], lewat: 2 });
    tinjauan.putuskanBanyak(kena, 'TERIMA');
    expect(putusan(tinjauan)).toEqual(['TOLAK', 'TERIMA', 'TUNDA', 'TUNDA', 'TUNDA']);
    expect(tinjauan.rencanakanBanyak('TOLAK')).toEqual({ kena: [2, 3], lewat: 0 });
  });

  it('takes back step by step to the beginning', () => {
    const awal = rencana(20);
    const tinjauan = new Tinjauan(structuredClone(awal));
    tinjauan.putuskan('TERIMA');
    tinjauan.putuskan('TOLAK');
    tinjauan.putuskanBanyak(tinjauan.rencanakanBanyak('TOLAK').kena, 'TOLAK');
    expect(hitungPutusan(tinjauan.rencana)).toEqual({ OTOMATIS: 8, TUNDA: 0, TERIMA: 1, TOLAK: 11 });
    expect([tinjauan.urungkan(), tinjauan.urungkan(), tinjauan.urungkan(), tinjauan.urungkan()]).toEqual([10, 1, 1, 0]);
    expect(tinjauan.rencana).toEqual(awal);
    expect(tinjauan.posisi).toBe(0);
  });
});

describe('filter', () => {
  const tempat = (saringan: object): readonly number[] => {
    const tinjauan = new Tinjauan(rencana(10));
    tinjauan.saring({ ...TANPA_SARINGAN, ...saringan });
    return tinjauan.daftar;
  };

  it('takes class, reference, score, words and decision together', () => {
    expect(tempat({})).toHaveLength(10);
    expect(tempat({ kelas: ['SARAN', 'GANDA'] })).toEqual([4, 8]);
    expect(tempat({ kelas: ['SARAN', 'GANDA'], skorMin: 18 })).toEqual([4]);
    expect(tempat({ skorMin: 0 })).toEqual([0, 1, 2, 3, 4, 6, 7, 8]);
    expect(tempat({ referensi: ['dtks'] })).toEqual([1, 5, 9]);
    expect(tempat({ teks: 'widagdo siti' })).toEqual([]);
    expect(tempat({ teks: 'WIDAGDO  budi' })).toEqual([7]);
    expect(tempat({ putusan: ['TUNDA'], referensi: ['pbi-jk'] })).toEqual([2]);
  });

  it('is said in words', () => {
    expect(teksSaringan(BELUM_DIPUTUSKAN)).toBe('menunggu');
    expect(teksSaringan(TANPA_SARINGAN)).toBe('semua');
    expect(teksSaringan({ kelas: ['SARAN'], referensi: ['dtks'], putusan: [], skorMin: 15.5, teks: 'siti' })).toBe(
      'Saran; dtks; skor ≥ 15,5; "siti"',
    );
  });
});
