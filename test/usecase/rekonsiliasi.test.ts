/** What becomes of an answer to a case that is certain: acceptance scenarios 13, 14 and 16, S-08, S-29. */
import { describe, expect, it } from 'vitest';
import type { JawabanBerkode, JawabanDibaca, KasusRekon, Putusan } from '#usecase/rekonsiliasi/bentuk.ts';
import { tgl, wkt } from '../domain/support/buat.ts';
import { GAGAL, jalankan, kasusDikirim, temuan } from './support/rekonsiliasi.ts';

const TUNDA = { hasil: 'PENDING', tmt: '', keterangan: 'Menunggu konsolidasi Dukcapil' } as const;

interface Kejadian {
  readonly nama: string;
  readonly isi: Partial<JawabanDibaca>;
  readonly kasus?: Partial<KasusRekon>;
  readonly kelas: Putusan['kelas'];
  /** What is recorded; absent where nothing is. */
  readonly dicatat?: Partial<JawabanBerkode>;
  /** A part of the sentence. */
  readonly kalimat?: string;
}

const KEJADIAN: readonly Kejadian[] = [
  {
    nama: 'a success is ready to be recorded',
    isi: {},
    kelas: 'COCOK',
    dicatat: { hasil: 'berhasil', keterangan: '', tmt: tgl('2026-12-01'), kode: 'B02' },
  },
  {
    nama: 'scenario 13: a suspended case succeeds',
    isi: {},
    kasus: {
      status: 'DITANGGUHKAN',
      dijawab_pada: '2026-11-24T09:00:00+07:00',
      keterangan_bpjs: 'Menunggu konsolidasi',
    },
    kelas: 'COCOK',
    dicatat: { hasil: 'berhasil' },
  },
  {
    nama: 'a remark gives the code of the office’s reasons',
    isi: GAGAL,
    kelas: 'COCOK',
    dicatat: { hasil: 'tidak berhasil', keterangan: 'NIK tidak ditemukan', tmt: '', kode: 'T01' },
  },
  {
    nama: 'scenario 14: an unknown remark is kept as it is',
    isi: { ...GAGAL, keterangan: 'Ref 77/ZX: lihat berita acara' },
    kelas: 'COCOK',
    dicatat: { hasil: 'tidak berhasil', keterangan: 'Ref 77/ZX: lihat berita acara', tmt: '', kode: 'X99' },
  },
  {
    nama: 'a suspension keeps why',
    isi: TUNDA,
    kelas: 'COCOK',
    dicatat: { hasil: 'ditangguhkan', keterangan: TUNDA.keterangan, tmt: '', kode: 'D02' },
  },
  {
    nama: 'outcome and remark in one cell are taken apart',
    isi: { ...GAGAL, hasil: 'Gagal, NIK ganda', keterangan: '' },
    kelas: 'COCOK',
    dicatat: { hasil: 'tidak berhasil', keterangan: 'Gagal, NIK ganda', tmt: '', kode: 'T03' },
  },
  {
    nama: 'scenario 16: feedback from before the last answer changes nothing',
    isi: { ...GAGAL, dijawab: tgl('2026-11-23') },
    kasus: { status: 'DITANGGUHKAN', dijawab_pada: '2026-11-24T09:00:00+07:00' },
    kelas: 'USANG',
  },
  {
    nama: 'scenario 16: feedback from before this attempt changes nothing',
    isi: { dijawab: tgl('2026-11-19') },
    kasus: { percobaan: '2' },
    kelas: 'USANG',
  },
  {
    nama: 'feedback of the same day is not older',
    isi: { ...GAGAL, dijawab: tgl('2026-11-24') },
    kasus: { status: 'DITANGGUHKAN', dijawab_pada: '2026-11-24T09:00:00+07:00' },
    kelas: 'COCOK',
    dicatat: { kode: 'T01' },
  },
  {
    nama: 'feedback of an earlier hour of the same day is older',
    isi: { ...GAGAL, dijawab: wkt('2026-11-24 08:59') },
    kasus: { status: 'DITANGGUHKAN', dijawab_pada: '2026-11-24T09:00:00+07:00' },
    kelas: 'USANG',
  },
  {
    nama: 'the same answer is recorded already, however old the file',
    isi: { dijawab: tgl('2026-11-21') },
    kasus: { status: 'BERHASIL', tmt_aktif: '2026-12-01', dijawab_pada: '2026-11-24T09:00:00+07:00' },
    kelas: 'COCOK',
    kalimat: 'sudah tercatat',
  },
  {
    nama: 'the same answer is recorded already after the card was handed over',
    isi: {},
    kasus: { status: 'SELESAI', tmt_aktif: '2026-12-01', dijawab_pada: '2026-11-24T09:00:00+07:00' },
    kelas: 'COCOK',
    kalimat: 'sudah tercatat',
  },
  {
    nama: 'an answer without a day is no proof against a recorded one',
    isi: { ...GAGAL, dijawab: '' },
    kasus: { status: 'DITANGGUHKAN', dijawab_pada: '2026-11-24T09:00:00+07:00' },
    kelas: 'COCOK',
    kalimat: '--tanggal',
  },
  { nama: 'a first answer needs no day', isi: { dijawab: '' }, kelas: 'COCOK', dicatat: { kode: 'B02' } },
  {
    nama: 'a day that has not come is a mistake',
    isi: { dijawab: tgl('2026-12-11') },
    kelas: 'COCOK',
    kalimat: 'belum terjadi',
  },
  { nama: 'a success without its first day is incomplete', isi: { tmt: '' }, kelas: 'COCOK', kalimat: 'TMT' },
  {
    nama: 'a failure without a reason is incomplete',
    isi: { ...GAGAL, keterangan: '' },
    kelas: 'COCOK',
    kalimat: 'Isi keterangan',
  },
  { nama: 'an outcome that cannot be read is damage', isi: { hasil: '??' }, kelas: 'CACAT' },
  { nama: 'a damaged cell of the answer spoils it', isi: { rusak: ['TMT bukan tanggal.'] }, kelas: 'CACAT' },
  {
    nama: 'S-08: answered before it was sent',
    isi: {},
    kasus: { status: 'LOLOS', diusulkan_pada: '' },
    kelas: 'TIDAK_DIKENAL',
    kalimat: 'belum dikirim',
  },
  {
    nama: 'cover that begins on another day than somebody was told is moved by a person only',
    isi: { tmt: tgl('2027-01-01') },
    kasus: { status: 'BERHASIL', tmt_aktif: '2026-12-01', dijawab_pada: '2026-11-24T09:00:00+07:00' },
    kelas: 'BERTENTANGAN',
    kalimat:
      'dengan TMT lain, bukan 01/01/2027; ralat hanya lewat panel kasus. Jawabannya berhasil, TMT 01/01/2027. Di register berhasil, TMT 01/12/2026.',
  },
  {
    nama: 'the same cover in other words is recorded already',
    isi: { keterangan: 'Sudah diaktifkan' },
    kasus: { status: 'BERHASIL', tmt_aktif: '2026-12-01', dijawab_pada: '2026-11-24T09:00:00+07:00' },
    kelas: 'COCOK',
    kalimat: 'sudah tercatat',
  },
  {
    nama: 'cover cannot begin before the proposal came in',
    isi: { tmt: tgl('2025-11-01') },
    kasus: { dibuat: '2026-11-10T09:00:00+07:00' },
    kelas: 'COCOK',
    kalimat: 'terlalu awal untuk usulan ini; paling awal 10/11/2026',
  },
  ...['Peserta meninggal', 'NIK tidak ditemukan di Dukcapil', 'Sudah terdaftar PPU badan usaha', 'tidak padan'].map(
    (keterangan) => ({
      nama: `a success is not believed that says "${keterangan}"`,
      isi: { keterangan },
      kelas: 'COCOK' as const,
      kalimat: 'keterangannya menyebut sebaliknya',
    }),
  ),
  {
    nama: 'a success may say so',
    isi: { keterangan: 'Peserta PBI JK aktif' },
    kelas: 'COCOK',
    dicatat: { kode: 'B02' },
  },
  { nama: 'a closed case stays closed', isi: {}, kasus: { status: 'DITUTUP' }, kelas: 'BERTENTANGAN' },
  {
    nama: 'S-29: a beneficiary who died later asks for a deactivation',
    isi: { ...GAGAL, keterangan: 'Peserta meninggal' },
    kasus: { status: 'BERHASIL', tmt_aktif: '2026-12-01', dijawab_pada: '2026-11-24T09:00:00+07:00' },
    kelas: 'BERTENTANGAN',
    kalimat: 'Format 37',
  },
];

