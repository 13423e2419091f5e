/** Whether closed batches are still what was signed: snapshot, line in `Batch` and log must say the same (S-37). */
import { totalKontrol } from '#domain/periode/total-kontrol.ts';
import { type BarisBatch, sudahTutup } from './baris.ts';
import { type BarisIsi, kontrolIsi } from './isi.ts';

/** What the log said when a batch was closed. */
export interface CatatanTutup {
  readonly batch: string;
  readonly baris: string;
  readonly hash: string;
}

/** The last word of the log about each batch. @param riwayat log lines of `BATCH_DITUTUP` */
export function catatanTutup(riwayat: readonly Readonly<Record<string, string>>[]): CatatanTutup[] {
  const urut = [...riwayat].sort((a, b) => Number(a['nomor']) - Number(b['nomor']));
  const perBatch = new Map(
    urut.map(({ rujukan = '', baru = '{}' }) => {
      const { baris = '', hash = '' } = JSON.parse(baru) as Record<string, string>;
      return [rujukan, { batch: rujukan, baris, hash }];
    }),
  );
  // Nothing was left of it when it closed.
  return [...perBatch.values()].filter(({ baris }) => baris !== '0');
}

/**
 * The batches that are looked at today: as many as fit, so that each has its turn however many there are.
 * @param hari any number that grows by one a day
 */
export function giliran(tercatat: readonly CatatanTutup[], hari: number, muat: number): CatatanTutup[] {
  const mulai = tercatat.length === 0 ? 0 : hari % tercatat.length;
  const urut = [...tercatat.slice(mulai), ...tercatat.slice(0, mulai)];
  let jumlah = 0;
  return urut.filter(({ baris }, i) => {
    jumlah += Number(baris);
    return i === 0 || jumlah <= muat;
  });
}

/** A sentence for each batch that was changed by hand. */
export function batchBerubah(
  diperiksa: readonly CatatanTutup[],
  semua: readonly BarisBatch[],
  isi: readonly BarisIsi[],
): string[] {
  const perBatch = new Map<string, BarisIsi[]>();
  for (const satu of isi) {
    const milik = perBatch.get(satu.batch);
    if (milik) milik.push(satu);
    else perBatch.set(satu.batch, [satu]);
  }
  return diperiksa.flatMap((catatan) => {
    const total = totalKontrol((perBatch.get(catatan.batch) ?? []).map(kontrolIsi));
    const baris = semua.find(({ batch }) => batch === catatan.batch);
    const sebab = [
      ...(total.hash === catatan.hash
        ? []
        : [`isinya di tab Isi Batch (${total.baris} baris, tercatat ${catatan.baris})`]),
      ...(baris?.hash === catatan.hash && baris.baris === catatan.baris && sudahTutup(baris)
        ? []
        : ['barisnya di tab Batch']),
    ];
    return sebab.length > 0 ? [`BATCH BERUBAH: ${catatan.batch}, ${sebab.join(' dan ')}.`] : [];
  });
}
