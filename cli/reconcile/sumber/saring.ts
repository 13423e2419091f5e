/** Separates rows about people from what else stands below the headings of a table; all of it is counted. */
import { awalPenutup, type LetakIdentitas, sebabLewat } from '#domain/format/baca-berkas.ts';
import { kenaliTepat } from '#domain/format/judul.ts';
import { isiSel, selPada } from '#domain/format/sel.ts';
import { deretNomor } from '#domain/format/temukan.ts';
import { bacaTanggal } from '#domain/format/urutan-tanggal.ts';
import { BerkasError } from '../../berkas/berkas-error.ts';
import type { BarisMentah, RingkasanSumber, SebabLewat } from './bentuk.ts';
import type { Penafsir } from './judul.ts';
import type { TabelOrang } from './tabel.ts';

/** So many row numbers of each kind are kept. */
const NOMOR_DISEBUT = 1000;
/** Signatures and remarks below a table take fewer rows. */
const PENUTUP_MAKSIMAL = 40;
/** How a row of sums begins. */
const JUMLAH = /jumlah|total/i;
/** A signature or remark fills at most this many cells. */
const SEL_PENUTUP = 3;

/** No heading holds so many digits, but most rows do: looking for near headings in them is costly. */
const ANGKA_ORANG = /\d{4}/;

const isTanggal = (teks: string): boolean =>
  bacaTanggal(teks, 'HB') !== undefined || bacaTanggal(teks, 'BH') !== undefined;

export class Penyaring {
  readonly #tabel: TabelOrang;
  readonly #tafsirkan: Penafsir;
  readonly #letak: LetakIdentitas;
  readonly #orang: {
    readonly tiket: number | undefined;
    readonly nama: number | undefined;
    readonly lahir: number | undefined;
  };
  readonly #lewat = new Map<SebabLewat, { jumlah: number; baris: number[] }>();
  /** Rows that are a signature if nothing but such rows follows. */
  #tunggu: BarisMentah[] = [];

  constructor(tabel: TabelOrang, tafsirkan: Penafsir) {
    this.#tabel = tabel;
    this.#tafsirkan = tafsirkan;
    const indeks = (nama: string) => tabel.kolom.find(({ sebagai }) => sebagai === nama)?.indeks;
    const no = tabel.kolom.find(({ judul }) => kenaliTepat(judul) === 'no')?.indeks;
    const kolom = { nik: indeks('nik') ?? indeks('no_kartu'), no_kk: indeks('no_kk'), no };
    this.#orang = { tiket: indeks('tiket'), nama: indeks('nama'), lahir: indeks('tgl_lahir') };
    this.#letak = { kolom: Object.fromEntries(Object.entries(kolom).filter(([, satu]) => satu !== undefined)) };
  }

  get lewat(): RingkasanSumber['lewat'] {
    return Object.fromEntries(this.#lewat);
  }

  get jumlahLewat(): number {
    return [...this.#lewat.values()].reduce((jumlah, satu) => jumlah + satu.jumlah, 0);
  }

  /** The rows of data that are certain by now. */
  masuk(potongan: readonly BarisMentah[]): BarisMentah[] {
    const data: BarisMentah[] = [];
    for (const baris of potongan) {
      if (this.#jelasData(baris)) data.push(...this.#lepas(), baris);
      else this.#timbang(baris, data);
    }
    return data;
  }

  /** The rows that were waiting, when rows that are known to be data come next. */
  diikutiData(): BarisMentah[] {
    return this.#lepas();
  }

  /** The rows that were waiting for the end. */
  akhir(): BarisMentah[] {
    const tunggu = this.#lepas();
    const penutup = awalPenutup(
      tunggu.map(({ sel }) => sel),
      this.#letak,
    );
    for (const { nomor } of tunggu.slice(penutup)) this.#catat('penutup', nomor);
    return tunggu.slice(0, penutup);
  }

  /** Most rows show at a glance that they are data; the others take a closer look. */
  #jelasData({ sel, cacat }: BarisMentah): boolean {
    const nik = selPada(sel, this.#letak.kolom.nik).teks;
    if ((nik.length >= 13 && /^\d/.test(nik)) || cacat.some(({ kode }) => kode === 'E_KUTIP')) return true;
    if (this.#bernama(sel)) return true;
    const isi = sel.filter(({ teks }) => teks !== '');
    return isi.length > SEL_PENUTUP && !JUMLAH.test(isi[0]?.teks ?? '') && isi.some(({ teks }) => /\d{6}/.test(teks));
  }

  /** A name with a birth date or a ticket is a person, also one called Totalia; no signature has a bare date beside a name. */
  #bernama(sel: BarisMentah['sel']): boolean {
    const { tiket, nama, lahir } = this.#orang;
    if (!/\p{L}/u.test(selPada(sel, nama).teks)) return false;
    return isTanggal(selPada(sel, lahir).teks) || /\d/.test(selPada(sel, tiket).teks);
  }

  #timbang(baris: BarisMentah, data: BarisMentah[]): void {
    const sebab = this.#judulUlang(baris) ? 'judul' : sebabLewat(baris.sel, this.#letak);
    if (sebab) {
      this.#catat(sebab, baris.nomor);
      return;
    }
    const terisi = baris.sel.filter((sel) => isiSel(sel).trim() !== '').length;
    if (terisi > SEL_PENUTUP) {
      data.push(...this.#lepas(), baris);
      return;
    }
    this.#tunggu.push(baris);
    if (this.#tunggu.length > PENUTUP_MAKSIMAL) data.push(...this.#tunggu.splice(0, 1));
  }

  /**
   * The headings again, as on each printed page.
   * @throws BerkasError for other headings: below them every column would be misread
   */
  #judulUlang({ sel, nomor }: BarisMentah): boolean {
    if (deretNomor(sel) || sel.some(({ teks }) => ANGKA_ORANG.test(teks))) return false;
    const arti = sel.map(({ teks, jenis }) => (jenis === 'teks' ? this.#tafsirkan(teks, true)?.sebagai : undefined));
    const disebut = new Set(arti.filter((satu) => satu !== undefined)).size;
    const dikenal = this.#tabel.kolom.filter(({ sebagai }) => sebagai !== 'lain');
    const sama = dikenal.filter(({ indeks, sebagai }) => arti[indeks] === sebagai).length;
    if (sama >= 2 || (sama === 1 && dikenal.length === 1)) return true;
    if (disebut < 3) return false;
    throw new BerkasError(`Baris ${nomor}: ada tabel kedua dengan susunan kolom lain. Pisahkan ke dua berkas.`);
  }

  #lepas(): BarisMentah[] {
    const tunggu = this.#tunggu;
    this.#tunggu = [];
    return tunggu;
  }

  #catat(sebab: SebabLewat, nomor: number): void {
    const ada = this.#lewat.get(sebab) ?? { jumlah: 0, baris: [] };
    ada.jumlah += 1;
    if (ada.baris.length < NOMOR_DISEBUT) ada.baris.push(nomor);
    this.#lewat.set(sebab, ada);
  }
}
