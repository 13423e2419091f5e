/** The plan file of a reconciliation: one decision for each row with its reason. It names tickets and holds no NIK. */
import { readFile, writeFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { GOLONGAN, type Golongan } from '#usecase/rekonsiliasi/bentuk.ts';
import { EXIT, UserError } from '../errors.ts';

const JAWABAN = z.object({
  hasil: z.enum(['berhasil', 'tidak berhasil', 'ditangguhkan']),
  keterangan: z.string(),
  tmt: z.string(),
  kode: z.string(),
});

const BARIS = z.object({
  nomor: z.int(),
  golongan: z.enum(Object.keys(GOLONGAN) as [Golongan, ...Golongan[]]),
  tiket: z.array(z.string()),
  /** Of the case that was read; a case that has changed since refuses the answer. */
  versi: z.optional(z.string()),
  dasar: z.optional(z.string()),
  alasan: z.string(),
  jawaban: z.optional(JAWABAN),
  petunjuk: z.array(z.string()),
});

const RENCANA = z.object({
  versi: z.literal(1),
  jenis: z.literal('REKONSILIASI'),
  dibuat: z.string(),
  berkas: z.object({ nama: z.string(), sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)), lembar: z.string() }),
  cakupan: z.object({ batch: z.optional(z.string()), periode: z.optional(z.string()) }),
  /** How many cases were held against the file, and the hash of what was read of them. */
  kasus: z.object({ jumlah: z.int(), sidik: z.string() }),
  baris: z.array(BARIS),
  lewat: z.array(z.int()),
  belumDijawab: z.array(z.string()),
});

export type BarisRencana = z.infer<typeof BARIS>;
export type RencanaRekonsiliasi = z.infer<typeof RENCANA>;

/** Undefined for a file that is no plan of this kind, or not there. */
export async function findRencana(path: string): Promise<RencanaRekonsiliasi | undefined> {
  try {
    return RENCANA.safeParse(JSON.parse(await readFile(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Only the person who made a plan may read it: remarks of BPJS are in it. */
const PRIVATE = 0o600;

/** @throws UserError code 2 when something else than such a plan has that name */
export async function writeRencana(path: string, rencana: RencanaRekonsiliasi): Promise<void> {
  const there = await readFile(path, 'utf8').catch(() => undefined);
  if (there !== undefined && !(await findRencana(path))) {
    const sentence = `${path} sudah ada dan bukan rencana rekonsiliasi. Sebutkan nama lain dengan --rencana.`;
    throw new UserError(EXIT.usage, sentence);
  }
  await writeFile(path, `${JSON.stringify(rencana, null, 2)}\n`, { mode: PRIVATE }).catch((error: unknown) => {
    throw new UserError(EXIT.usage, `Rencana ${path} tidak dapat ditulis. Periksa foldernya.`, { cause: error });
  });
}
