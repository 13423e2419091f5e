/** One row of Format 34/37 as the system keeps it, the findings of a row, and what reading needs to know. */
import type { NoKk } from '../nik/kk.ts';
import type { Nik } from '../nik/nik.ts';
import type { Tanggal } from '../waktu/tanggal.ts';
import type { IzinWilayah } from './baca-wilayah.ts';
import type { JenisMutasi, VarianKawin } from './kode.ts';
import { KOLOM, type KunciKolom } from './kolom.ts';

interface Khusus {
  readonly nik: Nik | '';
  readonly no_kk: NoKk | '';
  readonly tgl_lahir: Tanggal | '';
  readonly tgl_berlaku: Tanggal | '';
  readonly tmt_kerja: Tanggal | '';
}

/**
 * Text of every column of Format 37; empty where the file has nothing or where what it has cannot be trusted. Numbers
 * of documents are digits only, dates ISO, codes as in the lists (`kawin` by meaning), RT and RW three digits, the phone
 * as dialled in Indonesia.
 */
export type Rekaman = Readonly<Record<Exclude<KunciKolom, keyof Khusus>, string>> & Khusus;

/** A record with every column empty but the given ones. */
export function rekamanKosong(isi: Partial<Rekaman> = {}): Rekaman {
  const kosong = Object.fromEntries(KOLOM.map(({ kunci }) => [kunci, ''])) as unknown as Rekaman;
  return { ...kosong, ...isi };
}

export interface TemuanKolom {
  readonly kode: string;
  readonly tingkat: 'galat' | 'peringatan';
  readonly kolom: KunciKolom;
  /** Number of the column in the format of the file. */
  readonly nomor: number;
  /** Heading of the column in the template. */
  readonly judul: string;
  /** What is wrong and what to do, in Indonesian, without the value. */
  readonly pesan: string;
}

export interface KonteksBaca extends IzinWilayah {
  readonly hariIni: Tanggal;
  /** Codes of warnings that the office has switched off. */
  readonly abaikan?: readonly string[];
  /** Numbering of marital status; the heading of the file, where it shows one, wins. Default `1-5`. */
  readonly kawin?: VarianKawin;
  /** The branch's kinds of change. */
  readonly jenisMutasi?: readonly JenisMutasi[];
}
