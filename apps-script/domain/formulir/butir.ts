/** What an office's form consists of, as data: `setup/` builds it with FormApp, `terima-respons` reads its answers. */

/** Where an answer or a page leads. */
export type Tujuan = { halaman: string } | 'kirim';

interface ButirDasar {
  /** The column of `Kasus` that the answer fills, else a name of its own in snake_case. */
  readonly bidang: string;
  readonly judul: string;
  readonly bantuan?: string;
  readonly wajib: boolean;
}

export type Butir =
  | (ButirDasar & { readonly jenis: 'teks'; readonly pola?: { readonly regex: string; readonly salah: string } })
  | (ButirDasar & { readonly jenis: 'paragraf' })
  | (ButirDasar & {
      readonly jenis: 'pilihan' | 'daftar';
      /** Closed choices, or the name of a list that settings and region data fill. */
      readonly pilihan: readonly string[] | { readonly dari: 'faskes' | 'alasan' | 'kapanewon' | 'kalurahan' };
      /** Pages that single answers lead to. */
      readonly cabang?: Readonly<Record<string, Tujuan>>;
    })
  | (ButirDasar & { readonly jenis: 'tanggal' | 'tanggal_jam' });

export interface Halaman {
  readonly id: string;
  readonly judul: string;
  readonly bantuan: string;
  /** Where the page leads if no answer leads elsewhere; the next page if absent. */
  readonly lanjut?: Tujuan;
  readonly butir: readonly Butir[];
}

export interface Formulir {
  readonly nama: string;
  readonly judul: string;
  readonly keterangan: string;
  readonly konfirmasi: string;
  readonly halaman: readonly Halaman[];
}

export const semuaButir = (formulir: Formulir): readonly Butir[] => formulir.halaman.flatMap(({ butir }) => butir);
