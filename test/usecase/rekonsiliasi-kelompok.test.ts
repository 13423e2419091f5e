/** Files with several rows, registers with several cases: acceptance scenarios 15 and 27, S-15. */
import { describe, expect, it } from 'vitest';
import { tgl } from '../domain/support/buat.ts';
import { GAGAL, jalankan, kasusDikirim, temuan } from './support/rekonsiliasi.ts';

describe('scenario 15: who was sent and not answered', () => {
  const kasus = [1, 2, 3, 4].map((n) => kasusDikirim(n, n === 4 ? { batch: 'BGR-U 2026-10', periode: '2026-10' } : {}));
  const [satu = kasusDikirim(1), dua = kasusDikirim(2)] = kasus;
  const belum = (...opsi: Parameters<typeof jalankan>) => jalankan(...opsi).belumDijawab.map(({ tiket }) => tiket);

  it('is listed, for the whole register or for one batch or period', () => {
    const tiket = (n: number) => `BGR-U-2026-00000${n}`;
    const baris = [temuan(3, [dua])];
    expect(belum(baris, kasus)).toEqual([1, 3, 4].map(tiket));
    expect(belum(baris, kasus, { cakupan: { batch: 'BGR-U 2026-11' } })).toEqual([1, 3].map(tiket));
    expect(belum(baris, kasus, { cakupan: { periode: '2026-10' } })).toEqual([tiket(4)]);
  });

  it('still waits when all that came is old or only resembles', () => {
    const baris = [temuan(2, [satu], { dijawab: tgl('2026-11-01') }), temuan(3, [dua], {}, { kelas: 'SARAN' })];
    const { baris: hasil, belumDijawab } = jalankan(baris, [satu, dua]);
    expect(hasil.map(({ kelas }) => kelas)).toEqual(['USANG', 'SARAN']);
    expect(belumDijawab).toHaveLength(2);
  });

  it('is not an emergency, which is answered in its own sheet', () => {
    expect(belum([], [kasusDikirim(1, { rute: 'BTL-D' })])).toEqual([]);
  });
});

const JAWAB = expect.stringMatching(/^Jawabannya /);

describe('several rows about one person', () => {
  const satu = kasusDikirim(1);

  it('contradict each other: none is recorded without a person', () => {
    const { baris } = jalankan([temuan(2, [satu]), temuan(9, [satu], GAGAL)], [satu]);
    expect(baris).toMatchObject([
      {
        kelas: 'BERTENTANGAN',
        kalimat: [expect.stringContaining('Baris 9'), 'Jawabannya berhasil, TMT 01/12/2026.'],
        tujuan: [{ jawaban: { kode: 'B02' } }],
      },
      {
        kelas: 'BERTENTANGAN',
        kalimat: [expect.stringContaining('Baris 2'), 'Jawabannya tidak berhasil.'],
        tujuan: [{ jawaban: { kode: 'T01' } }],
      },
    ]);
  });

  it('contradict each other also where both lack something, and each says what', () => {
    const { baris } = jalankan(
      [temuan(2, [satu], { tmt: '' }), temuan(9, [satu], { ...GAGAL, keterangan: '' })],
      [satu],
    );
    expect(baris).toMatchObject([
      {
        kelas: 'BERTENTANGAN',
        kalimat: [expect.stringContaining('Baris 9'), expect.stringMatching(/TMT|tanggal/i), JAWAB],
      },
      {
        kelas: 'BERTENTANGAN',
        kalimat: [expect.stringContaining('Baris 2'), expect.stringMatching(/keterangan/i), JAWAB],
      },
    ]);
    expect(baris.map(({ tujuan }) => tujuan[0]?.jawaban)).toEqual([undefined, undefined]);
    const sama = jalankan([temuan(2, [satu], { tmt: '' }), temuan(9, [satu], { tmt: '' })], [satu]).baris;
    expect(sama.map(({ kelas, tidakLengkap }) => [kelas, tidakLengkap])).toEqual([
      ['COCOK', true],
      ['COCOK', true],
    ]);
  });

  it('fail for different reasons: none is recorded without a person, in any order', () => {
    const sebab = ['NIK tidak ditemukan', 'Peserta meninggal'].map((keterangan) => ({ ...GAGAL, keterangan }));
    for (const urut of [sebab, sebab.toReversed()]) {
      const { baris } = jalankan(
        urut.map((isi, i) => temuan(2 + i, [satu], isi)),
        [satu],
      );
      expect(baris.map(({ kelas }) => kelas)).toEqual(['BERTENTANGAN', 'BERTENTANGAN']);
    }
  });

  it('that say the same are recorded by the one whose person is certain, wherever it stands', () => {
    const beda = temuan(9, [satu], { dijawab: tgl('2026-11-28') }, { kelas: 'COCOK_BEDA' });
    for (const urut of [
      [beda, temuan(2, [satu])],
      [temuan(2, [satu]), beda],
    ]) {
      const { baris } = jalankan(urut, [satu]);
      const dicatat = baris.map(({ tujuan }, i) => tujuan[0]?.jawaban && urut[i]?.sebutan);
      expect(dicatat.filter(Boolean)).toEqual(['Baris 2']);
    }
  });

  it('that say the same are recorded once, by the last', () => {
    const baris = [temuan(2, [satu], { dijawab: tgl('2026-11-19') }), temuan(9, [satu]), temuan(12, [satu])];
    const hasil = jalankan(baris, [satu]).baris;
    expect(hasil.map(({ tujuan }) => tujuan[0]?.jawaban !== undefined)).toEqual([false, true, false]);
    expect(hasil[0]?.kalimat).toEqual(['Sama dengan baris 9.']);
  });
});

