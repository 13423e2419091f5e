/** All rows of a located table: nothing is skipped silently, duplicates inside the file name each other. */
import { temuanBerkas } from '../nik/berkas.ts';
import { gagal, ok, type Result } from '../result.ts';
import { type BarisTerbaca, bacaBaris, enamBelasDigit } from './baca-baris.ts';
import { type KunciKolom, kolomFormat, nomorKolom } from './kolom.ts';
import { pesanFormat } from './pesan.ts';
import type { KonteksBaca, TemuanKolom } from './rekaman.ts';
import { type BarisSel, isiSel, type Lembar, selPada } from './sel.ts';
import { deretNomor, jumlahJudul, type Letak } from './temukan.ts';
import { tentukanUrutan, type Urutan } from './urutan-tanggal.ts';

/** Why a row is not data. */
export type SebabLewat = 'kosong' | 'nomor' | 'judul' | 'jumlah' | 'penutup';

export interface BarisBerkas extends BarisTerbaca {
  /** Row number in the sheet, from 1. */
  readonly baris: number;
}

export interface BarisLewat {
  readonly baris: number;
  readonly sebab: SebabLewat;
}

export interface HasilBerkas {
  readonly baris: readonly BarisBerkas[];
  readonly lewat: readonly BarisLewat[];
  /** The date order that was used. */
  readonly urutan: Urutan;
  /** Rows from the first after the headings to the last with content: `data` + `lewat`. */
  readonly jumlah: { readonly dibaca: number; readonly data: number; readonly lewat: number; readonly galat: number };
}

export interface PenolakanUrutan {
  readonly kode: 'URUTAN_KABUR';
  readonly pesan: string;
  /** Row numbers in the sheet, from 1. */
  readonly baris: readonly number[];
}

export interface OpsiBerkas extends KonteksBaca {
  /** The sender's answer about the date order. */
  readonly urutan?: 'HB' | 'BH';
}

const JUMLAH = /^(?:SUB\s*|GRAND\s*)?(?:JUMLAH|TOTAL)\b/i;
const PENUTUP =
  /\b(?:JUMLAH|TOTAL|MENGETAHUI|MENYETUJUI|DIKETAHUI|LURAH|CAMAT|PANEWU|KEPALA (?:DINAS|DESA|SEKSI|BIDANG)|A\.?N\.|NIP\b|PETUGAS|OPERATOR|PEMBUAT|KETERANGAN|CATATAN|DICETAK)|^[A-Z][A-Z ]+, *\d{1,2} [A-Z]+ \d{4}$/i;
/** A signature or remark fills at most this many cells. */
const SEL_PENUTUP = 3;
/** So many row numbers a sentence names. */
const BARIS_DISEBUT = 5;

const terisi = (baris: BarisSel): readonly string[] => baris.map(isiSel).filter((teks) => teks.trim() !== '');

/** Where the columns are by which a row shows that it is data. */
export type LetakIdentitas = Pick<Letak, 'kolom'>;

const bernomorIdentitas = (baris: BarisSel, { kolom }: LetakIdentitas): boolean =>
  [kolom.nik, kolom.no_kk].some((k) => selPada(baris, k).teks.replace(/\D/g, '').length >= 10);

/** Index of the first row of the block of signatures and remarks below the data; the number of rows without one. */
export function awalPenutup(baris: readonly BarisSel[], letak: LetakIdentitas): number {
  let awal = baris.length;
  let calon = baris.length;
  for (let nomor = baris.length - 1; nomor >= 0; nomor -= 1) {
    const satu = baris[nomor] ?? [];
    const isi = terisi(satu);
    // A civil servant's number is longer than a NIK is wide, so a line that names it stays a signature.
    const tandaTangan = isi.some((teks) => /^NIP\b/i.test(teks.trim()));
    if (isi.length > SEL_PENUTUP || (bernomorIdentitas(satu, letak) && !tandaTangan)) break;
    calon = nomor;
    if (isi.some((teks) => PENUTUP.test(teks.trim()))) awal = calon;
  }
  return awal;
}

/** Why a row before the closing block is not data, or undefined for data. */
export function sebabLewat(baris: BarisSel, letak: LetakIdentitas): SebabLewat | undefined {
  const isi = terisi(baris);
  if (isi.length === 0) return 'kosong';
  if (deretNomor(baris) || jumlahJudul(baris) >= 3) return 'judul';
  const hanyaNomor = isi.length === 1 && terisi([selPada(baris, letak.kolom.no)]).length === 1;
  if (hanyaNomor && /^\d+[.)]?$/.test(isi[0]?.trim() ?? '')) return 'nomor';
  return JUMLAH.test(isi[0]?.trim() ?? '') && !bernomorIdentitas(baris, letak) ? 'jumlah' : undefined;
}

/** Rows from the first after the headings to the last with content. */
function badan(lembar: Lembar, { dataMulai }: Letak): readonly BarisSel[] {
  let akhir = lembar.length;
  while (akhir > dataMulai && terisi(lembar[akhir - 1] ?? []).length === 0) akhir -= 1;
  return lembar.slice(dataMulai, akhir);
}

function temuanKolom(kunci: KunciKolom, kode: string, pesan: string, { format }: Letak): TemuanKolom {
  const judul = kolomFormat(format).find((kolom) => kolom.kunci === kunci)?.judul ?? kunci;
  const tingkat = kode.startsWith('W_') ? 'peringatan' : 'galat';
  return { kode, tingkat, kolom: kunci, nomor: nomorKolom(kunci, format), judul, pesan };
}

