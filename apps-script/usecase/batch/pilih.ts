/** Which proposals a batch takes: those that are decided, as many as the quota allows, in the order of priority (S-22, S-23). */
import type { Kasus } from '#domain/kolom/kasus.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import type { Periode } from '#domain/periode/periode.ts';
import type { Rute } from '#domain/usulan/rute.ts';
import type { Status } from '#domain/usulan/status.ts';
import { bacaTanda } from '#domain/usulan/tanda.ts';
import { type BarisBatch, bacaNamaBatch } from './baris.ts';

/** Not decided yet: these keep a batch from being closed (BGR-15). */
export const BELUM_DIPUTUS: readonly string[] = ['DIAJUKAN', 'DIVERIFIKASI'] satisfies Status[];

/** A proposal that is in no batch yet and can still go into one. */
const DAPAT_IKUT: readonly string[] = [...BELUM_DIPUTUS, 'DIKEMBALIKAN', 'LOLOS'];

/** Decided against; told only for the month in question. */
const GUGUR: readonly string[] = ['TIDAK_LOLOS', 'DIBATALKAN'] satisfies Status[];

type Sekilas = Pick<Kasus, 'rute' | 'periode' | 'status'>;

/** Earlier months belong to it too: what was left behind there waits for the next batch. */
export const milikPeriode = (kasus: Sekilas, rute: Rute, periode: Periode): boolean =>
  kasus.rute === rute &&
  ((DAPAT_IKUT.includes(kasus.status) && kasus.periode <= periode) ||
    (GUGUR.includes(kasus.status) && kasus.periode === periode));

export const siapIkut = (kasus: Sekilas, rute: Rute, periode: Periode): boolean =>
  kasus.status === 'LOLOS' && milikPeriode(kasus, rute, periode);

/** Smaller comes first. */
const PERINGKAT: Record<string, (kasus: Kasus) => string> = {
  bayi: ({ tanda, alasan }) => (bacaTanda(tanda).has('bayi') || /bayi|persalinan|hamil/i.test(alasan) ? '0' : '1'),
  kronis: ({ alasan }) => (/kronis|katastropik/i.test(alasan) ? '0' : '1'),
  desil: ({ cek_dtks }) => (cek_dtks === 'Terdaftar desil 1-5' ? '0' : '1'),
  tanggal: ({ dibuat }) => dibuat,
};

function urutPrioritas(prioritas: readonly string[]): (a: Kasus, b: Kasus) => number {
  const kunci = (kasus: Kasus) => [
    bacaTanda(kasus.tanda).has('darurat') ? '0' : '1',
    ...prioritas.map((nama) => PERINGKAT[nama]?.(kasus) ?? ''),
    kasus.tiket,
  ];
  return (a, b) => {
    const [kiri, kanan] = [kunci(a), kunci(b)];
    const beda = kiri.findIndex((teks, i) => teks !== kanan[i]);
    return beda < 0 ? 0 : String(kiri[beda]) < String(kanan[beda]) ? -1 : 1;
  };
}

export interface Pilihan {
  /** In the order of their tickets. */
  readonly ikut: readonly Kasus[];
  /** Beyond the quota. */
  readonly tunggu: readonly Kasus[];
}

/** @param sisa places left; undefined without a quota */
export function pilih(siap: readonly Kasus[], sisa: number | undefined, prioritas: readonly string[]): Pilihan {
  const urutTiket = (a: Kasus, b: Kasus) => (a.tiket < b.tiket ? -1 : 1);
  const urut = [...siap].sort(urutPrioritas(prioritas));
  const muat = sisa === undefined ? urut.length : Math.max(0, sisa);
  return { ikut: urut.slice(0, muat).sort(urutTiket), tunggu: urut.slice(muat).sort(urutTiket) };
}

/** Places that the quota of a period has left for a batch: other batches of that month, of any route, have taken theirs. */
export function sisaKuota(
  { kuotaPeriode }: Pick<Pengaturan, 'kuotaPeriode'>,
  periode: Periode,
  semua: readonly BarisBatch[],
  kecuali: string,
): number | undefined {
  if (kuotaPeriode === undefined) return undefined;
  const terpakai = semua.filter(
    ({ batch, keadaan }) =>
      batch !== kecuali &&
      !['DITARIK', 'DIAJUKAN_TUTUP'].includes(keadaan) &&
      bacaNamaBatch(batch)?.id.startsWith(periode),
  );
  return Math.max(0, kuotaPeriode - terpakai.reduce((jumlah, { baris }) => jumlah + Number(baris), 0));
}
