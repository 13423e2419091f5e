/** One row of a located table: the record and ALL findings of the row at once (BGR-06 to BGR-10). */
import { type NoKk, parseNoKk, periksaNoKk } from '../nik/kk.ts';
import { bersihkanNik, type Nik, parseNik, periksaNik } from '../nik/nik.ts';
import type { Tanggal } from '../waktu/tanggal.ts';
import { cariKalurahan } from '../wilayah/wilayah.ts';
import { bacaIsi, type KonteksIsi } from './baca-isi.ts';
import { bacaWilayah } from './baca-wilayah.ts';
import { type Format, type KolomFormat, type KunciKolom, kolomFormat, nomorKolom } from './kolom.ts';
import { pesanFormat } from './pesan.ts';
import { type KonteksBaca, type Rekaman, rekamanKosong, type TemuanKolom } from './rekaman.ts';
import { type BarisSel, isiSel, miripRumus, type Sel, selPada } from './sel.ts';
import type { Letak } from './temukan.ts';
import type { Urutan } from './urutan-tanggal.ts';

export interface UrutanBerkas {
  readonly urutan: Urutan;
  /** True when nothing in the file decided the order. */
  readonly bawaan: boolean;
}

export interface BarisTerbaca {
  readonly rekaman: Rekaman;
  /** Ten digits from code or name; empty when the region is not certain. */
  readonly kodeWilayah: string;
  /** Errors before warnings, each by column. */
  readonly temuan: readonly TemuanKolom[];
  /** Sixteen digits as they stand in the file, right or wrong: duplicates and truncation show in these. */
  readonly digit: { readonly nik?: string; readonly no_kk?: string };
}

type Isi = Record<KunciKolom, string>;
type Catat = (kolom: KunciKolom, kode: string, tingkat?: TemuanKolom['tingkat']) => void;

/** Sixteen digits of a cell, or undefined. */
export function enamBelasDigit(sel: Sel): string | undefined {
  const digit = bersihkanNik(sel.teks);
  return /^\d{16}$/.test(digit) ? digit : undefined;
}

export function bacaBaris(
  baris: BarisSel,
  letak: Letak,
  konteks: KonteksBaca,
  { urutan, bawaan }: UrutanBerkas,
): BarisTerbaca {
  const { format } = letak;
  const temuan: TemuanKolom[] = [];
  const catat = pencatat(temuan, format, konteks.abaikan ?? []);
  const nik = enamBelasDigit(selPada(baris, letak.kolom.nik));
  const noKk = enamBelasDigit(selPada(baris, letak.kolom.no_kk));
  const isian: KonteksIsi = {
    hariIni: konteks.hariIni,
    kawin: letak.kawinJudul ?? konteks.kawin ?? '1-5',
    jenisMutasi: konteks.jenisMutasi,
    urutan,
    urutanBawaan: bawaan,
    nik,
  };
  const isi: Isi = { ...rekamanKosong() };
  for (const kolom of kolomFormat(format)) {
    isi[kolom.kunci] = bacaSel(selPada(baris, letak.kolom[kolom.kunci]), kolom, isian, catat);
  }
  periksaNomor(isi, konteks, catat);
  const kodeWilayah = periksaWilayah(isi, konteks, catat);
  for (const kolom of kolomFormat(format)) {
    if (isi[kolom.kunci] === '' && isiSel(selPada(baris, letak.kolom[kolom.kunci])) === '')
      catatKosong(kolom, isi, catat);
  }
  if (isi.wn === '2') catat('wn', 'T10', 'galat');
  return {
    rekaman: isi as Isi & Rekaman,
    kodeWilayah,
    temuan: temuan.sort((a, b) => Number(a.tingkat > b.tingkat) - Number(a.tingkat < b.tingkat) || a.nomor - b.nomor),
    digit: { ...(nik === undefined ? {} : { nik }), ...(noKk === undefined ? {} : { no_kk: noKk }) },
  };
}

