/** As whom a command acts: a ready token, a service account, or whoever signed in on this machine. */
import { readFileSync } from 'node:fs';
import { type AuthClient, JWT, OAuth2Client } from 'google-auth-library';
import * as z from 'zod/mini';
import { config } from '../config.ts';
import { EXIT, UserError } from '../errors.ts';
import { bacaKredensial, simpanKredensial } from './kredensial.ts';
import { namaLingkup } from './lingkup.ts';
import { dijelaskan } from './penolakan.ts';
import type { TargetOptions } from './target-options.ts';
import { alamatPengguna, type Tempat, titikMasuk } from './tempat.ts';

export interface Otorisasi {
  readonly client: AuthClient;
  readonly email: string;
}

export type OpsiOtorisasi = Pick<TargetOptions, 'sebagai' | 'akunLayanan'>;

/** @throws UserError code 7 where nobody has signed in */
export async function otorisasi(opsi: OpsiOtorisasi, tempat: Tempat): Promise<Otorisasi> {
  const sebagai = opsi.sebagai?.trim().toLowerCase();
  if (opsi.akunLayanan !== undefined) return akunLayanan(opsi.akunLayanan, sebagai, tempat);
  if (config.token !== undefined) return tokenJadi(config.token, sebagai, tempat);
  // The local Workspace takes the address of a user for a token.
  if (tempat.asal !== undefined && sebagai !== undefined) return tokenJadi(sebagai, sebagai, tempat);
  return tersimpan(tempat);
}

async function tokenJadi(token: string, sebagai: string | undefined, tempat: Tempat): Promise<Otorisasi> {
  const client = new OAuth2Client();
  client.setCredentials({ access_token: token });
  return { client, email: sebagai ?? (await surelDari(client, tempat)) };
}

async function surelDari(client: OAuth2Client, tempat: Tempat): Promise<string> {
  try {
    const { data } = await client.request<{ email?: string }>({ url: alamatPengguna(tempat), retry: false });
    return (data.email ?? '').toLowerCase();
  } catch (error) {
    throw dijelaskan(error);
  }
}

const KUNCI = z.object({ client_email: z.string(), private_key: z.string() });

/** @param sebagai for whom it acts, where the domain has delegated that */
function akunLayanan(path: string, sebagai: string | undefined, { asal }: Tempat): Otorisasi {
  if (asal !== undefined) {
    throw new UserError(EXIT.usage, '--akun-layanan hanya untuk --target google. Di Workspace lokal pakai --sebagai.');
  }
  const { data } = KUNCI.safeParse(isiKunci(path));
  if (!data) {
    const kalimat = `Berkas --akun-layanan ${path} bukan kunci akun layanan. Unduh kunci JSON-nya dari Google Cloud.`;
    throw new UserError(EXIT.badInput, kalimat);
  }
  const { client_email: email, private_key: key } = data;
  const client = new JWT({
    email,
    key,
    scopes: [...namaLingkup],
    ...(sebagai === undefined ? {} : { subject: sebagai }),
  });
  return { client, email: sebagai ?? email.toLowerCase() };
}

function isiKunci(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function tersimpan(tempat: Tempat): Otorisasi {
  const ada = bacaKredensial(tempat);
  if (!ada) {
    const lokal = tempat.asal === undefined ? '' : ' --target local, atau sebutkan --sebagai';
    throw new UserError(EXIT.auth, `Belum ada yang masuk di komputer ini. Jalankan pbi masuk${lokal}.`);
  }
  const { email, clientId, clientSecret, refreshToken, accessToken, sampai } = ada;
  const client = new OAuth2Client({ clientId, clientSecret, endpoints: titikMasuk(tempat) });
  client.setCredentials({
    ...(refreshToken ? { refresh_token: refreshToken } : {}),
    ...(accessToken ? { access_token: accessToken } : {}),
    ...(sampai ? { expiry_date: sampai } : {}),
  });
  client.on('tokens', ({ access_token: baru, expiry_date: akhir, refresh_token: lagi }) => {
    const kini = bacaKredensial(tempat);
    // Somebody may have signed out meanwhile.
    if (kini?.email !== email) return;
    simpanKredensial(tempat, {
      ...kini,
      ...(baru ? { accessToken: baru } : {}),
      ...(akhir ? { sampai: akhir } : {}),
      ...(lagi ? { refreshToken: lagi } : {}),
    });
  });
  return { client, email };
}
