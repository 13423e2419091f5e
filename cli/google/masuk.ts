/**
 * Signs in as desktop programs do (RFC 8252): the browser asks for consent and comes back to a port of this machine, with
 * a code that only who asked can use (PKCE, S256) and a state that only who asked knows.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CodeChallengeMethod, OAuth2Client } from 'google-auth-library';
import { EXIT, UserError } from '../errors.ts';
import { halamanMasuk } from './halaman-masuk.ts';
import type { Kredensial } from './kredensial.ts';
import { LINGKUP, namaLingkup } from './lingkup.ts';
import type { OauthKlien } from './oauth-klien.ts';
import { dijelaskan } from './penolakan.ts';
import { alamatPengguna, type Tempat, titikMasuk } from './tempat.ts';

export interface OpsiMasuk {
  readonly tempat: Tempat;
  readonly klien: OauthKlien;
  /** Gets the address at which one consents. */
  buka(url: string): void;
  /** Ends the waiting. */
  readonly henti: AbortSignal;
}

/** @throws UserError when consent was refused or is incomplete, when the signal came, or Google did not answer */
export async function masuk({ tempat, klien, buka, henti }: OpsiMasuk): Promise<Kredensial> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const redirectUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = new OAuth2Client({ ...klien, redirectUri, endpoints: titikMasuk(tempat) });
    const { codeVerifier, codeChallenge } = await client.generateCodeVerifierAsync();
    const state = randomBytes(24).toString('base64url');
    buka(
      client.generateAuthUrl({
        access_type: 'offline',
        prompt: 'consent',
        scope: [...namaLingkup],
        state,
        code_challenge_method: CodeChallengeMethod.S256,
        ...(codeChallenge === undefined ? {} : { code_challenge: codeChallenge }),
      }),
    );
    return await tungguIzin({ server, state, henti }, (code) => tukar({ client, tempat, klien, code, codeVerifier }));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

interface Penantian {
  readonly server: Server;
  readonly state: string;
  readonly henti: AbortSignal;
}

/** The first answer with the right state counts; whatever else knocks at the port is turned away and waited on. */
function tungguIzin<T>({ server, state, henti }: Penantian, tukarkan: (code: string) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const berhenti = (): void => reject(henti.reason);
    if (henti.aborted) berhenti();
    henti.addEventListener('abort', berhenti, { once: true });
    let dipakai = false;
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
      if (request.method !== 'GET' || dipakai || !sama(searchParams.get('state') ?? '', state)) {
        jawab(response, 400, 'Bukan jawaban yang ditunggu', 'Kembali ke terminal, lalu jalankan lagi pbi masuk.');
        return;
      }
      dipakai = true;
      kode(searchParams, tukarkan).then(
        (hasil) => {
          jawab(response, 200, 'Anda sudah masuk', 'Tab ini boleh ditutup. Lanjutkan di terminal.', () =>
            resolve(hasil),
          );
        },
        (error: unknown) => {
          const kalimat = error instanceof UserError ? error.message : 'Lihat terminal.';
          jawab(response, 400, 'Belum masuk', kalimat, () => reject(error));
        },
      );
    });
  });
}

async function kode<T>(query: URLSearchParams, tukarkan: (code: string) => Promise<T>): Promise<T> {
  const code = query.get('code');
  if (code !== null) return tukarkan(code);
  const kalimat =
    query.get('error') === 'access_denied'
      ? 'Izin tidak diberikan, jadi pbi tidak dapat masuk. Jalankan lagi pbi masuk, lalu pilih Izinkan.'
      : 'Google menolak permintaan masuk. Periksa klien OAuth kantor (docs/panduan-pasang.md, bagian 1), lalu coba lagi.';
  throw new UserError(EXIT.auth, kalimat);
}

interface Penukaran {
  readonly client: OAuth2Client;
  readonly tempat: Tempat;
  readonly klien: OauthKlien;
  readonly code: string;
  readonly codeVerifier: string;
}

async function tukar({ client, tempat, klien, code, codeVerifier }: Penukaran): Promise<Kredensial> {
  try {
    const { tokens } = await client.getToken({ code, codeVerifier });
    periksaIzin(tokens.scope ?? '');
    client.setCredentials(tokens);
    const { data } = await client.request<{ email?: string }>({ url: alamatPengguna(tempat) });
    return {
      email: (data.email ?? '').toLowerCase(),
      ...klien,
      ...(tokens.refresh_token ? { refreshToken: tokens.refresh_token } : {}),
      ...(tokens.access_token ? { accessToken: tokens.access_token } : {}),
      ...(tokens.expiry_date ? { sampai: tokens.expiry_date } : {}),
    };
  } catch (error) {
    throw dijelaskan(error);
  }
}

/** People can untick single rights; later commands would fail one by one. */
function periksaIzin(diberikan: string): void {
  const ada = new Set(diberikan.split(' '));
  const kurang = LINGKUP.filter(({ nama }) => !ada.has(nama)).map(({ boleh }) => boleh);
  if (kurang.length === 0) return;
  throw new UserError(
    EXIT.auth,
    `Izin ini tidak dicentang: ${kurang.join('; ')}. Jalankan lagi pbi masuk dan centang semuanya.`,
  );
}

function sama(satu: string, lain: string): boolean {
  const [a, b] = [Buffer.from(satu), Buffer.from(lain)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function jawab(response: ServerResponse, status: number, judul: string, isi: string, sesudah?: () => void): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(halamanMasuk(judul, isi), sesudah);
}
