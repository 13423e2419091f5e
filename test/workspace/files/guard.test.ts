/** The server answers this machine only, and takes changes only from its own pages. */

import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { guard } from '#workspace/rest/guard.ts';

const app = new Hono();
app.use('*', guard());
app.all('/cached', (c) => c.text('ok', 200, { 'Cache-Control': 'max-age=60' }));
app.all('/fails', () => {
  throw new Error('x');
});
app.onError((_error, c) => c.text('gagal', 500));
app.all('*', (c) => c.text('ok'));

const call = (headers: Record<string, string>, method = 'GET', path = '/') => app.request(path, { method, headers });

describe('Host', () => {
  it.each(['127.0.0.1:8787', 'localhost:8787', '[::1]:1234', 'localhost', 'LOCALHOST:8787'])(
    '%s is let in',
    async (host) => {
      expect((await call({ host })).status).toBe(200);
    },
  );
  it.each([
    'pbi.contoh.test',
    '127.0.0.1.contoh.test',
    'localhost.contoh.test:8787',
    '0.0.0.0:8787',
    '192.168.1.4',
    '',
  ])('"%s" is not', async (host) => {
    expect((await call({ host })).status).toBe(403);
  });
});

describe('Origin', () => {
  const host = '127.0.0.1:8787';
  it.each([
    ['POST', undefined, 200],
    ['POST', 'http://127.0.0.1:8787', 200],
    ['POST', 'http://localhost:8787', 403],
    ['POST', 'http://127.0.0.1:9999', 403],
    ['POST', 'https://contoh.test', 403],
    ['DELETE', 'null', 403],
    ['GET', 'https://contoh.test', 200],
  ])('%s from %s: %i', async (method, origin, status) => {
    expect((await call({ host, ...(origin && { origin }) }, method)).status).toBe(status);
  });
});

describe('headers', () => {
  it('are on every answer, unless the route says otherwise', async () => {
    for (const path of ['/', '/fails']) {
      const { headers } = await call({ host: 'localhost' }, 'GET', path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
    }
    const cached = await call({ host: 'localhost' }, 'GET', '/cached');
    expect(cached.headers.get('cache-control')).toBe('max-age=60');
  });
});
