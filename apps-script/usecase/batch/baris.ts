/** A row of the tab `Batch`: where a batch stands, and which batch the proposals of a period go into next. */
import type { BATCH } from '#domain/kolom/tab-bulanan.ts';
import { batchBerikut, type IdBatch, parseIdBatch, urutBatch } from '#domain/periode/batch.ts';
import { type Periode, periodeBerikut } from '#domain/periode/periode.ts';
import type { TotalKontrol } from '#domain/periode/total-kontrol.ts';
import { isRute, type Rute, sifatRute } from '#domain/usulan/rute.ts';
import type { Perancang } from '../perancang.ts';

export type BarisBatch = Readonly<Record<(typeof BATCH.kolom)[number]['id'], string>>;

/** In the order in which a batch passes through them; DITARIK: the closing was asked for and taken back. */
export const LABEL_KEADAAN = {
  DITARIK: 'Belum diajukan',
  DIAJUKAN_TUTUP: 'Menunggu persetujuan petugas kedua',
  MENUTUP: 'Sedang ditutup',
  DITUTUP: 'Ditutup',
  MENGIRIM: 'Sedang ditandai dikirim ke BPJS',
  DIKIRIM: 'Dikirim ke BPJS',
  TUNTAS: 'Tuntas, semua sudah dijawab',
} as const;

export type KeadaanBatch = keyof typeof LABEL_KEADAAN;

/** Rows of these batches can still change. */
const TERBUKA: readonly string[] = ['DITARIK', 'DIAJUKAN_TUTUP', 'MENUTUP'] satisfies KeadaanBatch[];

export const sudahTutup = ({ keadaan }: Pick<BarisBatch, 'keadaan'>): boolean =>
  keadaan in LABEL_KEADAAN && !TERBUKA.includes(keadaan);

/** Whether Dinkes sees a batch: closed, and of a route that goes through it (BGR-15). */
export const keDinkes = (batch: BarisBatch): boolean => sifatRute(batch.rute).lewatDinkes && sudahTutup(batch);

export const labelKeadaan = (keadaan: string): string => LABEL_KEADAAN[keadaan as KeadaanBatch] ?? keadaan;

/** The state behind what a cell shows, be it the code itself or, as in the spreadsheet of Dinkes, its label. */
export const keadaanTampil = (teks: string): string =>
  Object.entries(LABEL_KEADAAN).find(([, label]) => label === teks)?.[0] ?? teks;

export interface NamaBatch {
  readonly rute: Rute;
  readonly id: IdBatch;
}

/** `BGR-U 2026-11-A1` as route and identifier. */
export function bacaNamaBatch(nama: string): NamaBatch | undefined {
  const [rute = '', teks = ''] = nama.trim().split(' ');
  const id = parseIdBatch(teks);
  return isRute(rute) && id ? { rute, id } : undefined;
}

/**
 * The batch that a period's proposals of a route go into now: the one whose closing has not ended, or a new one after
 * those that are closed. `baris` is missing while nobody has asked for its closing yet.
 */
export function batchKini(
  rute: Rute,
  periode: Periode,
  semua: readonly BarisBatch[],
): { nama: string; baris: BarisBatch | undefined } {
  const milik = semua
    .flatMap((baris) => {
      const nama = bacaNamaBatch(baris.batch);
      return nama?.rute === rute && nama.id.startsWith(periode) ? [{ id: nama.id, baris }] : [];
    })
    .sort((a, b) => urutBatch(a.id, b.id));
  const terbuka = milik.find(({ baris }) => !sudahTutup(baris));
  if (terbuka) return { nama: terbuka.baris.batch, baris: terbuka.baris };
  const berikut = batchBerikut(
    periode,
    milik.map(({ id }) => id),
  );
  return { nama: `${rute} ${berikut}`, baris: undefined };
}

/** Whether two officers have signed for a batch of this month: what comes in now would only go into an addendum (S-37). */
export const periodeTertutup = (rute: string, periode: Periode, semua: readonly BarisBatch[]): boolean =>
  semua.some(
    (baris) => baris.rute === rute && baris.periode === periode && (sudahTutup(baris) || baris.keadaan === 'MENUTUP'),
  );

/** The first month after `periode` into whose own batch a proposal can still go. */
export function periodeTerbuka(rute: string, periode: Periode, semua: readonly BarisBatch[]): Periode {
  const berikut = periodeBerikut(periode);
  return periodeTertutup(rute, berikut, semua) ? periodeTerbuka(rute, berikut, semua) : berikut;
}

/** Control totals as the tab keeps them, with what was approved before the last row was taken. */
export interface TotalTercatat extends TotalKontrol {
  readonly disetujui?: TotalKontrol & { readonly pada: string };
}

/** @returns undefined for a cell that somebody has damaged */
export function bacaTotal(sel: string): TotalTercatat | undefined {
  try {
    const isi = JSON.parse(sel) as Partial<TotalTercatat> | null;
    const utuh = typeof isi?.baris === 'number' && typeof isi.jumlahNik === 'number' && typeof isi.hash === 'string';
    return utuh ? (isi as TotalTercatat) : undefined;
  } catch {
    return undefined;
  }
}

/** Batches at work with how far they are, e.g. `1000/5000`. */
export type Berjalan = Readonly<Record<string, string>>;

export function bacaBerjalan(penanda: string): Berjalan {
  try {
    return JSON.parse(penanda || '{}') as Berjalan;
  } catch {
    // Typed over by hand; the panel offers to go on with a batch that stands still.
    return {};
  }
}

/** Writes how far a batch is; without a text it is no longer at work. */
export function tandaiBerjalan(p: Perancang, batch: string, kemajuan?: string): void {
  const { [batch]: _, ...lain } = bacaBerjalan(p.sistem('batch_berjalan'));
  const jadi = kemajuan === undefined ? lain : { ...lain, [batch]: kemajuan };
  p.aturSistem('batch_berjalan', Object.keys(jadi).length === 0 ? '' : JSON.stringify(jadi));
}
