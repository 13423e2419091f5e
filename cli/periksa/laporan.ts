/** The report of an examination for people: grouped, the bad first, each with what mends it. */
import { BAGIAN, type Bagian, type Temuan, type Tingkat } from './temuan.ts';

const URUTAN: readonly Tingkat[] = ['GALAT', 'PERINGATAN', 'LEWAT', 'BAIK'];

const TANDA: Readonly<Record<Tingkat, string>> = { GALAT: '✗', PERINGATAN: '!', LEWAT: '-', BAIK: '✓' };

const WARNA: Readonly<Record<Tingkat, string>> = {
  GALAT: '\u001b[31m',
  PERINGATAN: '\u001b[33m',
  LEWAT: '\u001b[2m',
  BAIK: '\u001b[32m',
};
const BIASA = '\u001b[0m';

const LEBAR = 100;

export interface OpsiLaporan {
  /** Whether the terminal shows colours. */
  readonly warna: boolean;
}

export function teksLaporan(temuan: readonly Temuan[], { warna }: OpsiLaporan): string {
  const bagian = (Object.keys(BAGIAN) as Bagian[]).flatMap((satu) => {
    const isi = temuan.filter((t) => t.bagian === satu);
    return isi.length > 0 ? [judul(BAGIAN[satu]), ...urut(isi).flatMap((t) => baris(t, warna)), ''] : [];
  });
  return `${[...bagian, kesimpulan(temuan)].join('\n')}\n`;
}

const judul = (teks: string): string => `${teks}\n${'─'.repeat(teks.length)}`;

const urut = (temuan: readonly Temuan[]): Temuan[] =>
  [...temuan].sort((a, b) => URUTAN.indexOf(a.tingkat) - URUTAN.indexOf(b.tingkat));

function baris({ tingkat, kode, kalimat, perbaikan }: Temuan, warna: boolean): string[] {
  const tanda = warna ? `${WARNA[tingkat]}${TANDA[tingkat]}${BIASA}` : TANDA[tingkat];
  const isi = tingkat === 'BAIK' ? kalimat : `${kode}: ${kalimat}`;
  return [...lipat(isi, `  ${tanda} `, '    '), ...(perbaikan === '' ? [] : lipat(perbaikan, '    → ', '      '))];
}

/** Lines of words, the first after `awal`, the others after `lanjut`. */
function lipat(teks: string, awal: string, lanjut: string): string[] {
  const hasil: string[] = [];
  let kini = '';
  for (const kata of teks.split(' ')) {
    if (kini !== '' && kini.length + kata.length + lanjut.length >= LEBAR) {
      hasil.push(kini);
      kini = kata;
    } else kini = kini === '' ? kata : `${kini} ${kata}`;
  }
  return [...hasil, kini].map((satu, i) => `${i === 0 ? awal : lanjut}${satu}`);
}

export const banyak = (temuan: readonly Temuan[], tingkat: Tingkat): number =>
  temuan.filter((satu) => satu.tingkat === tingkat).length;

function kesimpulan(temuan: readonly Temuan[]): string {
  const [galat, peringatan, lewat] = [banyak(temuan, 'GALAT'), banyak(temuan, 'PERINGATAN'), banyak(temuan, 'LEWAT')];
  const sisa = lewat > 0 ? ` ${lewat} hal tidak dapat diperiksa.` : '';
  if (galat + peringatan === 0) return `Kantor sehat: ${banyak(temuan, 'BAIK')} pemeriksaan tanpa temuan.${sisa}`;
  return `${galat} galat, ${peringatan} peringatan, ${banyak(temuan, 'BAIK')} baik.${sisa}`;
}
