/** The groups that reports count by: period, route, kecamatan, kelurahan; with the names that people read. */
import { type Hitungan, hitungMenurut } from '#domain/laporan/hitungan.ts';
import type { KasusLaporan } from '#domain/laporan/kasus-laporan.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { namaPeriode, parsePeriode } from '#domain/periode/periode.ts';
import { isRute, SIFAT_RUTE } from '#domain/usulan/rute.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import { cariKalurahan, kapanewon } from '#domain/wilayah/wilayah.ts';

export type Menurut = 'periode' | 'rute' | 'kecamatan' | 'kelurahan';

export interface Kelompok {
  /** The period, route or region code; empty where the case has none. */
  readonly kunci: string;
  readonly nama: string;
  /** The kecamatan of a kelurahan; otherwise empty. */
  readonly induk: string;
  readonly hitungan: Hitungan;
}

const KUNCI: Record<Menurut, (satu: KasusLaporan) => string> = {
  periode: ({ periode }) => periode,
  rute: ({ rute }) => rute,
  kecamatan: ({ kode_wilayah }) => kode_wilayah.slice(0, 6),
  kelurahan: ({ kode_wilayah }) => kode_wilayah,
};

type Daerah = Pick<Pengaturan, 'wilayah' | 'kodeWilayah'>;

const NAMA: Record<Menurut, (kunci: string, daerah: Daerah) => { nama: string; induk?: string }> = {
  periode: (kunci) => {
    const periode = parsePeriode(kunci);
    return { nama: periode ? namaPeriode(periode) : kunci };
  },
  rute: (kunci) => ({ nama: isRute(kunci) ? SIFAT_RUTE[kunci].label : kunci }),
  kecamatan: (kunci, { wilayah, kodeWilayah }) => ({
    nama: kapanewon(kodeWilayah, wilayah).find(({ kode }) => kode === kunci)?.nama ?? kunci,
  }),
  kelurahan: (kunci, { wilayah }) => {
    const desa = cariKalurahan(kunci, wilayah);
    return desa ? { nama: desa.nama, induk: desa.kapanewon.nama } : { nama: kunci };
  },
};

const TANPA: Record<Menurut, string> = {
  periode: 'Tanpa periode',
  rute: 'Tanpa jalur',
  kecamatan: 'Luar wilayah',
  kelurahan: 'Luar wilayah',
};

/** The counts of every group that has a case, in the order of their keys. */
export function kelompokkan(
  kasus: readonly KasusLaporan[],
  menurut: Menurut,
  daerah: Daerah,
  hariIni: Tanggal,
): Kelompok[] {
  return [...hitungMenurut(kasus, KUNCI[menurut], hariIni)].map(([kunci, hitungan]) => {
    const { nama, induk = '' } = kunci === '' ? { nama: TANPA[menurut] } : NAMA[menurut](kunci, daerah);
    return { kunci, nama, induk, hitungan };
  });
}
