/** What a kelurahan reads in its own spreadsheet: its own cases, what to mend and where, what became of them. */
import { KELURAHAN_USULAN } from '#domain/kolom/berbagi.ts';
import type { Kasus, KolomKasus } from '#domain/kolom/kasus.ts';
import { halanganAksi } from '#domain/usulan/aksi.ts';
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
    .map((satu) => ({ satu, perlu: perlu(satu) }))
    .sort((a, b) => Number(b.perlu) - Number(a.perlu) || terbaru(a.satu, b.satu))
    .map(({ satu, perlu: bertindak }) => ({
      ...salinKasus(satu, SALIN),
      perbaiki: bertindak ? sebab(satu, alasan) : '',
      tautan: bertindak ? satu.tautan_ubah : '',
    }));
}

/** Register times are all written in WIB, so their texts compare as times do. */
function terbaru(a: Kasus, b: Kasus): number {
  if (a.dibuat !== b.dibuat) return a.dibuat < b.dibuat ? 1 : -1;
  return a.tiket < b.tiket ? 1 : -1;
}

const galat = ({ masalah }: Kasus): string[] =>
  bacaMasalah(masalah)
    .filter(({ tingkat }) => tingkat === 'galat')
    .map(({ pesan }) => pesan);

/** Whether the kelurahan can mend it now and has something to mend. */
const perlu = (kasus: Kasus): boolean =>
  (PERLU_DIPERBAIKI.includes(kasus.status) || galat(kasus).length > 0) &&
  halanganAksi('REVISI', kasus, 'kelurahan').length === 0;

/** A row of an imported file has no response to change: its ticket is named in the form instead. */
const caraKirim = ({ tautan_ubah }: Kasus): string =>
  tautan_ubah === '' ? 'kirim ulang lewat formulir dengan nomor tiket ini' : 'kirim ulang lewat tautan';

function sebab(kasus: Kasus, alasan: ReadonlyMap<string, string>): string {
  const kode = kasus.kode_kembali === '' ? '' : (alasan.get(kasus.kode_kembali) ?? kasus.kode_kembali);
  const awal: Partial<Record<string, string>> = {
    DIKEMBALIKAN: kode,
    DIBATALKAN: `NIK tidak ditemukan: perbarui data di Disdukcapil, lalu ${caraKirim(kasus)}.`,
    TIDAK_LOLOS: `${kode === '' ? 'Tidak lolos; sebabnya ada di surel tiket ini' : `Tidak lolos: ${kode}`}. Bila datanya keliru atau keadaannya berubah, perbaiki lalu ${caraKirim(kasus)}.`,
    TIDAK_BERHASIL: `Perbaiki sesuai keterangan_bpjs, lalu ${caraKirim(kasus)}.`,
  };
  return [awal[kasus.status] ?? '', ...galat(kasus)].filter((satu) => satu !== '').join(' ');
}
