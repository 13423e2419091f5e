/** Gives memory back before the database takes its share: both together decide what a machine must have. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Below this there is nothing to gain. */
const BESAR = 32 * 1024 * 1024;

/** Removes what reading many rows has left behind; by itself that would stay until the next rows come. */
export function buangSampah(): void {
  const { total_heap_size: isi, external_memory: luar } = getHeapStatistics();
  if (isi + luar < BESAR) return;
  setFlagsFromString('--expose-gc');
  const buang = runInNewContext('gc') as (cara: object) => void;
  // As for a machine without memory: pages that are empty now go back as well.
  buang({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
