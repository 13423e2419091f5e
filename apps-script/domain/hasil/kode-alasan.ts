/** Codes for sentences: of a return by the reason that was chosen, of BPJS's answer by the words of its remark. */
import type { Tanggal } from '../waktu/tanggal.ts';
import type { HasilBpjs, Jawaban } from './hasil.ts';

/** A row of the tab `Alasan`, as the office has it now. */
export interface AlasanKantor {
  readonly kode: string;
  /** Where it is chosen: `kembali`, `tutup`, `bpjs` and others. */
  readonly untuk: string;
  readonly teks: string;
  /** Words that name an answer of BPJS, separated by semicolons. */
  readonly pola: string;
}

/** Of answers whose remark no row explains; the remark is kept as it is, and a person decides. */
const TAK_DIKENAL: Readonly<Record<HasilBpjs, string>> = {
  berhasil: 'B01',
  'tidak berhasil': 'X99',
  ditangguhkan: 'X99',
};

/** Codes of answers that brought cover begin so; its words must not explain a failure, nor the other way round. */
const AWALAN_BERHASIL = 'B';

/** The number of a person, a family or a card may stand in the middle of a known wording. */
const NOMOR = /(?<!\p{L})\d(?:[ .-]?\d){9,17}(?!\d)/gu;

/** The code of the reason that a text begins with; a note of one's own may follow. Empty: none of the office's reasons. */
export function kodeKembali(alasan: string, daftar: readonly AlasanKantor[]): string {
  const tertulis = rata(alasan);
  const cocok = daftar.filter(({ untuk, teks }) => {
    const awal = rata(teks);
    return untuk === 'kembali' && awal !== ' ' && tertulis.startsWith(awal);
  });
  return cocok.sort((a, b) => b.teks.length - a.teks.length)[0]?.kode ?? '';
}

/** Cover that begins on the first of a later month. */
const BULAN_BERIKUT = 'B02';

/**
 * The code of an answer, by the words of its remark, or else by its outcome.
 * @param hariIni the day of the answer: a success whose cover begins on the first of a later month is another one (S-24)
 * @returns X99 when no words are known, B01 or B02 for an answer that brought cover
 */
export function kodeJawaban(
  { hasil, keterangan, tmt }: Jawaban,
  daftar: readonly AlasanKantor[],
  hariIni: Tanggal,
): string {
  const kode = kodeDariKata(keterangan, daftar, hasil);
  if (kode !== '') return kode;
  const kelak = hasil === 'berhasil' && tmt > hariIni && tmt.endsWith('-01');
  return kelak && daftar.some((satu) => satu.untuk === 'bpjs' && satu.kode === BULAN_BERIKUT)
    ? BULAN_BERIKUT
    : TAK_DIKENAL[hasil];
}

/** The code whose words occur in a remark; the longest wording decides, for it says most ("nik ganda" before "ganda"). */
export function kodeDariKata(keterangan: string, daftar: readonly AlasanKantor[], hasil: HasilBpjs): string {
  const teks = rata(keterangan.replace(NOMOR, ' '));
  let kode = '';
  let panjang = 1;
  for (const satu of daftar) {
    const berhasil = satu.kode.startsWith(AWALAN_BERHASIL);
    if (satu.untuk !== 'bpjs' || berhasil !== (hasil === 'berhasil')) continue;
    for (const kata of satu.pola.split(';').map(rata)) {
      if (kata.length <= panjang || !teks.includes(kata)) continue;
      kode = satu.kode;
      panjang = kata.length;
    }
  }
  return kode;
}

/** Small letters and digits, one space between words and around all, so that only whole words are found. */
function rata(teks: string): string {
  const kata = teks
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return kata === '' ? ' ' : ` ${kata} `;
}
