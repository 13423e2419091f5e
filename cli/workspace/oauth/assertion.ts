/** What a service account asks for with a signed statement (JWT), acting for a person of the office. */
import * as z from 'zod/mini';
import { OAuthError } from './oauth-error.ts';
import { readScopes } from './scopes.ts';
import type { Grant } from './tokens.ts';

const AUDIENCES = [
  'https://oauth2.googleapis.com/token',
  'https://www.googleapis.com/oauth2/v4/token',
  'https://accounts.google.com/o/oauth2/token',
];
const MAX_SECONDS = 3600;

const HEADER = z.object({ alg: z.literal('RS256') });
const CLAIMS = z.object({
  iss: z.string(),
  sub: z.optional(z.string()),
  scope: z.string(),
  aud: z.string(),
  iat: z.number(),
  exp: z.number(),
});

/**
 * The signature is not checked: the key is known to the service account and Google only. Nor are the times held against
 * the Workspace's clock, which may show another year than the client's.
 * @throws OAuthError as Google for a statement that is malformed or lasts too long
 */
export function readAssertion(assertion: string): Grant {
  const [header = '', claims = '', signature = ''] = assertion.split('.');
  const { data } = CLAIMS.safeParse(decoded(claims));
  if (!HEADER.safeParse(decoded(header)).success || !data || signature === '') {
    throw new OAuthError('invalid_grant', 'Bad Request');
  }
  if (!AUDIENCES.includes(data.aud)) throw new OAuthError('invalid_grant', 'Invalid JWT: Failed audience check.');
  if (data.exp <= data.iat || data.exp - data.iat > MAX_SECONDS) {
    const sentence =
      'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.';
    throw new OAuthError('invalid_grant', sentence);
  }
  const { valid, invalid } = readScopes(data.scope);
  if (valid.length === 0 || invalid.length > 0) {
    throw new OAuthError('invalid_scope', 'Invalid OAuth scope or ID token audience provided.');
  }
  return { clientId: data.iss, email: data.sub ?? data.iss, scopes: valid };
}

function decoded(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}
