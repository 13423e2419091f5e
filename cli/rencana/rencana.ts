/** The plan file of an import: what was read, what will be sent, and why the rest is not. */
import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { EXIT, UserError } from '../errors.ts';

const TEMUAN = z.object({
  tingkat: z.enum(['galat', 'peringatan']),
  kode: z.string(),
  /** Letter of the column in the sheet; empty when the sheet does not have it. */
  kolom: z.string(),
  judul: z.string(),
  pesan: z.string(),
});

const BERKAS = z.object({
  nama: z.string(),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  lembar: z.string(),
  format: z.enum(['34', '37']),
  siap: z.array(z.object({ nomor: z.int(), isi: z.record(z.string(), z.string()), peringatan: z.array(TEMUAN) })),
  ditolak: z.array(z.object({ nomor: z.int(), sebab: z.array(TEMUAN) })),
});

const RENCANA = z.object({
  versi: z.literal(1),
  jenis: z.literal('IMPOR'),
  dibuat: z.string(),
  kelurahan: z.string().check(z.regex(/^\d{10}$/)),
  berkas: z.array(BERKAS),
});

export type Temuan = z.infer<typeof TEMUAN>;
export type BerkasRencana = z.infer<typeof BERKAS>;
export type Rencana = z.infer<typeof RENCANA>;

/** Whether a file is a plan of matching, which has another shape. @throws UserError code 3 when it is not there */
export async function jenisRencana(path: string): Promise<'cocok' | 'lain'> {
  const text = await readText(path);
  try {
    const { versi } = JSON.parse(text) as { versi?: unknown };
    return typeof versi === 'number' && versi > 1 ? 'cocok' : 'lain';
  } catch {
    return 'lain';
  }
}

const readText = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    throw new UserError(EXIT.badInput, `Rencana ${path} tidak ada atau tidak boleh dibaca.`, { cause: error });
  });

/** @throws UserError code 3 when the file is not there or no plan of this version */
export async function readRencana(path: string): Promise<Rencana> {
  const rencana = parse(await readText(path));
  if (!rencana) {
    throw new UserError(
      EXIT.badInput,
      `${path} bukan rencana yang dikenal. Buat lagi dengan pbi impor, verifikasi atau rekonsiliasi.`,
    );
  }
  return rencana;
}

/** Undefined when the text is no plan of this version. */
function parse(text: string): Rencana | undefined {
  try {
    return RENCANA.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Only the person who made a plan may read it: it holds the rows. */
const PRIVATE = 0o600;

/** @throws UserError code 2 when something else than a plan has that name */
export async function writeRencana(path: string, rencana: Rencana): Promise<void> {
  const there = await readFile(path, 'utf8').catch(() => undefined);
  if (there !== undefined && !parse(there)) {
    throw new UserError(EXIT.usage, `${path} sudah ada dan bukan rencana. Sebutkan nama lain dengan --rencana.`);
  }
  await writeFile(path, `${JSON.stringify(rencana, null, 2)}\n`, { mode: PRIVATE }).catch((error: unknown) => {
    throw new UserError(EXIT.usage, `Rencana ${path} tidak dapat ditulis. Periksa foldernya.`, { cause: error });
  });
}
