/** How many slips of the typing hand lie between two texts: a wrong, a missing, an extra letter, two that changed places. */

/** Damerau's distance with adjacent letters that change places (Lowrance and Wagner), as databases compute it. */
export function jarakKetik(a: string, b: string): number {
  const lebar = b.length + 2;
  const batas = a.length + b.length;
  const d = new Uint16Array((a.length + 2) * lebar);
  d[0] = batas;
  for (let i = 0; i <= a.length; i += 1) {
    d[(i + 1) * lebar] = batas;
    d[(i + 1) * lebar + 1] = i;
  }
  for (let j = 0; j <= b.length; j += 1) {
    d[j + 1] = batas;
    d[lebar + j + 1] = j;
  }
  const barisTerakhir = new Map<string, number>();
  for (let i = 1; i <= a.length; i += 1) {
    let kolomSama = 0;
    for (let j = 1; j <= b.length; j += 1) {
      const barisSama = barisTerakhir.get(b.charAt(j - 1)) ?? 0;
      const tukar = Number(d[barisSama * lebar + kolomSama]) + (i - barisSama - 1) + 1 + (j - kolomSama - 1);
      const sama = a[i - 1] === b[j - 1];
      const ganti = Number(d[i * lebar + j]) + (sama ? 0 : 1);
      const sisip = Math.min(Number(d[(i + 1) * lebar + j]), Number(d[i * lebar + j + 1])) + 1;
      d[(i + 1) * lebar + j + 1] = Math.min(tukar, ganti, sisip);
      if (sama) kolomSama = j;
    }
    barisTerakhir.set(a.charAt(i - 1), i);
  }
  return Number(d[(a.length + 1) * lebar + b.length + 1]);
}
