/** Recognises a column by its heading, written in any of the ways that people write it. */
import type { VarianKawin } from './kode.ts';
import { KOLOM, type KunciKolom } from './kolom.ts';

/** Words that mean the same in headings. */
const PADANAN: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'NO:NOMOR,NMR,NOMER TGL:TANGGAL DESA:KELURAHAN,KALURAHAN,KAMPUNG,KEL KECAMATAN:KEC,KAPANEWON,KEMANTREN TK:TINGKAT,TKT ' +
    'TELP:TELEPON,TELPON,TLP,TELEPHONE 1:I,PERTAMA 2:II 3:III KODE:KD KARYAWAN:KARY TUNJANGAN:TUNJ'
  )
    .split(' ')
    .flatMap((satu) => {
      const [baku = '', lain = ''] = satu.split(':');
      return lain.split(',').map((kata) => [kata, baku]);
    }),
);

/** Words that explain but do not name. */
const PENGISI = new Set('SESUAI KTP EL KK E DIGIT ANGKA WAJIB DIISI PETUGAS OPSIONAL DI PADA DAN 16 13'.split(' '));

/** Comparison form of a heading: capital words with one spelling each, repeated words once. */
export function rapikanJudul(teks: string): string {
  return teks
    .toUpperCase()
    .replace(/FASILITAS KESEHATAN/g, 'FASKES')
    .split(/[^A-Z0-9]+/)
    .filter((kata) => kata !== '')
    .map((kata) => PADANAN[kata] ?? kata)
    .filter((kata, nomor, semua) => kata !== semua[nomor - 1])
    .join(' ');
}

/** All known headings in comparison form. */
const DIKENAL = new Map<string, KunciKolom>(
  KOLOM.flatMap(({ kunci, judul, alias, petunjuk }) =>
    [judul, petunjuk, ...alias.split('|')]
      .filter((satu) => satu !== '')
      .map((satu) => [rapikanJudul(satu), kunci] as const),
  ),
);

/** The column of a heading that is written exactly like a known one, apart from case, punctuation and synonyms. */
export const kenaliTepat = (teks: string): KunciKolom | undefined =>
  teks.length > 120 ? undefined : DIKENAL.get(rapikanJudul(teks));

/** Number of single edits between two texts, or 3 when it is more than 2. */
function jarak(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let lama = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const baru = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const ganti = Number(lama[j - 1]) + (a[i - 1] === b[j - 1] ? 0 : 1);
      baru.push(Math.min(ganti, Number(lama[j]) + 1, Number(baru[j - 1]) + 1));
    }
    lama = baru;
  }
  return Math.min(3, Number(lama[b.length]));
}

/** Typing errors are believed in long headings only, and only when one column alone is near. */
function kenaliMirip(rapi: string): KunciKolom | undefined {
  const batas = rapi.length < 6 ? 0 : rapi.length < 12 ? 1 : 2;
  if (batas === 0 || /\d/.test(rapi)) return undefined;
  const dekat = new Set([...DIKENAL].filter(([satu]) => jarak(rapi, satu) <= batas).map(([, kunci]) => kunci));
  return dekat.size === 1 ? [...dekat][0] : undefined;
}

/** The column that a heading names; remarks in brackets and small typing errors are overlooked. */
export function kenaliJudul(teks: string): KunciKolom | undefined {
  const tepat = kenaliTepat(teks);
  if (tepat !== undefined || teks.length > 120) return tepat;
  const rapi = rapikanJudul(teks.replace(/\([^)]*\)|\*/g, ' '));
  const inti = rapi
    .split(' ')
    .filter((kata) => !PENGISI.has(kata))
    .join(' ');
  return DIKENAL.get(rapi) ?? DIKENAL.get(inti) ?? kenaliMirip(rapi);
}

/** `dd/mm/yyyy` and its kin: stands below the heading of any date. */
export const isPetunjukTanggal = (teks: string): boolean => /^(?:DD MM|MM DD|HH BB|BB HH) /.test(rapikanJudul(teks));

/** The date order that a heading shows. */
export function urutanDariJudul(teks: string): 'HB' | 'BH' | undefined {
  const cocok = /\b(DD|HH|MM|BB) (?:DD|HH|MM|BB) (?:YYYY|TTTT|YY)\b/.exec(rapikanJudul(teks));
  if (!cocok) return undefined;
  return cocok[1] === 'DD' || cocok[1] === 'HH' ? 'HB' : 'BH';
}

/** The numbering of marital status that a heading shows. */
export function varianDariJudul(teks: string): VarianKawin | undefined {
  const rapi = rapikanJudul(teks);
  if (/\b3 C\b/.test(rapi)) return '0-3';
  return /\b3 C(?:H|ERAI HIDUP)\b/.test(rapi) ? '1-5' : undefined;
}
