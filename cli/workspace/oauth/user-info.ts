/** `userinfo` of Google's APIs: who a token stands for, as far as it was given for that. */
import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { type GoogleContext, type GoogleEnv, googleApi } from '../rest/google-envelope.ts';
import type { Kernel } from '../workspace.ts';
import { IDENTITY } from './scopes.ts';

const [, EMAIL, PROFILE] = IDENTITY;
const DIGITS = 21n;

/** The number of an account, always the same for an address. */
export function accountId(email: string): string {
  const hash = BigInt(`0x${createHash('sha256').update(email).digest('hex')}`);
  return String(10n ** (DIGITS - 1n) + (hash % (9n * 10n ** (DIGITS - 1n))));
}

export function userInfoRoutes(kernel: Kernel): Hono<GoogleEnv> {
  const older = googleApi(kernel, '/oauth2/v2/userinfo', 'rpc');
  older.get('/', (c) => c.json(info(c, 'id', 'verified_email')));
  const newer = googleApi(kernel, '/oauth2/v3/userinfo', 'rpc');
  newer.on(['GET', 'POST'], '/', (c) => c.json(info(c, 'sub', 'email_verified')));
  return new Hono<GoogleEnv>().route('/', older).route('/', newer);
}

function info(c: GoogleContext, id: 'id' | 'sub', verified: 'verified_email' | 'email_verified') {
  const { actor, scopes } = c.var;
  const may = (scope: string) => scopes === null || scopes.includes(scope);
  return {
    [id]: accountId(actor.email),
    ...(may(EMAIL) && { email: actor.email, [verified]: true }),
    ...(may(PROFILE) && { name: actor.name, given_name: actor.name.split(' ')[0] }),
    hd: actor.email.split('@')[1],
  };
}
