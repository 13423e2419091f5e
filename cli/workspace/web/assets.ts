/** Serves the built browser code, read from `dist/web`, under /assets. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';

/** Where `buildWeb` puts the files unless told otherwise. */
const ASSETS_DIR = fileURLToPath(new URL('../../../dist/web/', import.meta.url));

const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  map: 'application/json',
};

/** Only plain file names are served, so no address leads out of the folder. */
export function assetRoutes(dir: string = ASSETS_DIR): Hono {
  const app = new Hono();
  app.get('/assets/:name', async (c) => {
    const match = /^[\w-]+(?:\.[\w-]+)*\.(js|css|svg|map)$/.exec(c.req.param('name'));
    const body = match && (await readFile(join(dir, match[0])).catch(() => undefined));
    if (!match || !body) return c.text('Berkas tidak ditemukan. Jalankan `npm run build`.', 404);
    const type = TYPES[match[1] ?? ''] ?? 'application/octet-stream';
    return c.body(new Uint8Array(body), 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
  });
  return app;
}
