/** Which rows are shown and in which order. */
import type { BarisLaporan, DataLaporan } from '../wire.ts';

/** `asli`: as the rows came. */
export const URUT = ['asli', 'nomor', 'tiket', 'kelas', 'referensi', 'nama', 'skor'] as const;

export type Urut = (typeof URUT)[number];

export interface Saringan {
  /** Code of a class, `perlu` for all that somebody has to look at, empty for all. */
  readonly kelas: string;
  /** Place of a reference; -1 for all. */
  readonly referensi: number;
  readonly teks: string;
  readonly urut: Urut;
  readonly turun: boolean;
}

/** Everything of a row that can be searched, in small letters. */
const teksBaris = ({ nomor, berkas = '', tiket, orang, alasan, calon }: BarisLaporan): string =>
  [String(nomor), berkas, tiket, ...orang, alasan, ...calon.flatMap((satu) => satu.orang)].join('\n').toLowerCase();

const ABJAD = new Intl.Collator('id', { numeric: true });
const TANPA_SKOR = Number.NEGATIVE_INFINITY;

export class Tabel {
  readonly semua: readonly BarisLaporan[];
  readonly #teks: readonly string[];
  readonly #data: DataLaporan;
  /** Place of `nama` among the fields. */
  readonly #nama: number;

  constructor(data: DataLaporan, semua: readonly BarisLaporan[]) {
    this.semua = semua;
    this.#data = data;
    this.#teks = semua.map(teksBaris);
    this.#nama = data.kolom.indexOf('Nama');
  }

  nama(baris: BarisLaporan): string {
    return baris.orang[this.#nama] ?? '';
  }

  saring({ kelas, referensi, teks, urut, turun }: Saringan): BarisLaporan[] {
    const kata = teks
      .toLowerCase()
      .split(/\s+/)
      .filter((satu) => satu !== '');
    const tampil = this.semua.filter((baris, ke) => {
      const cocok = kelas === 'perlu' ? baris.perlu : kelas === '' || this.#data.kelas[baris.k]?.kode === kelas;
      if (!cocok) return false;
      if (referensi >= 0 && baris.r !== referensi) return false;
      return kata.every((satu) => this.#teks[ke]?.includes(satu));
    });
    const banding = this.#pembanding(urut);
    // Rows come in the order of the input, which stays the order of rows that are equal.
    return tampil.sort(turun ? (a, b) => banding(b, a) : banding);
  }

  #pembanding(urut: Urut): (a: BarisLaporan, b: BarisLaporan) => number {
    switch (urut) {
      case 'asli':
        return () => 0;
      case 'nomor':
        return (a, b) => a.nomor - b.nomor;
      case 'tiket':
        return (a, b) => ABJAD.compare(a.tiket, b.tiket);
      case 'kelas':
        return (a, b) => a.k - b.k;
      case 'referensi':
        return (a, b) => a.r - b.r;
      case 'nama':
        return (a, b) => ABJAD.compare(this.nama(a), this.nama(b));
      case 'skor':
        // Infinity minus itself is no number, hence the comparison.
        return (a, b) => {
          const [satu, dua] = [a.calon[0]?.skor ?? TANPA_SKOR, b.calon[0]?.skor ?? TANPA_SKOR];
          return satu === dua ? 0 : satu < dua ? -1 : 1;
        };
    }
  }
}
