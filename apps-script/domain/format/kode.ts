/** Code lists of Format 34/37: what a cell may hold, the words that people write instead, and what is written back. */
import type { KunciKolom } from './kolom.ts';

/** `code=meaning,other words|...`; the meaning comes first. */
const DAFTAR: Partial<Record<KunciKolom, string>> = {
  hubkel: '1=PESERTA,P|2=SUAMI,S|3=ISTRI,ISTERI,I|4=ANAK,A|5=TAMBAHAN,T',
  jk: '1=L,LAKI LAKI,LAKI,LK,PRIA|2=P,PEREMPUAN,PR,WANITA,W',
  kelas: '1=KELAS I,I,KELAS 1|2=KELAS II,II,KELAS 2|3=KELAS III,III,KELAS 3',
  wn: '1=WNI,INDONESIA|2=WNA,ASING',
  status_kerja: '1=TETAP|2=KONTRAK|3=PARUH WAKTU|4=PENERIMA PENSIUN,PENSIUN',
  // No code here: branches number these differently, see VARIAN_KAWIN.
  kawin:
    'TIDAK_TAHU=TIDAK TAHU,TIDAK DIKETAHUI,TD|BELUM_KAWIN=BELUM KAWIN,B,BK,BELUM MENIKAH,LAJANG|' +
    'KAWIN=KAWIN,K,MENIKAH,NIKAH|CERAI=CERAI,C|CERAI_HIDUP=CERAI HIDUP,CH|CERAI_MATI=CERAI MATI,CM',
};

export type VarianKawin = '0-3' | '1-5';

/** Marital status is numbered in two ways; which one a branch uses is a setting. The record keeps the meaning. */
export const VARIAN_KAWIN: Record<VarianKawin, Readonly<Record<string, string>>> = {
  '0-3': { TIDAK_TAHU: '0', BELUM_KAWIN: '1', KAWIN: '2', CERAI: '3', CERAI_HIDUP: '3', CERAI_MATI: '3' },
  '1-5': { BELUM_KAWIN: '1', KAWIN: '2', CERAI_HIDUP: '3', CERAI_MATI: '4', TIDAK_TAHU: '5' },
};

export const PETUNJUK_KAWIN: Record<VarianKawin, string> = {
  '0-3': '0=TD, 1=B, 2=K, 3=C',
  '1-5': '1=BK, 2=K, 3=CH, 4=CM, 5=Tidak Tahu',
};

export interface JenisMutasi {
  readonly label: string;
  /** The branch's number; empty until the branch has told it. No published list was found. */
  readonly kode_bpjs: string;
}

export const JENIS_MUTASI: readonly JenisMutasi[] = (
  'PENGALIHAN_KE_PBI_APBD PENAMBAHAN_ANGGOTA PERUBAHAN_IDENTITAS PINDAH_FASKES NONAKTIF_MENINGGAL NONAKTIF_PINDAH ' +
  'NONAKTIF_MAMPU NONAKTIF_BEKERJA_PPU REAKTIVASI'
)
  .split(' ')
  .map((label) => ({ label, kode_bpjs: '' }));

interface Butir {
  readonly kode: string;
  readonly kata: readonly string[];
}

const urai = (teks: string): readonly Butir[] =>
  teks.split('|').map((butir) => {
    const [kode = '', kata = ''] = butir.split('=');
    return { kode, kata: kata.split(',') };
  });

const TERURAI = new Map(Object.entries(DAFTAR).map(([kunci, teks]) => [kunci, urai(teks)]));

const rapikan = (teks: string): string =>
  teks
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();

const cari = (daftar: readonly Butir[], teks: string): string | undefined =>
  daftar.find(({ kode, kata }) => kode === teks || kata.includes(teks) || kata.some((k) => `${kode} ${k}` === teks))
    ?.kode;

/**
 * The code that a cell means: `1`, `Peserta`, `1 = Peserta` all give `1`. For `kawin` the meaning (`BELUM_KAWIN`), with
 * numbers read in the given variant. Undefined when the list has no such entry.
 */
export function bacaKode(kunci: KunciKolom, teks: string, varian: VarianKawin): string | undefined {
  const rapi = rapikan(teks);
  const arti = cari(TERURAI.get(kunci) ?? [], rapi);
  if (arti !== undefined || kunci !== 'kawin') return arti;
  const [angka = '', ...kata] = rapi.split(' ');
  const nama = Object.entries(VARIAN_KAWIN[varian]).find(([, kode]) => kode === angka)?.[0];
  const sesuai = kata.length === 0 || VARIAN_KAWIN[varian][bacaKode(kunci, kata.join(' '), varian) ?? ''] === angka;
  return sesuai ? nama : undefined;
}

/** What a cell of the file holds for a value of the record; undefined when the chosen variant has no code for it. */
export function tulisKode(kunci: KunciKolom, nilai: string, varian: VarianKawin): string | undefined {
  return kunci === 'kawin' ? VARIAN_KAWIN[varian][nilai] : nilai;
}

/** The meaning of a code in words: `hubkel` 4 -> `ANAK`, `jk` 2 -> `P`; empty for a code that the list does not have. */
export function artiKode(kunci: KunciKolom, kode: string): string {
  return TERURAI.get(kunci)?.find((butir) => butir.kode === kode)?.kata[0] ?? '';
}

/** The label of a kind of change, from the label as people write it or from the branch's number. */
export function bacaJenisMutasi(teks: string, daftar: readonly JenisMutasi[]): string | undefined {
  const rapi = rapikan(teks);
  return daftar.find(
    ({ label, kode_bpjs }) => rapikan(label) === rapi || (kode_bpjs !== '' && kode_bpjs === teks.trim()),
  )?.label;
}
