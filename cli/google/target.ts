/** Which office a command talks to, and as whom. */

import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import * as z from 'zod/mini';
import { parseWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import { config } from '../config.ts';
import { EXIT, UserError } from '../errors.ts';
import { BrokenAnswer } from './google-error.ts';
import type { Klien } from './klien.ts';
import { bacaKredensial } from './kredensial.ts';
import { peranLokal } from './peran.ts';
import { persist } from './persist.ts';
import type { TargetOptions } from './target-options.ts';
import { tempatDari } from './tempat.ts';

export interface Office {
  readonly sheets: sheets_v4.Sheets;
  /** The other APIs, as the same user. */
  readonly klien: Klien;
  readonly email: string;
  readonly role: string;
  /** Ids of the office's spreadsheets by name. */
  readonly spreadsheets: Readonly<Record<string, string>>;
  /** The office's clock: practice may be set to another day. */
  readonly now: Waktu;
  /** Asks for the queue to be worked on now instead of at the next trigger, and waits until it was, or for the signal. */
  nudge(enough: AbortSignal): Promise<void>;
}

const DISCOVERY = z.object({
  now: z.string(),
  users: z.array(z.object({ email: z.string(), role: z.string() })),
  spreadsheets: z.record(z.string(), z.string()),
});

/**
 * @throws UserError code 2 without a user or an office, 7 for a user whom the office does not have or who has not signed
 *   in, 1 when nothing answers
 */
export async function connect(options: TargetOptions): Promise<Office> {
  const tempat = tempatDari(options);
  if (tempat.asal === undefined) return (await import('./kantor-google.ts')).connectGoogle(options, tempat);
  const origin = tempat.asal;
  const { now, users, spreadsheets } = await discover(origin);
  const known = users.map(({ email, role }) => `${email} (${role})`).join(', ');
  const signedIn = options.sebagai === undefined && !config.token ? bacaKredensial(tempat)?.email : options.sebagai;
  if (signedIn === undefined) throw new UserError(EXIT.usage, `Sebutkan --sebagai. Pengguna kantor ini: ${known}.`);
  const email = signedIn.trim().toLowerCase();
  const user = users.find((one) => one.email === email);
  if (!user) {
    const kalimat = `Workspace lokal tidak mengenal ${email}. Yang dapat bekerja di sini hanya petugas latihannya: ${known}.`;
    throw new UserError(EXIT.auth, `${kalimat} Orang lain di tab Peran bekerja di kantor di Google.`);
  }
  const { otorisasi } = await import('./otorisasi.ts');
  const { createKlien } = await import('./klien.ts');
  const klien = createKlien((await otorisasi(options, tempat)).client, tempat);
  const kantor: Office = {
    sheets: await klien.sheets(),
    klien,
    email: user.email,
    role: user.role,
    spreadsheets,
    now: parseWaktu(now) as Waktu,
    nudge: (enough) => runTick(origin, enough),
  };
  return { ...kantor, role: await peranLokal(kantor, user.role) };
}

/** What a local Workspace says of itself, as much as `shape` asks for. */
export async function discover<T extends z.ZodMiniType = typeof DISCOVERY>(
  origin: string,
  shape: T = DISCOVERY as never,
): Promise<z.infer<T>> {
  try {
    return await persist(async (timeout) => {
      const answer = await fetch(`${origin}/workspace.json`, { signal: AbortSignal.timeout(timeout) }).catch(orNobody);
      const found = answer.ok && shape.safeParse(await answer.json().catch(() => undefined)).data;
      if (!found) throw new BrokenAnswer();
      return found;
    });
  } catch (error) {
    const sentence = `Workspace lokal tidak menjawab di ${origin}. Jalankan npm start, atau sebutkan alamatnya dengan --url.`;
    throw new UserError(EXIT.unexpected, sentence, { cause: error });
  }
}

/** Where nothing runs, nothing is waited for. */
function orNobody(error: Error): never {
  if ((error.cause as NodeJS.ErrnoException | undefined)?.code === 'ECONNREFUSED') throw error;
  throw new BrokenAnswer();
}

/** So long does a run at Google last at most. */
const LONGEST_TICK_MS = 6 * 60_000;

/** A tick that cannot be run now comes by itself later, so its failure is nobody's concern. */
async function runTick(origin: string, enough: AbortSignal): Promise<void> {
  const body = JSON.stringify({ function: 'tick' });
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.any([enough, AbortSignal.timeout(LONGEST_TICK_MS)]);
  await fetch(`${origin}/workspace/triggers/run`, { method: 'POST', headers, body, signal }).catch(() => undefined);
}

/**
 * The spreadsheet of a role: Dinsos works in the register, others only in their own.
 * @param kelurahan whose book a kelurahan or its helper uses
 * @throws UserError code 7 for a role that has none, or when the office has not made it
 */
export function bookOf({ role, spreadsheets }: Office, { buku }: TargetOptions, kelurahan?: string): string {
  if (buku !== undefined) return buku;
  const name = role === 'admin' || role === 'dinsos' ? 'register' : role === 'dinkes' ? 'dinkes' : undefined;
  const own = name ?? (kelurahan !== undefined && /^(kelurahan|pendukung)$/.test(role) ? `kelurahan_${kelurahan}` : '');
  if (own === '') throw new UserError(EXIT.auth, `Peran ${role} tidak dapat menjalankan perintah ini.`);
  const id = spreadsheets[own];
  if (id === undefined) {
    throw new UserError(EXIT.auth, `Spreadsheet "${own}" belum ada di kantor ini. Minta admin memeriksa tab Wilayah.`);
  }
  return id;
}
