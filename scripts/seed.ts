/**
 * Prepares `dist/seed/bantul.sqlite`: an installed office with practice data, which an empty Workspace starts from.
 * The data are relative to now, so they are made anew each day, and whenever the code that makes them has changed.
 */
import { createHash } from 'node:crypto';
import { glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createWorkspace } from '../cli/workspace/create-workspace.ts';
import { seedBantul } from '../cli/workspace/seed/seed-bantul.ts';

const DIR = 'dist/seed';
const STAMP = join(DIR, 'bantul.stamp');
const SEED = join(DIR, 'bantul.sqlite');
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
 * @throws StartError when the installation fails, Error when the bundle refuses a step of the practice data
 */
export async function buildSeed(bundleDir: string): Promise<void> {
  const wanted = await stamp();
  const [made] = await Promise.all([readFile(STAMP, 'utf8'), readFile(SEED)]).catch(() => ['']);
  if (made === wanted) return;
  await rm(DIR, { recursive: true, force: true });
  await mkdir(DIR, { recursive: true });
  const dir = join(DIR, 'making');
  const workspace = await createWorkspace({ dir, profile: 'bantul', bundleDir, seeder: seedBantul });
  await workspace.close();
  await rename(join(dir, 'workspace.sqlite'), SEED);
  await rm(dir, { recursive: true });
  await writeFile(STAMP, wanted);
}
