/** What a kelurahan reads in its own spreadsheet: its own cases, what to mend and where, what became of them. */
import { KELURAHAN_USULAN } from '#domain/kolom/berbagi.ts';
import type { Kasus, KolomKasus } from '#domain/kolom/kasus.ts';
import { bacaMasalah } from '#domain/usulan/masalah.ts';
import { sifatRute } from '#domain/usulan/rute.ts';
import { tambahHariWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import { type BarisBerbagi, salinKasus } from './proyeksi.ts';

/** Finished cases stay readable for a year. */
const HARI_TAMPIL = 365;

const SALIN = KELURAHAN_USULAN.kolom.map(({ id }) => id).filter((id) => id !== 'perbaiki' && id !== 'tautan');

/** Columns of `Kasus` that are read for it. */
export const KOLOM_BUKU_KELURAHAN: readonly KolomKasus[] = [
  ...(SALIN as readonly KolomKasus[]),
  'kode_wilayah',
  'masalah',
  'kode_kembali',
  'tautan_ubah',
  'diubah',
];

const PERLU_DIPERBAIKI: readonly string[] = ['DIKEMBALIKAN', 'DIBATALKAN', 'TIDAK_LOLOS', 'TIDAK_BERHASIL'];

/**
 * The rows of one kelurahan, those that need something first, then the newest.
 * @param alasan sentences of the tab `Alasan` by code
 */
export function isiBukuKelurahan(
  kode: string,
  kasus: readonly Kasus[],
  alasan: ReadonlyMap<string, string>,
  kini: Waktu,
): BarisBerbagi[] {
  const sejak = tambahHariWaktu(kini, -HARI_TAMPIL);
  return kasus
    .filter(({ kode_wilayah, rute, diubah }) => kode_wilayah === kode && sifatRute(rute).lewatDinkes && diubah >= sejak)
    .sort((a, b) => Number(perlu(b)) - Number(perlu(a)) || (a.tiket < b.tiket ? 1 : -1))
    .map((satu) => ({
      ...salinKasus(satu, SALIN),
      perbaiki: sebab(satu, alasan),
      tautan: perlu(satu) ? satu.tautan_ubah : '',
    }));
}

const perlu = ({ status }: Kasus): boolean => PERLU_DIPERBAIKI.includes(status);

function sebab(kasus: Kasus, alasan: ReadonlyMap<string, string>): string {
  if (!perlu(kasus)) return '';
  const galat = bacaMasalah(kasus.masalah)
    .filter(({ tingkat }) => tingkat === 'galat')
    .map(({ pesan }) => pesan);
  const kode = kasus.kode_kembali === '' ? [] : [alasan.get(kasus.kode_kembali) ?? kasus.kode_kembali];
  return [...kode, ...galat].join(' ');
}
