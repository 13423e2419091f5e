/** Builds the page of monthly batches: one HTML file with its style and script inside. */
import { fileURLToPath } from 'node:url';
import { buildPage } from '../build.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** @param outFile usually `dist/apps-script/batch.html` */
export const buildBatch = (outFile: string): Promise<void> =>
  buildPage({ html: here('batch.html'), style: here('batch.css'), script: here('main.ts') }, outFile, 'Batch bulanan');
