/** `POST /token`, `POST /revoke` and `/tokeninfo` of oauth2.googleapis.com. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { Workspace } from '../workspace.ts';
import { readAssertion } from './assertion.ts';
import { OAuthError } from './oauth-error.ts';
import { IDENTITY, readScopes } from './scopes.ts';
import { challengeOf, type Grant, type Tokens } from './tokens.ts';
import { accountId } from './user-info.ts';

const MAX_BODY = 100_000;
const [, EMAIL] = IDENTITY;

type Body = URLSearchParams;

export function tokenRoutes({
  tokens,
  users,
  clock,
  log,
}: Pick<Workspace, 'tokens' | 'users' | 'clock' | 'log'>): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof OAuthError) {
      return c.json({ error: error.code, error_description: error.message }, 400);
    }
    if (error instanceof HTTPException) return error.getResponse();
    log.error({ err: error, path: c.req.path }, 'unexpected error in a token route');
    return c.json({ error: 'internal_failure' }, 500);
  });
  for (const path of ['/token', '/revoke', '/tokeninfo', '/oauth2/v3/tokeninfo']) {
    app.use(path, bodyLimit({ maxSize: MAX_BODY }));
  }

  app.post('/token', async (c) => {
    const body = await form(c);
    const grantType = body.get('grant_type') ?? '';
    const exchange = Object.hasOwn(GRANTS, grantType) ? GRANTS[grantType] : undefined;
    if (!exchange) throw new OAuthError('unsupported_grant_type', `Invalid grant_type: ${grantType}`);
    const { grant, refreshToken, shown } = exchange({ tokens, body, clientId: () => clientOf(c, body) });
    if (!users.find(grant.email)) throw new OAuthError('invalid_grant', 'Invalid grant: account not found');
    const { token, expiresIn } = tokens.createAccess(grant, refreshToken);
    return c.json({
      access_token: token,
      expires_in: expiresIn,
      ...(shown && { refresh_token: refreshToken }),
      scope: grant.scopes.join(' '),
      token_type: 'Bearer',
    });
  });

  app.post('/revoke', async (c) => {
    const token = c.req.query('token') ?? (await form(c)).get('token') ?? '';
    if (!tokens.revoke(token)) throw new OAuthError('invalid_token', 'Token expired or revoked');
    return c.json({});
  });

  app.on(['GET', 'POST'], ['/tokeninfo', '/oauth2/v3/tokeninfo'], async (c) => {
    const bearer = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const token = c.req.query('access_token') ?? bearer ?? (await form(c)).get('access_token') ?? '';
    const found = tokens.access(token);
    if (!found) throw new OAuthError('invalid_token', 'Invalid Value');
    const { clientId, email, scopes, expiresAt, refreshToken } = found;
    return c.json({
      azp: clientId,
      aud: clientId,
      sub: accountId(email),
      scope: scopes.join(' '),
      exp: String(Math.floor(expiresAt / 1000)),
      expires_in: String(Math.floor((expiresAt - clock.now()) / 1000)),
      ...(scopes.includes(EMAIL) && { email, email_verified: 'true' }),
      access_type: refreshToken === undefined ? 'online' : 'offline',
    });
  });
  return app;
}

const form = async (c: Context): Promise<Body> => new URLSearchParams(await c.req.text());

/** The program that a request comes from. @throws OAuthError unless it says so, with a secret */
function clientOf(c: Context, body: Body): string {
  const basic = /^Basic\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const [basicId, basicSecret] = basic ? Buffer.from(basic, 'base64').toString().split(':') : [];
  const id = body.get('client_id') ?? basicId;
  const secret = body.get('client_secret') ?? basicSecret;
  if (!id) throw new OAuthError('invalid_request', 'Could not determine client ID from request.');
  // Which secret belongs to whom is known at Google only; that there has to be one is not left out here.
  if (!secret) throw new OAuthError('invalid_request', 'client_secret is missing.');
  return id;
}

interface Exchange {
  grant: Grant;
  refreshToken?: string;
  /** Whether the refresh token is part of the answer. */
  shown?: boolean;
}

const badRequest = () => new OAuthError('invalid_grant', 'Bad Request');

const GRANTS: Record<string, (asked: { tokens: Tokens; body: Body; clientId: () => string }) => Exchange> = {
  authorization_code({ tokens, body, clientId }) {
    const id = clientId();
    const code = tokens.takeCode(body.get('code') ?? '');
    if (!code || code.clientId !== id) throw new OAuthError('invalid_grant', 'Malformed auth code.');
    if (code.redirectUri !== body.get('redirect_uri')) throw new OAuthError('redirect_uri_mismatch', 'Bad Request');
    const verifier = body.get('code_verifier');
    if (!verifier) throw new OAuthError('invalid_grant', 'Missing code verifier.');
    if (challengeOf(verifier) !== code.challenge) throw new OAuthError('invalid_grant', 'Invalid code verifier.');
    if (!code.offline) return { grant: code };
    return { grant: code, refreshToken: tokens.createRefresh(code), shown: true };
  },
  refresh_token({ tokens, body, clientId }) {
    const id = clientId();
    const refreshToken = body.get('refresh_token');
    if (!refreshToken) throw new OAuthError('invalid_request', 'Missing required parameter: refresh_token');
    const grant = tokens.refresh(refreshToken);
    if (!grant) throw new OAuthError('invalid_grant', 'Token has been expired or revoked.');
    if (grant.clientId !== id) throw new OAuthError('unauthorized_client', 'Unauthorized');
    const narrower = body.get('scope');
    if (!narrower) return { grant, refreshToken };
    const { valid, invalid } = readScopes(narrower);
    if (invalid.length > 0 || valid.some((scope) => !grant.scopes.includes(scope))) {
      throw new OAuthError('invalid_scope', 'Bad Request');
    }
    return { grant: { ...grant, scopes: valid }, refreshToken };
  },
  'urn:ietf:params:oauth:grant-type:jwt-bearer'({ body }) {
    const assertion = body.get('assertion');
    if (!assertion) throw badRequest();
    return { grant: readAssertion(assertion) };
  },
};
