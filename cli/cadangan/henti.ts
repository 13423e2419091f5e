/** Ctrl-C while rows of people are being written: what is half goes away with the process. */
import { EXIT } from '../errors.ts';

const SINYAL = ['SIGINT', 'SIGTERM'] as const;

/** @param kalimat what somebody who interrupts should know */
export async function dapatDihentikan<T>(kalimat: string, kerja: () => Promise<T>): Promise<T> {
  const henti = (): void => {
    process.stderr.write(`\n${kalimat}\n`);
    // Whoever writes files takes the unfinished ones away when the process ends.
    process.exit(EXIT.interrupted);
  };
  for (const satu of SINYAL) process.once(satu, henti);
  try {
    return await kerja();
  } finally {
    for (const satu of SINYAL) process.off(satu, henti);
  }
}
