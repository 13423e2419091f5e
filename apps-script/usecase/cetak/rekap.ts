/** The recap by region for leadership and auditors (S-39). */
import { hitung } from '#domain/laporan/hitungan.ts';
import type { KasusLaporan } from '#domain/laporan/kasus-laporan.ts';
import { type Pengaturan, settingSalah } from '#domain/pengaturan/pengaturan.ts';
import { namaPeriode, parsePeriode } from '#domain/periode/periode.ts';
import { isRute, SIFAT_RUTE } from '#domain/usulan/rute.ts';
import { tanggalIndonesia } from '#domain/waktu/bahasa.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import { tulisUkuran } from '../laporan/angka.ts';
import { kelompokkan } from '../laporan/kelompok.ts';
import { type IdUkuran, UKURAN } from '../laporan/ukuran.ts';
import { kecil, kop, sebutSop, tempat } from './bagian.ts';
import type { Dokumen } from './jenis.ts';

export interface PilihanRekap {
  readonly tahun: string;
  /** One period, or empty for the whole year. */
  readonly periode: string;
  /** Empty: all routes. */
  readonly rute: string;
}

/** What fits the width of a sheet of paper. */
const TAMPIL: readonly IdUkuran[] = [
  'masuk',
  'kembali',
  'lolos',
  'berhasil',
  'tidakBerhasil',
  'tidakLolos',
  'gugur',
  'berjalan',
  'keberhasilan',
  'hariJawab',
  'taruhan',
];

/** @param kasus all cases; the choice is made here */
export function rekap(
  kasus: readonly KasusLaporan[],
  { tahun, periode, rute }: PilihanRekap,
  p: Pengaturan,
  hariIni: Tanggal,
): Dokumen {
  const masa = periode === '' ? tahun : periode;
  const pilih = kasus.filter((satu) => satu.periode.startsWith(masa) && (rute === '' || satu.rute === rute));
  const salah = settingSalah(p, ['premi_bulan']);
  const premi = salah === undefined ? p.premiBulan : undefined;
  const ukuran = TAMPIL.flatMap((satu) => UKURAN.filter(({ id }) => id === satu));
  const sel = (h: ReturnType<typeof hitung>) => ukuran.map(({ nilai, bentuk }) => tulisUkuran(nilai(h, premi), bentuk));
  const daerah = kelompokkan(pilih, 'kelurahan', p, hariIni);
  const masaBaca = parsePeriode(periode);
  return {
    judul: `Rekap ${masa}`,
    mendatar: true,
    blok: [
      kop(p),
      {
        blok: 'judul',
        teks: `Rekapitulasi per ${p.labelKelurahan}`,
        anak: `${masaBaca ? `Periode ${namaPeriode(masaBaca)}` : `Tahun ${tahun}`}, ${
          isRute(rute) ? SIFAT_RUTE[rute].label : 'semua jalur'
        }`,
      },
      {
        blok: 'tabel',
        judul: '',
        kepala: [p.labelKecamatan, p.labelKelurahan, ...ukuran.map(({ kepala }) => kepala)],
        baris: daerah.map(({ nama, induk, hitungan }) => [induk, nama, ...sel(hitungan)]),
        kaki: ['Jumlah', '', ...sel(hitung(pilih, hariIni))],
        kanan: ukuran.map((_, urut) => urut + 2),
      },
      kecil(ukuran.map(({ kepala, arti }) => `${kepala}: ${arti}`).join(' ')),
      {
        blok: 'tandatangan',
        tempat: `${tempat(p)}, ${tanggalIndonesia(hariIni)}`,
        orang: [{ sebagai: `Kepala ${p.namaKantor}`, nama: '' }],
      },
      kecil(`Keadaan register pada ${tanggalIndonesia(hariIni)}. ${sebutSop(p)}.`),
    ],
    perhatian: salah === undefined ? [] : [`Nilai rupiah tidak dihitung. ${salah}`],
  };
}
