/**
 * What the settings tabs held when their last change was logged. An edit event tells the old value of a single cell only;
 * a paste, a cleared block or a lost event tell nothing. Comparing with this copy finds what changed in all of them.
 */
import { type NamaTabPengaturan, TAB_PENGATURAN } from '#domain/pengaturan/periksa.ts';
import type { BarisTab } from '#domain/pengaturan/periksa-umum.ts';

/** The cells that people fill, by row name and column; empty ones are left out. */
export type SalinanTab = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface PerubahanBaris {
  readonly tab: NamaTabPengaturan;
  /** The row's name: what stands in the key column of its tab. */
  readonly nama: string;
  readonly lama: Record<string, string>;
  readonly baru: Record<string, string>;
}

/** A cell holds 50,000 characters; the longest tab of a large regency needs about as many. */
const SEPOTONG = 40_000;

/** A tab as it is now. */
export function salinTab(tab: NamaTabPengaturan, baris: readonly BarisTab[]): SalinanTab {
  const sifat = TAB_PENGATURAN.find(({ nama }) => nama === tab);
  const salinan: Record<string, Record<string, string>> = {};
  for (const satu of baris) {
    const isi = (sifat?.kolom ?? [])
      .filter(({ id, penulis }) => penulis === 'petugas' && (satu[id] ?? '') !== '')
      .map(({ id }) => [id, satu[id] ?? ''] as const);
    if (isi.length > 0) salinan[namaBebas(salinan, satu[sifat?.kunci ?? ''] ?? '')] = Object.fromEntries(isi);
  }
  return salinan;
}

/** Two rows of one name are a mistake that is answered beside them; here each keeps its own entry. */
function namaBebas(sudah: object, nama: string): string {
  let coba = nama;
  for (let kali = 2; coba in sudah; kali += 1) coba = `${nama} (${kali})`;
  return coba;
}

/** Every row that is new, gone or changed, with the cells in which it differs. */
export function bedaTab(tab: NamaTabPengaturan, dulu: SalinanTab, kini: SalinanTab): PerubahanBaris[] {
  return [...new Set([...Object.keys(dulu), ...Object.keys(kini)])].flatMap((nama) => {
    const [a, b] = [dulu[nama] ?? {}, kini[nama] ?? {}];
    const kolom = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((id) => a[id] !== b[id]);
    if (kolom.length === 0) return [];
    const ambil = (dari: Readonly<Record<string, string>>) =>
      Object.fromEntries(kolom.map((id) => [id, dari[id] ?? '']));
    return [{ tab, nama, lama: ambil(a), baru: ambil(b) }];
  });
}

/** The rows of the tab `Salinan Pengaturan`. */
export interface BagianSalinan {
  readonly bagian: string;
  readonly isi: string;
}

export function tulisSalinan(tab: NamaTabPengaturan, salinan: SalinanTab): BagianSalinan[] {
  const teks = JSON.stringify(salinan);
  const banyak = Math.ceil(teks.length / SEPOTONG);
  return Array.from({ length: banyak }, (_, i) => ({
    bagian: `${tab} ${i + 1}`,
    isi: teks.slice(i * SEPOTONG, (i + 1) * SEPOTONG),
  }));
}

/** @returns undefined for a tab of which there is no readable copy: then nothing is known of what it held before */
export function bacaSalinanTab(tab: NamaTabPengaturan, baris: readonly BarisTab[]): SalinanTab | undefined {
  const isi = new Map(baris.map((satu) => [satu['bagian'] ?? '', satu['isi'] ?? '']));
  let teks = '';
  for (let i = 1; isi.has(`${tab} ${i}`); i += 1) teks += isi.get(`${tab} ${i}`);
  try {
    const salinan: unknown = JSON.parse(teks);
    return typeof salinan === 'object' && salinan !== null ? (salinan as SalinanTab) : undefined;
  } catch {
    return undefined;
  }
}
