/** Facilities of imported rows: the register keeps their names, and exports take the codes from its tab `Faskes`. */
import { kunciFaskes } from '#domain/pengaturan/kode-faskes.ts';
import type { Rencana } from '../rencana/rencana.ts';

const TIDAK_DISIMPAN = 'Kode faskes di berkas tidak disimpan di register: ekspor memakai kode di tab Faskes.';

/**
 * What has to be known of the facilities in these rows, as sentences.
 * @param terdaftar rows of the tab `Faskes`; undefined where it cannot be read
 */
export function catatanFaskes(
  { berkas }: Rencana,
  terdaftar: readonly Readonly<Record<string, string>>[] | undefined,
): string[] {
  const nama = berkas.flatMap(({ siap }) => siap.flatMap(({ isi }) => isi['fktp'] ?? []));
  if (nama.length === 0) return [];
  if (!terdaftar) return [`${TIDAK_DISIMPAN} Pastikan nama faskesnya ada di sana.`];
  const berkode = new Set(
    terdaftar.filter(({ kode = '' }) => kode !== '').map((satu) => kunciFaskes(satu['nama'] ?? '')),
  );
  const kurang = Map.groupBy(
    nama.filter((satu) => !berkode.has(kunciFaskes(satu))),
    (satu) => satu,
  );
  if (kurang.size === 0) return [];
  const daftar = [...kurang].map(([satu, baris]) => `${satu} (${baris.length} baris)`).join(', ');
  return [`${TIDAK_DISIMPAN} Isi nama dan kodenya di sana sebelum batch ditutup: ${daftar}.`];
}
