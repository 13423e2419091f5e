/** What an officer sees before a batch is closed: counts, what is undecided, control totals (BGR-15, BTL-N-05). */
import type { Kasus, KolomKasus } from '#domain/kolom/kasus.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { batasResmi } from '#domain/periode/cutoff.ts';
import { namaPeriode, type Periode, periodeTanggal } from '#domain/periode/periode.ts';
import { type TotalKontrol, totalKontrol } from '#domain/periode/total-kontrol.ts';
import { type Rute, sifatRute } from '#domain/usulan/rute.ts';
import { isStatus, LABEL_STATUS, STATUS } from '#domain/usulan/status.ts';
import { waktuIndonesia } from '#domain/waktu/bahasa.ts';
import { kurangDari, tanggalWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import { cariKalurahan } from '#domain/wilayah/wilayah.ts';
import { type BarisBatch, batchKini, periodeTerbuka } from './baris.ts';
import { kontrolKasus } from './isi.ts';
import { BELUM_DIPUTUS, milikPeriode, type Pilihan, pilih, siapIkut, sisaKuota } from './pilih.ts';

/** What has to be known of every case of the register. */
export const KOLOM_SEKILAS: readonly KolomKasus[] = ['tiket', 'status', 'kode_wilayah', 'rute', 'periode', 'batch'];

/** What the register holds for a route and period. */
export interface BahanBatch {
  readonly rute: Rute;
  readonly periode: Periode;
  /** All rows of the tab `Batch`. */
  readonly semua: readonly BarisBatch[];
  /** At least the columns of `KOLOM_SEKILAS` of every case. */
  readonly sekilas: readonly Kasus[];
  /** Whole rows, at least of those that can go. */
  readonly rinci: readonly Kasus[];
  readonly kodeFktp: ReadonlyMap<string, string>;
}

export interface HitunganBatch {
  readonly nama: string;
  readonly baris: BarisBatch | undefined;
  readonly milik: readonly Kasus[];
  readonly belum: readonly Kasus[];
  readonly pilihan: Pilihan;
  readonly total: TotalKontrol;
}

/** Everything that both signatures depend on. */
export function hitungBatch(bahan: BahanBatch, pengaturan: Pengaturan): HitunganBatch {
  const { rute, periode, semua, kodeFktp } = bahan;
  const { nama, baris } = batchKini(rute, periode, semua);
  const milik = bahan.sekilas.filter((kasus) => milikPeriode(kasus, rute, periode));
  const siap = bahan.rinci.filter((kasus) => siapIkut(kasus, rute, periode));
  const pilihan = pilih(siap, sisaKuota(pengaturan, periode, semua, nama), pengaturan.prioritas);
  return {
    nama,
    baris,
    milik,
    belum: milik.filter(({ status }) => BELUM_DIPUTUS.includes(status)),
    pilihan,
    total: totalKontrol(pilihan.ikut.map((kasus) => kontrolKasus(kasus, kodeFktp))),
  };
}

export interface HitungStatus {
  status: string;
  label: string;
  banyak: number;
}

export interface HitungKelurahan {
  kode: string;
  nama: string;
  lolos: number;
  belum: number;
  lain: number;
}

/** Counts by status, in the order in which a case passes through them. */
export function hitungStatus(milik: readonly Kasus[]): HitungStatus[] {
  return STATUS.map((status) => ({
    status,
    label: LABEL_STATUS[status],
    banyak: milik.filter((kasus) => kasus.status === status).length,
  })).filter(({ banyak }) => banyak > 0);
}

export function hitungKelurahan(milik: readonly Kasus[], { wilayah }: Pengaturan): HitungKelurahan[] {
  const perKode = new Map<string, HitungKelurahan>();
  for (const { kode_wilayah: kode, status } of milik) {
    const nama = cariKalurahan(kode, wilayah)?.nama ?? (kode === '' ? 'Luar wilayah' : kode);
    const satu = perKode.get(kode) ?? { kode, nama, lolos: 0, belum: 0, lain: 0 };
    satu[status === 'LOLOS' ? 'lolos' : BELUM_DIPUTUS.includes(status) ? 'belum' : 'lain'] += 1;
    perKode.set(kode, satu);
  }
  return [...perKode.values()].sort((a, b) => (a.nama < b.nama ? -1 : 1));
}

export const labelStatus = (status: string): string => (isStatus(status) ? LABEL_STATUS[status] : status);

/** A period that has not begun cannot be closed. */
export function belumMulai(periode: Periode, kini: Waktu): string | undefined {
  if (periode <= periodeTanggal(tanggalWaktu(kini))) return undefined;
  return `Periode ${namaPeriode(periode)} belum dimulai; batch-nya ditutup bulan itu.`;
}

/** What is no hindrance but good to know. */
export function peringatanBatch(
  hitungan: HitunganBatch,
  bahan: BahanBatch,
  pengaturan: Pengaturan,
  kini: Waktu,
): string[] {
  const { rute, periode } = bahan;
  const { cutoff } = sifatRute(rute);
  const batas = cutoff ? batasResmi(periode, pengaturan.cutoff[cutoff].hari) : undefined;
  const { tunggu } = hitungan.pilihan;
  return [
    ...(batas && kurangDari(kini, batas)
      ? [
          `Batas pengajuan ${waktuIndonesia(batas)} belum lewat; usulan yang masuk sesudah batch ditutup menjadi adendum.`,
        ]
      : []),
    ...(tunggu.length > 0
      ? [
          `Kuota periode ini ${pengaturan.kuotaPeriode} usulan. ${tunggu.length} usulan menurut urutan prioritas tidak termuat, masuk daftar tunggu, dan pindah ke ${namaPeriode(periodeTerbuka(rute, periode, bahan.semua))}.`,
        ]
      : []),
  ];
}
