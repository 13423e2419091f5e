/** When the four checks of a case began and ended. */
import type { Kasus } from '../kolom/kasus.ts';
import { CEK } from '../pemeriksaan/cek.ts';
import type { Waktu } from '../waktu/waktu.ts';

/** The times of the first and the last check; the last only if all four are made. */
export function waktuCek(kasus: Kasus): { mulai: Waktu | undefined; selesai: Waktu | undefined } {
  const pada = CEK.map(({ id }) => kasus[`cek_${id}_pada`] as Waktu)
    .filter((satu) => (satu as string) !== '')
    .sort();
  return { mulai: pada[0], selesai: pada.length === CEK.length ? pada.at(-1) : undefined };
}
