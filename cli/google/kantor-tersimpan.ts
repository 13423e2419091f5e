/** Which office this machine works for: one at Google, and one at each local Workspace. Holds ids and no secret. */
import * as z from 'zod/mini';
import { bacaSimpanan, simpan } from './simpanan.ts';
import type { Tempat } from './tempat.ts';

const KANTOR = z.object({
  registerId: z.string(),
  scriptId: z.optional(z.string()),
  /** Set before a script project is asked for, taken away when its id is known: between lies a project nobody knows of. */
  skripDiminta: z.optional(z.boolean()),
  /** Set while its installation has not come to its end: the same command goes on with it, also one that asks for a new office. */
  belumSelesai: z.optional(z.boolean()),
});

type KantorTersimpan = z.infer<typeof KANTOR>;

const nama = ({ asal }: Tempat): string =>
  asal === undefined ? 'kantor.json' : `kantor-${new URL(asal).host.replace(/[^\w.-]/g, '-')}.json`;

export const bacaKantorTersimpan = (tempat: Tempat): KantorTersimpan | undefined => bacaSimpanan(nama(tempat), KANTOR);

/** Adds to what is known of this office; another office takes the place of the one before. */
export function simpanKantor(tempat: Tempat, kantor: KantorTersimpan): void {
  const lama = bacaKantorTersimpan(tempat);
  simpan(nama(tempat), { ...(lama?.registerId === kantor.registerId ? lama : {}), ...kantor });
}
