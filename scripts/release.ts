/**
 * `npm run release`: packs what was built as `dist/release/usulan-pbi-<version>.tgz`, which `npm install --global` takes,
 * with its bill of materials and checksums beside it. `--keluaran <folder>` names another place, `--coba` allows a work
 * tree with changes.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { billOfMaterials } from './release/bill.ts';
import { changesOf } from './release/changelog.ts';
import { releaseLock, releaseManifest } from './release/manifest.ts';
import { stripTypes } from './release/strip.ts';

const { values: options } = parseArgs({
  options: { coba: { type: 'boolean', default: false }, keluaran: { type: 'string', default: 'dist/release' } },
});
const OUT = resolve(options.keluaran);
const STAGE = join(OUT, 'package');
const SBOM = 'sbom.cdx.json';

/** What the command line runs and what people read. The sources come along: threads and report pages are bundled from them. */
const SOURCES = ['cli', 'apps-script/domain', 'apps-script/usecase', 'docs', 'README.md', 'CHANGELOG.md', 'LICENSE'];
/** What the build made, without practice data: those are relative to the day and made on the first start. */
const BUILT = ['dist/apps-script', 'dist/web', 'dist/Code.js.map'];
/** Code of browsers is in `BUILT`, or bundled from its TypeScript when a report is written. */
const NOT_STRIPPED = /\/client\//;

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
const npm = (cwd: string, ...args: string[]): string =>
  execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function stage(): Promise<void> {
  await rm(STAGE, { recursive: true, force: true });
  const files = git('ls-files', '--', ...SOURCES, ':!*tsconfig.json').split('\n');
  for (const file of files) await cp(file, join(STAGE, file));
  for (const path of BUILT) await cp(path, join(STAGE, path), { recursive: true });
  const scripts = files.filter((file) => /^(cli|apps-script)\//.test(file) && !NOT_STRIPPED.test(file));
  await stripTypes(STAGE, scripts);
  const starter = join(STAGE, 'cli/pbi.cjs');
  await writeFile(starter, (await readFile(starter, 'utf8')).replace("import('./main.ts')", "import('./main.js')"));
}

const manifest = await releaseManifest();
const changes = await changesOf(manifest.version);
if (git('status', '--porcelain') !== '' && !options.coba) {
  console.error('The work tree has changes that no commit holds. Commit them, or try out with --coba.');
  process.exit(1);
}
await stage();
await writeFile(join(STAGE, 'package.json'), json(manifest));
await writeFile(join(STAGE, 'npm-shrinkwrap.json'), json(await releaseLock()));
const listed = npm(STAGE, 'sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application');
const bill = json(billOfMaterials(listed, manifest.name));
await writeFile(join(STAGE, SBOM), bill);
const tarball = npm(OUT, 'pack', '--silent', STAGE).trim().split('\n').at(-1) ?? '';
const billFile = tarball.replace(/\.tgz$/, `.${SBOM}`);
await writeFile(join(OUT, billFile), bill);
const sums: string[] = [];
for (const file of [tarball, billFile]) sums.push(`${sha256(await readFile(join(OUT, file)))}  ${file}`);
await writeFile(join(OUT, 'SHA256SUMS'), `${sums.join('\n')}\n`);
await rm(STAGE, { recursive: true });
console.log(`${sums.join('\n')}\n\n${manifest.version}\n${changes}`);
