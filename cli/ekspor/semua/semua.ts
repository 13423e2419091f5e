/** Everything of an office as tables for another system: a CSV for each tab and form, and what their columns mean. */
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { tulisCsv } from '#domain/format/csv.ts';
import { idTab } from '#domain/kolom/tab.ts';
import { ArsipTulis } from '../../cadangan/arsip-tulis.ts';
import { bacaStruktur, bacaTanggapan } from '../../cadangan/formulir.ts';
import type { Kantor } from '../../cadangan/layanan.ts';
import { type Lembar, type Potongan, TAKARAN, type Takaran } from '../../cadangan/lembar.ts';
import { teksSel } from '../../cadangan/sel.ts';
import { TabKecil } from '../../cadangan/tab-kecil.ts';
import { barisTanggapan, tajukTanggapan } from '../../cadangan/tabel-tanggapan.ts';
import { type Bacaan, bacaUtuh } from '../../cadangan/utuh.ts';
import { PenulisTerhitung, tulisAnggota, type Wadah } from '../../cadangan/wadah.ts';
import { FolderTulis } from './folder.ts';
import { keteranganTabel, type TabelEkspor } from './kolom.ts';

/** Excel takes a CSV without it for Windows-1252. */
const TANDA_UTF8 = '\uFEFF';

/** Scratch paper of the script. */
const TANPA = ['Jejak'] as const;

export interface OpsiSemua {
  /** A folder, or a file that ends in `.zip`. */
  readonly keluaran: string;
  /** Why everything is handed on: it stands in the export. */
  readonly alasan: string;
  readonly takaran?: Takaran;
  readonly kata?: (apa: string) => void;
}

/** @returns the tables that were written */
export async function eksporSemua(kantor: Kantor, opsi: OpsiSemua): Promise<readonly TabelEkspor[]> {
  const asal = { sheets: kantor.sheets, id: kantor.register, takaran: opsi.takaran ?? TAKARAN };
  const buka = /\.zip$/i.test(opsi.keluaran) ? ArsipTulis.buka : FolderTulis.buka;
  const { tabel } = await bacaUtuh(asal, async () => new BacaanTabel(kantor, await buka(opsi.keluaran), opsi));
  return tabel;
}

class BacaanTabel implements Bacaan {
  readonly tabel: TabelEkspor[] = [];
  readonly #kantor: Kantor;
  readonly #wadah: Wadah;
  readonly #opsi: OpsiSemua;
  readonly #kecil = new TabKecil();
  #kini: { lembar: Lembar; berkas: string; penulis: PenulisTerhitung; lebar: number } | undefined;

  constructor(kantor: Kantor, wadah: Wadah, opsi: OpsiSemua) {
    this.#kantor = kantor;
    this.#wadah = wadah;
    this.#opsi = opsi;
  }

  mulai(): Promise<void> {
    return Promise.resolve();
  }

  async potongan(satu: Potongan): Promise<void> {
    const { lembar, isi } = satu;
    if (TANPA.some((nama) => idTab(nama) === lembar.idLembar)) return;
    this.#opsi.kata?.(`Membaca tab ${lembar.judul}, baris ${satu.dari + isi.length}`);
    this.#kecil.simpan(satu);
    if (this.#kini?.lembar.idLembar !== lembar.idLembar) await this.#mulai(satu);
    const kini = this.#kini;
    // Empty rows between others are no rows of a table.
    const baris = isi.filter((sel) => sel.length > 0);
    const lebar = Math.max(kini?.lebar ?? 0, ...baris.map((sel) => sel.length));
    const teks = baris.map((sel) => Array.from({ length: lebar }, (_, i) => teksSel(sel[i])));
    await kini?.penulis.tulis(tulisCsv(teks), baris.length);
  }

  async jadi(): Promise<void> {
    await this.#tutup();
    await this.#formulir();
    const { email: oleh, now: pada } = this.#kantor;
    const keterangan = {
      guna: 'Semua tabel kantor usulan PBI JKN. CSV UTF-8, koma, semua isi teks; tanda petik tunggal di depan =, +, - atau @ mencegah isi dijalankan sebagai rumus.',
      kantor: this.#kecil.pengaturan.namaKantor,
      oleh,
      pada,
      alasan: this.#opsi.alasan,
      peringatan:
        'Memuat data pribadi. Membuka, memakai atau menyebarkannya tanpa hak diancam pidana menurut UU 27 Tahun 2022 Pasal 67 dan 68.',
      tabel: this.tabel.map(keteranganTabel),
    };
    await tulisAnggota(this.#wadah, 'keterangan.json', `${JSON.stringify(keterangan, null, 2)}\n`);
    await this.#wadah.selesai();
  }

  batal(): Promise<void> {
    return this.#wadah.batal();
  }

  async #mulai({ lembar, isi }: Potongan): Promise<void> {
    await this.#tutup();
    const nama = lembar.judul.replace(/[^\p{L}\p{N}-]+/gu, '-').slice(0, 60);
    // Titles of tabs may differ in one letter that no file name holds.
    const berkas = `${this.tabel.some((satu) => satu.berkas === `${nama}.csv`) ? `${nama}-${lembar.idLembar}` : nama}.csv`;
    const penulis = await PenulisTerhitung.mulai(this.#wadah, berkas);
    await penulis.tulis(TANDA_UTF8);
    this.#kini = { lembar, berkas, penulis, lebar: isi[0]?.length ?? 0 };
  }

  async #tutup(): Promise<void> {
    if (!this.#kini) return;
    const { lembar, berkas, penulis } = this.#kini;
    const { baris } = await penulis.tutup();
    this.tabel.push({ tab: lembar.judul, berkas, baris: Math.max(0, baris - 1) });
    this.#kini = undefined;
  }

  /** What people have sent, as they sent it. */
  async #formulir(): Promise<void> {
    for (const [nama, { id }] of Object.entries(this.#kecil.formulir)) {
      this.#opsi.kata?.(`Membaca tanggapan formulir ${nama}`);
      const formulir: forms_v1.Schema$Form = await bacaStruktur(this.#kantor.forms, id);
      const berkas = `formulir-${nama}.csv`;
      const penulis = await PenulisTerhitung.mulai(this.#wadah, berkas);
      await penulis.tulis(TANDA_UTF8 + tulisCsv([tajukTanggapan(formulir)]));
      for await (const halaman of bacaTanggapan(this.#kantor.forms, id))
        await penulis.tulis(tulisCsv(halaman.map(barisTanggapan(formulir))), halaman.length);
      const { baris } = await penulis.tutup();
      this.tabel.push({ tab: `Formulir ${nama}`, berkas, baris });
    }
  }
}
