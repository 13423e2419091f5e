/** What every change of a case's data brings with it: tidied cells, findings, flags, checks that no longer hold. */
import type { Kasus, KolomKasus } from '#domain/kolom/kasus.ts';
import { CEK, semuaDicek } from '#domain/pemeriksaan/cek.ts';
import { bacaMasalah, type Temuan, tulisMasalah } from '#domain/usulan/masalah.ts';
import { periksaData } from '#domain/usulan/periksa-data.ts';
import { aturTanda } from '#domain/usulan/tanda.ts';
import type { Potret } from './potret.ts';

/** If one of these changes, the checks were made of somebody else. */
export const IDENTITAS: readonly KolomKasus[] = ['nik', 'no_kk', 'nama', 'tgl_lahir'];

/** Empties the four checks, and what was explained of them. */
export const KOSONGKAN_CEK: Partial<Kasus> = {
  ...Object.fromEntries(
    CEK.flatMap(({ id }) => [`cek_${id}`, `cek_${id}_oleh`, `cek_${id}_pada`]).map((kolom) => [kolom, '']),
  ),
  cek_kependudukan_catatan: '',
};

/** What a new attempt starts without. */
export const KOSONGKAN_HASIL: Partial<Kasus> = {
  diusulkan_pada: '',
  diserahkan_pada: '',
  batch: '',
  kode_hasil: '',
  keterangan_bpjs: '',
  tmt_aktif: '',
  cek_ulang: '',
  dijawab_pada: '',
  ditangguhkan_pada: '',
};

/** All checks are made, and on the counter's route the file was screened before (BTL-N-02). */
export const siapDiverifikasi = (kasus: Kasus): boolean =>
  semuaDicek(kasus) && (kasus.rute !== 'BTL-N' || kasus.saring_selesai !== '');

/** Findings that do not come from the row alone; they stay until somebody settles them. */
const LUAR = ['W_GANDA', 'W_KAPANEWON'];

/** The findings of that kind that still hold after `berubah`. */
export function temuanLuar(awal: Kasus, berubah: Partial<Kasus>): Temuan[] {
  return bacaMasalah(awal.masalah).filter(({ kode, kolom }) => {
    if (!LUAR.includes(kode)) return false;
    const isi = berubah[kolom as KolomKasus];
    return isi === undefined || isi === awal[kolom as KolomKasus];
  });
}

/** Tidied cells, findings and flags for a case with new data. `luar` are findings to keep. */
export function siapkan(kasus: Kasus, potret: Potret, luar: readonly Temuan[]): Partial<Kasus> {
  const { rapi, temuan } = periksaData(kasus, potret);
  const ganda = luar.some(({ kode }) => kode === 'W_GANDA');
  const jadi = { ...kasus, ...rapi };
  let tanda = aturTanda(kasus.tanda, 'potensi_ganda', ganda);
  tanda = aturTanda(tanda, 'bayi', jadi.nik === '' && jadi.nik_ibu !== '');
  tanda = aturTanda(tanda, 'luar_wilayah', jadi.kalurahan !== '' && jadi.kode_wilayah === '');
  return { ...rapi, masalah: tulisMasalah([...temuan, ...luar]), tanda };
}
