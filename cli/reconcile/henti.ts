/** Lets Ctrl-C end the reading of rows, which no database would notice. */
import { SINYAL } from '../henti.ts';

/**
 * Gives `kerja` a signal to look at between its chunks.
 * @throws what `kerja` throws then; what an interrupt means is said by whoever holds the database
 */
export async function sampaiDihentikan<T>(kerja: (henti: AbortSignal) => Promise<T>): Promise<T> {
  const henti = new AbortController();
  const hentikan = () => {
    henti.abort();
    // Somebody may be waiting for rows that nobody types any more.
    process.stdin.destroy();
  };
  for (const satu of SINYAL) process.on(satu, hentikan);
  try {
    const hasil = await kerja(henti.signal);
    henti.signal.throwIfAborted();
    return hasil;
  } finally {
    for (const satu of SINYAL) process.off(satu, hentikan);
  }
}
