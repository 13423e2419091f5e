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
  /** The program that acts for this person, where one does with a token that was allowed it. */
  readonly program?: Program;
}

export interface Program {
  readonly clientId: string;
  /** Whether it reaches the files only that it made itself (`drive.file`). */
  readonly ownFilesOnly: boolean;
}

/** Who a token stands for. */
export interface Caller {
  readonly user: User;
  /** The token, unless it is one of the Workspace's own, which are good for everything. */
  readonly token: AccessToken | undefined;
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
      const bearer = /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
      if (!bearer) throw new GoogleError('UNAUTHENTICATED', MISSING);
      if (bearer === 'local') return { user: owner, token: undefined };
      const granted = access(bearer);
      const user = find(granted?.email ?? bearer);
      if (user) return { user, token: granted };
      const details = ACCESS_TOKEN.test(bearer) ? [errorInfo('ACCESS_TOKEN_EXPIRED')] : undefined;
      throw new GoogleError('UNAUTHENTICATED', INVALID, undefined, details);
    },
  };
}
