/** Builds the print dialog: one HTML file with its style and script inside. */
import { fileURLToPath } from 'node:url';
import { buildPage } from '../sidebar/build.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** @param outFile usually `dist/apps-script/cetak.html` */
export const buildCetak = (outFile: string): Promise<void> =>
  buildPage({ html: here('cetak.html'), style: here('cetak.css'), script: here('client/main.ts') }, outFile);
