/** Who signed in on this machine, per place. Tokens stay in one file of mode 0600 and in memory; nothing prints them. */
import * as z from 'zod/mini';
import { bacaSimpanan, hapusSimpanan, simpan } from './simpanan.ts';
import type { Tempat } from './tempat.ts';

const KREDENSIAL = z.object({
  email: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  refreshToken: z.optional(z.string()),
  accessToken: z.optional(z.string()),
  /** Milliseconds. */
  sampai: z.optional(z.number()),
});
const SEMUA = z.record(z.string(), KREDENSIAL);

export type Kredensial = z.infer<typeof KREDENSIAL>;

const NAMA = 'kredensial.json';

export const bacaKredensial = ({ nama }: Tempat): Kredensial | undefined => bacaSimpanan(NAMA, SEMUA)?.[nama];

export const simpanKredensial = ({ nama }: Tempat, kredensial: Kredensial): void =>
  simpan(NAMA, { ...bacaSimpanan(NAMA, SEMUA), [nama]: kredensial });

export function hapusKredensial({ nama }: Tempat): void {
  const { [nama]: _, ...lain } = bacaSimpanan(NAMA, SEMUA) ?? {};
  if (Object.keys(lain).length > 0) simpan(NAMA, lain);
  else hapusSimpanan(NAMA);
}