describe('several cases of one person', () => {
  const lama = { status: 'TIDAK_BERHASIL', tiket: 'BGR-U-2026-000900', periode: '2026-06', batch: 'BGR-U 2026-06' };
  const dulu = kasusDikirim(1, lama);

  it('the one that waits is answered', () => {
    const orang = [dulu, kasusDikirim(1)];
    expect(jalankan([temuan(2, orang)], orang).baris).toMatchObject([
      { kelas: 'COCOK', tujuan: [{ kasus: { tiket: 'BGR-U-2026-000001' } }] },
    ]);
  });

  it('two that wait alike are left to a person, unless the batch decides', () => {
    const dua = [kasusDikirim(1), { ...dulu, status: 'DIKIRIM_BPJS' }];
    const [putusan] = jalankan([temuan(2, dua)], dua).baris;
    expect(putusan).toMatchObject({ kelas: 'GANDA', kalimat: [expect.stringContaining('lebih dari satu usulan')] });
    expect(putusan?.tujuan.map(({ orang, jawaban }) => [orang, jawaban?.kode])).toEqual([
      [0, 'B02'],
      [0, 'B02'],
    ]);
    expect(jalankan([temuan(2, dua)], dua, { cakupan: { batch: 'BGR-U 2026-06' } }).baris).toMatchObject([
      { kelas: 'COCOK', tujuan: [{ kasus: { tiket: 'BGR-U-2026-000900' } }] },
    ]);
  });
});

describe('S-15: a failure that concerns the family', () => {
  const mandiri = { ...GAGAL, keterangan: 'Masih PBPU menunggak' };
  const satu = kasusDikirim(1);
  const sekeluarga = [satu, kasusDikirim(2, { no_kk: satu.no_kk })];

  it('names the other tickets of the family card', () => {
    const [putusan] = jalankan([temuan(2, [satu], mandiri)], sekeluarga).baris;
    expect(putusan).toMatchObject({ kelas: 'COCOK', kalimat: [expect.stringContaining('BGR-U-2026-000002')] });
    expect(putusan?.tujuan[0]?.jawaban?.kode).toBe('T07');
  });

  it('is silent where the office does not look at families', () => {
    expect(jalankan([temuan(2, [satu], mandiri)], sekeluarga, { satuKk: false }).baris[0]?.kalimat).toEqual([]);
  });
});
