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

/** @returns undefined for a text that names no outcome, or more than one: then a person reads it */
export function bacaHasil(teks: string): HasilBpjs | undefined {
  const kata = teks
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  // "tidak berhasil" holds "berhasil": what is denied is no success.
  const tanpaIngkar = kata.replace(BELUM_AKTIF, ' ');
  const arti = POLA.filter(([hasil, pola]) => pola.test(hasil === 'berhasil' ? tanpaIngkar : kata)).map(
    ([hasil]) => hasil,
  );
  return arti.length === 1 ? arti[0] : undefined;
}
