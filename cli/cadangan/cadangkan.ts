/** Puts a whole office into an archive: register, log, settings, other offices' spreadsheets, forms and their responses. */
import { idTab } from '#domain/kolom/tab.ts';
import { versiRegister } from '#domain/skema/versi.ts';
import { config } from '../config.ts';
import { UserError } from '../errors.ts';
import { statusOf } from '../google/google-error.ts';
import { ArsipTulis } from './arsip-tulis.ts';
import { bacaBentuk } from './bentuk.ts';
import { bacaStruktur, bacaTanggapan } from './formulir.ts';
import { izinDiinginkan } from './izin.ts';
import type { Kantor } from './layanan.ts';
import { type Buku, bacaBuku, bacaPotongan, type Potongan, rencanaBaca, TAKARAN, type Takaran } from './lembar.ts';
import {
  type Anggota,
  type BukuTercatat,
  FORMAT,
  type FormulirTercatat,
  type Manifes,
  NAMA_MANIFES,
  VERSI_FORMAT,
} from './manifes.ts';
import { PemeriksaRantai } from './riwayat.ts';
import { kunciBaru } from './sandi.ts';
import { TabKecil } from './tab-kecil.ts';
import { PenulisBuku } from './tulis-buku.ts';
import { type Bacaan, bacaUtuh } from './utuh.ts';
import { PenulisTerhitung, tulisAnggota, type Wadah } from './wadah.ts';

export interface OpsiCadangan {
  readonly keluaran: string;
  readonly sandi?: string;
  readonly takaran?: Takaran;
  /** Says what is being read. */
  readonly kata?: (apa: string) => void;
}

/** @returns what the archive says of itself, the hash of which proves it */
export async function cadangkan(kantor: Kantor, opsi: OpsiCadangan): Promise<Manifes> {
  const { sheets, register } = kantor;
  const asal = { sheets, id: register, takaran: opsi.takaran ?? TAKARAN };
  const { isi } = await bacaUtuh(asal, async () => {
    const kunci = opsi.sandi === undefined ? undefined : await kunciBaru(opsi.sandi);
    const arsip = await ArsipTulis.buka(opsi.keluaran, kunci);
    return new BacaanRegister(kantor, arsip, opsi);
  });
  if (!isi) throw new Error('a reading that counts has its manifest');
  return isi;
}

/** The archive of one reading of the register; it gets the rest when the reading counts. */
class BacaanRegister implements Bacaan {
  isi: Manifes | undefined;
  readonly #kantor: Kantor;
  readonly #wadah: Wadah;
  readonly #opsi: OpsiCadangan;
  readonly #tab = new TabKecil();
  readonly #rantai = new PemeriksaRantai();
  readonly #anggota: Anggota[] = [];
  readonly #register: PenulisBuku;
  #buku: Buku | undefined;

  constructor(kantor: Kantor, wadah: Wadah, opsi: OpsiCadangan) {
    this.#kantor = kantor;
    this.#wadah = wadah;
    this.#opsi = opsi;
    this.#register = new PenulisBuku(wadah, 'register');
  }

  mulai(buku: Buku): Promise<void> {
    this.#buku = buku;
    return Promise.resolve();
  }

  async potongan(satu: Potongan): Promise<void> {
    this.#opsi.kata?.(`Membaca tab ${satu.lembar.judul}, baris ${satu.dari + satu.isi.length}`);
    this.#tab.simpan(satu);
    if (satu.lembar.idLembar === idTab('Riwayat')) this.#rantai.baris(satu.isi);
    await this.#register.potongan(satu);
  }

