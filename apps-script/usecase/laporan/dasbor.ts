/** What the tab `Dasbor` says, without any layout. */
import { type Hitungan, hitung, keberhasilan } from '#domain/laporan/hitungan.ts';
import type { KasusLaporan } from '#domain/laporan/kasus-laporan.ts';
import { settingSalah } from '#domain/pengaturan/pengaturan.ts';
import { LABEL_STATUS, STATUS } from '#domain/usulan/status.ts';
import { tanggalWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import type { Potret } from '../potret.ts';
import { type Kelompok, kelompokkan } from './kelompok.ts';

export interface IsiDasbor {
  readonly kantor: string;
  /** What the office calls its levels. */
  readonly label: { readonly kecamatan: string; readonly kelurahan: string };
  readonly disegarkan: Waktu;
  /** How it is made anew; and what could not be counted, and why. */
  readonly keterangan: readonly string[];
  /** What to do when there is nothing to count yet; undefined otherwise. */
  readonly kosong: string | undefined;
  readonly premi: number | undefined;
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
    disegarkan: kini,
    keterangan: [
      'Disegarkan pada waktu di atas (WIB). Disusun ulang setiap hari, atau lewat menu Usulan PBI > Segarkan dasbor. Arti tiap kolom ada di catatan judulnya.',
      ...(salah === undefined ? [] : [`Nilai rupiah tidak dihitung. ${salah}`]),
    ],
    kosong:
      kasus.length === 0
        ? 'Belum ada usulan di register. Angka dan grafik muncul di sini setelah usulan pertama diterima.'
        : undefined,
    premi,
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

const terbaik = (a: Kelompok, b: Kelompok): number =>
  (keberhasilan(b.hitungan) ?? -1) - (keberhasilan(a.hitungan) ?? -1) ||
  b.hitungan.masuk - a.hitungan.masuk ||
  (a.nama < b.nama ? -1 : 1);

function peringkat(kelurahan: readonly Kelompok[]): Kelompok[] {
  const dijawab = kelurahan.filter(({ hitungan }) => keberhasilan(hitungan) !== undefined);
  return dijawab.length <= 2 * PERINGKAT ? dijawab : [...dijawab.slice(0, PERINGKAT), ...dijawab.slice(-PERINGKAT)];
}
