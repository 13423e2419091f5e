/** How BPJS has answered a batch, counted from its cases (BGR-18, BGR-19, S-08). */
import type { Kasus, KolomKasus } from '#domain/kolom/kasus.ts';
import { sifatRute } from '#domain/usulan/rute.ts';
import type { Perancang } from '../perancang.ts';
import type { BarisBatch } from './baris.ts';

export const KOLOM_HITUNG: readonly KolomKasus[] = ['tiket', 'status', 'tmt_aktif', 'kode_hasil', 'batch'];

type Jumlah = Record<'berhasil' | 'tidak_berhasil' | 'ditangguhkan' | 'menunggu', number>;

/** What became of a case that is still in its batch; undefined where BPJS was not asked to the end. */
function hasilKasus({ status, tmt_aktif, kode_hasil }: Kasus): keyof Jumlah | undefined {
  if (status === 'DIKIRIM_DINKES' || status === 'DIKIRIM_BPJS') return 'menunggu';
  if (status === 'DITANGGUHKAN') return 'ditangguhkan';
  if (status === 'TIDAK_BERHASIL') return 'tidak_berhasil';
  if (tmt_aktif !== '') return 'berhasil';
  return kode_hasil === '' || kode_hasil.startsWith('D') ? undefined : 'tidak_berhasil';
}

/** A case that has left its batch for a new attempt was refused in this one. */
function hitungJawaban({ batch, baris }: BarisBatch, semua: readonly Kasus[]): Jumlah {
  const milik = semua.filter((kasus) => kasus.batch === batch);
  const jumlah = {
    berhasil: 0,
    tidak_berhasil: Math.max(0, Number(baris) - milik.length),
    ditangguhkan: 0,
    menunggu: 0,
  };
  for (const kasus of milik) {
    const hasil = hasilKasus(kasus);
    if (hasil) jumlah[hasil] += 1;
  }
  return jumlah;
}

/** Brings the counts of all batches that are named up to date; a batch is complete when nothing waits any more. */
export function hitungUlang(p: Perancang, semua: readonly BarisBatch[], kasus: readonly Kasus[]): void {
  const berubah = p.sistem('batch_berubah').split(',');
  for (const baris of semua.filter(({ batch }) => berubah.includes(batch))) {
    const jumlah = hitungJawaban(baris, kasus);
    const tuntas = jumlah.menunggu === 0 && jumlah.ditangguhkan === 0;
    const keadaan = ['DIKIRIM', 'TUNTAS'].includes(baris.keadaan) ? (tuntas ? 'TUNTAS' : 'DIKIRIM') : baris.keadaan;
    const isi: Record<string, string> = { keadaan };
    for (const [kolom, banyak] of Object.entries(jumlah)) isi[kolom] = String(banyak);
    const beda = Object.entries(isi).filter(([kolom, teks]) => baris[kolom as keyof BarisBatch] !== teks);
    if (beda.length === 0) continue;
    p.ubahBaris('Batch', baris.batch, Object.fromEntries(beda));
    if (sifatRute(baris.rute).lewatDinkes) p.tandaiTertinggal('dinkes');
  }
  p.aturSistem('batch_berubah', '');
}
