/** Builds the sidebar page: one HTML file with its style and script inside, as HtmlService serves it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** A sidebar loads on each opening and over bad lines. */
const MAX_BYTES = 60 * 1024;

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [here(entry)],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2019',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return result.outputFiles.map(({ text }) => text.trim()).join('\n');
}

/** Puts a file's text into its tag, whose own end tag must not occur in it. */
function inline(html: string, tag: 'style' | 'script', text: string): string {
  const place = `<${tag} data-inline></${tag}>`;
  if (!html.includes(place)) throw new Error(`panel.html has no ${place}`);
  const safe = text.replaceAll(new RegExp(`</(?=${tag})`, 'gi'), '<\\/');
  // A function, because the text may contain `$&` and the like.
  return html.replace(place, () => `<${tag}>${safe}</${tag}>`);
}

/**
 * Writes the page.
 * @param outFile usually `dist/apps-script/panel.html`
 * @throws Error when the page is larger than 60 KB
 */
export async function buildPanel(outFile: string): Promise<void> {
  const [html, style, script] = await Promise.all([
    readFile(here('panel.html'), 'utf8'),
    bundle('panel.css'),
    bundle('client/main.ts'),
  ]);
  const page = inline(inline(html, 'style', style), 'script', script);
  const bytes = Buffer.byteLength(page);
  if (bytes > MAX_BYTES) throw new Error(`${outFile}: ${bytes} bytes, allowed are ${MAX_BYTES}`);
  await mkdir(dirname(outFile), { recursive: true });
  await writeFile(outFile, page);
}
