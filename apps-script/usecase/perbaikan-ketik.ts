/** Numbers that one slip of the hand turns into what was typed: a wrong, swapped, missing or doubled digit. */

const PANJANG = 16;
const ANGKA = [...'0123456789'];

/** All numbers of 16 digits within one slip of `teks`; none when it holds anything but digits or is too far off. */
export function perbaikanKetik(teks: string): string[] {
  if (!/^\d+$/.test(teks)) return [];
  const calon = letak(teks.length).flatMap((i) => {
    const awal = teks.slice(0, i);
    const sisa = teks.slice(i);
    switch (teks.length) {
      case PANJANG:
        return [...ANGKA.map((angka) => awal + angka + sisa.slice(1)), awal + tukar(sisa)];
      case PANJANG - 1:
        return ANGKA.map((angka) => awal + angka + sisa);
      case PANJANG + 1:
        return [awal + sisa.slice(1)];
      default:
        return [];
    }
  });
  return [...new Set(calon)].filter((satu) => satu.length === PANJANG && satu !== teks);
}

const letak = (panjang: number): number[] => Array.from({ length: panjang + 1 }, (_, i) => i);

const tukar = (teks: string): string => teks.charAt(1) + teks.charAt(0) + teks.slice(2);
