/** What the settings tabs of a new office begin with. Offices change it in the tabs; a repair adds only what is missing. */

import { ALASAN_BPJS } from '#domain/hasil/alasan-bpjs.ts';
import { DAFTAR_KALIMAT } from '#domain/kalimat/daftar.ts';
import type { NamaTab } from '#domain/kolom/tab.ts';
import { KETENTUAN } from '#domain/pengaturan/ketentuan.ts';
import { type NamaTabPengaturan, periksaPengaturan, TAB_PENGATURAN } from '#domain/pengaturan/periksa.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import { kalurahan } from '#domain/wilayah/wilayah.ts';
import { type IsiProfil, PROFIL } from './profil.ts';

type Baris = Record<string, string>;

/** 2026: SKB Tiga Menteri tentang hari libur nasional dan cuti bersama. Next year's list is entered when it is issued. */
const LIBUR_2026: readonly [string, string, boolean?][] = [
  ['2026-01-01', 'Tahun Baru Masehi'],
  ['2026-01-16', 'Isra Mikraj'],
  ['2026-02-16', 'Tahun Baru Imlek', true],
  ['2026-02-17', 'Tahun Baru Imlek'],
  ['2026-03-18', 'Hari Suci Nyepi', true],
  ['2026-03-19', 'Hari Suci Nyepi'],
  ['2026-03-20', 'Idulfitri', true],
  ['2026-03-21', 'Idulfitri'],
  ['2026-03-22', 'Idulfitri'],
  ['2026-03-23', 'Idulfitri', true],
  ['2026-03-24', 'Idulfitri', true],
  ['2026-04-03', 'Wafat Yesus Kristus'],
  ['2026-04-05', 'Kebangkitan Yesus Kristus'],
  ['2026-05-01', 'Hari Buruh'],
  ['2026-05-14', 'Kenaikan Yesus Kristus'],
  ['2026-05-15', 'Kenaikan Yesus Kristus', true],
  ['2026-05-27', 'Iduladha'],
  ['2026-05-28', 'Iduladha', true],
  ['2026-05-31', 'Waisak'],
  ['2026-06-01', 'Hari Lahir Pancasila'],
  ['2026-06-16', 'Tahun Baru Islam'],
  ['2026-08-17', 'Proklamasi Kemerdekaan'],
  ['2026-08-25', 'Maulid Nabi Muhammad'],
  ['2026-12-24', 'Natal', true],
  ['2026-12-25', 'Natal'],
];

/** Code, where it is chosen, the sentence; for answers of BPJS also the words that name it and what to do next. */
const ALASAN: readonly [string, string, string, string?, string?][] = [
  ['DARURAT', 'usul', 'Gawat darurat'],
  ['KRONIS', 'usul', 'Penyakit kronis'],
  ['KATASTROPIK', 'usul', 'Penyakit katastropik'],
  ['PERSALINAN', 'usul', 'Persalinan'],
  ['BAYI', 'usul', 'Bayi baru lahir'],
  ['LAIN', 'usul', 'Lainnya'],
  ['K-NIK', 'kembali', 'NIK atau nomor KK tidak sesuai KTP-el dan KK'],
  ['K-LENGKAP', 'kembali', 'Data belum lengkap'],
  ['K-SURAT', 'kembali', 'Nomor surat keterangan belum benar'],
  ['K-DUKCAPIL', 'kembali', 'Perlu pemutakhiran data di Disdukcapil'],
  ['T-GANDA', 'tutup', 'Ganda dengan tiket lain'],
  ['T-TARIK', 'tutup', 'Pasien atau keluarga menarik kesediaan'],
  ['T-AKTIF', 'tutup', 'Sudah mempunyai jaminan yang aktif'],
  ['T-MENINGGAL', 'tutup', 'Pasien meninggal'],
  ['G-ALAMAT', 'gagal_kis', 'Peserta tidak ditemukan di alamatnya'],
  ['G-PINDAH', 'gagal_kis', 'Peserta pindah'],
  ['G-DATA', 'gagal_kis', 'Nama atau tanggal di kartu salah'],
  ['G-TUTUP', 'gagal_kis', 'Peserta sudah tidak ada'],
  ...ALASAN_BPJS,
];

/** Whose settings a new office begins with. Any other regency starts from one of them and changes the tabs. */
export type Profil = keyof typeof PROFIL;

export interface PegawaiAwal {
  readonly email: string;
  readonly peran: string;
  readonly nama: string;
  readonly wilayah?: string;
}

/** Rows by tab. `pegawai` are the people that the installation was given. */
export function isiAwal(
  pegawai: readonly PegawaiAwal[],
  hariIni: Tanggal,
  profil: Profil = 'bantul',
): Partial<Record<NamaTab, Baris[]>> {
  const isi = isiTab(pegawai, profil);
  const jawaban = periksaPengaturan(isi, hariIni);
  const terjawab = TAB_PENGATURAN.map(({ nama }) => [
    nama,
    isi[nama].map((baris, i): Baris => ({ ...baris, pemeriksaan: jawaban[nama][i] ?? '' })),
  ]);
  return Object.fromEntries(terjawab) as Partial<Record<NamaTab, Baris[]>>;
}

function isiTab(pegawai: readonly PegawaiAwal[], profil: Profil): Record<NamaTabPengaturan, Baris[]> {
  const { kode, pengaturan, faskes, dasarHukum }: IsiProfil = PROFIL[profil];
  return {
    Pengaturan: KETENTUAN.map(({ kunci, bawaan, keterangan, contoh }) => ({
      kunci,
      nilai: pengaturan[kunci] ?? bawaan,
      keterangan,
      contoh,
    })),
    Libur: LIBUR_2026.map(([tanggal, nama, bersama]) => ({
      tanggal,
      nama,
      jenis: bersama ? 'Cuti bersama' : 'Libur nasional',
    })),
    Peran: pegawai.map(({ email, peran, nama, wilayah = '' }) => ({ email, peran, nama, aktif: 'ya', wilayah })),
    Faskes: faskes.map(([nama, jenis, kodeFaskes = '']) => ({
      nama,
      jenis,
      aktif: 'ya',
      tautan: '',
      kode: kodeFaskes,
    })),
    Alasan: ALASAN.map(([kodeAlasan, untuk, teks, pola = '', tindak_lanjut = '']) => ({
      kode: kodeAlasan,
      untuk,
      teks,
      pola,
      tindak_lanjut,
    })),
    Wilayah: kalurahan(kode).map((desa) => ({ kode: desa.kode, nama: desa.nama, kecamatan: desa.kapanewon.nama })),
    'Dasar Hukum': dasarHukum.map(([peraturan, tentang, berlaku_dari = '', diganti_oleh = '']) => ({
      peraturan,
      tentang,
      berlaku_dari,
      diganti_oleh,
    })),
    Kalimat: DAFTAR_KALIMAT.map(({ kunci, bawaan, guna, isian }) => ({
      kunci,
      teks: '',
      bawaan,
      keterangan: isian.length > 0 ? `${guna} Isian: ${isian.map((nama) => `{${nama}}`).join(' ')}` : guna,
    })),
  };
}
