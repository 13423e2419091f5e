/** One folder for everything that a run of the tests puts into the place for temporary files; it goes when they have ended. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before all tests. @returns what is done behind them */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'pbi-uji-'));
  // Tests, and the programs that they start, ask the system for the place.
  process.env['TMPDIR'] = folder;
  process.env['TEMP'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
