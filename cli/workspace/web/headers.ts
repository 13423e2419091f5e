/** Response headers of every page: nothing from elsewhere, nothing kept in caches, no framing by other sites. */
import type { MiddlewareHandler } from 'hono';

/** Style attributes are needed by the grid component, which places its cells with them; scripts only from here. */
const PAGE_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

/** Sets the headers on HTML answers that have no policy of their own yet. */
export const pageHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.res.headers.set('X-Content-Type-Options', 'nosniff');
  // Not `no-referrer`: browsers then send `Origin: null` with a form, which the server's guard refuses.
  c.res.headers.set('Referrer-Policy', 'same-origin');
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
  if (!c.res.headers.has('Content-Security-Policy')) c.res.headers.set('Content-Security-Policy', PAGE_POLICY);
};
