/** What an office's form consists of, as data: `setup/` builds it with FormApp, `terima-respons` reads its answers. */
import type { Rute } from '../usulan/rute.ts';

/** Lists that settings and region data fill. */
export type DaftarPilihan =
  | 'faskes'
  | 'fktp'
  | 'alasan'
  | 'gagal_kis'
  | 'kapanewon'
  | 'kalurahan'
  | 'dokumen_bgr'
  | 'dokumen_btl_n'
  | 'jenis_mutasi';

/** Where an answer or a page leads. */
export type Tujuan = { halaman: string } | 'kirim';

interface ButirDasar {
  /** The column of `Kasus` that the answer fills, else a name of its own in snake_case. */
  readonly bidang: string;
  /** `{kecamatan}` and `{kelurahan}` in it are what the office calls these levels. */
  readonly judul: string;
  readonly bantuan?: string;
  readonly wajib: boolean;
}

export type Butir =
  | (ButirDasar & { readonly jenis: 'teks'; readonly pola?: { readonly regex: string; readonly salah: string } })
  | (ButirDasar & { readonly jenis: 'paragraf' })
  | (ButirDasar & {
      /** `pilihan` one of few, `daftar` one of many, `centang` any number of them. */
      readonly jenis: 'pilihan' | 'daftar' | 'centang';
      readonly pilihan: readonly string[] | { readonly dari: DaftarPilihan };
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

export type NamaFormulir = 'darurat' | 'loket' | 'usulan' | 'kis';

export interface Formulir {
  readonly nama: NamaFormulir;
  /** Built in offices that serve one of these routes. */
  readonly rute: readonly Rute[];
  /** Whether the sender signs in, so that the area he works for is known. */
  readonly surel: boolean;
  readonly judul: string;
  readonly keterangan: string;
  readonly konfirmasi: string;
  readonly halaman: readonly Halaman[];
}

export const semuaButir = (formulir: Formulir): readonly Butir[] => formulir.halaman.flatMap(({ butir }) => butir);
