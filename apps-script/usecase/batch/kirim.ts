/** A closed batch goes on to BPJS: recorded once, then its cases follow part by part (BGR-17). */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { gagal, ok, type Result } from '#domain/result.ts';
import { sifatRute } from '#domain/usulan/rute.ts';
import { waktuIndonesia } from '#domain/waktu/bahasa.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';
import type { Perancang } from '../perancang.ts';
import type { Pelaksana } from '../potret.ts';
import { tindak } from '../tindakan.ts';
import { type BarisBatch, labelKeadaan, tandaiBerjalan } from './baris.ts';
import { suratDikirim } from './surat.ts';
import type { KerjaBatch } from './tutup.ts';

export interface Kiriman {
  readonly oleh: Pelaksana;
  /** SHA-256 of the manifest of the files that were sent; empty where nobody made one. */
  readonly manifes: string;
}

/** @param batch undefined when the register has no such batch. @returns a sentence for whoever sends it */
export function mulaiKirim(p: Perancang, batch: BarisBatch | undefined, kiriman: Kiriman): Result<string, string[]> {
  const { oleh, manifes } = kiriman;
  if (!batch) return gagal(['Batch ini tidak ada di register.']);
  if (oleh.peran !== 'dinkes' && oleh.peran !== 'dinsos')
    return gagal(['Pengiriman batch dicatat oleh Dinas Kesehatan atau Dinas Sosial.']);
  const { batch: nama, keadaan, baris } = batch;
  if (keadaan === 'DITUTUP') {
    p.ubahBaris('Batch', nama, {
      keadaan: 'MENGIRIM',
      dikirim_oleh: oleh.nama,
      dikirim_pada: p.potret.kini,
      manifes,
    });
    tandaiBerjalan(p, nama, `0/${baris}`);
    if (sifatRute(batch.rute).lewatDinkes) p.tandaiTertinggal('dinkes');
    p.catatSaja({ aksi: 'BATCH_KIRIM', pelaku: oleh, rujukan: nama }, { manifes, baris });
    return ok(`Batch ${nama} dicatat dikirim ke BPJS: ${baris} usulan.`);
  }
  if (batch.dikirim_pada !== '') {
    // A collective proposal counts as sent when it is closed; its files may follow.
    if (!sifatRute(batch.rute).lewatDinkes && batch.manifes === '' && manifes !== '') {
      p.ubahBaris('Batch', nama, { manifes });
      p.catatSaja({ aksi: 'BATCH_KIRIM', pelaku: oleh, rujukan: nama }, { manifes, baris });
      return ok(`Manifes batch ${nama} dicatat.`);
    }
    const pada = waktuIndonesia(batch.dikirim_pada as Waktu);
    return gagal([`Batch ${nama} sudah dicatat dikirim pada ${pada}; tidak dicatat lagi.`]);
  }
  return gagal([`Batch ${nama} belum dapat dikirim: ${labelKeadaan(keadaan).toLowerCase()}.`]);
}

/** The cases of a batch that is on its way. Those that were withdrawn meanwhile stay where they are. */
export function kerjaKirim(baris: BarisBatch, rinci: readonly Kasus[]): KerjaBatch {
  const { batch } = baris;
  const pelaku: Pelaksana = { nama: baris.dikirim_oleh, peran: 'dinkes' };
  const sisa = rinci.filter((kasus) => kasus.batch === batch && kasus.status === 'DIKIRIM_DINKES');
  let selesai = Number(baris.baris) - sisa.length;
  return {
    sisa,
    kerjakan: (p, kasus) => {
      for (const satu of kasus) tindak(p, satu, { aksi: 'KIRIM_BPJS', alasan: '', isi: {}, rujukan: batch }, pelaku);
      selesai += kasus.length;
      tandaiBerjalan(p, batch, `${selesai}/${baris.baris}`);
    },
    akhiri: (p) => {
      p.ubahBaris('Batch', batch, { keadaan: 'DIKIRIM' });
      tandaiBerjalan(p, batch);
      p.tandaiTertinggal('dinkes');
      p.catatSaja({ aksi: 'BATCH_DIKIRIM', pelaku, rujukan: batch }, { baris: baris.baris });
      p.surat(suratDikirim(batch, Number(baris.baris), p.potret.pengaturan));
    },
  };
}
