/** What can be printed, and what a printed page consists of: text in blocks, which the dialog turns into elements. */

export const JENIS_CETAK = {
  berita_acara: 'Berita acara batch',
  register: 'Buku register',
  rekap: 'Rekap per wilayah',
  surat_bpjs: 'Surat pengingat ke BPJS',
  catatan: 'Catatan untuk pemohon',
  dukcapil: 'Saran ke Disdukcapil',
} as const;

export type JenisCetak = keyof typeof JENIS_CETAK;

export const isJenisCetak = (teks: string): teks is JenisCetak => Object.hasOwn(JENIS_CETAK, teks);

export type Blok =
  | { readonly blok: 'kop'; readonly kantor: string; readonly daerah: string }
  | { readonly blok: 'judul'; readonly teks: string; readonly anak: string }
  | { readonly blok: 'bagian'; readonly teks: string }
  | { readonly blok: 'paragraf'; readonly teks: string; readonly kecil?: boolean }
  /** Label and value, one below the other. */
  | { readonly blok: 'rincian'; readonly isi: readonly (readonly [string, string])[] }
  | { readonly blok: 'daftar'; readonly butir: readonly string[]; readonly bentuk: 'angka' | 'kotak' }
  | Tabel
  | { readonly blok: 'tandatangan'; readonly tempat: string; readonly orang: readonly Penandatangan[] }
  | { readonly blok: 'halaman' };

export interface Tabel {
  readonly blok: 'tabel';
  readonly judul: string;
  readonly kepala: readonly string[];
  readonly baris: readonly (readonly string[])[];
  /** Sums. */
  readonly kaki?: readonly string[];
  /** Columns with numbers, which stand to the right. */
  readonly kanan: readonly number[];
}

export interface Penandatangan {
  readonly sebagai: string;
  /** Empty: a dotted line. */
  readonly nama: string;
}

export interface Dokumen {
  readonly judul: string;
  readonly mendatar: boolean;
  readonly blok: readonly Blok[];
  /** For whoever prints; not on paper. */
  readonly perhatian: readonly string[];
}

/** A choice above the page. Without `opsi` it is typed. */
export interface Bidang {
  readonly id: 'batch' | 'tahun' | 'rute' | 'bulan' | 'tiket';
  readonly label: string;
  readonly nilai: string;
  readonly opsi?: readonly { readonly nilai: string; readonly teks: string }[];
}

export interface PilihanCetak {
  readonly judul: string;
  readonly bidang: readonly Bidang[];
  /** Why nothing can be printed yet; empty otherwise. */
  readonly kosong: string;
}

export type IsiBidang = Readonly<Partial<Record<Bidang['id'], string>>>;

/** The functions that the dialog may call. */
export interface LayananCetak {
  cetakPilihan(permintaan: { jenis: string; tiket: string }): PilihanCetak;
  cetakDokumen(permintaan: { jenis: string; isi: IsiBidang }): Dokumen;
}
