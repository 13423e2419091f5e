/** The data folder: where the store lies, and that only one process at a time uses it. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from './start-error.ts';
import { privateDatabase, SIDE_FILES } from './store/private-file.ts';
import { MEMORY } from './store/store.ts';

export interface DataDir {
  /** What `openStore` opens. */
  readonly path: string;
  /** Whether the store has no content yet. */
  readonly empty: boolean;
  /** Begins with this store instead of an empty one. */
  copyFrom(file: string): void;
  /** Deletes the store; the folder stays this process's. */
  clear(): void;
  /** Lets other processes use the folder. */
  release(): void;
}

const FOLDER_MODE = 0o700;
const LOCK = 'kunci.sqlite';
const STORE = 'workspace.sqlite';

/**
 * Takes a folder (made if missing) for this process. The lock is one of the operating system on a file, so that it
 * goes with the process however that ends.
 * @param dir a path, or `:memory:` for a Workspace that forgets everything
 * @throws StartError when another process has it
 */
export function openDataDir(dir: string): DataDir {
  if (dir === MEMORY) {
    const nothing = () => undefined;
    return { path: MEMORY, empty: true, copyFrom: nothing, clear: nothing, release: nothing };
  }
  mkdirSync(dir, { recursive: true, mode: FOLDER_MODE });
  if (holdsNothingElse(dir)) chmodSync(dir, FOLDER_MODE);
  const lock = lockFile(dir);
  const path = join(dir, STORE);
  return {
    path,
    get empty() {
      return !existsSync(path);
    },
    copyFrom: (file) => copyFileSync(file, path),
    clear() {
      for (const suffix of ['', ...SIDE_FILES]) rmSync(path + suffix, { force: true });
    },
    release: () => lock.close(),
  };
}

/** Whether it is the Workspace's alone: a folder in which somebody keeps other things is theirs to open or close. */
function holdsNothingElse(dir: string): boolean {
  const own = [LOCK, STORE].flatMap((name) => [name, ...SIDE_FILES.map((suffix) => name + suffix)]);
  return readdirSync(dir).every((name) => own.includes(name));
}

function lockFile(dir: string): DatabaseSync {
  const path = join(dir, LOCK);
  privateDatabase(path);
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch {
    lock.close();
    throw new StartError(
      `Folder data ${dir} sedang dipakai oleh proses lain. Hentikan proses itu, atau pilih folder lain dengan --data.`,
    );
  }
}
