/** An outcome as one line of text cells, and numbers as people write them. */
import type { BedaKolom, HasilCocok } from '../bentuk.ts';

/** The columns that every result file begins with; other programs rely on their names and order. */
export const KOLOM_HASIL = ['tiket', 'referensi', 'kelas', 'nik', 'nik_referensi', 'skor', 'alasan', 'beda'] as const;

/** At most two decimals, with a point: `18.5`. */
export const teksSkor = (skor: number): string => String(Number(skor.toFixed(2)));

/** `nama: A -> B; tgl_lahir: X -> Y`. */
export const teksBeda = (beda: readonly BedaKolom[]): string =>
  beda.map(({ kolom, usulan, referensi }) => `${kolom}: ${usulan} -> ${referensi}`).join('; ');

/** The cells of `KOLOM_HASIL`. */
export function selHasil({ tiket, referensi, kelas, orang, calon, alasan, beda }: HasilCocok): string[] {
  const [pertama] = calon;
  return [
    tiket,
    referensi,
    kelas,
    orang.nik,
    pertama?.orang.nik ?? '',
    pertama ? teksSkor(pertama.skor) : '',
    alasan,
    teksBeda(beda),
  ];
}

/** Headings for the further columns of the input; one that a column of ours already has is told apart. */
export function judulLain(kolomLain: readonly string[], kolomKita: readonly string[]): string[] {
  const dipakai = new Set(kolomKita.map((judul) => judul.toLowerCase()));
  return kolomLain.map((kolom) => {
    let judul = kolom;
    for (let ke = 1; dipakai.has(judul.toLowerCase()); ke += 1) judul = `${kolom} (masukan${ke > 1 ? ` ${ke}` : ''})`;
    dipakai.add(judul.toLowerCase());
    return judul;
  });
}

const INDONESIA = new Intl.NumberFormat('id-ID');

/** `12.345`. */
export const teksAngka = (angka: number): string => INDONESIA.format(angka);
