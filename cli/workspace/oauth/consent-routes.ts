/** Where a program sends a person to be allowed in, and from where it gets a code: accounts.google.com in small. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { pageHeaders } from '../web/headers.ts';
import { currentUser } from '../web/session.ts';
import type { Workspace } from '../workspace.ts';
import { ALLOW, consentPage, FIELD, refusalPage } from './consent-page.ts';
import { type ConsentRefusal, type ConsentRequest, readConsentRequest } from './consent-request.ts';

const PATHS = ['/o/oauth2/v2/auth', '/o/oauth2/auth'];
const MAX_BODY = 20_000;

/** The answer leads to the program, which listens on a port of its own. */
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self' http://127.0.0.1:* http://localhost:*",
  "frame-ancestors 'none'",
].join('; ');

const isRefusal = (request: ConsentRequest | ConsentRefusal): request is ConsentRefusal => 'error' in request;

export function consentRoutes({ tokens, users }: Pick<Workspace, 'tokens' | 'users'>): Hono {
  const app = new Hono();
  for (const path of PATHS) app.use(path, pageHeaders, bodyLimit({ maxSize: MAX_BODY }));

  app.on('GET', PATHS, (c) => {
    const query = new URL(c.req.url).search.slice(1);
    const request = readConsentRequest(new URLSearchParams(query));
    if (isRefusal(request)) return c.html(refusalPage(request), 400);
    const chosen = users.find(request.hint ?? '') ?? currentUser(c, users);
    return c.html(consentPage(request, users.list(), query, chosen), 200, { 'Content-Security-Policy': POLICY });
  });

  app.on('POST', PATHS, async (c) => {
    const body = new URLSearchParams(await c.req.text());
    const query = body.get(FIELD.request) ?? '';
    const request = readConsentRequest(new URLSearchParams(query));
    if (isRefusal(request)) return c.html(refusalPage(request), 400);
    const scopes = request.scopes.filter((scope) => body.getAll(FIELD.scope).includes(scope));
    if (body.get(FIELD.decision) !== ALLOW || scopes.length === 0) return back(c, request, { error: 'access_denied' });
    const user = users.find(body.get(FIELD.account) ?? '');
    if (!user)
      return c.html(consentPage(request, users.list(), query, undefined), 400, { 'Content-Security-Policy': POLICY });
    const { clientId, redirectUri, challenge, offline, consented } = request;
    const code = tokens.createCode(
      { clientId, email: user.email, scopes },
      { redirectUri, challenge, offline, consented },
    );
    return back(c, request, { code, scope: scopes.join(' ') });
  });
  return app;
}

/** To the program that asked. */
function back(c: Context, { redirectUri, state }: ConsentRequest, answer: Record<string, string>): Response {
  const address = new URL(redirectUri);
  const params = { ...(state !== undefined && { state }), ...answer };
  for (const [name, value] of Object.entries(params)) address.searchParams.set(name, value);
  return c.redirect(String(address), 302);
}
