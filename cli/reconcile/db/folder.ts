/** A private folder of one run: what is spilled into it is personal data, so it is gone after every kind of exit. */
import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { isHidup } from '../../proses.ts';

const PRIVATE = 0o700;

/** One folder for each user of the machine; the runs are in it by process id. */
const induk = (): string => join(tmpdir(), `usulan-pbi-${userInfo().uid}`);

/** Makes the folder, and removes those of runs that were killed. */
export function buatFolder(): string {
  for (;;) {
    mkdirSync(induk(), { recursive: true, mode: PRIVATE });
    try {
      sapu();
      return mkdtempSync(join(induk(), `${process.pid}-`));
    } catch (error) {
      // Another run ended in between and took the empty parent along.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}

/** Removes it, and the parent that no other run uses. */
export function hapusFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  try {
    rmdirSync(induk());
  } catch {
    // Not empty, or gone already.
  }
}

function sapu(): void {
  for (const nama of readdirSync(induk())) {
    const pid = Number.parseInt(nama, 10);
    if (Number.isInteger(pid) && !isHidup(pid)) rmSync(join(induk(), nama), { recursive: true, force: true });
  }
}
