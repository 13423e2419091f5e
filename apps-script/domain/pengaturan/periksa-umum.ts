/** What the checks of all settings tabs have in common: how a row is answered, and what is known beside the row. */
import type { Tanggal } from '../waktu/tanggal.ts';

export type BarisTab = Readonly<Record<string, string>>;

/** What a check may look at beside its own tab. */
export interface KonteksPeriksa {
  readonly kodeWilayah: string;
  /** Codes of the tab `Wilayah`, ten digits each. */
  readonly kodeKelurahan: readonly string[];
  readonly hariIni: Tanggal;
}

/** Findings of one row, as sentences. */
export interface TemuanBaris {
  /** The row does not count as it stands. */
  readonly salah: readonly (string | undefined)[];
  /** It counts, and somebody should look at it. */
  readonly ragu?: readonly (string | undefined)[];
}

/** One finding for each row of a tab, in its order. */
export type PeriksaTab = (baris: readonly BarisTab[], konteks: KonteksPeriksa) => TemuanBaris[];

/** The beginning of the answer to a row that does not count. */
export const SALAH = 'SALAH:';

export const SAH = 'Sah.';

const isi = (kalimat: readonly (string | undefined)[] = []) =>
  kalimat.filter((satu): satu is string => satu !== undefined);

/** The answer in the cell beside. */
export function jawab({ salah, ragu }: TemuanBaris): string {
  const [buruk, tanya] = [isi(salah), isi(ragu)];
  if (buruk.length > 0) return [SALAH, ...buruk, ...tanya].join(' ');
  return tanya.length > 0 ? ['PERIKSA:', ...tanya].join(' ') : SAH;
}

export const sel = (baris: BarisTab, kolom: string): string => (baris[kolom] ?? '').trim();

export const wajib = (baris: BarisTab, kolom: string): string | undefined =>
  sel(baris, kolom) === '' ? `Kolom ${kolom} belum diisi.` : undefined;

/** For columns with a closed list; an empty cell is left to `wajib`. */
export function pilihan(baris: BarisTab, kolom: string, boleh: readonly string[]): string | undefined {
  const nilai = sel(baris, kolom).toLowerCase();
  return nilai === '' || boleh.some((satu) => satu.toLowerCase() === nilai)
    ? undefined
    : `Kolom ${kolom} diisi salah satu: ${boleh.join(', ')}.`;
}

export const YA_TIDAK: readonly string[] = ['ya', 'tidak'];

/** Region codes are also written with dots. */
export const tanpaTitik = (kode: string): string => kode.replace(/[\s.]/g, '');

/** Says of a row whether another one has the same name; `nama` gives it, empty for rows that have none. */
export function pencariKembar(baris: readonly BarisTab[], nama: (baris: BarisTab) => string) {
  const banyak = new Map<string, number>();
  for (const satu of baris) banyak.set(nama(satu), (banyak.get(nama(satu)) ?? 0) + 1);
  return (satu: BarisTab, kalimat: string): string | undefined =>
    nama(satu) !== '' && (banyak.get(nama(satu)) ?? 0) > 1 ? kalimat : undefined;
}
