/** What the report's page is given of the outcomes, kept short: there may be twenty thousand of them. */

/** Name of a part of the score in words, and what it adds. */
export type BagianLaporan = readonly [teks: string, nilai: number];

export interface CalonLaporan {
  /** What the plan would record for it, where that is not the same for all. */
  readonly dicatat?: string;
  readonly skor: number;
  /** As in `DataLaporan.kolom`. */
  readonly orang: readonly string[];
  /** Places of the fields that differ. */
  readonly beda: readonly number[];
  readonly bagian: readonly BagianLaporan[];
}

export interface BarisLaporan {
  readonly nomor: number;
  /** Name of its file, where there are several. */
  readonly berkas?: string | undefined;
  readonly tiket: string;
  /** Place in `DataLaporan.referensi`. */
  readonly r: number;
  /** Place in `DataLaporan.kelas`. */
  readonly k: number;
  readonly orang: readonly string[];
  readonly alasan: string;
  /** Somebody has to look at it. */
  readonly perlu: boolean;
  readonly calon: readonly CalonLaporan[];
}

export interface KelasLaporan {
  readonly kode: string;
  readonly nama: string;
  readonly langkah: string;
}

export interface DataLaporan {
  /** In the order in which people work them off. */
  readonly kelas: readonly KelasLaporan[];
  readonly referensi: readonly string[];
  /** Rows that belong together stand together, in an order of their own. */
  readonly berkelompok: boolean;
  /** Headings of the fields of a person. */
  readonly kolom: readonly string[];
}
