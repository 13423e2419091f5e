/** Takes the approved rows into a batch, part by part; each part is one commit, and a part that is in stays in. */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { namaPeriode, type Periode } from '#domain/periode/periode.ts';
import { bedaKontrol, type TotalKontrol, totalKontrol } from '#domain/periode/total-kontrol.ts';
import { sifatRute } from '#domain/usulan/rute.ts';
import type { Perancang } from '../perancang.ts';
import { type Pelaksana, SISTEM_SENDIRI, semuaBatch } from '../potret.ts';
import { tindak } from '../tindakan.ts';
import { type BarisBatch, bacaNamaBatch, bacaTotal, periodeTerbuka, tandaiBerjalan } from './baris.ts';
import { type BarisIsi, barisIsi, kontrolIsi } from './isi.ts';
import { pilih, siapIkut } from './pilih.ts';
import { suratDikirim, suratDitutup } from './surat.ts';

/** Work on many cases that can be interrupted between any two parts. */
export interface KerjaBatch {
  readonly sisa: readonly Kasus[];
  readonly kerjakan: (p: Perancang, kasus: readonly Kasus[]) => void;
  /** In the same commit as the last part. */
  readonly akhiri: (p: Perancang) => void;
}

export interface BahanTutup {
  /** The batch as it was read, or as the approval in the same commit leaves it. */
  readonly baris: BarisBatch;
  readonly rinci: readonly Kasus[];
  /** Rows of the batch that earlier parts have frozen. */
  readonly isi: readonly BarisIsi[];
  readonly kodeFktp: ReadonlyMap<string, string>;
  readonly prioritas: readonly string[];
  readonly kuota: boolean;
}

/**
 * Closing an approved batch. A case that was changed or decided after the approval has not been seen by both officers: it
 * stays behind for the addendum.
 */
export function kerjaTutup({ baris, rinci, isi, kodeFktp, prioritas, kuota }: BahanTutup): KerjaBatch {
  const { batch } = baris;
  const rute = bacaNamaBatch(batch)?.rute ?? 'BGR-U';
  const periode = baris.periode as Periode;
  const disetujui = bacaTotal(baris.total_kontrol)?.disetujui;
  const pelaku: Pelaksana = { nama: baris.disetujui_oleh, peran: 'dinsos' };
  const siap = rinci.filter((kasus) => siapIkut(kasus, rute, periode));
  const disepakati = siap.filter(({ diubah }) => disetujui === undefined || diubah <= disetujui.pada);
  const muat = kuota && disetujui ? disetujui.baris - isi.length : undefined;
  const { ikut, tunggu } = pilih(disepakati, muat, prioritas);
  const beku = [...isi];
  const tiketTunggu = new Set(tunggu.map(({ tiket }) => tiket));

  const kerjakan: KerjaBatch['kerjakan'] = (p, kasus) => {
    for (const satu of kasus) {
      if (tiketTunggu.has(satu.tiket)) {
        tungguKuota(p, satu, periode);
        continue;
      }
      const perintah = { aksi: 'SERAHKAN', alasan: '', isi: { batch }, rujukan: batch } as const;
      const hasil = tindak(p, satu, perintah, pelaku);
      // Refused: a hand edit that no event told of came to light. It is logged now, and the case waits to be decided.
      if (!hasil.ok) continue;
      const jadi = barisIsi(batch, beku.length + 1, hasil.value.kasus, kodeFktp);
      p.tambahBaris('Isi Batch', jadi);
      beku.push(jadi);
    }
    tandaiBerjalan(p, batch, `${beku.length}/${disetujui?.baris ?? siap.length}`);
  };

  const akhiri = (p: Perancang) => akhiriTutup(p, baris, totalKontrol(beku.map(kontrolIsi)));
  return { sisa: [...ikut, ...tunggu], kerjakan, akhiri };
}

/** The last word on a batch: what is in it, and what differs from what was approved. */
function akhiriTutup(p: Perancang, baris: BarisBatch, total: TotalKontrol): void {
  const { batch } = baris;
  const pelaku: Pelaksana = { nama: baris.disetujui_oleh, peran: 'dinsos' };
  const disetujui = bacaTotal(baris.total_kontrol)?.disetujui;
  const beda = disetujui && bedaKontrol(disetujui, total);
  const alasan = beda
    ? `Ada yang berubah antara persetujuan dan penutupan; yang tertinggal masuk adendum. ${beda}`
    : '';
  const banyak = String(total.baris);
  p.ubahBaris('Batch', batch, {
    ...keadaanAkhir(baris, total.baris === 0, p.potret.kini),
    baris: banyak,
    total_kontrol: JSON.stringify({ ...total, ...(disetujui ? { disetujui } : {}) }),
    hash: total.hash,
    berhasil: '0',
    tidak_berhasil: '0',
    ditangguhkan: '0',
    menunggu: banyak,
    catatan: [baris.catatan, alasan].filter((kata) => kata !== '').join(' '),
  });
  tandaiBerjalan(p, batch);
  const sidik = { baris: banyak, jumlahNik: String(total.jumlahNik), hash: total.hash };
  p.catatSaja({ aksi: 'BATCH_DITUTUP', pelaku, alasan, rujukan: batch }, sidik);
  if (total.baris === 0) return;
  const { lewatDinkes } = sifatRute(baris.rute);
  if (lewatDinkes) p.tandaiTertinggal('dinkes');
  p.surat((lewatDinkes ? suratDitutup : suratDikirim)(batch, total.baris, p.potret.pengaturan));
}

/** Without Dinkes in between, a closed batch is before BPJS at once (BTL-N-05). Nothing left: it was never closed. */
function keadaanAkhir(baris: BarisBatch, kosong: boolean, kini: string): Record<string, string> {
  if (kosong) return { keadaan: 'DITARIK' };
  if (sifatRute(baris.rute).lewatDinkes) return { keadaan: 'DITUTUP', ditutup_pada: kini };
  return { keadaan: 'DIKIRIM', ditutup_pada: kini, dikirim_oleh: baris.disetujui_oleh, dikirim_pada: kini };
}

/** S-22: beyond the quota nothing is refused, it waits. */
function tungguKuota(p: Perancang, kasus: Kasus, periode: Periode): void {
  const alasan = `Kuota ${namaPeriode(periode)} sudah terisi; menunggu periode berikut.`;
  const isi = { periode: periodeTerbuka(kasus.rute, periode, semuaBatch(p.potret)), daftar_tunggu: 'ya' };
  tindak(p, kasus, { aksi: 'GESER_PERIODE', alasan, isi }, SISTEM_SENDIRI);
}
