/**
 * Pushes the built folder with Google's own clasp, unmodified, in a process of its own. It works in a folder that lives
 * only as long as it does, with an access token alone: it could not sign in again if it wanted to.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXIT, UserError } from '../errors.ts';
import { dijelaskan } from '../google/penolakan.ts';
import { isHidup } from '../proses.ts';
import { kalimatClasp } from './kalimat-clasp.ts';
import type { Mesin } from './mesin.ts';

/** Sends what clasp asks of Google to the local Workspace. */
const ALIHKAN = fileURLToPath(new URL('./alihkan.cjs', import.meta.url));

const AWALAN = 'usulan-pbi-clasp-';

/** Longer than any push takes. */
const LAMA_MS = 4 * 60_000;
/** A token that is used has five minutes left or more; clasp must not think of another. */
const SISA_TOKEN_MS = 60 * 60_000;

/** @throws UserError with clasp's own words beside what they mean */
export async function dorongSkrip(mesin: Mesin, scriptId: string, bundleDir: string): Promise<void> {
  const token = await tokenKini(mesin);
  hapusTertinggal();
  const dir = mkdtempSync(join(tmpdir(), `${AWALAN}${process.pid}-`));
  const bersihkan = (): void => rmSync(dir, { recursive: true, force: true });
  process.once('exit', bersihkan);
  try {
    siapkan(dir, scriptId, token, bundleDir);
    const { kode, keluaran } = await jalankan(dir, mesin);
    if (kode !== 0) throw new UserError(EXIT.unexpected, kalimatClasp(kode, keluaran));
  } finally {
    process.off('exit', bersihkan);
    bersihkan();
  }
}

/** Of runs that were ended by force: a token in them may still be good. */
function hapusTertinggal(): void {
  for (const nama of readdirSync(tmpdir())) {
    const pid = nama.startsWith(AWALAN) ? Number.parseInt(nama.slice(AWALAN.length), 10) : Number.NaN;
    if (Number.isInteger(pid) && !isHidup(pid)) rmSync(join(tmpdir(), nama), { recursive: true, force: true });
  }
}

async function tokenKini({ client }: Mesin): Promise<string> {
  try {
    const { token } = await client.getAccessToken();
    if (token) return token;
  } catch (error) {
    throw dijelaskan(error);
  }
  throw new UserError(EXIT.auth, 'Masuk yang tersimpan tidak berlaku lagi. Jalankan lagi pbi masuk.');
}

function siapkan(dir: string, scriptId: string, token: string, bundleDir: string): void {
  cpSync(bundleDir, join(dir, 'isi'), { recursive: true });
  const tulis = (nama: string, isi: unknown): void =>
    writeFileSync(join(dir, nama), JSON.stringify(isi), { mode: 0o600 });
  tulis('.clasp.json', { scriptId, rootDir: 'isi' });
  tulis('.clasprc.json', {
    tokens: {
      default: {
        type: 'authorized_user',
        // It asks for these before it looks at the token.
        client_id: '-',
        client_secret: '-',
        refresh_token: '-',
        access_token: token,
        expiry_date: Date.now() + SISA_TOKEN_MS,
      },
    },
  });
}

function jalankan(dir: string, { tempat }: Mesin): Promise<{ kode: number; keluaran: string }> {
  const clasp = createRequire(import.meta.url).resolve('@google/clasp');
  const alihkan = tempat.asal === undefined ? [] : ['--require', ALIHKAN];
  const child = spawn(process.execPath, [...alihkan, clasp, '-A', join(dir, '.clasprc.json'), 'push', '--force'], {
    cwd: dir,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LAMA_MS,
    // biome-ignore lint/style/noProcessEnv: clasp finds proxies and certificates of the office there
    env: { ...process.env, HOME: dir, USERPROFILE: dir, ...(tempat.asal ? { USULAN_PBI_WORKSPACE: tempat.asal } : {}) },
  });
  let keluaran = '';
  for (const aliran of [child.stdout, child.stderr]) {
    aliran.setEncoding('utf8').on('data', (data: string) => {
      keluaran += data;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (kode) => resolve({ kode: kode ?? 1, keluaran }));
  });
}
