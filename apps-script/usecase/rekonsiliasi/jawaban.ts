/** The answer that a row gives, in the office's words and codes, or every sentence about why it gives none. */
import { type HasilBpjs, periksaJawaban } from '#domain/hasil/hasil.ts';
import { bacaHasil, isKeteranganMenyangkal } from '#domain/hasil/kata-hasil.ts';
import { type AlasanKantor, kodeDariKata, kodeJawaban } from '#domain/hasil/kode-alasan.ts';
import { gagal, ok, type Result } from '#domain/result.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import type { JawabanBerkode, JawabanDibaca } from './bentuk.ts';

/** A remark that no row of the tab `Alasan` explains. */
export const TAK_DIKENAL = 'X99';

/** Why an answer cannot be recorded. */
export interface Kekurangan {
  /** False where even the outcome cannot be believed; true where only something is missing. */
  readonly terbaca: boolean;
  readonly sebab: readonly string[];
  /** The outcome where it can be read. */
  readonly hasil?: HasilBpjs;
  /** Words for an outcome that are not known, as written. */
  readonly kataAsing?: string;
}

export type HasilBaca = Result<JawabanBerkode, Kekurangan>;

/** @param hariIni the day of an answer that does not say it */
export function jawabanBaris(baris: JawabanDibaca, daftar: readonly AlasanKantor[], hariIni: Tanggal): HasilBaca {
  if (baris.rusak.length > 0) return gagal({ terbaca: false, sebab: baris.rusak });
  const hasil = bacaHasil(baris.hasil);
  if (!hasil) {
    const apa = baris.hasil === '' ? 'kosong' : 'bukan kata yang dikenal';
    const sebab = [`Hasil ${apa}; tulis berhasil, tidak berhasil, atau ditangguhkan.`];
    return gagal({ terbaca: false, sebab, kataAsing: baris.hasil });
  }
  const keterangan = baris.keterangan === '' ? keteranganDariHasil(baris.hasil, daftar) : baris.keterangan;
  const jawaban = periksaJawaban({ hasil, keterangan, tmt: baris.tmt });
  if (!jawaban.ok) return gagal({ terbaca: true, sebab: jawaban.error, hasil });
  if (hasil === 'berhasil' && isMenyangkal(keterangan, daftar)) {
    const sebab = ['Hasilnya berhasil, tetapi keterangannya menyebut sebaliknya; pastikan kepada BPJS.'];
    return gagal({ terbaca: true, sebab, hasil });
  }
  const hari = baris.dijawab === '' ? hariIni : (baris.dijawab.slice(0, hariIni.length) as Tanggal);
  return ok({ ...jawaban.value, kode: kodeJawaban(jawaban.value, daftar, hari), dijawab: baris.dijawab });
}

/** Codes of why somebody has no cover; the other failures have words that a success may be told with as well. */
const TANPA_JAMINAN = ['T01', 'T02', 'T03', 'T04', 'T08', 'T09', 'T10'];

/** A remark that says why there is no cover, beside "berhasil". */
const isMenyangkal = (keterangan: string, daftar: readonly AlasanKantor[]): boolean =>
  isKeteranganMenyangkal(keterangan) ||
  (kodeDariKata(keterangan, daftar, 'berhasil') === '' &&
    TANPA_JAMINAN.includes(kodeDariKata(keterangan, daftar, 'tidak berhasil')));

/** "Gagal, NIK tidak ditemukan" in one cell: outcome and remark at once. */
const keteranganDariHasil = (teks: string, daftar: readonly AlasanKantor[]): string =>
  kodeDariKata(teks, daftar, 'tidak berhasil') === '' ? '' : teks;

/**
 * Two rows say the same when the outcome agrees, and the first day of cover, or why there is none; remarks may be worded
 * differently.
 */
export const inti = (jawaban: HasilBaca): string =>
  jawaban.ok
    ? `${jawaban.value.hasil}|${jawaban.value.tmt || jawaban.value.kode}`
    : `${jawaban.error.hasil ?? 'tidak terbaca'}|tidak lengkap`;
