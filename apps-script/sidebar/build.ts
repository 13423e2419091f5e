/** Builds pages of the script: each one HTML file with its style and script inside, as HtmlService serves it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** A sidebar loads on each opening and over bad lines. */
const MAX_BYTES = 60 * 1024;

async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
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
  if (!html.includes(place)) throw new Error(`the page has no ${place}`);
  const safe = text.replaceAll(new RegExp(`</(?=${tag})`, 'gi'), '<\\/');
  // A function, because the text may contain `$&` and the like.
  return html.replace(place, () => `<${tag}>${safe}</${tag}>`);
}

/** The files that a page is made of. */
export interface PageFiles {
  readonly html: string;
  readonly style: string;
  readonly script: string;
}

/** Puts the contents of a panel into what all panels have around them. */
async function framed(title: string, content: string): Promise<string> {
  const frame = await readFile(here('bingkai.html'), 'utf8');
  const { version } = JSON.parse(await readFile(here('../../package.json'), 'utf8')) as { version: string };
  return frame
    .replaceAll('{{judul}}', title)
    .replace('{{versi}}', version)
    .replace('{{isi}}', () => content.trim());
}

/**
 * Writes a page.
 * @param title of a panel, whose HTML file holds its contents only; without it the file is the whole page
 * @throws Error when it is larger than 60 KB
 */
export async function buildPage(files: PageFiles, outFile: string, title?: string): Promise<void> {
  const [text, style, script] = await Promise.all([
    readFile(files.html, 'utf8'),
    bundle(files.style),
    bundle(files.script),
  ]);
  const html = title === undefined ? text : await framed(title, text);
  const page = inline(inline(html, 'style', style), 'script', script);
  const bytes = Buffer.byteLength(page);
  if (bytes > MAX_BYTES) throw new Error(`${outFile}: ${bytes} bytes, allowed are ${MAX_BYTES}`);
  await mkdir(dirname(outFile), { recursive: true });
  await writeFile(outFile, page);
}

/** @param outFile usually `dist/apps-script/panel.html` */
export const buildPanel = (outFile: string): Promise<void> =>
  buildPage(
    { html: here('panel.html'), style: here('panel.css'), script: here('client/main.ts') },
    outFile,
    'Panel kasus',
  );
