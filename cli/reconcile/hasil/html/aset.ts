/** Script and style sheet of the report, as text that goes into the page. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const client = fileURLToPath(new URL('./client/', import.meta.url));

export interface Aset {
  readonly script: string;
  readonly style: string;
  /** Lets exactly these two run, and nothing else that stands in the page or that it might fetch. */
  readonly csp: string;
}

export async function buatAset(): Promise<Aset> {
  const { outputFiles } = await build({
    entryPoints: [`${client}laporan.ts`, `${client}laporan.css`],
    outdir: client,
    write: false,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    // The page declares UTF-8, and escapes would only make it longer.
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  const isi = (akhiran: string): string => outputFiles.find(({ path }) => path.endsWith(akhiran))?.text.trim() ?? '';
  const [script, style] = [isi('.js'), isi('.css')];
  const csp = `default-src 'none'; script-src ${sidik(script)}; style-src ${sidik(style)}; base-uri 'none'; form-action 'none'`;
  return { script, style, csp };
}

const sidik = (teks: string): string => `'sha256-${createHash('sha256').update(teks).digest('base64')}'`;
