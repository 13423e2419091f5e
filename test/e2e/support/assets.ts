/** The pages' browser code, built from the present sources instead of the last build. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { buildWeb } from '#workspace/web/build.ts';

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** @returns a new folder with the built code, for the caller to remove */
export async function buildAssets(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'assets-'));
  await buildWeb(dir);
  return dir;
}

/** Answers requests for assets from that folder. */
export const serveAssets = (context: BrowserContext, dir: string): Promise<unknown> =>
  context.route('**/assets/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    return route.fulfill({ path: join(dir, name), contentType: TYPES[extname(name)] ?? 'text/plain' });
  });
