/** The people who can sign in to a local Workspace. They are synthetic; the domains end in `.test` (RFC 2606). */
import { GoogleError } from './errors.ts';

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

export interface Users {
  readonly owner: User;
  list(): readonly User[];
  /** undefined when nobody has this address. */
  find(email: string): User | undefined;
  /**
   * Who an `Authorization` header stands for: `Bearer <email>` is that user, `Bearer local` the owner.
   * @throws GoogleError UNAUTHENTICATED without a token, or with one that stands for nobody.
   */
  authenticate(header: string | undefined): User;
}

/** Google's sentence for a missing token. */
const MISSING =
  'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';
const INVALID =
  'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';

/** The first user in the list owns everything that the installation creates. */
export function createUsers(people: readonly User[]): Users {
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
      if (token === 'local') return owner;
      const user = find(token);
      if (!user) throw new GoogleError('UNAUTHENTICATED', INVALID);
      return user;
    },
  };
}
