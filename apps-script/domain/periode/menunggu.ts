/** What waiting leads to: letters to a silent BPJS, suspended rows that are proposed again, returned rows that are closed. */
import { type Libur, tambahHariKerja } from '../waktu/jam-kerja.ts';
import { selisihHari, type Tanggal, tambahBulan, tambahHari } from '../waktu/tanggal.ts';
import { ambangTercapai, type Umur, umur } from './umur.ts';

/** A service time: months (due on a working day) or working days. */
export type Lama = { readonly satuan: 'BULAN_KERJA' | 'HARI_KERJA'; readonly jumlah: number };

/** BTL-N-06: about one working month for BPJS to transfer. */
const LAMA_PEMINDAHAN: Lama = { satuan: 'BULAN_KERJA', jumlah: 1 };

/** S-07: days without an answer after which a letter is due. */
const AMBANG_UMPAN_BALIK: readonly number[] = [10, 20];

/**
 * The last day of a service time that began on a date. A working month ends on the same day of the next month (its last
 * day when that is shorter) or, when that is no working day, on the next working day.
 */
export function jatuhTempo(mulai: Tanggal, lama: Lama, libur: Libur): Tanggal {
  return lama.satuan === 'HARI_KERJA'
    ? tambahHariKerja(mulai, lama.jumlah, libur)
    : tambahHariKerja(tambahBulan(mulai, lama.jumlah), 0, libur);
}

export interface UmpanBalik {
  readonly umur: Umur;
  /** Threshold in calendar days whose letter is due: 10 for H+10; undefined when none is yet. */
  readonly surat: number | undefined;
  readonly jatuhTempo: Tanggal;
  readonly lewat: boolean;
}

/** Where a row or batch stands that was sent and not answered; depends on the dates alone, not on earlier runs. */
export function umpanBalik(
  terkirim: Tanggal,
  hariIni: Tanggal,
  libur: Libur,
  ambang: readonly number[] = AMBANG_UMPAN_BALIK,
  lama: Lama = LAMA_PEMINDAHAN,
): UmpanBalik {
  const lamanya = umur(terkirim, hariIni, libur);
  const tempo = jatuhTempo(terkirim, lama, libur);
  return { umur: lamanya, surat: ambangTercapai(lamanya.hari, ambang), jatuhTempo: tempo, lewat: hariIni > tempo };
}

export interface AturanTangguh {
  /** Calendar days until a regular row is proposed again. */
  readonly hari: number;
  /** Working days until an emergency is. */
  readonly hariKerjaDarurat: number;
  /** Calendar days until a superior is told. */
  readonly hariEskalasi: number;
}

/** S-06. */
const TANGGUH_BAWAAN: AturanTangguh = { hari: 7, hariKerjaDarurat: 1, hariEskalasi: 30 };

/** When a row suspended on a date is proposed again, and from when on a superior must know. */
export function cekUlang(
  ditangguhkan: Tanggal,
  darurat: boolean,
  libur: Libur,
  aturan: AturanTangguh = TANGGUH_BAWAAN,
): { readonly cekUlang: Tanggal; readonly eskalasi: Tanggal } {
  return {
    cekUlang: darurat
      ? tambahHariKerja(ditangguhkan, aturan.hariKerjaDarurat, libur)
      : tambahHariKerja(tambahHari(ditangguhkan, aturan.hari), 0, libur),
    eskalasi: tambahHari(ditangguhkan, aturan.hariEskalasi),
  };
}

export interface AturanKembali {
  /** Calendar days after which the applicant is reminded. */
  readonly ingatkan: readonly number[];
  /** Calendar days after which the row is closed. */
  readonly tutup: number;
}

/** BTL-N-03. */
const KEMBALI_BAWAAN: AturanKembali = { ingatkan: [7, 14], tutup: 60 };

export type TindakanKembali = { readonly jenis: 'INGATKAN'; readonly hari: number } | { readonly jenis: 'TUTUP' };

/**
 * What a row returned for completion needs on a day: the reminder it has reached, closing, or nothing. An emergency is
 * never closed by the calendar: a patient lies behind it, so a person decides.
 */
export function tindakanKembali(
  dikembalikan: Tanggal,
  hariIni: Tanggal,
  darurat: boolean,
  aturan: AturanKembali = KEMBALI_BAWAAN,
): TindakanKembali | undefined {
  if (darurat) return undefined;
  const hari = selisihHari(dikembalikan, hariIni);
  if (hari >= aturan.tutup) return { jenis: 'TUTUP' };
  const ingatkan = ambangTercapai(hari, aturan.ingatkan);
  return ingatkan === undefined ? undefined : { jenis: 'INGATKAN', hari: ingatkan };
}
