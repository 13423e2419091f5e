/** Everything that is written about the outcomes of one run, in one pass over them. */
import { writeEkspor } from '../ekspor/berkas-ekspor.ts';
import { isPerluDilihat } from '../reconcile/hasil/kelas-teks.ts';
import type { BukaPenulis, Penulis } from '../reconcile/hasil/penulis.ts';
import { Ringkasan } from '../reconcile/hasil/ringkasan.ts';
import type { KepalaRencana } from '../reconcile/rencana.ts';
import type { Keluaran } from './cocokkan.ts';
import { type HasilTakDikenal, KataAsing, type KeteranganTakDikenal } from './keterangan.ts';
import { type PenulisRencana, penulisRencana } from './penulis-rencana.ts';
import { type BahanRekap, Rekap } from './rekap.ts';
import { entri } from './susun-hasil.ts';
import { BarisPerlu } from './teks.ts';

export interface Diminta {
  readonly penulis: readonly BukaPenulis[];
  readonly rencana?: { readonly path: string; readonly kepala: KepalaRencana };
  readonly rekap?: { readonly folder: string; readonly bahan: BahanRekap };
}

export class Laporan {
  readonly ringkasan = new Ringkasan();
  readonly perlu = new BarisPerlu();
  readonly keluaran: Keluaran;
  keterangan: readonly KeteranganTakDikenal[] = [];
  hasilAsing: readonly HasilTakDikenal[] = [];
  /** Paths of the recaps. */
  rekap: readonly string[] = [];
  /** Answers that are recorded without a person, and rows that wait for one. */
  otomatis = 0;
  tunda = 0;

  constructor(keluaran: Keluaran) {
    this.keluaran = keluaran;
  }

  get perluOrang(): boolean {
    return this.tunda > 0 || this.keluaran.belumDijawab.length > 0;
  }

  /** Either everything is written, or nothing of it stays. */
  async tulis({ penulis, rencana, rekap }: Diminta): Promise<void> {
    const terbuka: (Penulis | PenulisRencana)[] = [];
    const keRencana = rencana && penulisRencana(rencana.path, rencana.kepala);
    if (keRencana) terbuka.push(keRencana);
    const kumpulan = rekap && new Rekap(rekap.bahan);
    try {
      const laporan: Penulis[] = [];
      for (const satu of penulis) {
        const dibuka = await satu();
        terbuka.push(dibuka);
        laporan.push(dibuka);
      }
      await this.#alirkan(laporan, keRencana, kumpulan);
      if (rencana) rencana.kepala.jumlah = { ...this.ringkasan.kelas };
      while (terbuka[0]) {
        await terbuka[0].selesai();
        terbuka.shift();
      }
    } catch (error) {
      for (const satu of terbuka) await satu.batal();
      throw error;
    }
    if (rekap && kumpulan) this.rekap = await writeEkspor(rekap.folder, await kumpulan.berkas(), '--rekap');
  }

  async #alirkan(
    laporan: readonly Penulis[],
    keRencana: PenulisRencana | undefined,
    rekap: Rekap | undefined,
  ): Promise<void> {
    const asing = new KataAsing(this.keluaran.kasus);
    for await (const satu of this.keluaran.semua()) {
      const { putusan } = satu;
      const milik = putusan && entri(satu.hasil, putusan);
      const hasil = milik === undefined ? satu.hasil : { ...satu.hasil, entri: milik };
      this.ringkasan.tulis(hasil);
      if (putusan) asing.tambah(putusan, hasil);
      rekap?.tambah({ hasil, putusan });
      for (const penulis of laporan) await penulis.tulis(hasil);
      if (isPerluDilihat(hasil)) this.perlu.tambah(hasil);
      if (!milik) continue;
      if (milik.putusan === 'OTOMATIS') this.otomatis += 1;
      else this.tunda += 1;
      await keRencana?.tulis(milik);
    }
    this.keterangan = asing.keterangan;
    this.hasilAsing = asing.hasil;
  }
}
