/** The result as a workbook: a summary, what a person has to look at in colour, and all rows plain. */
import { JUDUL_ORANG, KOLOM_ORANG } from '#domain/cocok/orang.ts';
import type { HasilCocok } from '../../bentuk.ts';
import { judulLain, teksAngka, teksBeda, teksSkor } from '../baris.ts';
import { isPerluDilihat } from '../kelas-teks.ts';
import type { BukaPenulis } from '../penulis.ts';
import { type Asal, Ringkasan } from '../ringkasan.ts';
import { BerkasUtuh } from '../utuh.ts';
import { type BentukLembar, BukuXlsx, type LembarXlsx } from './buku.ts';
import { barisPerlu, bentukPerlu, kepalaPerlu, urutkanPerlu } from './lembar-perlu.ts';
import { barisRingkasan, bentukRingkasan } from './lembar-ringkasan.ts';
import type { Isi } from './sel.ts';

interface Batas {
  /** Rows of a sheet; Excel takes no more. */
  readonly lembar: number;
  /** So many rows to look at are kept in memory until the end; more than anybody goes through by eye. */
  readonly perlu: number;
}

const BATAS: Batas = { lembar: 1_048_576, perlu: 20_000 };

const KOLOM = ['Baris', 'Tiket', 'Referensi', 'Kelas', 'NIK referensi', 'Skor', 'Alasan', 'Beda'];
const LEBAR = [9, 22, 14, 18, 20, 8, 48, 48];

const TANPA_LAIN = {};

class HasilXlsx {
  readonly #berkas: BerkasUtuh;
  readonly #buku: BukuXlsx;
  readonly #kolomLain: readonly string[];
  readonly #asal: Asal;
  readonly #batas: Batas;
  readonly #ringkasan = new Ringkasan();
  readonly #perlu: HasilCocok[] = [];
  readonly #nama: string[] = [];
  #lembar: LembarXlsx | undefined;

  constructor(berkas: BerkasUtuh, kolomLain: readonly string[], asal: Asal, batas: Batas) {
    this.#berkas = berkas;
    this.#batas = batas;
    this.#buku = new BukuXlsx(berkas);
    this.#kolomLain = kolomLain;
    this.#asal = asal;
  }

  async tulis(hasil: HasilCocok): Promise<void> {
    this.#ringkasan.tulis(hasil);
    if (isPerluDilihat(hasil) && this.#perlu.length < this.#batas.perlu) {
      // Of the further columns, which can be many, that sheet shows none.
      this.#perlu.push({ ...hasil, lain: TANPA_LAIN });
    }
    if (!this.#lembar || this.#lembar.baris >= this.#batas.lembar) await this.#lembarBaru();
    await this.#lembar?.tulis(this.#baris(hasil));
  }

  async selesai(): Promise<void> {
    try {
      if (!this.#lembar) await this.#lembarBaru();
      await this.#lembar?.selesai();
      await this.#tulisLembar(bentukPerlu, [kepalaPerlu()], this.#perlu);
      await this.#tulisLembar(
        bentukRingkasan(this.#ringkasan),
        barisRingkasan(this.#asal, this.#ringkasan, this.#penjelasan()),
      );
      await this.#buku.selesai(['Ringkasan', bentukPerlu.nama, ...this.#nama]);
    } catch (error) {
      await this.#berkas.batal();
      throw error;
    }
    await this.#berkas.selesai();
  }

  batal(): Promise<void> {
    return this.#berkas.batal();
  }

  async #tulisLembar(bentuk: BentukLembar, atas: readonly Isi[][], hasil: readonly HasilCocok[] = []): Promise<void> {
    const lembar = this.#buku.lembar(bentuk);
    for (const baris of atas) await lembar.tulis(baris);
    for (const satu of urutkanPerlu(hasil)) for (const baris of barisPerlu(satu)) await lembar.tulis(baris);
    await lembar.selesai();
  }

  async #lembarBaru(): Promise<void> {
    await this.#lembar?.selesai();
    const nama = this.#nama.length === 0 ? 'Semua' : `Semua ${this.#nama.length + 1}`;
    this.#nama.push(nama);
    const kita = [...KOLOM, ...KOLOM_ORANG.map((kolom) => JUDUL_ORANG[kolom])];
    const judul = [...kita, ...judulLain(this.#kolomLain, kita)];
    const lebar = judul.map((satu, ke) => LEBAR[ke] ?? Math.min(Math.max(satu.length + 4, 14), 30));
    this.#lembar = this.#buku.lembar({ nama, lebar, tabel: true });
    await this.#lembar.tulis(judul.map((isi) => ({ isi, gaya: 'kepala' })));
  }

  #baris({ nomor, tiket, referensi, kelas, calon, alasan, beda, orang, lain }: HasilCocok): Isi[] {
    const [pertama] = calon;
    return [
      nomor,
      tiket,
      referensi,
      kelas,
      pertama?.orang.nik ?? '',
      pertama ? Number(teksSkor(pertama.skor)) : '',
      alasan,
      teksBeda(beda),
      ...KOLOM_ORANG.map((kolom) => orang[kolom]),
      ...this.#kolomLain.map((kolom) => lain[kolom] ?? ''),
    ];
  }

  #penjelasan(): string[] {
    const perlu = this.#ringkasan.perluOrang;
    const dipotong = perlu > this.#perlu.length;
    return [
      'Lembar "Perlu dilihat": isian usulan dan referensi berdampingan; yang berbeda tebal dan berwarna.',
      ...(dipotong
        ? [
            `Lembar itu memuat ${teksAngka(this.#perlu.length)} dari ${teksAngka(perlu)} baris yang perlu dilihat. ` +
              'Selebihnya ada di lembar "Semua": saring kolom Kelas.',
          ]
        : []),
      `Lembar "${this.#nama.join('", "')}": setiap baris masukan dan referensi, menurut urutan masukan.`,
    ];
  }
}

/** @param kolomLain headings of the input that are not among the columns of people; their cells are kept */
export const xlsxHasil =
  (path: string, kolomLain: readonly string[], asal: Asal, batas: Batas = BATAS): BukaPenulis =>
  async () =>
    new HasilXlsx(await BerkasUtuh.buka(path), kolomLain, asal, batas);
