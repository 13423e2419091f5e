/** The journal beside a plan: what was sent and answered, so that a run that was cut off continues where it stopped. */
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { EXIT, UserError } from '../errors.ts';

const CATATAN = z.object({
  /** Id of the spreadsheet: an office that was set up anew knows nothing of what was sent to the one before. */
  buku: z.string(),
  id: z.string(),
  keadaan: z.enum(['DIKIRIM', 'SELESAI', 'DITOLAK']),
  jawaban: z.string(),
});

type Catatan = Omit<z.infer<typeof CATATAN>, 'buku'>;

export interface Jurnal {
  /** The last known state of each command. */
  readonly isi: ReadonlyMap<string, Catatan>;
  /** Returns when it is on the disk. */
  catat(catatan: readonly Catatan[]): Promise<void>;
  close(): Promise<void>;
}

const PRIVATE = 0o600;

export const pathJurnal = (rencana: string): string => `${rencana}.jurnal`;

/** A last line that was cut off by a power failure is worth nothing and left out. */
function readLine(line: string): z.infer<typeof CATATAN> | undefined {
  try {
    return CATATAN.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/**
 * What the journal of a plan knows of one spreadsheet; a new plan has none yet.
 * @throws UserError code 2 when nothing can be written beside the plan: then nothing may be sent
 */
export async function openJurnal(rencana: string, buku: string): Promise<Jurnal> {
  const path = pathJurnal(rencana);
  const file = await openForAppend(path);
  const text = await readFile(path, 'utf8');
  const isi = new Map<string, Catatan>(
    text
      .split('\n')
      .flatMap((line) => readLine(line) ?? [])
      .filter((catatan) => catatan.buku === buku)
      .map((catatan) => [catatan.id, catatan] as const),
  );
  let lead = text !== '' && !text.endsWith('\n') ? '\n' : '';
  return {
    isi,
    async catat(catatan) {
      if (catatan.length === 0) return;
      const lines = catatan.map((satu) => `${JSON.stringify({ buku, ...satu })}\n`);
      await file.appendFile(lead + lines.join(''));
      await file.datasync();
      lead = '';
      for (const satu of catatan) isi.set(satu.id, satu);
    },
    close: () => file.close(),
  };
}

async function openForAppend(path: string): Promise<FileHandle> {
  try {
    const file = await open(path, 'a', PRIVATE);
    await syncFolder(dirname(path));
    return file;
  } catch (error) {
    throw new UserError(EXIT.usage, `Jurnal ${path} tidak dapat ditulis. Periksa foldernya.`, { cause: error });
  }
}

/** A new file is only there after a power failure when its folder is written; not every system can do that. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
