/** The settings and markers of an office, kept while its register passes by: they say what else belongs to it. */
import { idTab, type NamaTab } from '#domain/kolom/tab.ts';
import { bacaPengaturan, type Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { migrasiTertunda, versiRegister } from '#domain/skema/versi.ts';
import type { Potongan } from './lembar.ts';
import { type Sel, teksSel } from './sel.ts';

const DISIMPAN = ['Sistem', 'Pengaturan', 'Peran', 'Wilayah'] as const satisfies readonly NamaTab[];
type Disimpan = (typeof DISIMPAN)[number];

export type BarisTab = Readonly<Record<string, string>>;

export interface FormulirKantor {
  readonly id: string;
  readonly butir: Readonly<Record<string, number>>;
}

/** Rows by header text. */
export function menurutTajuk([tajuk = [], ...baris]: readonly (readonly Sel[])[]): BarisTab[] {
  const id = tajuk.map((sel) => teksSel(sel).trim());
  return baris.map((satu) => Object.fromEntries(id.map((nama, i) => [nama, teksSel(satu[i])])));
}

export class TabKecil {
  readonly #isi = new Map<number, (readonly Sel[])[]>();

  simpan({ lembar, isi }: Potongan): void {
    if (!DISIMPAN.some((nama) => idTab(nama) === lembar.idLembar)) return;
    this.#isi.set(lembar.idLembar, [...(this.#isi.get(lembar.idLembar) ?? []), ...isi]);
  }

  baris(nama: Disimpan): BarisTab[] {
    return menurutTajuk(this.#isi.get(idTab(nama)) ?? []);
  }

  /** The markers by key. */
  get sistem(): Record<string, string> {
    return Object.fromEntries(this.baris('Sistem').map(({ kunci = '', nilai = '' }) => [kunci, nilai]));
  }

  get pengaturan(): Pengaturan {
    const [pengaturan, peran, wilayah] = [this.baris('Pengaturan'), this.baris('Peran'), this.baris('Wilayah')];
    return bacaPengaturan({ pengaturan, peran, wilayah, libur: [] });
  }

  /** Ids of the other offices' spreadsheets by name. */
  get berbagi(): Record<string, string> {
    const kelurahan = this.baris('Wilayah').filter(({ berkas = '' }) => berkas !== '');
    return {
      ...(JSON.parse(this.#penanda['berkas'] || '{}') as Record<string, string>),
      ...Object.fromEntries(kelurahan.map(({ kode = '', berkas = '' }) => [`kelurahan_${kode}`, berkas])),
    };
  }

  /** Ids of the forms by name, and which item asks for which field. */
  get formulir(): Record<string, FormulirKantor> {
    return JSON.parse(this.#penanda['formulir'] || '{}') as Record<string, FormulirKantor>;
  }

  /** The markers as the newest version of a register names them. */
  get #penanda(): Readonly<Record<string, string>> {
    const pengaturan = Object.fromEntries(this.baris('Pengaturan').map(({ kunci = '', nilai = '' }) => [kunci, nilai]));
    let sistem: Readonly<Record<string, string>> = this.sistem;
    for (const { ubah } of migrasiTertunda(versiRegister(sistem)))
      sistem = { ...sistem, ...ubah({ sistem, pengaturan }).sistem };
    return sistem;
  }
}
