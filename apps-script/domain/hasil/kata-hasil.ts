/** The outcome that a cell of a feedback file means: branches of BPJS have no common word for it. */
import type { HasilBpjs } from './hasil.ts';

/** A denial turns the words of success around, so it is looked for with them. */
const INGKAR = '(?:tidak|tdk|gak|bukan|belum|blm|non)';
const SUKSES = '(?:berhasil|sukses|success|successful|aktif|active|terdaftar|diterima|disetujui|valid|selesai|ok)';

const POLA: readonly (readonly [hasil: HasilBpjs, pola: RegExp])[] = [
  [
    'ditangguhkan',
    /\b(?:ditangguhkan|tangguhkan|tertangguh|tangguh|tunda|ditunda|tertunda|pending|hold|menunggu|(?:dalam|masih|sedang) (?:di)?proses)\b/,
  ],
  [
    'tidak berhasil',
    new RegExp(
      `\\b(?:gagal|ditolak|tolak|penolakan|reject|rejected|fail|failed|error|batal|nonaktif|invalid|${INGKAR} (?:dapat|bisa|lolos|${SUKSES}))\\b`,
    ),
  ],
  ['berhasil', new RegExp(`\\b${SUKSES}\\b`)],
];

const BELUM_AKTIF = new RegExp(`\\b${INGKAR} ${SUKSES}\\b`, 'g');

const BULAN =
  'jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agu?s(?:tus)?|sep(?:t|tember)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?';
/** The day of an answer; any other number beside it may say more: "aktif 0". */
const TANGGAL = `\\d{1,2} (?:\\d{1,2}|${BULAN}) \\d{4}|\\d{4} \\d{1,2} \\d{1,2}|(?:${BULAN}) \\d{4}|\\d{1,2} (?:${BULAN})`;

/** What may stand beside a word of success. Any other word may turn it around: "terdaftar di segmen lain", "berhasil dinonaktifkan". */
const BIASA = new RegExp(
  `\\b(?:${[
    SUKSES,
    'data|usulan|telah|diaktifkan|dialihkan|diproses',
    '(?:di)?daftar(?:kan)?|dimutasi(?:kan)?|(?:di)?reaktivasi',
    'per|pada|mulai|tmt|tgl|tanggal|bulan|hari ini',
    ...[TANGGAL, BULAN],
  ].join('|')})\\b`,
  'g',
);

const rata = (teks: string): string =>
  teks
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Whether the remark of a success says that there was none: "berhasil", but "gagal, peserta meninggal" beside it. */
export function isKeteranganMenyangkal(keterangan: string): boolean {
  const kata = rata(keterangan);
  return POLA.some(([hasil, pola]) => hasil !== 'berhasil' && pola.test(kata));
}

/** @returns undefined for a text that names no outcome, more than one, or one with words that are not known: then a person reads it */
export function bacaHasil(teks: string): HasilBpjs | undefined {
  // A question is no answer.
  if (teks.includes('?')) return undefined;
  const kata = rata(teks);
  // "tidak berhasil" holds "berhasil": what is denied is no success.
  const tanpaIngkar = kata.replace(BELUM_AKTIF, ' ');
  const arti = POLA.filter(([hasil, pola]) => pola.test(hasil === 'berhasil' ? tanpaIngkar : kata)).map(
    ([hasil]) => hasil,
  );
  const [satu, ...lain] = arti;
  if (satu === 'berhasil' && kata.replace(BIASA, '').trim() !== '') return undefined;
  return lain.length === 0 ? satu : undefined;
}
