/** Names of people: tidy for storage as on the KTP, compare across spellings, mask for display. */

export type KodeTemuanNama =
  | 'E_NAMA_KOSONG'
  | 'E_NAMA_ANGKA'
  | 'E_NAMA_KENDALI'
  | 'E_NAMA_RUMUS'
  | 'W_NAMA_TANDA'
  | 'W_NAMA_PANJANG';

export interface TemuanNama {
  readonly kode: KodeTemuanNama;
  readonly tingkat: 'galat' | 'peringatan';
}

/** Longest name in the population administration, letters and spaces (Permendagri 73/2022). */
export const PANJANG_NAMA = 60;

/**
 * Honorifics before a name, without dots. Not those of hospitals (`Ny.`, `An.`): whose wife or child that is, nobody can tell
 * from the name behind it.
 */
export const GELAR_DEPAN = new Set(['H', 'HJ', 'KH', 'DR', 'DRS', 'DRA', 'DRG', 'IR', 'PROF', 'APT', 'NS']);

/** Degrees after a name, without dots. */
export const GELAR_BELAKANG = new Set(
  (
    'AMD AMK AMKEB AMDKEB AMDKEP SAG SAP SE SEI SFARM SFIL SGZ SH SHI SHUM SI SIKOM SIP SIPEM SKED SKEP SKG SKH SKM ' +
    'SKOM SP SPD SPDI SPSI SPT SS SSI SSN SSOS SSOSI SST SSTP ST STP STR STRKEB MAG MAP MH MHUM MKES MKOM MKN MM MPD ' +
    'MPDI MPSI MSC MSI MT MTI PHD NERS'
  ).split(' '),
);

/** Degrees that are also names or parts of names: dropped only when written with a dot or after a comma. */
export const GELAR_MIRIP_NAMA = new Set(['BA', 'LC', 'MA', 'MBA', 'H', 'HJ', 'DR', 'SPOG']);

/** Ways to write Muhammad as a word of its own, as a regular expression without anchors. */
export const EJAAN_MUHAMMAD = 'MHD|MUHD|MOHD|MOH|MOCH|MOKH|MUH|MUCH|MUKH|M[OU][CK]?HA?M+[AE]D';
const MUHAMMAD = new RegExp(`^(?:${EJAAN_MUHAMMAD})$`);
/** The blank behind it is often forgotten: `MOCHAMMADZIDAN`. */
export const MUHAMMAD_MENEMPEL = '(M[OU][CK]?HA?M+[AE]D)([A-Z]{4,})';
const MENEMPEL = new RegExp(`^${MUHAMMAD_MENEMPEL}$`);

/** `ABD. RAHMAN`, `ST. AMINAH`: only where a name follows. */
export const SINGKATAN: ReadonlyMap<string, string> = new Map([
  ['ABD', 'ABDUL'],
  ['ST', 'SITI'],
  ...(
    [
      ['WAYAN', 'WY WYN'],
      ['MADE', 'MDE'],
      ['NYOMAN', 'NYM NYMN'],
      ['KETUT', 'KT KTT'],
      ['KOMANG', 'KM KMG'],
      ['KADEK', 'KD KDK'],
      ['NENGAH', 'NGH'],
      ['GEDE', 'GD'],
      ['GUSTI', 'GST'],
      ['LUH', 'LH'],
    ] as const
  ).flatMap(([nama, pendek]) => pendek.split(' ').map((satu) => [satu, nama] as const)),
]);

/**
 * `M. YUSUF`, `MD. YUSUF`, `HM. YUSUF`: Muhammad where a name begins with it and another word follows, as a regular expression
 * without anchors. Further on `M.` may as well be MULYADI or MADE (`I MD. SUARTA`), so it stays an initial.
 */
export const MUHAMMAD_DI_DEPAN = '(?:K?H)?MD?';
const DI_DEPAN = new RegExp(`^${MUHAMMAD_DI_DEPAN}$`);
export const INISIAL_M = 'MD';

/** Spelling of before 1972 and today's, in the order in which they are replaced. */
export const EJAAN_LAMA = [
  ['OE', 'U'],
  ['DJ', 'J'],
  ['TJ', 'C'],
] as const;

