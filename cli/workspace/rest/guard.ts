/**
 * Keeps web pages of other origins away from the local server. A page whose host name was rebound to 127.0.0.1
 * sends no Origin with a GET, so the Host header is what stops it; a form on a foreign page sends its Origin.
 */
import type { MiddlewareHandler } from 'hono';

/** Names under which this machine reaches its own server, any port. */
const LOCAL_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

const SECURITY_HEADERS: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/**
 * First middleware of the whole server: 403 for a foreign Host, and for a change asked from a foreign Origin;
 * security headers on everything that does not set its own.
 */
export function guard(): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    if (!LOCAL_HOST.test(host)) return c.text('Server ini hanya melayani komputer ini sendiri.', 403);
    const safe = c.req.method === 'GET' || c.req.method === 'HEAD';
    const origin = c.req.header('origin');
    if (!safe && origin !== undefined && origin.toLowerCase() !== `http://${host}`.toLowerCase()) {
      return c.text('Permintaan dari situs lain ditolak.', 403);
    }
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
    return undefined;
  };
}
