/** Codes of facilities by name: files write a facility in their own capitals and spaces, the tab `Faskes` in the office's. */

/** What makes two names the same facility. */
export const kunciFaskes = (nama: string): string => nama.toUpperCase().replace(/[^A-Z0-9]/g, '');

export type KodeFaskes = ReadonlyMap<string, string>;

/** @param faskes rows of the tab `Faskes` */
export const bacaKodeFaskes = (faskes: readonly Readonly<Record<string, string>>[]): KodeFaskes =>
  new Map(faskes.map(({ nama = '', kode = '' }) => [kunciFaskes(nama), kode]));

/** Empty for a facility without a code, or that is not listed. */
export const kodeFaskesDari = (daftar: KodeFaskes, nama: string): string => daftar.get(kunciFaskes(nama)) ?? '';
