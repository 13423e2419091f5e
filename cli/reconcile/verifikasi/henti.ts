/** Lets Ctrl-C end the reading of rows, which no database would notice. */

const SINYAL = ['SIGINT', 'SIGTERM'] as const;

/** The chunks until a signal comes; what the signal means is said by whoever holds the database. */
export async function* sampaiDihentikan<T>(potongan: AsyncIterable<T>): AsyncGenerator<T> {
  const henti = new AbortController();
  const hentikan = () => {
    henti.abort();
    // Somebody may be waiting for rows that nobody types any more.
    process.stdin.destroy();
  };
  for (const satu of SINYAL) process.on(satu, hentikan);
  try {
    for await (const satu of potongan) {
      henti.signal.throwIfAborted();
      yield satu;
    }
    henti.signal.throwIfAborted();
  } finally {
    for (const satu of SINYAL) process.off(satu, hentikan);
  }
}
