/** Where two texts differ, letter by letter, so that one digit among sixteen is found at a glance. */

export type Potongan = readonly [teks: string, beda: boolean];

/** @returns `teks` in pieces, compared with `lain` */
export function potong(teks: string, lain: string): Potongan[] {
  const a = [...teks];
  const b = [...lain];
  if (a.length === b.length) return kelompok(a.map((huruf, i) => [huruf, huruf !== b[i]]));
  const terpendek = Math.min(a.length, b.length);
  let depan = 0;
  while (depan < terpendek && a[depan] === b[depan]) depan += 1;
  let belakang = 0;
  while (belakang < terpendek - depan && a.at(-1 - belakang) === b.at(-1 - belakang)) belakang += 1;
  const akhir = a.length - belakang;
  return kelompok(a.map((huruf, i) => [huruf, i >= depan && i < akhir]));
}

function kelompok(huruf: readonly Potongan[]): Potongan[] {
  const semua: [string, boolean][] = [];
  for (const [satu, beda] of huruf) {
    const terakhir = semua.at(-1);
    if (terakhir && terakhir[1] === beda) terakhir[0] += satu;
    else semua.push([satu, beda]);
  }
  return semua;
}
