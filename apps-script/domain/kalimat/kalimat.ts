/** Sentences with blanks: how one is filled, and what an office's own version of it must keep to. */

export interface Kalimat<Kunci extends string = string> {
  readonly kunci: Kunci;
  readonly bawaan: string;
  /** When it is used. */
  readonly guna: string;
  /** The blanks that may stand in it. None of them is a NIK, a family card, a phone number, or an unmasked name. */
  readonly isian: readonly string[];
}

/** The sentences that an office has changed. */
export type KalimatKantor = ReadonlyMap<string, string>;

const ISIAN = /\{([^{}]*)\}/g;

const namaIsian = (teks: string): string[] => [...teks.matchAll(ISIAN)].map(([, nama = '']) => nama);

/**
 * Fills the blanks. In a text of several lines a line whose blank has nothing to say is left out, and no more than one
 * empty line stays in a row: so one text serves cases with and without a hospital, a link, a remark.
 */
export function isiKalimat(teks: string, isi: Readonly<Record<string, string>>): string {
  const baris = teks.split('\n');
  const dipakai =
    baris.length === 1 ? baris : baris.filter((satu) => namaIsian(satu).every((nama) => (isi[nama] ?? '') !== ''));
  return dipakai
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(ISIAN, (_semua, nama: string) => isi[nama] ?? '')
    .trim();
}

/** Longer than this no mail of an office has to be. */
const PANJANG = 3000;

/** What is wrong with an office's own version, as sentences; empty when it may be used. */
export function salahKalimat({ kunci, bawaan, isian }: Kalimat, teks: string): string[] {
  const asing = [...new Set(namaIsian(teks).filter((nama) => !isian.includes(nama)))];
  const boleh = isian.length > 0 ? isian.map((nama) => `{${nama}}`).join(', ') : 'tidak ada';
  const sisa = teks.replace(ISIAN, '');
  return [
    asing.length > 0
      ? `Isian ${asing.map((nama) => `{${nama}}`).join(', ')} tidak dikenal di kalimat ini; yang ada: ${boleh}.`
      : '',
    /[{}]/.test(sisa) ? 'Ada kurung kurawal yang tidak berpasangan.' : '',
    !bawaan.includes('\n') && !kunci.endsWith('.isi') && teks.includes('\n') ? 'Tulis dalam satu baris.' : '',
    /\d{16}/.test(teks.replace(/[\s.-]/g, '')) ? 'Ada 16 angka berurutan; nomor orang tidak boleh ada di kalimat.' : '',
    teks.length > PANJANG ? `Terlalu panjang; paling banyak ${PANJANG} huruf.` : '',
  ].filter((satu) => satu !== '');
}
