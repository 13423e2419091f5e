/** Gives memory back before the database takes its share: both together decide what a machine must have. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Below this there is little to gain, and the search for it takes time. */
const BESAR = 48 << 20;

/**
 * Removes what reading many rows has left behind; by itself that would stay until the next rows come.
 * @param besar bytes from which it is worth while
 */
export function buangSampah(besar = BESAR): void {
  const { total_heap_size: isi, external_memory: luar } = getHeapStatistics();
  if (isi + luar < besar) return;
  setFlagsFromString('--expose-gc');
  const buang = runInNewContext('gc') as (cara: object) => void;
  // As for a machine without memory: pages that are empty now go back as well.
  buang({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
