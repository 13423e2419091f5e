/**
 * Prepares `dist/seed/<profile>.sqlite` for every office that has practice data: what an empty Workspace starts from.
 * The data are relative to now, so they are made anew each day, and whenever the code that makes them has changed.
 */
import { createHash } from 'node:crypto';
import { glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createWorkspace } from '../cli/workspace/create-workspace.ts';
import { PROFILES, type Profile } from '../cli/workspace/profiles.ts';
import { SEEDERS } from '../cli/workspace/seed/seeders.ts';

const DIR = 'dist/seed';
/** What the content depends on; pages and routes do not change what is stored. */
const SOURCES = ['dist/apps-script/*', 'cli/workspace/**/*.ts'];
const IRRELEVANT = /^cli\/workspace\/(web|rest|control)\//;

async function stamp(): Promise<string> {
  const hash = createHash('sha256').update(new Date().toLocaleDateString('sv', { timeZone: 'Asia/Jakarta' }));
  const files: string[] = [];
  for await (const file of glob(SOURCES)) files.push(file.replaceAll('\\', '/'));
  for (const file of files.sort()) if (!IRRELEVANT.test(file)) hash.update(file).update(await readFile(file));
  return hash.digest('hex');
}

/**
 * @param bundleDir the built folder, `dist/apps-script`
 * @throws StartError when an installation fails, Error when the bundle refuses a step of the practice data
 */
export async function buildSeed(bundleDir: string): Promise<void> {
  const wanted = await stamp();
  await mkdir(DIR, { recursive: true });
  for (const profile of PROFILES) await buildOne(profile, bundleDir, wanted);
}

async function buildOne(profile: Profile, bundleDir: string, wanted: string): Promise<void> {
  const seed = join(DIR, `${profile}.sqlite`);
  const stampFile = join(DIR, `${profile}.stamp`);
  const making = join(DIR, `${profile}.making`);
  const seeder = SEEDERS[profile];
  const [made] = await Promise.all([readFile(stampFile, 'utf8'), readFile(seed)]).catch(() => ['']);
  if (seeder && made === wanted) return;
  for (const path of [seed, stampFile, making]) await rm(path, { recursive: true, force: true });
  if (!seeder) return;
  const workspace = await createWorkspace({ dir: making, profile, bundleDir, seeder });
  await workspace.close();
  await rename(join(making, 'workspace.sqlite'), seed);
  await rm(making, { recursive: true });
  await writeFile(stampFile, wanted);
}
