/** The people who can sign in to a local Workspace. They are synthetic; the domains end in `.test` (RFC 2606). */
import { errorInfo, GoogleError } from './errors.ts';
import type { AccessToken } from './oauth/tokens.ts';

/** The role decides only what the pages offer; what a person may open is decided by file permissions. */
export type Role =
  | 'admin'
  | 'dinsos'
  | 'loket'
  | 'pendukung'
  | 'kelurahan'
  | 'kecamatan'
  | 'pic'
  | 'disdukcapil'
  | 'dinkes'
  | 'bpjs';

export interface User {
  readonly email: string;
  readonly role: Role;
  readonly name: string;
  /** Code of the region that somebody works for: six digits for a kecamatan, ten for a kelurahan. */
  readonly area?: string;
}

/** Who a token stands for. */
export interface Caller {
  readonly user: User;
  /** What the token was given for; null for the Workspace's own, which are good for everything. */
  readonly scopes: readonly string[] | null;
}

export interface Users {
  readonly owner: User;
  list(): readonly User[];
  /** undefined when nobody has this address. */
  find(email: string): User | undefined;
  /**
   * Who an `Authorization` header stands for: an access token that somebody allowed a program to have, or one of the
   * Workspace's own, `Bearer <email>` for that user and `Bearer local` for the owner.
   * @throws GoogleError UNAUTHENTICATED without a token, or with one that stands for nobody.
   */
  authenticate(header: string | undefined): Caller;
}

/** Google's sentence for a missing token. */
const MISSING =
  'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';
const INVALID =
  'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';

/** What the token endpoint gives out begins so. */
const ACCESS_TOKEN = /^ya29\./;

/**
 * The first user in the list owns everything that the installation creates.
 * @param access finds an access token that has not expired
 */
export function createUsers(
  people: readonly User[],
  access: (token: string) => AccessToken | undefined = () => undefined,
): Users {
  const [owner] = people;
  if (!owner) throw new Error('a Workspace needs at least an owner');
  const find = (email: string) => people.find((user) => user.email === email.trim().toLowerCase());
  return {
    owner,
    list: () => people,
    find,
    authenticate(header) {
      const token = /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
      if (!token) throw new GoogleError('UNAUTHENTICATED', MISSING);
      if (token === 'local') return { user: owner, scopes: null };
      const granted = access(token);
      const user = find(granted?.email ?? token);
      if (user) return { user, scopes: granted?.scopes ?? null };
      const details = ACCESS_TOKEN.test(token) ? [errorInfo('ACCESS_TOKEN_EXPIRED')] : undefined;
      throw new GoogleError('UNAUTHENTICATED', INVALID, undefined, details);
    },
  };
}
