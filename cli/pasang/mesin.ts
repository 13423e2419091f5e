/** What the steps of an installation share: where, as whom, and how to say it. */
import type { AuthClient } from 'google-auth-library';
import * as z from 'zod/mini';
import { EXIT, UserError } from '../errors.ts';
import { explained, statusOf } from '../google/google-error.ts';
import type { Klien } from '../google/klien.ts';
import { asking } from '../google/persist.ts';
import type { Tempat } from '../google/tempat.ts';
import type { Kabar } from './kabar.ts';

export interface Mesin {
  readonly tempat: Tempat;
  readonly client: AuthClient;
  readonly klien: Klien;
  readonly email: string;
  readonly kabar: Kabar;
  /** What a local Workspace says of itself. */
  readonly lokal?: z.infer<typeof LOKAL>;
}

export const LOKAL = z.object({
  profile: z.enum(['bantul', 'kota-bogor']),
  scriptId: z.nullable(z.string()),
  spreadsheets: z.record(z.string(), z.string()),
  users: z.array(z.object({ email: z.string(), role: z.string(), name: z.string(), area: z.optional(z.string()) })),
});

/** So long may one request of an installation take: a push of the script is the longest. */
const LAMA_MS = 120_000;

/** One request that must not be repeated blindly: what it makes, it would make twice. */
export async function sekali<T>(kirim: (options: { timeout: number }) => Promise<{ data: T }>): Promise<T> {
  try {
    return (await kirim({ timeout: LAMA_MS })).data;
  } catch (error) {
    throw explained(error, { 400: 'Google menolak permintaan pemasangan ini. Perbarui pbi, lalu coba lagi.' });
  }
}

/** Data of a request, or undefined where the thing it asks for is not there or not this person's. */
export async function bilaAda<T>(
  minta: (options: { timeout: number }) => Promise<{ data: T }>,
): Promise<T | undefined> {
  try {
    return await asking(minta, () => true);
  } catch (error) {
    const asal = error instanceof UserError ? error.cause : error;
    const status = statusOf(asal);
    if (
      status === 404 ||
      (status === 403 && error instanceof UserError && !/belum dinyalakan|Izin yang/.test(error.message))
    )
      return undefined;
    throw error;
  }
}

export const alamatBuku = ({ asal }: Tempat, id: string): string =>
  `${asal ?? 'https://docs.google.com'}/spreadsheets/d/${id}/edit`;

export const berhenti = (kalimat: string): UserError => new UserError(EXIT.needsPerson, kalimat);
