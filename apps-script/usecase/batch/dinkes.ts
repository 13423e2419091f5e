/** The batches as Dinkes sees them in its own spreadsheet (BGR-15, BGR-17, BGR-19). */
import { DINKES_BATCH } from '#domain/kolom/berbagi.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { waktuAngka, waktuIndonesia } from '#domain/waktu/bahasa.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';
import type { RencanaBerbagi } from '../berbagi-jawab.ts';
import type { BarisBerbagi } from '../proyeksi.ts';
import { type BarisBatch, keDinkes, labelKeadaan } from './baris.ts';

const DIJAWAB = ['berhasil', 'tidak_berhasil', 'ditangguhkan', 'menunggu'] as const;

const angka = (sel: string) => (sel === '' ? '' : waktuAngka(sel as Waktu));

/** Whether somebody at Dinkes says that it has been sent. */
export const dinyatakanDikirim = (baris: BarisBerbagi): boolean => (baris['dikirim'] ?? '').trim() === 'sudah';

function isiDinkes(batch: BarisBatch, lama: BarisBerbagi, p: Pengaturan): BarisBerbagi {
  const dikirim = batch.dikirim_pada !== '';
  return {
    batch: batch.batch,
    keadaan: labelKeadaan(batch.keadaan),
    baris: batch.baris,
    hash: batch.hash,
    ditutup_pada: angka(batch.ditutup_pada),
    dikirim: dikirim ? 'sudah' : (lama['dikirim'] ?? ''),
    dikirim_pada: angka(batch.dikirim_pada),
    ...Object.fromEntries(DIJAWAB.map((kolom) => [kolom, dikirim ? batch[kolom] : ''])),
    tanggapan: dikirim
      ? `Diterima: dikirim ${waktuIndonesia(batch.dikirim_pada as Waktu)} oleh ${batch.dikirim_oleh}.`
      : `Pilih "sudah" setelah berkas dikirim ke BPJS, paling lambat tanggal ${p.cutoff.dinkes.hari}.`,
  };
}

/**
 * What changes in the tab. A batch never disappears from it.
 * @param tanggapan what is said of single rows instead of the usual
 */
export function rencanaDinkes(
  semua: readonly BarisBatch[],
  lembar: readonly BarisBerbagi[],
  p: Pengaturan,
  tanggapan: ReadonlyMap<string, string> = new Map(),
): RencanaBerbagi {
  const tampil = semua.filter(keDinkes);
  const ada = new Map(lembar.map((baris) => [baris['batch'] ?? '', baris]));
  const kunci = DINKES_BATCH.kunci;
  const nilai = tampil.map((batch) => isiDinkes(batch, ada.get(batch.batch) ?? {}, p));
  for (const [batch, kata] of tanggapan) {
    const baris = nilai.find((satu) => satu[kunci] === batch);
    if (baris) baris['tanggapan'] = kata;
    else if (ada.has(batch)) nilai.push({ batch, tanggapan: kata });
  }
  const ubah = nilai.flatMap((baru) => {
    const lama = ada.get(baru[kunci] ?? '');
    const beda = lama ? Object.entries(baru).filter(([kolom, isi]) => (lama[kolom] ?? '') !== isi) : [];
    return beda.length > 0 ? [{ tiket: baru[kunci] ?? '', nilai: Object.fromEntries(beda) }] : [];
  });
  return { ubah, tambah: nilai.filter((baru) => !ada.has(baru[kunci] ?? '')) };
}
