/** The journal beside a plan: what was sent and answered, so that a run that was cut off continues where it stopped. */
import { appendFile, readFile } from 'node:fs/promises';
import * as z from 'zod/mini';

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
  catat(catatan: readonly Catatan[]): Promise<void>;
}

const PRIVATE = 0o600;

/** A last line that was cut off by a power failure is worth nothing and left out. */
function readLine(line: string): z.infer<typeof CATATAN> | undefined {
  try {
    return CATATAN.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** What the journal of a plan knows of one spreadsheet; a new plan has none yet. */
export async function openJurnal(rencana: string, buku: string): Promise<Jurnal> {
  const path = `${rencana}.jurnal`;
  const text = await readFile(path, 'utf8').catch(() => '');
  const isi = new Map<string, Catatan>(
    text
      .split('\n')
      .flatMap((line) => readLine(line) ?? [])
      .filter((catatan) => catatan.buku === buku)
      .map((catatan) => [catatan.id, catatan] as const),
  );
  const broken = text !== '' && !text.endsWith('\n');
  let lead = broken ? '\n' : '';
  return {
    isi,
    async catat(catatan) {
      if (catatan.length === 0) return;
      const lines = catatan.map((satu) => `${JSON.stringify({ buku, ...satu })}\n`);
      await appendFile(path, lead + lines.join(''), { mode: PRIVATE });
      lead = '';
      for (const satu of catatan) isi.set(satu.id, satu);
    },
  };
}
