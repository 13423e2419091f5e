/** Numbers of people with their middle hidden, except where two of them differ: that is what a reviewer has to see. */
import type { KolomOrang, Orang } from '#domain/cocok/orang.ts';

/** Digits that stay at the beginning and the end: region and serial of a NIK, without the birth date. */
const TAMPAK: Partial<Record<KolomOrang, readonly [depan: number, belakang: number]>> = {
  nik: [6, 4],
  no_kk: [6, 4],
  no_kartu: [3, 4],
};

/** @param lain the people it is compared with */
export const samarkanOrang = (orang: Orang, lain: readonly Orang[]): Orang => ({
  ...orang,
  ...Object.fromEntries(
    Object.entries(TAMPAK).map(([kolom, batas]) => {
      const pembanding = lain.map((satu) => satu[kolom as KolomOrang]);
      return [kolom, samarkan(orang[kolom as KolomOrang], pembanding, batas)];
    }),
  ),
});

function samarkan(teks: string, lain: readonly string[], [depan, belakang]: readonly [number, number]): string {
  // Of numbers of other lengths nobody can say which digits stand against each other.
  const sepadan = lain.filter((satu) => satu.length === teks.length);
  const akhir = Math.max(depan, teks.length - belakang);
  return [...teks]
    .map((huruf, tempat) => {
      const luar = tempat < depan || tempat >= akhir;
      return luar || sepadan.some((satu) => satu[tempat] !== huruf) ? huruf : '•';
    })
    .join('');
}
