/** The clocks of each route: which there are, what ends them, and how the days of a period count. */
import { describe, expect, it } from 'vitest';
import { type Kasus, kasusKosong } from '#domain/kolom/kasus.ts';
import { bacaPengaturan } from '#domain/pengaturan/pengaturan.ts';
import { sebutJam } from '#domain/usulan/jam.ts';
import { jamUsulan, slaLewat, tenggat } from '#domain/usulan/sla.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';

/** Holidays around the collective limit of March 2026, as the tab has them. */
const LIBUR = ['2026-03-18', '2026-03-19', '2026-03-20', '2026-03-23', '2026-03-24'];
const PENGATURAN = bacaPengaturan({
  pengaturan: [],
  libur: LIBUR.map((tanggal) => ({ tanggal })),
  peran: [],
});

const pada = (teks: string) => `${teks}:00+07:00` as Waktu;
/** Monday 9 March 2026, ten o'clock. */
const DIBUAT = pada('2026-03-09T10:00');

const loket = (isi: Partial<Kasus> = {}) =>
  kasusKosong({
    tiket: 'BTL-N-2026-000001',
    rute: 'BTL-N',
    status: 'DIAJUKAN',
    periode: '2026-03',
    dibuat: DIBUAT,
    ...isi,
  });
const kota = (isi: Partial<Kasus> = {}) => loket({ tiket: 'BGR-U-2026-000001', rute: 'BGR-U', ...isi });

const baca = (kasus: Kasus, kini: string) =>
  Object.fromEntries(
    jamUsulan(kasus, pada(kini), PENGATURAN).map((jam) => [jam.id, `${jam.keadaan}: ${sebutJam(jam)}`]),
  );

const CEK = (waktu: Waktu) =>
  Object.fromEntries(['kependudukan', 'dtks', 'pbi_jk', 'pbi_apbd'].map((id) => [`cek_${id}_pada`, waktu]));

describe('BTL-N', () => {
  it('counts the screening in office minutes, from the request on', () => {
    expect(baca(loket(), '2026-03-09T10:12')['saring']).toBe('berjalan: sisa 3 menit');
    expect(baca(loket({ dibuat: pada('2026-03-09T15:55') }), '2026-03-10T07:35')['saring']).toBe(
      'berjalan: sisa 5 menit',
    );
    expect(baca(loket(), '2026-03-09T10:45')['saring']).toBe('lewat: lewat 30 menit');
  });

  it.each(['saring_selesai', 'dikembalikan_pada'] as const)('ends the screening at %s', (kolom) => {
    expect(baca(loket({ [kolom]: pada('2026-03-09T10:09') }), '2026-03-12T10:00')['saring']).toBe(
      'selesai: selesai dalam 9 menit',
    );
  });

  it('counts the checks from the end of the screening to the last of the four', () => {
    const disaring = loket({ saring_selesai: pada('2026-03-09T10:09') });
    expect(baca(loket(), '2026-03-09T10:12')['periksa']).toBe('belum: belum mulai');
    expect(baca(disaring, '2026-03-09T10:14')['periksa']).toBe('berjalan: sisa 10 menit');
    expect(baca({ ...disaring, ...CEK(pada('2026-03-09T10:20')) }, '2026-03-12T10:00')['periksa']).toBe(
      'selesai: selesai dalam 11 menit',
    );
  });

  it('has until the legal date of its period, whatever the working target', () => {
    expect(baca(loket(), '2026-03-16T10:00')['kolektif']).toBe('berjalan: sisa 4 hari');
    expect(baca(loket(), '2026-03-20T23:59')['kolektif']).toBe('berjalan: hari terakhir');
    expect(baca(loket(), '2026-03-21T00:00')['kolektif']).toBe('lewat: lewat 1 hari');
    expect(baca(loket({ periode: '2026-04' }), '2026-03-21T00:00')['kolektif']).toBe('berjalan: sisa 30 hari');
    const [, , kolektif] = jamUsulan(loket(), pada('2026-03-16T10:00'), PENGATURAN);
    expect(kolektif).toMatchObject({
      habis: pada('2026-03-20T23:59').replace(':00+', ':59+'),
      catatan: 'Target penyaringan Jumat 13/03, target kerja Selasa 17/03',
    });
  });

  it('waits one working month for BPJS, and again after a suspension', () => {
    const kirim = loket({ status: 'DIKIRIM_BPJS', diusulkan_pada: pada('2026-03-17T09:00') });
    expect(baca(kirim, '2026-03-18T09:00')).toMatchObject({
      kolektif: 'selesai: selesai',
      bpjs: 'berjalan: sisa 30 hari',
    });
    expect(baca(kirim, '2026-04-18T09:00')['bpjs']).toBe('lewat: lewat 1 hari');
    const ditangguhkan = { ...kirim, dijawab_pada: pada('2026-03-30T09:00') };
    expect(baca({ ...ditangguhkan, status: 'DITANGGUHKAN' }, '2026-04-18T09:00')['bpjs']).toBe('selesai: selesai');
    expect(baca(ditangguhkan, '2026-04-10T09:00')['bpjs']).toBe('berjalan: sisa 7 hari');
  });

  it('presses nobody about a case that was closed', () => {
    const tutup = loket({ status: 'DITUTUP', saring_selesai: pada('2026-03-09T10:09') });
    expect(Object.keys(baca(tutup, '2026-05-01T10:00'))).toEqual(['saring']);
  });
});

