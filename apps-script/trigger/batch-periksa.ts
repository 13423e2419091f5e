/** Once a day: closed batches must still be what two officers signed (S-37). */
import { isBulanan } from '#domain/usulan/rute.ts';
import { epochDariWaktu } from '#domain/waktu/waktu.ts';
import type { BarisIsi } from '#usecase/batch/isi.ts';
import { batchBerubah, catatanTutup, giliran } from '#usecase/batch/periksa.ts';
import { type Potret, semuaBatch } from '#usecase/potret.ts';
import { rapatkan } from '#usecase/rapat.ts';
import { cariBaris } from '../google/baca.ts';
import { bukaRegister } from '../google/register.ts';

/** Snapshot rows that one day looks at. */
const SEKALI_PERIKSA = 10_000;

const HARI_MS = 86_400_000;

/** @returns what was found, in words; nothing where no batch has been closed */
export function periksaBatch({ pengaturan, kini }: Potret): string {
  if (!pengaturan.rute.some(isBulanan)) return '';
  const ditemukan = cariBaris('Riwayat', 'BATCH_DITUTUP');
  if (ditemukan.length === 0) return '';
  const awal = bukaRegister([
    { tab: 'Riwayat', baris: ditemukan },
    { tab: 'Batch', ambil: 'semua' },
    { tab: 'Isi Batch', kolom: ['batch'] },
  ]);
  const riwayat = (awal.isi[0]?.baris ?? []).map(({ isi }) => isi).filter(({ aksi }) => aksi === 'BATCH_DITUTUP');
  const hari = Math.floor(epochDariWaktu(kini) / HARI_MS);
  const diperiksa = giliran(catatanTutup(riwayat), hari, SEKALI_PERIKSA);
  const nama = new Set(diperiksa.map(({ batch }) => batch));
  const nomor = (awal.isi[2]?.baris ?? []).filter(({ isi }) => nama.has(isi['batch'] ?? '')).map((satu) => satu.nomor);
  const { isi } = bukaRegister([{ tab: 'Isi Batch', baris: rapatkan(nomor) }]);
  const beku = (isi[0]?.baris ?? []).map((satu) => satu.isi as unknown as BarisIsi);
  const beda = batchBerubah(diperiksa, semuaBatch(awal.potret), beku);
  return beda.length > 0 ? beda.join(' ') : `${diperiksa.length} batch tertutup tetap utuh.`;
}
