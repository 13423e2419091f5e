/** Cases and matched rows of feedback as tests write them: invented people of Kota Bogor (serial 9000 and up). */

import { ALASAN_BPJS } from '#domain/hasil/alasan-bpjs.ts';
import { kasusKosong } from '#domain/kolom/kasus.ts';
import { parseWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import type { BarisTemuan, HasilRekonsiliasi, JawabanDibaca, KasusRekon } from '#usecase/rekonsiliasi/bentuk.ts';
import { type OpsiRekonsiliasi, rekonsiliasi } from '#usecase/rekonsiliasi/rekonsiliasi.ts';
import { tgl } from '../../domain/support/buat.ts';
import { citizen } from '../../support/citizens.ts';

const KINI = parseWaktu('2026-11-30 10:00') as Waktu;
const KELURAHAN = '3271011001';

const OPSI: OpsiRekonsiliasi = {
  kini: KINI,
  cakupan: {},
  satuKk: true,
  alasan: ALASAN_BPJS.map(([kode, untuk, teks, pola]) => ({ kode, untuk, teks, pola })),
};

/** The n-th citizen's proposal, sent to BPJS and not answered. */
export const kasusDikirim = (n: number, ubah: Partial<KasusRekon> = {}): KasusRekon => {
  const { nik, no_kk, nama, tgl_lahir, jk } = citizen(n);
  return kasusKosong({
    ...{ nik, no_kk, nama, tgl_lahir, jk, no_kartu: String(9_000_000 + n).padStart(13, '0'), kode_wilayah: KELURAHAN },
    tiket: `BGR-U-2026-${String(n).padStart(6, '0')}`,
    versi: '7',
    rute: 'BGR-U',
    periode: '2026-11',
    batch: 'BGR-U 2026-11',
    percobaan: '1',
    status: 'DIKIRIM_BPJS',
    diusulkan_pada: '2026-11-20T09:00:00+07:00',
    ...ubah,
  });
};

/** What BPJS answers; success by default. */
const jawaban = (ubah: Partial<JawabanDibaca> = {}): JawabanDibaca => ({
  hasil: 'BERHASIL',
  keterangan: '',
  tmt: tgl('2026-12-01'),
  dijawab: tgl('2026-11-27'),
  rusak: [],
  ...ubah,
});

export const GAGAL = { hasil: 'GAGAL', tmt: '', keterangan: 'NIK tidak ditemukan' } as const;

/** A row in which matching found these cases of one person for certain. */
export const temuan = (
  nomor: number,
  kasus: readonly KasusRekon[],
  isi: Partial<JawabanDibaca> = {},
  ubah: Partial<BarisTemuan> = {},
): BarisTemuan => ({ sebutan: `Baris ${nomor}`, jawaban: jawaban(isi), kelas: 'COCOK', orang: [kasus], ...ubah });

export const jalankan = (
  baris: readonly BarisTemuan[],
  kasus: readonly KasusRekon[],
  ubah: Partial<OpsiRekonsiliasi> = {},
): HasilRekonsiliasi => rekonsiliasi(baris, kasus, { ...OPSI, ...ubah });
