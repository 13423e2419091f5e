/** What the control endpoints share: JSON in, JSON out, errors in one shape, and whose request it is. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { GoogleError, NotEmulatedError } from '../errors.ts';
import { readJson } from '../rest/google-envelope.ts';
import type { User } from '../users.ts';
import type { Kernel } from '../workspace.ts';

export const USER_COOKIE = 'pbi_user';
const MAX_BODY_BYTES = 2 * 1024 * 1024;

/** An app for control endpoints: limited bodies, errors as `{error: {code, message, status, reason?}}`. */
export function controlApp(kernel: Pick<Kernel, 'log'>): Hono {
  const app = new Hono();
  app.use('/workspace/*', bodyLimit({ maxSize: MAX_BODY_BYTES }));
  app.onError((error, c) => {
    if (error instanceof GoogleError) {
      const { code, message, status, reason } = error;
      return c.json({ error: { code, message, status, ...(reason && { reason }) } }, code as 400);
    }
    if (error instanceof NotEmulatedError) {
      return c.json({ error: { code: 501, message: error.message, status: 'UNIMPLEMENTED' } }, 501);
    }
    kernel.log.error({ err: error, path: c.req.path }, 'unexpected error in a control endpoint');
    return c.json({ error: { code: 500, message: 'Terjadi kesalahan di Workspace lokal.', status: 'INTERNAL' } }, 500);
  });
  return app;
}

const refused = (message: string): GoogleError => new GoogleError('INVALID_ARGUMENT', message);

/** A JSON object sent as such: a page of another origin cannot send that type without asking first. */
export async function readBody(c: Context): Promise<Record<string, unknown>> {
  const type = c.req.header('content-type');
  if (type !== undefined && !/^application\/json\b/i.test(type)) throw refused('Kirim sebagai application/json.');
  return readJson<Record<string, unknown>>(c);
}

/** @throws GoogleError when the field is no text, or empty */
export function text(body: Record<string, unknown>, field: string): string {
  const value = body[field];
  if (typeof value !== 'string' || value === '') throw refused(`Isian "${field}" harus berupa teks.`);
  return value;
}

/**
 * Whose request this is. In a signed-in browser the cookie alone decides, and a different `user` in the body is
 * refused; without a cookie the body says it.
 * @throws GoogleError PERMISSION_DENIED or UNAUTHENTICATED
 */
export function requester(
  c: Context,
  { users }: Pick<Kernel, 'users'>,
  named: unknown,
  { ignoreCookie = false } = {},
): User {
  const cookie = ignoreCookie ? undefined : getCookie(c, USER_COOKIE);
  const claimed = typeof named === 'string' && named !== '' ? named : undefined;
  if (cookie !== undefined && claimed !== undefined && users.find(claimed) !== users.find(cookie)) {
    throw new GoogleError('PERMISSION_DENIED', 'Anda masuk sebagai pengguna lain.');
  }
  const user = users.find(cookie ?? claimed ?? '');
  if (!user) throw new GoogleError('UNAUTHENTICATED', 'Pilih dulu pengguna yang masuk.');
  return user;
}
