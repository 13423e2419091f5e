/** What a reconciliation knows of answers and cases, and what it decides (BGR-19, S-08). */
import type { Kelas, KelasUmpanBalik } from '#domain/cocok/kelas.ts';
import type { Jawaban } from '#domain/hasil/hasil.ts';
import type { Kasus } from '#domain/kolom/kasus.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';

/** What a row of BPJS's file says, apart from whom it is about. */
export interface JawabanDibaca {
  /** Outcome and remark as written. */
  readonly hasil: string;
  readonly keterangan: string;
  readonly tmt: Tanggal | '';
  /** When BPJS answered: the day, or the instant where the file has one. */
  readonly dijawab: Tanggal | Waktu | '';
  /** Sentences about cells of the answer that cannot be believed; then it is not recorded. */
  readonly rusak: readonly string[];
}

/** What of a case takes part. */
export const KOLOM_DIPAKAI = [
  'tiket',
  'versi',
  'rute',
  'periode',
  'batch',
  'status',
  'percobaan',
  'nik',
  'no_kartu',
  'no_kk',
  'nama',
  'tempat_lahir',
  'tgl_lahir',
  'jk',
  'kode_wilayah',
  'sumber',
  'dibuat',
  'diusulkan_pada',
  'dijawab_pada',
  'kode_hasil',
  'keterangan_bpjs',
  'tmt_aktif',
] as const satisfies readonly (keyof Kasus)[];

export type KasusRekon = Readonly<Pick<Kasus, (typeof KOLOM_DIPAKAI)[number]>>;

/** An answer that can be recorded. */
export interface JawabanBerkode extends Jawaban {
  readonly kode: string;
  /** When BPJS gave it; empty where the file does not say. */
  readonly dijawab: Tanggal | Waktu | '';
}

/** A row after matching. */
export interface BarisTemuan {
  /** How sentences about other rows name it, e.g. `Baris 9`. */
  readonly sebutan: string;
  readonly jawaban: JawabanDibaca;
  readonly kelas: Kelas;
  /** The cases of each person who may be meant, the likeliest first; empty where nobody was found. */
  readonly orang: readonly (readonly KasusRekon[])[];
}

/** A case to which the answer may belong. */
export interface Tujuan {
  /** Place of the person among those who may be meant. */
  readonly orang: number;
  readonly kasus: KasusRekon;
  /** What would be recorded; undefined where nothing can be. */
  readonly jawaban?: JawabanBerkode;
}

export interface Putusan {
  readonly kelas: KelasUmpanBalik;
  /** The likeliest first; empty where the register knows nobody. */
  readonly tujuan: readonly Tujuan[];
  /** What more than matching is to be said, and what else to look at (S-15, S-29); without personal data. */
  readonly kalimat: readonly string[];
  /** It is certain who is meant, but the answer lacks something: a person has to see it. */
  readonly tidakLengkap?: boolean;
  /** Words for an outcome that are not known, as written; empty where there are none. */
  readonly kataAsing: string;
  /** The answer that the row gives to a case that is certain, recorded now or before, and what else to look at. */
  readonly berlaku?: {
    readonly kasus: KasusRekon;
    readonly jawaban: JawabanBerkode;
    readonly petunjuk: readonly string[];
  };
  /** Nothing is left to be done: the answer was recorded before, or another row gives it. */
  readonly selesai?: boolean;
}

export interface HasilRekonsiliasi {
  /** One for each row, in their order. */
  readonly baris: readonly Putusan[];
  /** Cases that were sent and that no row answers (S-08). */
  readonly belumDijawab: readonly KasusRekon[];
}

/** Which cases an answer is expected for; without both, all that are at BPJS. */
export interface Cakupan {
  readonly batch?: string;
  readonly periode?: string;
}
