/** An outcome as one line of text cells, and numbers as people write them. */
import { KOLOM_ORANG, type KolomOrang } from '#domain/cocok/orang.ts';
import { waktuIndonesia } from '#domain/waktu/bahasa.ts';
import { parseWaktu } from '#domain/waktu/waktu.ts';
import type { BedaKolom, HasilCocok } from '../bentuk.ts';

/** The columns that every result file begins with; other programs rely on their names and order. */
export const KOLOM_HASIL = ['tiket', 'referensi', 'kelas', 'nik', 'nik_referensi', 'skor', 'alasan', 'beda'] as const;

/** Where a row stands: `baris 18`, with the file where there are several; empty for what is no row of a file. */
export const letakBaris = ({ nomor, berkas }: Pick<HasilCocok, 'nomor' | 'berkas'>): string =>
  nomor > 0 ? `baris ${nomor}${berkas === undefined ? '' : ` berkas ${berkas}`}` : '';

/** At most two decimals, with a point: `18.5`. */
export const teksSkor = (skor: number): string => String(Number(skor.toFixed(2)));

/** `nama: A -> B; tgl_lahir: X -> Y`. */
export const teksBeda = (beda: readonly BedaKolom[]): string =>
  beda.map(({ kolom, usulan, referensi }) => `${kolom}: ${usulan} -> ${referensi}`).join('; ');

/** Fields in which a candidate differs: of the best one matching has said it, of the others the text decides where both have one. */
export const kolomBeda = (hasil: Pick<HasilCocok, 'orang' | 'calon' | 'beda'>, ke: number): KolomOrang[] =>
  ke === 0
    ? hasil.beda.map(({ kolom }) => kolom)
    : KOLOM_ORANG.filter((kolom) => isBeda(hasil.orang[kolom], hasil.calon[ke]?.orang[kolom] ?? ''));

const isBeda = (satu: string, lain: string): boolean => satu !== '' && lain !== '' && satu !== lain;

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

/** A time of a plan as people read it; one that is no such time stays as it is. */
export function teksWaktu(teks: string): string {
  const waktu = parseWaktu(teks);
  return waktu ? waktuIndonesia(waktu) : teks;
}

const INDONESIA = new Intl.NumberFormat('id-ID');

/** `12.345`. */
export const teksAngka = (angka: number): string => INDONESIA.format(angka);
