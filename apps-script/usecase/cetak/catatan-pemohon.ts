/** Notes that a person takes along: what is missing (BTL-N-03), and where a NIK is put in order (BGR-09). */
import type { Kasus } from '#domain/kolom/kasus.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { dokumenKurang, namaDokumen } from '#domain/usulan/dokumen.ts';
import { bacaMasalah } from '#domain/usulan/masalah.ts';
import { isBulanan } from '#domain/usulan/rute.ts';
import { bacaTanda } from '#domain/usulan/tanda.ts';
import { tanggalIndonesia } from '#domain/waktu/bahasa.ts';
import { parseTanggal, type Tanggal, tambahHari } from '#domain/waktu/tanggal.ts';
import { kecil, kop, paragraf, rincian, tanggalSel, tempat } from './bagian.ts';
import type { Blok, Dokumen } from './jenis.ts';

/** @param alasan sentences of the tab `Alasan` by code */
export function catatanPemohon(
  kasus: Kasus,
  alasan: ReadonlyMap<string, string>,
  p: Pengaturan,
  hariIni: Tanggal,
): Dokumen {
  const kurang = dokumenKurang(kasus, p).map(namaDokumen);
  const salah = bacaMasalah(kasus.masalah)
    .filter(({ tingkat, kolom }) => tingkat === 'galat' && kolom !== 'dokumen')
    .map(({ pesan }) => pesan);
  const sebab = kasus.status === 'DIKEMBALIKAN' ? (alasan.get(kasus.kode_kembali) ?? '') : '';
  const ada = kurang.length > 0 || salah.length > 0 || sebab !== '';
  return {
    judul: `Catatan ${kasus.tiket}`,
    mendatar: false,
    blok: [
      kop(p),
      { blok: 'judul', teks: 'Catatan untuk Pemohon', anak: `Nomor tiket ${kasus.tiket}` },
      rincian([
        ['Nama', kasus.nama],
        ['Diterima', tanggalTeks(kasus.dibuat)],
        ['Dikembalikan', tanggalTeks(kasus.dikembalikan_pada)],
        ['Sebab', sebab],
      ]),
      ...(ada
        ? [
            ...kotak('Dokumen yang belum ada', kurang),
            ...kotak('Data yang perlu diperbaiki', salah),
            paragraf(langkahBerikut(kasus, p)),
          ]
        : [paragraf('Tidak ada kekurangan yang tercatat untuk usulan ini.')]),
      ...(p.piket === '' ? [] : [paragraf(`Pertanyaan: ${p.piket}`)]),
      {
        blok: 'tandatangan',
        tempat: `${tempat(p)}, ${tanggalIndonesia(hariIni)}`,
        orang: [{ sebagai: 'Petugas', nama: '' }],
      },
      kecil('Catatan ini tidak memuat NIK. Simpan nomor tiketnya.'),
    ],
    perhatian: [],
  };
}

const kotak = (teks: string, butir: readonly string[]): Blok[] =>
  butir.length > 0
    ? [
        { blok: 'bagian', teks },
        { blok: 'daftar', butir, bentuk: 'kotak' },
      ]
    : [];

function langkahBerikut({ rute, dikembalikan_pada }: Kasus, p: Pengaturan): string {
  const kembali = tanggalSel(dikembalikan_pada);
  const ke =
    rute === 'BTL-N'
      ? `loket ${p.namaKantor}`
      : isBulanan(rute)
        ? p.labelKelurahan.toLowerCase()
        : 'PIC fasilitas kesehatan';
  const batas =
    kembali && isBulanan(rute)
      ? ` Paling lambat ${tanggalIndonesia(tambahHari(kembali, p.kembaliTutup))}; sesudah itu berkas ditutup.`
      : '';
  return `Lengkapi hal-hal di atas, lalu bawa bersama catatan ini ke ${ke}. Nomor tiketnya tetap; tidak perlu mengisi dari awal.${batas}`;
}

const tanggalTeks = (sel: string): string => {
  const tanggal = tanggalSel(sel);
  return tanggal ? tanggalIndonesia(tanggal) : '';
};

/** Whether the population register did not know the NIK. */
export const perluDukcapil = (kasus: Kasus): boolean =>
  kasus.status === 'DIBATALKAN' || kasus.kode_kembali === 'K-DUKCAPIL' || bacaTanda(kasus.tanda).has('perlu_dukcapil');

export function saranDukcapil(kasus: Kasus, p: Pengaturan, hariIni: Tanggal): Dokumen {
  const lahir = parseTanggal(kasus.tgl_lahir);
  return {
    judul: `Saran Disdukcapil ${kasus.tiket}`,
    mendatar: false,
    blok: [
      kop(p),
      { blok: 'judul', teks: 'Saran Pemutakhiran Data Kependudukan', anak: `Nomor tiket ${kasus.tiket}` },
      paragraf(`Kepada Dinas Kependudukan dan Pencatatan Sipil ${p.namaKabupaten}`),
      paragraf(
        'NIK orang berikut tidak ditemukan saat diperiksa di basis data kependudukan. Mohon dibantu pemutakhirannya.',
      ),
      rincian([
        ['Nama', kasus.nama],
        ['NIK', kasus.nik],
        ['Nomor KK', kasus.no_kk],
        [
          'Lahir',
          [kasus.tempat_lahir, lahir ? tanggalIndonesia(lahir) : kasus.tgl_lahir].filter((b) => b !== '').join(', '),
        ],
        ['Alamat', [kasus.alamat, kasus.kalurahan].filter((b) => b !== '').join(', ')],
        ['Diperiksa', tanggalTeks(kasus.cek_kependudukan_pada)],
      ]),
      { blok: 'bagian', teks: 'Yang perlu dilakukan' },
      {
        blok: 'daftar',
        bentuk: 'angka',
        butir: [
          'Bawa KTP elektronik dan Kartu Keluarga asli beserta lembar ini ke Disdukcapil.',
          'Minta NIK dan nomor KK dimutakhirkan sampai daring.',
          `Kabari ${isBulanan(kasus.rute) ? p.labelKelurahan.toLowerCase() : 'PIC fasilitas kesehatan'} dengan nomor tiket di atas. Usulan dibuka kembali tanpa mengisi ulang.`,
        ],
      },
      {
        blok: 'tandatangan',
        tempat: `${tempat(p)}, ${tanggalIndonesia(hariIni)}`,
        orang: [{ sebagai: 'Petugas', nama: '' }],
      },
    ],
    perhatian: ['Lembar ini memuat NIK dan nomor KK. Serahkan hanya kepada orangnya atau keluarganya.'],
  };
}
