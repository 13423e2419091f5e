/** Reads what the work on a batch needs: a glance at every case, then the whole rows of those that matter. Two calls. */

import type { Kasus } from '#domain/kolom/kasus.ts';
import { bacaKodeFaskes } from '#domain/pengaturan/kode-faskes.ts';
import type { BarisBatch } from '#usecase/batch/baris.ts';
import type { BarisIsi } from '#usecase/batch/isi.ts';
import { type BahanBatch, KOLOM_SEKILAS } from '#usecase/batch/tinjau.ts';
import { type Potret, semuaBatch } from '#usecase/potret.ts';
import { rapatkan } from '#usecase/rapat.ts';
import type { IsiTab } from '../google/baca.ts';
import { GalatPengguna } from '../google/galat.ts';
import type { Letak } from '../google/kirim.ts';
import { barisKasus, bukaRegister, keKasus } from '../google/register.ts';

export interface BukaanBatch extends Omit<BahanBatch, 'rute' | 'periode'> {
  readonly potret: Potret;
  readonly letak: Letak;
  /** Snapshot rows of the batch that was asked for. */
  readonly isi: readonly BarisIsi[];
}

/** Which cases are needed whole, once the batches are known; and of which batch the snapshot. */
export type Perlu = (
  semua: readonly BarisBatch[],
  potret: Potret,
) => {
  kasus: (kasus: Kasus) => boolean;
  isiBatch?: string;
};

const sebagai = <T>(tab: IsiTab | undefined): T[] => (tab?.baris ?? []).map(({ isi }) => isi as unknown as T);

/** @throws GalatPengguna when people keep moving rows between the two reads */
export function bukaBatch(perlu: Perlu): BukaanBatch {
  for (let kali = 0; kali < 3; kali += 1) {
    const awal = bukaRegister([
      { tab: 'Kasus', kolom: KOLOM_SEKILAS },
      { tab: 'Batch', ambil: 'semua' },
      { tab: 'Isi Batch', kolom: ['batch'] },
    ]);
    const mau = perlu(semuaBatch(awal.potret), awal.potret);
    const semuaKasus = (awal.isi[0]?.baris ?? [])
      .map(({ nomor, isi }) => ({ nomor, kasus: keKasus(isi) }))
      .filter(({ kasus }) => kasus.tiket !== '');
    const terpilih = semuaKasus.filter(({ kasus }) => mau.kasus(kasus));
    const nomorIsi = (awal.isi[2]?.baris ?? []).filter(({ isi }) => isi['batch'] === mau.isiBatch && mau.isiBatch);
    const rinci = bukaRegister([
      { tab: 'Kasus', baris: rapatkan(terpilih.map(({ nomor }) => nomor)) },
      { tab: 'Batch', ambil: 'semua' },
      { tab: 'Isi Batch', baris: rapatkan(nomorIsi.map(({ nomor }) => nomor)) },
      { tab: 'Faskes', ambil: 'semua' },
    ]);
    const terbaca = new Map(barisKasus(rinci.isi[0]).map(({ kasus }) => [kasus.tiket, kasus]));
    const isi = sebagai<BarisIsi>(rinci.isi[2]).filter(({ batch }) => batch === mau.isiBatch);
    const kasus = terpilih.flatMap(({ kasus: { tiket } }) => terbaca.get(tiket) ?? []);
    if (kasus.length < terpilih.length || isi.length < nomorIsi.length) continue;
    const faskes = sebagai<Record<string, string>>(rinci.isi[3]);
    return {
      potret: rinci.potret,
      letak: rinci.letak,
      semua: semuaBatch(rinci.potret),
      sekilas: semuaKasus.map(({ kasus: satu }) => satu),
      rinci: kasus,
      isi,
      kodeFktp: bacaKodeFaskes(faskes),
    };
  }
  throw new GalatPengguna('Baris terus berpindah saat dibaca. Tunggu orang lain selesai mengurutkan, lalu coba lagi.');
}
