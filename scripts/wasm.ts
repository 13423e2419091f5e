/** Makes `cli/reconcile/pencari/garis-wasm.ts` of the WebAssembly text beside it: the command line runs without a build. */
import { readFile, writeFile } from 'node:fs/promises';
import { rakit } from './wasm/rakit.ts';

const FOLDER = new URL('../cli/reconcile/pencari/', import.meta.url);

const isi = await rakit(await readFile(new URL('garis.wat', FOLDER), 'utf8'));
const teks = Buffer.from(isi).toString('base64');
await writeFile(
  new URL('garis-wasm.ts', FOLDER),
  `/** Made of garis.wat by \`npm run wasm\`; not for hands. */\nexport const GARIS = '${teks}';\n`,
);