/** The list of a key in a map of lists, made when it is not there. */
function kelompok<K, V>(peta: Map<K, V[]>, kunci: K): V[] {
  const daftar = peta.get(kunci) ?? [];
  peta.set(kunci, daftar);
  return daftar;
}

/** Names the other rows with the same NIK, the first few of them. */
function pesanGanda(semua: readonly number[], milik: number | undefined): string {
  const lain = semua.filter((nomor) => nomor !== milik);
  const sisa = lain.length > BARIS_DISEBUT ? ` dan ${lain.length - BARIS_DISEBUT} baris lain` : '';
  return `NIK sama dengan baris ${lain.slice(0, BARIS_DISEBUT).join(', ')}${sisa} di berkas ini. Hapus yang berlebih.`;
}

/** Findings that only the whole file shows, by index of the row. */
function temuanAntarbaris(baris: readonly BarisBerkas[], letak: Letak): ReadonlyMap<number, readonly TemuanKolom[]> {
  const hasil = new Map<number, TemuanKolom[]>();
  const tambah = (indeks: number, kunci: KunciKolom, kode: string, pesan = pesanFormat(kode)) =>
    kelompok(hasil, indeks).push(temuanKolom(kunci, kode, pesan, letak));
  const nik = baris.map(({ digit }) => digit.nik);
  const tempat = new Map<string, number[]>();
  baris.forEach(({ digit, baris: nomor }) => {
    if (digit.nik !== undefined) kelompok(tempat, digit.nik).push(nomor);
  });
  for (const { indeks, temuan } of temuanBerkas(nik)) {
    if (temuan.kode !== 'E_GANDA_BERKAS') tambah(indeks, 'nik', temuan.kode);
    else tambah(indeks, 'nik', temuan.kode, pesanGanda(tempat.get(nik[indeks] ?? '') ?? [], baris[indeks]?.baris));
  }
  // Members of a family share their No KK, so only truncation counts there.
  for (const { indeks, temuan } of temuanBerkas(baris.map(({ digit }) => digit.no_kk))) {
    if (temuan.kode === 'W_EXCEL0') tambah(indeks, 'no_kk', temuan.kode);
  }
  return hasil;
}

/** Joins the findings of the row and of the file, errors first; warnings that are switched off stay away. */
function gabung(satu: BarisBerkas, tambahan: readonly TemuanKolom[], abaikan: readonly string[]): BarisBerkas {
  const baru = tambahan.filter(({ kode, tingkat }) => tingkat === 'galat' || !abaikan.includes(kode));
  const temuan = [...satu.temuan, ...baru];
  const galat = temuan.filter(({ tingkat }) => tingkat === 'galat');
  return { ...satu, temuan: [...galat, ...temuan.filter(({ tingkat }) => tingkat !== 'galat')] };
}

/**
 * Reads every row of a located table. Refuses, naming the rows, when more than one date allows two orders and nothing in
 * the file decides: then a person must say which order it is.
 */
export function bacaBerkas(lembar: Lembar, letak: Letak, opsi: OpsiBerkas): Result<HasilBerkas, PenolakanUrutan> {
  const isi = badan(lembar, letak);
  const nomorBaris = (indeks: number) => letak.dataMulai + indeks + 1;
  const penutup = awalPenutup(isi, letak);
  const lewat: BarisLewat[] = [];
  const data: { sel: BarisSel; baris: number }[] = [];
  isi.forEach((sel, indeks) => {
    const sebab = indeks >= penutup && terisi(sel).length > 0 ? 'penutup' : sebabLewat(sel, letak);
    if (sebab) lewat.push({ baris: nomorBaris(indeks), sebab });
    else data.push({ sel, baris: nomorBaris(indeks) });
  });
  const mentah = data.map(({ sel }) => {
    const tanggal = selPada(sel, letak.kolom.tgl_lahir);
    return { teks: tanggal.jenis === 'teks' ? tanggal.teks : '', nik: enamBelasDigit(selPada(sel, letak.kolom.nik)) };
  });
  const hasil = opsi.urutan
    ? ({ urutan: opsi.urutan, dasar: 'judul' } as const)
    : tentukanUrutan(mentah, letak.urutanJudul);
  if ('tanya' in hasil) {
    const tanya = hasil.tanya.map((indeks) => Number(data[indeks]?.baris));
    return gagal({ kode: 'URUTAN_KABUR', pesan: pesanUrutan(tanya), baris: tanya });
  }
  const urutan = { urutan: hasil.urutan, bawaan: hasil.dasar === 'bawaan' };
  const terbaca = data.map(({ sel, baris }) => ({ baris, ...bacaBaris(sel, letak, opsi, urutan) }));
  const tambahan = temuanAntarbaris(terbaca, letak);
  const baris = terbaca.map((satu, indeks) => gabung(satu, tambahan.get(indeks) ?? [], opsi.abaikan ?? []));
  const galat = baris.filter(({ temuan }) => temuan.some(({ tingkat }) => tingkat === 'galat')).length;
  const jumlah = { dibaca: isi.length, data: baris.length, lewat: lewat.length, galat };
  return ok({ baris, lewat, urutan: hasil.urutan, jumlah });
}

function pesanUrutan(baris: readonly number[]): string {
  const contoh = baris.slice(0, BARIS_DISEBUT).join(', ') + (baris.length > BARIS_DISEBUT ? ', ...' : '');
  return `Urutan hari dan bulan tidak dapat dipastikan (${baris.length} baris: ${contoh}). Sebutkan HH/BB/TTTT atau BB/HH/TTTT.`;
}
