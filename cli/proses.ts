/** Other processes of this machine. */
import { readFileSync } from 'node:fs';

/** Whether a process still runs. */
export function isHidup(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombi(pid);
  } catch (error) {
    // It runs, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** It has ended, but nobody has taken note: so it stays in a container whose first process does not clear up. */
function isZombi(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}
