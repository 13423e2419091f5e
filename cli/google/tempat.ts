/** Where Google is for a command: at Google, or at the local Workspace, which answers the same paths on one origin. */
import type { OAuth2ClientOptions } from 'google-auth-library';
import { EXIT, UserError } from '../errors.ts';
import type { TargetOptions } from './target-options.ts';

export interface Tempat {
  /** Under this name the sign-in and the office are remembered. */
  readonly nama: string;
  /** Of the local Workspace; undefined at Google. */
  readonly asal?: string;
}

/** @throws UserError for an address that is none */
export function tempatDari({ target, url }: Pick<TargetOptions, 'target' | 'url'>): Tempat {
  if (target === 'google') return { nama: 'google' };
  const asal = asalDari(url);
  return { nama: asal, asal };
}

function asalDari(url: string): string {
  // `localhost:8787` is an address as well, of a protocol by that name.
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return new URL(url).origin;
  throw new UserError(EXIT.usage, `Alamat --url tidak sah: ${url}. Contoh: http://127.0.0.1:8787.`);
}

/** Where one signs in and out; empty where the library knows it already. */
export const titikMasuk = ({ asal }: Tempat): NonNullable<OAuth2ClientOptions['endpoints']> =>
  asal === undefined
    ? {}
    : {
        oauth2AuthBaseUrl: `${asal}/o/oauth2/v2/auth`,
        oauth2TokenUrl: `${asal}/token`,
        oauth2RevokeUrl: `${asal}/revoke`,
      };

/** Whose token it is. */
export const alamatPengguna = ({ asal }: Tempat): string =>
  `${asal ?? 'https://www.googleapis.com'}/oauth2/v2/userinfo`;

/** Options of a client of one of Google's APIs. */
export const akarLayanan = ({ asal }: Tempat): { rootUrl?: string } =>
  asal === undefined ? {} : { rootUrl: `${asal}/` };