describe('an answer', () => {
  it.each(KEJADIAN)('$nama', ({ isi, kasus, kelas, dicatat, kalimat = '' }) => {
    const satu = kasusDikirim(1, kasus);
    const [putusan] = jalankan([temuan(2, [satu], isi)], [satu]).baris;
    expect(putusan?.kelas).toBe(kelas);
    expect(putusan?.tujuan[0]?.kasus.tiket).toBe(satu.tiket);
    expect(putusan?.kalimat.join(' ')).toContain(kalimat);
    if (dicatat) expect(putusan?.tujuan[0]?.jawaban).toMatchObject(dicatat);
    else expect(putusan?.tujuan[0]?.jawaban).toBeUndefined();
  });
});

describe('a row that matching is not certain about', () => {
  const satu = kasusDikirim(1);
  const dua = kasusDikirim(2);

  it('about nobody is an answer to what was never sent', () => {
    const { baris } = jalankan([temuan(2, [], {}, { kelas: 'TIDAK_DITEMUKAN', orang: [] })], [satu]);
    expect(baris).toMatchObject([{ kelas: 'TIDAK_DIKENAL', tujuan: [] }]);
  });

  it('that is unusable stays so', () => {
    const { baris } = jalankan([temuan(2, [], {}, { kelas: 'CACAT', orang: [] })], [satu]);
    expect(baris).toMatchObject([{ kelas: 'CACAT', tujuan: [] }]);
  });

  it.each(['SARAN', 'GANDA', 'BENTROK'] as const)(
    'as %s offers every case with what would be recorded there',
    (kelas) => {
      const { baris, belumDijawab } = jalankan([temuan(2, [], GAGAL, { kelas, orang: [[satu], [dua]] })], [satu, dua]);
      expect(baris).toMatchObject([
        {
          kelas,
          tujuan: [
            { orang: 0, kasus: satu, jawaban: { kode: 'T01' } },
            { orang: 1, kasus: dua, jawaban: { kode: 'T01' } },
          ],
        },
      ]);
      expect(belumDijawab).toEqual([satu, dua]);
    },
  );

  it('offers nothing where the answer would change nothing', () => {
    const lama = kasusDikirim(1, { status: 'LOLOS' });
    const [putusan] = jalankan([temuan(2, [lama], {}, { kelas: 'SARAN' })], [lama]).baris;
    expect(putusan).toMatchObject({ kelas: 'SARAN', kalimat: [expect.stringContaining('belum dikirim')] });
    expect(putusan?.tujuan[0]).not.toHaveProperty('jawaban');
  });

  it('of one person with some different fields stays for a person, with its answer', () => {
    const { baris } = jalankan([temuan(2, [satu], GAGAL, { kelas: 'COCOK_BEDA' })], [satu]);
    expect(baris).toMatchObject([{ kelas: 'COCOK_BEDA', tujuan: [{ jawaban: { kode: 'T01' } }] }]);
  });
});
