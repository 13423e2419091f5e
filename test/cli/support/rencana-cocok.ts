/** Matching plans on disk, as `terapkan` gets them. */
import { join } from 'node:path';
import { KOLOM_ORANG } from '#domain/cocok/orang.ts';
import type { EntriCocok, RencanaCocok } from '../../../cli/reconcile/rencana.ts';
import { tulisRencanaCocok } from '../../../cli/reconcile/rencana.ts';
import { temporary } from './pbi.ts';

const NOBODY = Object.fromEntries(KOLOM_ORANG.map((kolom) => [kolom, ''])) as EntriCocok['orang'];

/** An accepted check result of a case as it was new. */
export const checked = (tiket: string, nomor: number, ubah: Partial<EntriCocok> = {}): EntriCocok => ({
  urutan: nomor - 2,
  nomor,
  tiket,
  versi: '1',
  referensi: 'dtks',
  kelas: 'COCOK',
  orang: NOBODY,
  calon: [],
  beda: [],
  alasan: '',
  perubahan: { aksi: 'PERIKSA', isi: { cek_dtks: 'Tidak terdaftar' }, alasan: '' },
  putusan: 'OTOMATIS',
  pilihan: null,
  ...ubah,
});

/** @returns the path of the plan */
export async function matchingPlan(entri: readonly EntriCocok[], ubah: Partial<RencanaCocok> = {}): Promise<string> {
  const path = join(temporary(), 'usulan.rencana.json');
  await tulisRencanaCocok(path, {
    versi: 2,
    jenis: 'VERIFIKASI',
    dibuat: '2026-11-23T10:00:00+07:00',
    masukan: [{ nama: 'usulan.csv', sha256: 'a'.repeat(64), baris: entri.length }],
    referensi: [],
    ambang: {},
    jumlah: {},
    entri,
    ...ubah,
  });
  return path;
}
