/** Whether the hash chain of the log still holds. */
import { rantai } from '#domain/hash/sha256.ts';
import { RIWAYAT } from '#domain/kolom/tab.ts';

/** Recomputes the chain over consecutive log lines. @returns the number of the first line that does not fit, if any */
export function rantaiPutus(baris: readonly Record<string, string>[]): string | undefined {
  const kolom = RIWAYAT.kolom.map(({ id }) => id).filter((id) => id !== 'hash_sebelum' && id !== 'hash');
  const [pertama] = baris;
  let sebelum = pertama?.['nomor'] === '1' ? '' : (pertama?.['hash_sebelum'] ?? '');
  for (const satu of baris) {
    const hash = rantai(
      sebelum,
      kolom.map((id) => satu[id] ?? ''),
    );
    if (satu['hash_sebelum'] !== sebelum || satu['hash'] !== hash) return satu['nomor'] ?? '?';
    sebelum = hash;
  }
  return undefined;
}