describe('BGR', () => {
  it('shows the three dates of its period', () => {
    expect(baca(kota(), '2026-03-12T08:00')).toEqual({
      kelurahan: 'selesai: selesai',
      dinsos: 'berjalan: sisa 3 hari',
      dinkes: 'berjalan: sisa 8 hari',
      bpjs: 'belum: belum mulai',
    });
  });

  it('lets the date of the kelurahan run on when the case was given back', () => {
    expect(baca(kota({ status: 'DIKEMBALIKAN' }), '2026-03-09T12:00')['kelurahan']).toBe('berjalan: sisa 1 hari');
    expect(baca(kota({ status: 'DIKEMBALIKAN' }), '2026-03-12T12:00')['kelurahan']).toBe('lewat: lewat 2 hari');
  });

  it('ends each date with its step, late steps stay late', () => {
    const kirim = kota({
      status: 'DIKIRIM_BPJS',
      diserahkan_pada: pada('2026-03-14T10:00'),
      diusulkan_pada: pada('2026-03-21T10:00'),
    });
    expect(baca(kirim, '2026-03-25T08:00')).toMatchObject({
      dinsos: 'selesai: selesai',
      dinkes: 'lewat: lewat 1 hari',
      bpjs: 'berjalan: sisa 6 hari',
    });
  });

  it('shows no dates where the period is damaged', () => {
    expect(Object.keys(baca(kota({ periode: 'Maret' }), '2026-03-12T08:00'))).toEqual(['bpjs']);
  });
});

describe('the emergency', () => {
  const darurat = (isi: Partial<Kasus> = {}) =>
    loket({
      rute: 'BTL-D',
      tiket: 'BTL-D-2026-000001',
      waktu_masuk_rs: pada('2026-03-09T08:00'),
      batas_72jam: pada('2026-03-12T08:00'),
      ...isi,
    });

  it('is pressed by 72 hours until the patient has left (S-10)', () => {
    expect(baca(darurat(), '2026-03-12T09:00')['rawat']).toBe('lewat: lewat 1 jam');
    const pulang = darurat({ waktu_keluar_rs: pada('2026-03-10T08:00'), diusulkan_pada: pada('2026-03-09T11:00') });
    expect(baca(pulang, '2026-03-12T09:00')['rawat']).toBe('selesai: selesai dalam 1 hari');
    expect(slaLewat(pulang, pada('2026-03-12T09:00'), PENGATURAN)).toBe(false);
    expect(slaLewat({ ...pulang, waktu_keluar_rs: '' }, pada('2026-03-12T09:00'), PENGATURAN)).toBe(true);
  });

  it('is not stopped by a discharge before the admission', () => {
    const salah = darurat({ waktu_keluar_rs: pada('2026-03-08T08:00') });
    expect(baca(salah, '2026-03-12T09:00')['rawat']).toBe('lewat: lewat 1 jam');
  });

  it('is the only route that is watched by the minute', () => {
    expect(tenggat(darurat(), PENGATURAN)).toHaveLength(2);
    expect(tenggat(loket(), PENGATURAN)).toEqual([]);
    expect(tenggat(kota(), PENGATURAN)).toEqual([]);
  });
});
