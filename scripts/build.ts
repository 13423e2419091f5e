/**
 * Builds `dist/apps-script/`, exactly what is uploaded to Apps Script, then the pages and the practice data of the local Workspace.
 * Apps Script has no modules: the bundle is one function scope, and each export of main.ts becomes a real global function.
 */
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type BuildOptions, build } from 'esbuild';
import { buildCetak } from '../apps-script/cetak/build.ts';
import { buildBatch } from '../apps-script/sidebar/batch/build.ts';
import { buildPanel } from '../apps-script/sidebar/build.ts';
import { buildWeb } from '../cli/workspace/web/build.ts';
import { buildSeed } from './seed.ts';

const SCRIPT_DIR = 'dist/apps-script';

const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };

const COMMON: BuildOptions = {
  entryPoints: ['apps-script/main.ts'],
  bundle: true,
  write: false,
  target: 'es2019',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  define: { VERSI_RILIS: JSON.stringify(version) },
};

/** @noble/hashes calls Object.hasOwn while it loads; not every engine that runs scripts has it. */
const BANNER =
  'if (!Object.hasOwn) Object.hasOwn = function (object, key) { return Object.prototype.hasOwnProperty.call(object, key); };';

/** Names that the bundle exports; a name that ends in `_` would be private at Google. */
async function exportedNames(): Promise<string[]> {
  const { metafile } = await build({ ...COMMON, format: 'esm', metafile: true });
  return Object.values(metafile?.outputs ?? {}).flatMap((output) => output.exports);
}

/** Every run at Google parses the whole file, so it is minified; the map beside it reads stack traces back (ADR 0002). */
async function buildScript(): Promise<void> {
  const names = await exportedNames();
  const footer = names.map((name) => `function ${name}(){return pbi.${name}.apply(this,arguments)}`).join('\n');
  const { outputFiles = [] } = await build({
    ...COMMON,
    format: 'iife',
    globalName: 'pbi',
    minify: true,
    lineLimit: 4000,
    charset: 'utf8',
    legalComments: 'none',
    sourcemap: 'external',
    outfile: 'Code.js',
    banner: { js: BANNER },
    footer: { js: footer },
  });
  await mkdir(SCRIPT_DIR, { recursive: true });
  for (const { path, text } of outputFiles) {
    await writeFile(path.endsWith('.map') ? 'dist/Code.js.map' : `${SCRIPT_DIR}/Code.js`, text);
  }
  await copyFile('apps-script/appsscript.json', `${SCRIPT_DIR}/appsscript.json`);
}

await rm(SCRIPT_DIR, { recursive: true, force: true });
await Promise.all([buildScript(), buildWeb('dist/web')]);
await buildPanel(`${SCRIPT_DIR}/panel.html`);
await buildBatch(`${SCRIPT_DIR}/batch.html`);
await buildCetak(`${SCRIPT_DIR}/cetak.html`);
await buildSeed(SCRIPT_DIR);