/** Findings of one row; warnings that the office has switched off stay away. */
function pencatat(temuan: TemuanKolom[], format: Format, abaikan: readonly string[]): Catat {
  return (kolom, kode, tingkat = kode.startsWith('W_') ? 'peringatan' : 'galat') => {
    if (tingkat === 'peringatan' && abaikan.includes(kode)) return;
    const judul = kolomFormat(format).find(({ kunci }) => kunci === kolom)?.judul ?? kolom;
    temuan.push({ kode, tingkat, kolom, nomor: nomorKolom(kolom, format), judul, pesan: pesanFormat(kode) });
  };
}

function bacaSel(sel: Sel, kolom: KolomFormat<KunciKolom>, isian: KonteksIsi, catat: Catat): string {
  if (sel.jenis === 'rumus') {
    // A running number is often a formula, and nothing depends on it.
    if (kolom.kunci !== 'no') catat(kolom.kunci, 'E_RUMUS');
    return '';
  }
  if (isiSel(sel) === '') return '';
  if (kolom.keperluan === 'kosong') catat(kolom.kunci, 'W_TIDAK_DIPAKAI');
  if (miripRumus(sel.teks)) catat(kolom.kunci, 'W_RUMUS');
  const { nilai, kode } = bacaIsi(sel, kolom, isian);
  // What is wrong in a column that PBI APBD does not use must not stop a person.
  const tingkat = kolom.keperluan === 'kosong' ? 'peringatan' : undefined;
  for (const satu of kode) catat(kolom.kunci, satu, tingkat);
  return nilai;
}

function catatKosong({ kunci, keperluan }: KolomFormat<KunciKolom>, isi: Isi, catat: Catat): void {
  // The register knows a facility by its name; its code may come into the tab Faskes later, until the export.
  if (kunci === 'kode_fktp' && isi.nama_fktp !== '') catat(kunci, 'W_TANPA_KODE_FASKES');
  else if (keperluan === 'wajib') catat(kunci, 'E_WAJIB');
  // A change without a card number is how new people are registered on the same sheet.
  else if (kunci === 'no_kartu') catat(kunci, 'W_DAFTAR_BARU');
  else if (keperluan === 'perlu') catat(kunci, 'W_PERLU');
}

/** NIK and No KK by their own rules and against the rest of the row; a number with an error does not stay. */
function periksaNomor(isi: Isi, konteks: KonteksBaca, catat: Catat): void {
  const { hariIni, kodeWilayah } = konteks;
  const noKk = isi.no_kk;
  if (noKk !== '') {
    const hasil = parseNoKk(noKk, hariIni);
    for (const { kode, tingkat } of hasil.temuan) catat('no_kk', kode, tingkat);
    if (hasil.noKk) for (const { kode } of periksaNoKk(noKk as NoKk, kodeWilayah)) catat('no_kk', kode);
    isi.no_kk = hasil.noKk ?? '';
  }
  if (isi.nik === '') return;
  const hasil = parseNik(isi.nik, hariIni);
  const silang = hasil.nik ? silangNik(hasil.nik, noKk, isi, konteks) : [];
  for (const { kode, tingkat } of [...hasil.temuan, ...silang]) catat('nik', kode, tingkat);
  isi.nik = silang.some(({ tingkat }) => tingkat === 'galat') ? '' : (hasil.nik ?? '');
}

function silangNik(nik: Nik, noKk: string, isi: Isi, { hariIni, kodeWilayah }: KonteksBaca) {
  const data = {
    nik,
    noKk: noKk === '' ? undefined : noKk,
    tanggalLahir: isi.tgl_lahir === '' ? undefined : (isi.tgl_lahir as Tanggal),
    jk: isi.jk === '' ? undefined : isi.jk === '1' ? 'L' : 'P',
    kodeWilayahKantor: kodeWilayah,
  } as const;
  return periksaNik(data, hariIni);
}

/** The region; names that only the code tells are filled in from the list. */
function periksaWilayah(isi: Isi, konteks: KonteksBaca, catat: Catat): string {
  const { kodeWilayah, temuan } = bacaWilayah(isi, konteks);
  for (const { kolom, kode } of temuan) catat(kolom, kode);
  const desa = cariKalurahan(kodeWilayah, konteks.daftarWilayah);
  if (desa && isi.nama_desa === '') isi.nama_desa = desa.nama;
  if (desa && isi.nama_kec === '') isi.nama_kec = desa.kapanewon.nama;
  return kodeWilayah;
}