/** Name as stored: composed characters, one space between words, upper case, straight apostrophes. */
export function rapikanNama(teks: string): string {
  return teks
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[\u2018\u2019\u00B4`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase();
}

/** `B*** S******`: the first letter of each word and its length. */
export function samarkanNama(teks: string): string {
  return rapikanNama(teks)
    .split(' ')
    .map((kata) => {
      const [awal = '', ...sisa] = Array.from(kata);
      return awal + '*'.repeat(sisa.length);
    })
    .join(' ');
}

interface Kata {
  /** Letters only. */
  readonly huruf: string;
  /** Written with a dot or after a comma, as titles and abbreviations are. */
  readonly singkatan: boolean;
  /** Between its dots: `R.D.` are two initials, `DR.BUDI` a title and a name. */
  readonly potongan: readonly string[];
}

const hanyaHuruf = (teks: string): string => teks.replace(/[^A-Z]/g, '');

function pecah(nama: string): readonly Kata[] {
  return nama.split(',').flatMap((bagian, nomor) =>
    bagian
      .replace(/[-/]/g, ' ')
      .split(/\s+/)
      .map((kata) => ({
        huruf: hanyaHuruf(kata),
        singkatan: nomor > 0 || kata.includes('.'),
        potongan: kata.split('.').map(hanyaHuruf).filter(Boolean),
      }))
      .filter((kata) => kata.huruf !== ''),
  );
}

function isGelarBelakang({ huruf, singkatan }: Kata): boolean {
  return GELAR_BELAKANG.has(huruf) || (singkatan && GELAR_MIRIP_NAMA.has(huruf));
}

/** Drops titles from the start of the words, but never the last word: somebody may really be called that. */
function tanpaAwal<K>(kata: readonly K[], isGelar: (satu: K) => boolean): readonly K[] {
  const mulai = kata.findIndex((satu, nomor) => nomor === kata.length - 1 || !isGelar(satu));
  return kata.slice(Math.max(0, mulai));
}

/** A degree is known by all its letters (`S.PD.`), a title also before the dot that joins it to a name (`DR.BUDI`). */
function tanpaGelar(kata: readonly Kata[]): readonly string[] {
  const tanpaDepan = tanpaAwal(kata, ({ huruf }) => GELAR_DEPAN.has(huruf));
  const tanpaBelakang = [...tanpaAwal([...tanpaDepan].reverse(), isGelarBelakang)].reverse();
  return tanpaAwal(
    tanpaBelakang.flatMap(({ potongan }) => potongan),
    (huruf) => GELAR_DEPAN.has(huruf),
  );
}

/** Short forms stand for a word only when a name follows; at the end `M.` is somebody's initial. */
function ejaan(huruf: string, nomor: number, semua: readonly string[]): string {
  const baru = EJAAN_LAMA.reduce((kata, [lama, kini]) => kata.replaceAll(lama, kini), huruf);
  const [, , sisa] = MENEMPEL.exec(baru) ?? [];
  if (sisa !== undefined) return `MUHAMMAD ${sisa}`;
  if (MUHAMMAD.test(baru)) return 'MUHAMMAD';
  const terakhir = nomor === semua.length - 1;
  if (nomor === 0 && !terakhir && DI_DEPAN.test(baru)) return 'MUHAMMAD';
  if (baru === INISIAL_M) return 'M';
  return (terakhir ? undefined : SINGKATAN.get(baru)) ?? baru;
}

/**
 * Key for comparing names: without titles, old spelling made new (OE, DJ, TJ), every form of Muhammad alike, letters and
 * single spaces only. Equal keys suggest the same person, they do not prove it.
 */
export function kunciNama(teks: string): string {
  const polos = rapikanNama(teks)
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '');
  return tanpaGelar(pecah(polos)).map(ejaan).join(' ');
}

/** No name on a KTP has them; digits and control characters have findings of their own. */
const BUKAN_NAMA = /[^\p{L}\p{M}\p{N}\p{Cc} '.,/-]/u;

/** Everything wrong with a name as typed; a single word is normal. */
export function temuanNama(teks: string): readonly TemuanNama[] {
  const nama = rapikanNama(teks);
  const temuan: TemuanNama[] = [];
  if (!/\p{L}/u.test(nama)) temuan.push({ kode: 'E_NAMA_KOSONG', tingkat: 'galat' });
  if (/\p{N}/u.test(nama)) temuan.push({ kode: 'E_NAMA_ANGKA', tingkat: 'galat' });
  if (/\p{Cc}/u.test(nama)) temuan.push({ kode: 'E_NAMA_KENDALI', tingkat: 'galat' });
  if (/^[=+@-].*\p{L}/u.test(nama)) temuan.push({ kode: 'E_NAMA_RUMUS', tingkat: 'galat' });
  else if (BUKAN_NAMA.test(nama)) temuan.push({ kode: 'W_NAMA_TANDA', tingkat: 'peringatan' });
  if (Array.from(nama).length > PANJANG_NAMA) temuan.push({ kode: 'W_NAMA_PANJANG', tingkat: 'peringatan' });
  return temuan;
}
