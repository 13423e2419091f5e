/** Ctrl-C while files of people are being written: the process ends in the ordinary way, and what is half goes with it. */
import { EXIT } from './errors.ts';

/** Ctrl-C, a request to end, and a terminal that is closed. */
export const SINYAL = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * @param kalimat what somebody who interrupts should know
 * @param sinyal what counts as an interruption
 */
export async function dapatDihentikan<T>(
  kalimat: string,
  kerja: () => Promise<T>,
  sinyal: readonly NodeJS.Signals[] = SINYAL,
): Promise<T> {
  const henti = (): void => {
    process.stderr.write(`${kalimat}\n`);
    // Whoever writes files takes the unfinished ones away when the process ends.
    process.exit(EXIT.interrupted);
  };
  for (const satu of sinyal) process.once(satu, henti);
  try {
    return await kerja();
  } finally {
    for (const satu of sinyal) process.off(satu, henti);
  }
}
