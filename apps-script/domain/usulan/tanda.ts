/** Flags: special conditions of a case beside its status, kept in the cell `tanda` separated by spaces. */

export const TANDA = {
  darurat: 'Darurat',
  potensi_ganda: 'Kemungkinan ganda',
  sla_lewat: 'Melewati batas waktu',
  luar_wilayah: 'Luar wilayah',
  bayi: 'Bayi baru lahir',
  perlu_dukcapil: 'Perlu ke Disdukcapil',
  lewat_cutoff: 'Lewat batas bulanan',
  banding: 'Perlu penelaahan atasan',
  daftar_tunggu: 'Menunggu kuota',
} as const;

export type Tanda = keyof typeof TANDA;

const isTanda = (teks: string): teks is Tanda => teks in TANDA;

export const bacaTanda = (sel: string): Set<Tanda> => new Set(sel.split(/\s+/).filter(isTanda));

/** In a fixed order, so that equal sets give equal cells. */
const tulisTanda = (tanda: ReadonlySet<Tanda>): string =>
  (Object.keys(TANDA) as Tanda[]).filter((nama) => tanda.has(nama)).join(' ');

/** The cell with one flag set or cleared. */
export function aturTanda(sel: string, nama: Tanda, menyala: boolean): string {
  const tanda = bacaTanda(sel);
  if (menyala) tanda.add(nama);
  else tanda.delete(nama);
  return tulisTanda(tanda);
}
