/** What only many rows of a file show: the order of day and month, and numbers that a spreadsheet has cut off. */
import { enamBelasDigit } from '#domain/format/baca-baris.ts';
import { selPada } from '#domain/format/sel.ts';
import { buktiUrutan, isKabur, type Suara, type Urutan, urutanDariSuara } from '#domain/format/urutan-tanggal.ts';
import type { BarisMentah } from './bentuk.ts';
import type { TabelOrang } from './tabel.ts';

export interface HasilTelaah {
  readonly urutan: Urutan;
  /** True when nothing in the file decided the order and nobody named it. */
  readonly bawaan: boolean;
  /** How many dates allow both orders. */
  readonly kabur: number;
  /** True when more than half of all NIK end in 0. */
  readonly terpotong: boolean;
}

/** So many rows show how a file is written, unless it has dates whose order must be found out. */
export const BARIS_CONTOH = 4096;

/** Below this many NIK "most of the file" says nothing. */
const NIK_MINIMAL = 5;

export class Telaah {
  readonly #tabel: TabelOrang;
  readonly #diminta: 'HB' | 'BH' | undefined;
  readonly #nik: number | undefined;
  readonly #lahir: number | undefined;
  readonly #suara = { HB: { jumlah: 0, pasti: 0 }, BH: { jumlah: 0, pasti: 0 } };
  #kabur = 0;
  #baris = 0;
  #terisi = 0;
  #nol = 0;

  constructor(tabel: TabelOrang, diminta: 'HB' | 'BH' | undefined) {
    this.#tabel = tabel;
    this.#diminta = diminta;
    this.#nik = tabel.kolom.find(({ sebagai }) => sebagai === 'nik')?.indeks;
    this.#lahir = tabel.kolom.find(({ sebagai }) => sebagai === 'tgl_lahir')?.indeks;
  }

  tambah(potongan: readonly BarisMentah[]): void {
    this.#baris += potongan.length;
    for (const { sel, cacat } of potongan) {
      if (cacat.length > 0) continue;
      const digit = this.#nik === undefined ? undefined : enamBelasDigit(selPada(sel, this.#nik));
      if (digit !== undefined) {
        this.#terisi += 1;
        if (digit.endsWith('0')) this.#nol += 1;
      }
      const lahir = selPada(sel, this.#lahir);
      if (lahir.jenis === 'teks') this.#hitung({ teks: lahir.teks, nik: digit });
    }
  }

  #hitung(mentah: { teks: string; nik: string | undefined }): void {
    const bukti = buktiUrutan(mentah);
    if (bukti) {
      const suara = this.#suara[bukti.urutan];
      suara.jumlah += 1;
      if (bukti.dasar === 'pasti') suara.pasti += 1;
    } else if (isKabur(mentah)) this.#kabur += 1;
  }

  /** True when further rows would change nothing. */
  get cukup(): boolean {
    const tanpaUrutan = this.#suara.HB.jumlah + this.#suara.BH.jumlah + this.#kabur === 0;
    return this.#baris >= BARIS_CONTOH && (this.#diminta !== undefined || tanpaUrutan);
  }

  hasil(): HasilTelaah {
    const terpotong = this.#terisi >= NIK_MINIMAL && this.#nol * 2 > this.#terisi;
    const kabur = this.#kabur;
    if (this.#diminta) return { urutan: this.#diminta, bawaan: false, kabur, terpotong };
    const { HB, BH }: Record<'HB' | 'BH', Suara> = this.#suara;
    const hasil = urutanDariSuara(HB, BH, this.#kabur, this.#tabel.urutanJudul);
    const bawaan = hasil?.dasar !== 'data' && hasil?.dasar !== 'judul';
    return { urutan: hasil?.urutan ?? 'HB', bawaan, kabur, terpotong };
  }
}
