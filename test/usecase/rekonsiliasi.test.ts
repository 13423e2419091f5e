/** What becomes of each row of a feedback file: acceptance scenarios 13, 14, 16 and 26, S-08, S-29. */
import { describe, expect, it } from 'vitest';
import type { BarisUmpanBalik, KasusRekon, Putusan } from '#usecase/rekonsiliasi/bentuk.ts';
import { tgl, wkt } from '../domain/support/buat.ts';
import { GAGAL, jalankan, jawaban, kasusDikirim, TANPA_IDENTITAS } from './support/rekonsiliasi.ts';

const TUNDA = { hasil: 'PENDING', tmt: '', keterangan: 'Menunggu konsolidasi Dukcapil' } as const;

interface Kejadian {
  readonly nama: string;
  readonly baris: Partial<BarisUmpanBalik>;
  readonly kasus?: Partial<KasusRekon>;
  readonly putusan: Partial<Putusan>;
}

/** One row about the first citizen, who has one case. */
const KEJADIAN: readonly Kejadian[] = [
  {
    nama: 'a success is ready to be recorded',
    baris: {},
    putusan: {
      golongan: 'cocok',
      dasar: 'nik',
      jawaban: { hasil: 'berhasil', keterangan: '', tmt: tgl('2026-12-01'), kode: 'B01' },
    },
  },
  {
    nama: 'scenario 13: a suspended case succeeds',
    baris: {},
    kasus: {
      status: 'DITANGGUHKAN',
      dijawab_pada: '2026-11-24T09:00:00+07:00',
      keterangan_bpjs: 'Menunggu konsolidasi',
    },
    putusan: { golongan: 'cocok' },
  },
  {
    nama: 'a remark gives the code of the office’s reasons',
    baris: GAGAL,
    putusan: {
      golongan: 'cocok',
      jawaban: { hasil: 'tidak berhasil', keterangan: 'NIK tidak ditemukan', tmt: '', kode: 'T01' },
    },
  },
  {
    nama: 'scenario 14: an unknown remark is kept as it is',
    baris: { ...GAGAL, keterangan: 'Ref 77/ZX: lihat berita acara' },
    putusan: {
      golongan: 'cocok',
      jawaban: { hasil: 'tidak berhasil', keterangan: 'Ref 77/ZX: lihat berita acara', tmt: '', kode: 'X99' },
    },
  },
  {
    nama: 'a suspension keeps why',
    baris: TUNDA,
    putusan: {
      golongan: 'cocok',
      jawaban: { hasil: 'ditangguhkan', keterangan: TUNDA.keterangan, tmt: '', kode: 'D02' },
    },
  },
  {
    nama: 'outcome and remark in one cell are taken apart',
    baris: { ...GAGAL, hasil: 'Gagal, NIK ganda', keterangan: '' },
    putusan: {
      golongan: 'cocok',
      jawaban: { hasil: 'tidak berhasil', keterangan: 'Gagal, NIK ganda', tmt: '', kode: 'T03' },
    },
  },
  {
    nama: 'scenario 16: feedback from before the last answer changes nothing',
    baris: { ...GAGAL, dijawab: tgl('2026-11-23') },
    kasus: { status: 'DITANGGUHKAN', dijawab_pada: '2026-11-24T09:00:00+07:00' },
    putusan: { golongan: 'usang' },
  },
  {
    nama: 'scenario 16: feedback from before this attempt changes nothing',
    baris: { dijawab: tgl('2026-11-19') },
    kasus: { percobaan: '2' },
    putusan: { golongan: 'usang' },
  },
  {
    nama: 'feedback of the same day is not older',
    baris: { ...GAGAL, dijawab: tgl('2026-11-24') },
    kasus: { status: 'DITANGGUHKAN', dijawab_pada: '2026-11-24T09:00:00+07:00' },
    putusan: { golongan: 'cocok' },
  },
  {
    nama: 'feedback of an earlier hour of the same day is older',
    baris: { ...GAGAL, dijawab: wkt('2026-11-24 08:59') },
    kasus: { status: 'DITANGGUHKAN', dijawab_pada: '2026-11-24T09:00:00+07:00' },
    putusan: { golongan: 'usang' },
  },
  {
    nama: 'the same answer is recorded already, however old the file',
    baris: { dijawab: tgl('2026-11-21') },
    kasus: { status: 'BERHASIL', tmt_aktif: '2026-12-01', dijawab_pada: '2026-11-24T09:00:00+07:00' },
    putusan: { golongan: 'sudah' },
  },
  {
    nama: 'the same answer is recorded already after the card was handed over',
    baris: {},
    kasus: { status: 'SELESAI', tmt_aktif: '2026-12-01', dijawab_pada: '2026-11-24T09:00:00+07:00' },
    putusan: { golongan: 'sudah' },
  },
  {
    nama: 'an answer without a day is no proof against a recorded one',
    baris: { ...GAGAL, dijawab: '' },
    kasus: { status: 'DITANGGUHKAN', dijawab_pada: '2026-11-24T09:00:00+07:00' },
    putusan: { golongan: 'tidak_lengkap', alasan: expect.stringContaining('--tanggal') },
  },
  { nama: 'a first answer needs no day', baris: { dijawab: '' }, putusan: { golongan: 'cocok' } },
  {
    nama: 'a day that has not come is a mistake',
    baris: { dijawab: tgl('2026-12-11') },
    putusan: { golongan: 'tidak_lengkap' },
  },
  { nama: 'a success without its first day is incomplete', baris: { tmt: '' }, putusan: { golongan: 'tidak_lengkap' } },
  {
    nama: 'a failure without a reason is incomplete',
    baris: { ...GAGAL, keterangan: '' },
    putusan: { golongan: 'tidak_lengkap' },
  },
  {
    nama: 'an outcome that cannot be read is incomplete',
    baris: { hasil: '??' },
    putusan: { golongan: 'tidak_lengkap' },
  },
  {
    nama: 'S-08: answered before it was sent',
    baris: {},
    kasus: { status: 'LOLOS', diusulkan_pada: '' },
    putusan: { golongan: 'tak_dikirim', tiket: ['BGR-U-2026-000001'] },
  },
  {
    nama: 'S-08: somebody of whom nothing is known',
    baris: { ...jawaban(77), nomor: 2 },
    putusan: { golongan: 'tak_dikenal', tiket: [] },
  },
  { nama: 'a closed case stays closed', baris: {}, kasus: { status: 'DITUTUP' }, putusan: { golongan: 'akhir' } },
  {
    nama: 'S-29: a beneficiary who died later asks for a deactivation',
    baris: { ...GAGAL, keterangan: 'Peserta meninggal' },
    kasus: { status: 'BERHASIL', tmt_aktif: '2026-12-01', dijawab_pada: '2026-11-24T09:00:00+07:00' },
    putusan: { golongan: 'akhir', petunjuk: [expect.stringContaining('Format 37')] },
  },
  {
    nama: 'an emergency is not answered by file',
    baris: {},
    kasus: { rute: 'BTL-D' },
    putusan: { golongan: 'tak_dikenal' },
  },
  {
    nama: 'a card number finds who has no readable NIK',
    baris: { nik: '' },
    putusan: { golongan: 'cocok', dasar: 'no_kartu' },
  },
  {
    nama: 'scenario 26: a phone number in the column of cards finds nobody',
    baris: { ...TANPA_IDENTITAS, no_kartu: '6281234567890' },
    putusan: { golongan: 'tak_dikenal' },
  },
  {
    nama: 'family card, birth date and sex find who has neither',
    baris: { nik: '', no_kartu: '' },
    putusan: { golongan: 'cocok', dasar: 'keluarga' },
  },
  {
    nama: 'a twin of another name is only a suggestion',
    baris: { nik: '', no_kartu: '', nama: 'Wulan Purnama' },
    putusan: { golongan: 'saran', dasar: 'keluarga', tiket: ['BGR-U-2026-000001'] },
  },
  {
    nama: 'a name with a typing error is only a suggestion',
    baris: { nik: '', no_kartu: '', no_kk: '', nama: 'Sekar Rekan B' },
    putusan: { golongan: 'saran', dasar: 'nama', tiket: ['BGR-U-2026-000001'] },
  },
  {
    nama: 'a NIK with a typing error is only a suggestion',
    baris: { nik: '3271014108600901', no_kartu: '' },
    putusan: { golongan: 'saran', dasar: 'keluarga' },
  },
  {
    nama: 'a card number that belongs to another NIK is only a suggestion',
    baris: { nik: '3271014108759555' },
    putusan: { golongan: 'saran', dasar: 'no_kartu' },
  },
  {
    nama: 'a neighbour born on the same day has another name',
    baris: { nik: '', no_kartu: '', no_kk: '', nama: 'Sekar Rahayu' },
    putusan: { golongan: 'tak_dikenal' },
  },
  {
    nama: 'a family card that is missing on both sides is not the same family card',
    baris: { nik: '', no_kartu: '', no_kk: '', kode_wilayah: '' },
    kasus: { no_kk: '' },
    putusan: { golongan: 'tak_dikenal' },
  },
  {
    nama: 'the same name elsewhere is nobody we know',
    baris: { nik: '', no_kartu: '', no_kk: '', kode_wilayah: '3271011002' },
    putusan: { golongan: 'tak_dikenal' },
  },
];

describe('a row about one person', () => {
  it.each(KEJADIAN)('$nama', ({ baris, kasus, putusan }) => {
    const { baris: hasil } = jalankan([jawaban(1, baris)], [kasusDikirim(1, kasus)]);
    expect(hasil).toMatchObject([putusan]);
  });
});
