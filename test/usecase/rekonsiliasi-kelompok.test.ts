/** Files with several rows, registers with several cases: acceptance scenarios 15 and 27, S-15. */
import { describe, expect, it } from 'vitest';
import { tgl } from '../domain/support/buat.ts';
import { GAGAL, jalankan, jawaban, kasusDikirim } from './support/rekonsiliasi.ts';

describe('scenario 15: who was sent and not answered', () => {
  const kasus = [1, 2, 3, 4].map((n) => kasusDikirim(n, n === 4 ? { batch: 'BGR-U 2026-10', periode: '2026-10' } : {}));

  it('is listed, for the whole register or for one batch or period', () => {
    const tiket = (n: number) => `BGR-U-2026-00000${n}`;
    expect(jalankan([jawaban(2)], kasus).belumDijawab).toEqual([1, 3, 4].map(tiket));
    expect(jalankan([jawaban(2)], kasus, { cakupan: { batch: 'BGR-U 2026-11' } }).belumDijawab).toEqual(
      [1, 3].map(tiket),
    );
    expect(jalankan([jawaban(2)], kasus, { cakupan: { periode: '2026-10' } }).belumDijawab).toEqual([tiket(4)]);
  });

  it('still waits when all that came is old or only resembles', () => {
    const baris = [
      jawaban(1, { dijawab: tgl('2026-11-01') }),
      jawaban(2, { nik: '', no_kartu: '', no_kk: '', nama: 'Bagas Rekan C' }),
    ];
    const { baris: hasil, belumDijawab } = jalankan(baris, kasus.slice(0, 2));
    expect(hasil.map(({ golongan }) => golongan)).toEqual(['usang', 'saran']);
    expect(belumDijawab).toHaveLength(2);
  });
});

describe('scenario 27: two people with the same name and birth date', () => {
  const nama = 'Bagas Rekaan Kembar';
  const lain = { nama, tgl_lahir: tgl('1960-08-01'), jk: 'L', no_kk: '', no_kartu: '' } as const;
  const kasus = [
    kasusDikirim(2, { ...lain, nik: '3271010108609102' }),
    kasusDikirim(4, { ...lain, nik: '3271010108609884' }),
  ];

  it('are told apart by NIK', () => {
    const baris = [
      jawaban(2, { ...lain, nik: '3271010108609884' }),
      jawaban(3, { ...lain, ...GAGAL, nik: '3271010108609102' }),
    ];
    expect(jalankan(baris, kasus).baris).toMatchObject([
      { golongan: 'cocok', tiket: ['BGR-U-2026-000004'] },
      { golongan: 'cocok', tiket: ['BGR-U-2026-000002'], jawaban: { kode: 'T01' } },
    ]);
  });

  it('are not merged with a third whose NIK is another', () => {
    const { baris } = jalankan([jawaban(2, { ...lain, nik: '3271010108609555' })], kasus);
    expect(baris).toMatchObject([{ golongan: 'tak_dikenal' }]);
  });

  it('are both offered for a row without NIK', () => {
    const { baris } = jalankan([jawaban(2, { ...lain, nik: '' })], kasus);
    expect(baris).toMatchObject([{ golongan: 'saran', tiket: ['BGR-U-2026-000002', 'BGR-U-2026-000004'] }]);
  });
});

describe('several rows about one person', () => {
  it('contradict each other: none is recorded', () => {
    const { baris } = jalankan([jawaban(1), jawaban(1, { ...GAGAL, nomor: 9, nik: '' })], [kasusDikirim(1)]);
    expect(baris).toMatchObject([
      { golongan: 'berlawanan', alasan: expect.stringContaining('Baris 9') },
      { golongan: 'berlawanan', alasan: expect.stringContaining('Baris 2') },
    ]);
  });

  it('that say the same are recorded once, by the last', () => {
    const baris = [jawaban(1, { dijawab: tgl('2026-11-19') }), jawaban(1, { nomor: 9 }), jawaban(1, { nomor: 12 })];
    expect(jalankan(baris, [kasusDikirim(1)]).baris.map(({ golongan }) => golongan)).toEqual([
      'sudah',
      'cocok',
      'sudah',
    ]);
  });
});

describe('several cases of one person', () => {
  const dulu = kasusDikirim(1, {
    status: 'TIDAK_BERHASIL',
    tiket: 'BGR-U-2026-000900',
    periode: '2026-06',
    batch: 'BGR-U 2026-06',
  });

  it('the one that waits is answered', () => {
    expect(jalankan([jawaban(1)], [dulu, kasusDikirim(1)]).baris).toMatchObject([
      { golongan: 'cocok', tiket: ['BGR-U-2026-000001'] },
    ]);
  });

  it('two that wait alike are left to a person, unless the batch decides', () => {
    const dua = [kasusDikirim(1), { ...dulu, status: 'DIKIRIM_BPJS' }];
    expect(jalankan([jawaban(1)], dua).baris).toMatchObject([{ golongan: 'saran' }]);
    expect(jalankan([jawaban(1)], dua, { cakupan: { batch: 'BGR-U 2026-06' } }).baris).toMatchObject([
      { golongan: 'cocok', tiket: ['BGR-U-2026-000900'] },
    ]);
  });
});

describe('S-15: a failure that concerns the family', () => {
  const mandiri = { ...GAGAL, keterangan: 'Masih PBPU menunggak' };
  const sekeluarga = [kasusDikirim(1), kasusDikirim(2, { no_kk: kasusDikirim(1).no_kk })];

  it('names the other tickets of the family card', () => {
    const [putusan] = jalankan([jawaban(1, mandiri)], sekeluarga).baris;
    expect(putusan).toMatchObject({
      jawaban: { kode: 'T07' },
      petunjuk: [expect.stringContaining('BGR-U-2026-000002')],
    });
  });

  it('is silent where the office does not look at families', () => {
    expect(jalankan([jawaban(1, mandiri)], sekeluarga, { satuKk: false }).baris[0]?.petunjuk).toEqual([]);
  });
});
