/** What people have allowed programs: codes that are exchanged once, tokens that expire by the Workspace's clock. */
import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Documents, Store } from '../store/store.ts';

/** Somebody's permission for one program. */
export interface Grant {
  clientId: string;
  email: string;
  scopes: readonly string[];
}

export interface AccessToken extends Grant {
  /** Milliseconds in the Workspace's time. */
  expiresAt: number;
  /** The refresh token that it came from. */
  refreshToken?: string;
}

/** A grant that waits to be exchanged. */
interface Code extends Grant {
  redirectUri: string;
  /** PKCE: the hash of what only the program that asked knows. */
  challenge: string;
  /** Whether a refresh token goes with it. */
  offline: boolean;
  expiresAt: number;
}

export interface Tokens {
  /** @param wish `consented`: the person was asked anew, so a second refresh token is given out too */
  createCode(grant: Grant, wish: Pick<Code, 'redirectUri' | 'challenge' | 'offline'> & { consented: boolean }): string;
  /** Takes the code: it is good for one attempt. undefined when it is unknown, used or expired. */
  takeCode(code: string): Code | undefined;
  createRefresh(grant: Grant): string;
  refresh(token: string): Grant | undefined;
  createAccess(grant: Grant, refreshToken?: string): { token: string; expiresIn: number };
  /** undefined when it is unknown, expired or revoked. */
  access(token: string): AccessToken | undefined;
  /** Takes a token back, with the refresh token it came from and everything that came from that. */
  revoke(token: string): boolean;
}

/** What Google says, and what a client then counts with. */
const ACCESS_SECONDS = 3599;
const CODE_MS = 10 * 60_000;

/** The hash that PKCE's S256 makes of a verifier. */
export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

export function createTokens(store: Store, clock: Clock): Tokens {
  const codes = store.documents<Code>('oauth_codes');
  const grants = store.documents<Grant>('oauth_refresh');
  const accesses = store.documents<AccessToken>('oauth_access');
  const secret = (prefix: string, bytes: number) => prefix + randomBytes(bytes).toString('base64url');
  const live = <T extends { expiresAt: number }>(documents: Documents<T>, id: string): T | undefined => {
    const found = documents.get(id);
    return found && found.expiresAt > clock.now() ? found : undefined;
  };
  /** Nothing here is asked for again once its time is over. */
  const sweep = (documents: Documents<{ expiresAt: number }>) => {
    for (const [id, { expiresAt }] of [...documents.entries()]) if (expiresAt <= clock.now()) documents.delete(id);
  };
  const knows = ({ clientId, email }: Grant): boolean =>
    [...grants.entries()].some(([, grant]) => grant.clientId === clientId && grant.email === email);

  return {
    createCode({ clientId, email, scopes }, { redirectUri, challenge, offline, consented }) {
      sweep(codes);
      const code = secret('4/0A', 40);
      const again = knows({ clientId, email, scopes }) && !consented;
      const expiresAt = clock.now() + CODE_MS;
      codes.put(code, { clientId, email, scopes, redirectUri, challenge, offline: offline && !again, expiresAt });
      return code;
    },
    takeCode(code) {
      const found = live(codes, code);
      codes.delete(code);
      return found;
    },
    createRefresh({ clientId, email, scopes }) {
      const token = secret('1//0', 50);
      grants.put(token, { clientId, email, scopes });
      return token;
    },
    refresh: (token) => grants.get(token),
    createAccess({ clientId, email, scopes }, refreshToken) {
      sweep(accesses);
      const token = secret('ya29.a0', 60);
      const expiresAt = clock.now() + ACCESS_SECONDS * 1000;
      accesses.put(token, { clientId, email, scopes, expiresAt, ...(refreshToken && { refreshToken }) });
      return { token, expiresIn: ACCESS_SECONDS };
    },
    access: (token) => live(accesses, token),
    revoke(token) {
      const refreshToken = grants.get(token) ? token : accesses.get(token)?.refreshToken;
      const known = refreshToken !== undefined || accesses.get(token) !== undefined;
      accesses.delete(token);
      if (refreshToken === undefined) return known;
      grants.delete(refreshToken);
      for (const [id, access] of [...accesses.entries()]) if (access.refreshToken === refreshToken) accesses.delete(id);
      return true;
    },
  };
}
