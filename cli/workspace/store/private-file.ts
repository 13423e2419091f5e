/** Databases of the Workspace are personal data: nobody else on the machine reads them. */
import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';

const FILE_MODE = 0o600;

/** SQLite keeps these beside a database. */
export const SIDE_FILES = ['-wal', '-shm', '-journal'];

/**
 * Makes a database that only its owner reads, or closes one that is there to all others. SQLite gives its side files
 * the mode of the database; those that a killed run left may still be open.
 */
export function privateDatabase(path: string): void {
  // Only a missing one: closing a file ends every lock that this process has on it.
  if (!existsSync(path)) closeSync(openSync(path, 'a', FILE_MODE));
  for (const file of [path, ...SIDE_FILES.map((suffix) => path + suffix)]) {
    if (existsSync(file)) chmodSync(file, FILE_MODE);
  }
}
