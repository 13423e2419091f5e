/** What readers give to matching, and what matching gives to reports, plans and reviews. */
import type { KelasUmpanBalik } from '#domain/cocok/kelas.ts';
import type { KolomOrang, Orang } from '#domain/cocok/orang.ts';
import type { EntriCocok } from './rencana.ts';

/** Something wrong with a row or one of its cells; the sentence never repeats the value. */
export interface Cacat {
  readonly kode: string;
  /** Heading in the file; empty when the row as a whole is meant. */
  readonly kolom: string;
  readonly pesan: string;
}

/** A row as it was read. */
export interface BarisDibaca {
  /** Line (CSV) or row (XLSX, register) where it begins, from 1; of Parquet the row number. */
  readonly nomor: number;
  readonly orang: Orang;
  /** Cells of all other columns, by their heading as written in the file. */
  readonly lain: Readonly<Record<string, string>>;
  /** Empty for a row without defects. A damaged cell is an empty string in `orang`. */
  readonly cacat: readonly Cacat[];
}

/** A field that differs, as both sides have it. */
export interface BedaKolom {
  readonly kolom: KolomOrang;
  readonly usulan: string;
  readonly referensi: string;
}

/** A named part of a score. */
export interface BagianSkor {
  /** E.g. `nama_mirip`. */
  readonly nama: string;
  /** In words, e.g. `nama mirip 93%`. */
  readonly teks: string;
  /** May be negative. */
  readonly nilai: number;
}

/** Somebody in the reference who may be the person of the row. */
export interface Calon {
  readonly orang: Orang;
  /** Sum of its parts. */
  readonly skor: number;
  readonly bagian: readonly BagianSkor[];
}

/** The outcome for one row and one reference. */
export interface HasilCocok {
  /** Place of the row in the input, from 0. */
  readonly urutan: number;
  readonly nomor: number;
  /** Name of its file, where there are several. */
  readonly berkas?: string | undefined;
  readonly tiket: string;
  /** `kependudukan`, `dtks`, `pbi-jk`, `pbi-apbd`; of feedback and duplicates `register` or the name of a file. */
  readonly referensi: string;
  readonly kelas: KelasUmpanBalik;
  readonly orang: Orang;
  readonly lain: Readonly<Record<string, string>>;
  /** Best first, at most three. The first one is what the row matched, where it matched. */
  readonly calon: readonly Calon[];
  /** In words, for people. */
  readonly alasan: string;
  readonly beda: readonly BedaKolom[];
  /** What the plan has of it; null where that has nothing, absent where there is no plan. */
  readonly entri?: EntriCocok | null;
}
