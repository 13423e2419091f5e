/** The same counts from the log alone: what `Riwayat` tells is enough to know what became of every case. */
import { POLA_TIKET } from '../usulan/tiket.ts';
import type { Tanggal } from '../waktu/tanggal.ts';
import { type Hitungan, hitungMenurut } from './hitungan.ts';
import { type KasusLaporan, KOLOM_LAPORAN } from './kasus-laporan.ts';

/** A line of the tab `Riwayat` by column. */
export type BarisCatatan = Readonly<Record<string, string>>;

/**
 * The cases as their log lines leave them, lines in any order.
 * @throws SyntaxError that names the line whose values cannot be read
 */
export function lipatRiwayat(baris: readonly BarisCatatan[]): KasusLaporan[] {
  const perTiket = new Map<string, KasusLaporan>();
  const urut = [...baris].sort((a, b) => Number(a['nomor']) - Number(b['nomor']));
  for (const catatan of urut) {
    const tiket = catatan['tiket'] ?? '';
    // Lines about no case, or about a batch, change none.
    if (!POLA_TIKET.test(tiket)) continue;
    perTiket.set(tiket, { ...(perTiket.get(tiket) ?? kosong(tiket)), ...bacaBaru(catatan), tiket });
  }
  return [...perTiket.values()];
}

/** The counts by `kunci`, from log lines alone. */
export const hitungDariRiwayat = (
  baris: readonly BarisCatatan[],
  kunci: (satu: KasusLaporan) => string,
  hariIni: Tanggal,
): ReadonlyMap<string, Hitungan> => hitungMenurut(lipatRiwayat(baris), kunci, hariIni);

function kosong(tiket: string): KasusLaporan {
  const sel = Object.fromEntries(KOLOM_LAPORAN.map((kolom) => [kolom, ''])) as KasusLaporan;
  return { ...sel, tiket };
}

function bacaBaru({ nomor = '', baru = '' }: BarisCatatan): Partial<KasusLaporan> {
  try {
    const isi = JSON.parse(baru || '{}') as Partial<Record<string, string>>;
    return Object.fromEntries(KOLOM_LAPORAN.filter((kolom) => isi[kolom] !== undefined).map((k) => [k, isi[k]]));
  } catch {
    throw new SyntaxError(`Catatan Riwayat nomor ${nomor} tidak dapat dibaca; periksa lewat menu "Periksa riwayat".`);
  }
}