  async jadi(): Promise<void> {
    const { email, now, sheets } = this.#kantor;
    const buku = this.#buku;
    if (!buku) return;
    const register = await this.#register.tutup();
    this.#anggota.push(...register.anggota);
    await this.#tulis('register/bentuk.json', await bacaBentuk(sheets, buku));
    const catatan: string[] = [];
    const berbagi = await this.#bukuBerbagi(catatan);
    const formulir = await this.#formulir(catatan);
    const { sistem, pengaturan } = this.#tab;
    await this.#tulis('izin.json', izinDiinginkan(this.#tab.pengaturan, { register: buku.id, berbagi, formulir }));
    this.isi = {
      format: FORMAT,
      versi: VERSI_FORMAT,
      pbi: config.version,
      skema: String(versiRegister(sistem)),
      dibuat: now,
      oleh: email,
      kantor: pengaturan.namaKantor,
      register: { nama: 'register', id: buku.id, judul: buku.judul, tab: register.tab, bentuk: 'register/bentuk.json' },
      berbagi,
      formulir,
      riwayat: this.#rantai.hasil(sistem),
      catatan,
      anggota: this.#anggota,
    };
    await tulisAnggota(this.#wadah, NAMA_MANIFES, `${JSON.stringify(this.isi, null, 1)}\n`);
    await this.#wadah.selesai();
  }

  batal(): Promise<void> {
    return this.#wadah.batal();
  }

  /** Answers that other offices have typed and nobody has taken in yet stand only there. */
  async #bukuBerbagi(catatan: string[]): Promise<BukuTercatat[]> {
    const semua: BukuTercatat[] = [];
    for (const [nama, id] of Object.entries(this.#tab.berbagi)) {
      this.#opsi.kata?.(`Membaca spreadsheet ${nama}`);
      const buku = await terbuka(() => bacaBuku(this.#kantor.sheets, id), `Spreadsheet ${nama}`, catatan);
      if (!buku) continue;
      const penulis = new PenulisBuku(this.#wadah, `berbagi/${nama}`);
      const rencana = rencanaBaca(buku, this.#opsi.takaran ?? TAKARAN);
      for await (const satu of bacaPotongan(this.#kantor.sheets, id, rencana)) await penulis.potongan(satu);
      const { tab, anggota } = await penulis.tutup();
      this.#anggota.push(...anggota);
      semua.push({ nama, id, judul: buku.judul, tab });
    }
    return semua;
  }

  /** Read after the register: so every response that it knows is here. */
  async #formulir(catatan: string[]): Promise<FormulirTercatat[]> {
    const semua: FormulirTercatat[] = [];
    for (const [nama, { id, butir }] of Object.entries(this.#tab.formulir)) {
      this.#opsi.kata?.(`Membaca tanggapan formulir ${nama}`);
      const form = await terbuka(() => bacaStruktur(this.#kantor.forms, id), `Formulir ${nama}`, catatan);
      if (!form) continue;
      const satu = { nama, id, struktur: `formulir/${nama}.json`, tanggapan: `formulir/${nama}.tanggapan.jsonl` };
      await this.#tulis(satu.struktur, { butir, formulir: form });
      const penulis = await PenulisTerhitung.mulai(this.#wadah, satu.tanggapan);
      for await (const halaman of bacaTanggapan(this.#kantor.forms, id))
        await penulis.tulis(halaman.map((tanggapan) => `${JSON.stringify(tanggapan)}\n`).join(''), halaman.length);
      this.#anggota.push(await penulis.tutup());
      semua.push(satu);
    }
    return semua;
  }

  async #tulis(nama: string, isi: object): Promise<void> {
    this.#anggota.push(await tulisAnggota(this.#wadah, nama, `${JSON.stringify(isi)}\n`));
  }
}

/** A file that is gone or closed is said, and the rest is saved all the same. */
async function terbuka<T>(baca: () => Promise<T>, apa: string, catatan: string[]): Promise<T | undefined> {
  try {
    return await baca();
  } catch (error) {
    const status = error instanceof UserError ? statusOf(error.cause) : undefined;
    if (status !== 403 && status !== 404) throw error;
    catatan.push(`${apa} tidak dapat dibuka dan tidak ikut dicadangkan.`);
    return undefined;
  }
}
