/** An office behind a line that is never good at the first try. */
import type { Kantor } from '../../../cli/cadangan/layanan.ts';
import type { Office } from '../../support/office.ts';
import { kantorDi, type Terlayani } from './cadangan.ts';
import { type Nasib, openJaringan } from './jaringan.ts';

/** Everything that can happen to a request and be over the next time. */
export const SEMENTARA: readonly Nasib[] = [
  { status: 429, tunggu: '0' },
  'jawaban hilang',
  { status: 503, tunggu: '0' },
  'terpotong',
  'bukan JSON',
  'halaman 502',
  'hilang',
];

/** @param nasib each request meets the next of these at its first try */
export async function diGanggu<T>(
  office: Office,
  { server, kantor }: Terlayani,
  kerja: (kantor: Kantor) => Promise<T>,
  nasib = SEMENTARA,
): Promise<T> {
  const dilihat = new Set<string>();
  let banyak = 0;
  const jaringan = await openJaringan(server.origin, (permintaan) => {
    // The next try of the same request passes.
    if (dilihat.delete(permintaan)) return 'lewat';
    dilihat.add(permintaan);
    banyak += 1;
    return nasib[banyak % nasib.length] ?? 'lewat';
  });
  try {
    return await kerja({ ...(await kantorDi(office, jaringan.url)), register: kantor.register });
  } finally {
    await jaringan.close();
  }
}
