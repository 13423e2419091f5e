/** Numbers of people with their middle hidden, except where two of them differ: that is what a reviewer has to see. */
import type { KolomOrang, Orang } from '#domain/cocok/orang.ts';

/** Digits that stay at the beginning and the end: region and serial of a NIK, without the birth date. */
const TAMPAK: Partial<Record<KolomOrang, readonly [depan: number, belakang: number]>> = {
  nik: [6, 4],
  no_kk: [6, 4],
  no_kartu: [3, 4],
};

/** Numbers that differ in more digits were not mistyped; nothing is to be seen in them. */
const BEDA_TERBANYAK = 3;

interface Terbanding<C> {
  readonly orang: Orang;
  readonly calon: readonly C[];
}

/**
 * A person and those it is compared with; equal numbers stay equal.
 * @param lengkap numbers are written out
 */
export function samarkan<C extends { readonly orang: Orang }>(
  { orang, calon }: Terbanding<C>,
  lengkap: boolean,
): Terbanding<C> {
  if (lengkap) return { orang, calon };
  const semua = calon.map((satu) => satu.orang);
  const tampak = samarkanOrang(orang, semua);
  return {
    orang: tampak,
    calon: calon.map((satu) => {
      const sama = (Object.keys(TAMPAK) as KolomOrang[]).filter((kolom) => satu.orang[kolom] === orang[kolom]);
      const seperti = Object.fromEntries(sama.map((kolom) => [kolom, tampak[kolom]]));
      return { ...satu, orang: { ...samarkanOrang(satu.orang, [orang]), ...seperti } };
    }),
  };
}

const samarkanOrang = (orang: Orang, lain: readonly Orang[]): Orang => ({
  ...orang,
  ...Object.fromEntries(
    Object.entries(TAMPAK).map(([kolom, batas]) => {
      const pembanding = lain.map((satu) => satu[kolom as KolomOrang]);
      return [kolom, samarkanNomor(orang[kolom as KolomOrang], pembanding, batas)];
    }),
  ),
});

function samarkanNomor(teks: string, lain: readonly string[], [depan, belakang]: readonly [number, number]): string {
  // Of numbers of other lengths nobody can say which digits stand against each other.
  const sepadan = lain.filter((satu) => {
    const beda = [...satu].filter((huruf, tempat) => teks[tempat] !== huruf).length;
    return satu.length === teks.length && beda <= BEDA_TERBANYAK;
  });
  const akhir = Math.max(depan, teks.length - belakang);
  return [...teks]
    .map((huruf, tempat) => {
      const luar = tempat < depan || tempat >= akhir;
      return luar || sepadan.some((satu) => satu[tempat] !== huruf) ? huruf : '•';
    })
    .join('');
}
