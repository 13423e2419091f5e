/** Bundles the browser code of the pages. */
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const client = fileURLToPath(new URL('./client/', import.meta.url));

/** Every asset a page names. The grid's component loads the rest of itself from `chunk-*.js`. */
const ENTRIES = ['form', 'sheet', 'pages'];

/**
 * Writes scripts, style sheets and the icon into a folder.
 * @param outDir usually `dist/web`
 */
export async function buildWeb(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await build({
    entryPoints: ENTRIES.flatMap((name) => [join(client, `${name}.ts`), join(client, `${name}.css`)]),
    outdir: outDir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  // Loaded by a document without an origin, where module scripts do not load.
  await build({
    entryPoints: [join(client, 'frame.ts')],
    outdir: outDir,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    logLevel: 'warning',
  });
  await copyFile(join(client, 'icon.svg'), join(outDir, 'icon.svg'));
}
