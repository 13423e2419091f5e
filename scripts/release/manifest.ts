/** package.json and the lock of a release: what the command line needs at run time, and nothing of its development. */
import { readFile } from 'node:fs/promises';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly [field: string]: unknown;
}

interface Lock {
  packages: Record<string, Record<string, unknown> & { dev?: boolean }>;
  readonly [field: string]: unknown;
}

/** Fields that a user of the package has no use for. */
const OF_DEVELOPMENT = ['devDependencies', 'scripts'];

const read = async <T>(file: string): Promise<T> => JSON.parse(await readFile(file, 'utf8')) as T;

const without = (record: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

/** The repository's package.json; its `imports` lead to the stripped files, whose specifiers keep their `.ts`. */
export async function releaseManifest(): Promise<Manifest> {
  const manifest = await read<Manifest & { imports: Record<string, string> }>('package.json');
  const { name, version, imports } = manifest;
  const stripped = Object.entries(imports).map(([alias, target]) => [`${alias}.ts`, `${target}.js`]);
  return { ...without(manifest, OF_DEVELOPMENT), name, version, imports: Object.fromEntries(stripped) };
}

/** The lock without packages of development, as `npm-shrinkwrap.json`: users get the very versions that were tested. */
export async function releaseLock(): Promise<Lock> {
  const lock = await read<Lock>('package-lock.json');
  const kept = Object.entries(lock.packages).filter(([, { dev }]) => !dev);
  const packages = Object.fromEntries(kept);
  packages[''] = without(packages[''] ?? {}, OF_DEVELOPMENT);
  return { ...lock, packages };
}
