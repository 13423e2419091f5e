/** What the tab `Dasbor` says: headline numbers and tables, without any layout. */
import { type Hitungan, hitung, keberhasilan } from '#domain/laporan/hitungan.ts';
import type { KasusLaporan } from '#domain/laporan/kasus-laporan.ts';
import { settingSalah } from '#domain/pengaturan/pengaturan.ts';
import { LABEL_STATUS, STATUS } from '#domain/usulan/status.ts';
import { waktuIndonesia } from '#domain/waktu/bahasa.ts';
import { tanggalWaktu } from '#domain/waktu/waktu.ts';
import type { Potret } from '../potret.ts';
import { tulisAngka } from './angka.ts';
import { type Kelompok, kelompokkan } from './kelompok.ts';
import type { Bentuk } from './ukuran.ts';

export interface Kartu {
  readonly label: string;
  readonly nilai: number | undefined;
  readonly bentuk: Bentuk;
  readonly catatan: string;
}

export interface IsiDasbor {
  readonly kantor: string;
  /** What the office calls its levels. */
  readonly label: { readonly kecamatan: string; readonly kelurahan: string };
  /** When it was made and what it covers; with what could not be counted, and why. */
  readonly keterangan: string;
  /** What to do when there is nothing to count yet; undefined otherwise. */
  readonly kosong: string | undefined;
  readonly premi: number | undefined;
  readonly kartu: readonly Kartu[];
  /** The latest twelve periods, oldest first. */
  readonly periode: readonly Kelompok[];
  /** Everything before those. */
  readonly sebelumnya: Hitungan | undefined;
  readonly semua: Hitungan;
  readonly rute: readonly Kelompok[];
  readonly kecamatan: readonly Kelompok[];
  /** Best first: by success rate, then by how many were proposed; without an answer last. */
  readonly kelurahan: readonly Kelompok[];
  /** The best and the worst of the kelurahan that have answers, best first. */
  readonly peringkat: readonly Kelompok[];
  /** Where cases stand now, by label; only what occurs. */
  readonly status: readonly { readonly label: string; readonly banyak: number }[];
}

const PERIODE_TAMPIL = 12;
const PERINGKAT = 5;

/** Counts everything in the register. */
export function susunDasbor(kasus: readonly KasusLaporan[], { kini, pengaturan }: Potret): IsiDasbor {
  const hariIni = tanggalWaktu(kini);
  const menurut = (cara: 'periode' | 'rute' | 'kecamatan' | 'kelurahan') =>
    kelompokkan(kasus, cara, pengaturan, hariIni);
  const periode = menurut('periode');
  const tampil = periode.slice(-PERIODE_TAMPIL);
  const lama = new Set(periode.slice(0, -PERIODE_TAMPIL).map(({ kunci }) => kunci));
  const kelurahan = menurut('kelurahan').sort(terbaik);
  const semua = hitung(kasus, hariIni);
  const salah = settingSalah(pengaturan, ['premi_bulan']);
  const premi = salah === undefined ? pengaturan.premiBulan : undefined;
  return {
    kantor: pengaturan.namaKantor,
    label: { kecamatan: pengaturan.labelKecamatan, kelurahan: pengaturan.labelKelurahan },
    keterangan: [
      `Disegarkan ${waktuIndonesia(kini)}. Disusun ulang setiap hari, atau lewat menu Usulan PBI > Segarkan dasbor.`,
      salah === undefined ? '' : `Nilai rupiah tidak dihitung. ${salah}`,
    ]
      .join(' ')
      .trim(),
    kosong:
      kasus.length === 0
        ? 'Belum ada usulan di register. Angka dan grafik muncul di sini setelah usulan pertama diterima.'
        : undefined,
    premi,
    kartu: kartu(semua, premi),
    periode: tampil,
    sebelumnya:
      lama.size > 0
        ? hitung(
            kasus.filter((satu) => lama.has(satu.periode)),
            hariIni,
          )
        : undefined,
    semua,
    rute: menurut('rute'),
    kecamatan: menurut('kecamatan'),
    kelurahan,
    peringkat: peringkat(kelurahan),
    status: STATUS.map((id) => ({
      label: LABEL_STATUS[id],
      banyak: kasus.filter(({ status }) => status === id).length,
    })).filter(({ banyak }) => banyak > 0),
  };
}

function kartu(h: Hitungan, premi: number | undefined): Kartu[] {
  const persen = keberhasilan(h);
  const hari = h.hariKirim === undefined ? 'belum ada yang dikirim' : `dikirim dalam ${tulisAngka(h.hariKirim)} hari`;
  return [
    { label: 'Usulan masuk', nilai: h.masuk, bentuk: 'banyak', catatan: `${tulisAngka(h.diulang)} diajukan ulang` },
    {
      label: 'Masih berjalan',
      nilai: h.berjalan,
      bentuk: 'banyak',
      catatan: `${tulisAngka(h.ditangguhkan)} ditangguhkan`,
    },
    {
      label: 'Keberhasilan',
      nilai: persen,
      bentuk: 'persen',
      catatan: `${tulisAngka(h.berhasil)} dari ${tulisAngka(h.berhasil + h.tidakBerhasil)} dijawab`,
    },
    { label: 'Median hari dijawab', nilai: h.hariJawab, bentuk: 'hari', catatan: hari },
    {
      label: 'Terbuka > 30 hari',
      nilai: h.umur.lama,
      bentuk: 'banyak',
      catatan: `${tulisAngka(h.umur.sedang)} berumur 8-30 hari`,
    },
    {
      label: 'Terlambat',
      nilai: h.terlambat,
      bentuk: 'banyak',
      catatan: 'lewat batas bulanan atau layanan',
    },
    {
      label: 'Dipertaruhkan per bulan',
      nilai: premi === undefined ? undefined : h.taruhan * premi,
      bentuk: 'rupiah',
      catatan: `${tulisAngka(h.taruhan)} orang`,
    },
  ];
}

const terbaik = (a: Kelompok, b: Kelompok): number =>
  (keberhasilan(b.hitungan) ?? -1) - (keberhasilan(a.hitungan) ?? -1) ||
  b.hitungan.masuk - a.hitungan.masuk ||
  (a.nama < b.nama ? -1 : 1);

function peringkat(kelurahan: readonly Kelompok[]): Kelompok[] {
  const dijawab = kelurahan.filter(({ hitungan }) => keberhasilan(hitungan) !== undefined);
  return dijawab.length <= 2 * PERINGKAT ? dijawab : [...dijawab.slice(0, PERINGKAT), ...dijawab.slice(-PERINGKAT)];
}
