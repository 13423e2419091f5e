/** Reads the cell of one column: the value to keep ('' when it cannot be trusted) and the codes of what is wrong. */
import { hpLokal, parseHp } from '../hp/hp.ts';
import { rapikanNama, temuanNama } from '../nama/nama.ts';
import { bersihkanNik } from '../nik/nik.ts';
import { selisihHari, type Tanggal } from '../waktu/tanggal.ts';
import { bacaJenisMutasi, bacaKode, JENIS_MUTASI, type JenisMutasi, type VarianKawin } from './kode.ts';
import type { JenisIsi, KolomFormat, KunciKolom } from './kolom.ts';
import { rapikanTeks, type Sel } from './sel.ts';
import { bacaTanggal, buktiUrutan, type Urutan } from './urutan-tanggal.ts';

export interface KonteksIsi {
  readonly hariIni: Tanggal;
  readonly kawin: VarianKawin;
  readonly jenisMutasi?: readonly JenisMutasi[] | undefined;
  readonly urutan: Urutan;
  /** True when nothing in the file decided the date order. */
  readonly urutanBawaan: boolean;
  /** Sixteen digits of the row's NIK, when readable. */
  readonly nik?: string | undefined;
}

export interface HasilIsi {
  readonly nilai: string;
  readonly kode: readonly string[];
}

type Kolom = KolomFormat<KunciKolom>;
type Pembaca = (sel: Sel, kolom: Kolom, konteks: KonteksIsi) => HasilIsi;

const baik = (nilai: string, ...kode: string[]): HasilIsi => ({ nilai, kode });
const buruk = (...kode: string[]): HasilIsi => ({ nilai: '', kode });

const KENDALI = /[\u0001-\u0008\u000E-\u001F\u007F-\u009F]+/g;
/** 110 years. */
const UMUR_WAJAR_HARI = 40_177;

const bacaTeks: Pembaca = (sel, { panjang }) => {
  const polos = sel.teks.replace(KENDALI, '');
  const nilai = rapikanTeks(polos);
  const kode = polos === sel.teks ? [] : ['W_KENDALI'];
  return Array.from(nilai).length > panjang ? baik(nilai, ...kode, 'E_PANJANG') : baik(nilai, ...kode);
};

const bacaNama: Pembaca = (sel) => {
  // Control characters stay for the finding; they must not reach the register.
  const kode = temuanNama(sel.teks).map((satu) => satu.kode);
  return baik(rapikanNama(rapikanTeks(sel.teks.replace(KENDALI, ''))), ...kode);
};

/**
 * What is wrong with the form of a sixteen-digit number. Damage is named as precisely as it can be seen and never
 * repaired: a guessed digit is another person.
 */
export function kerusakanEnamBelas({ teks, jenis }: Sel): string[] {
  const digit = bersihkanNik(teks);
  const bentuk = bentukDigit(teks, digit);
  if (jenis !== 'angka') return bentuk;
  const berakhirNol = /^\d{15}0$/.test(digit);
  return ['E_ANGKA', ...bentuk, ...(berakhirNol ? ['E_EXCEL_15'] : [])];
}

function bentukDigit(teks: string, digit: string): string[] {
  if (/^\d+(?:[.,]\d+)?E\+?\d+$/i.test(teks.replace(/[\s'"]/g, ''))) return ['E_ILMIAH'];
  if (!/^\d+$/.test(digit)) return ['E_BUKAN_ANGKA'];
  // Temporary numbers of village registers start with 0; a length finding would only distract.
  if (digit.startsWith('0')) return ['E_SEMENTARA'];
  if (digit.length === 16) return [];
  if (digit.length > 16) return ['E_LEBIH'];
  return [digit.length === 15 ? 'E_KURANG_1' : 'E_KURANG'];
}

const bacaEnamBelas: Pembaca = (sel) => {
  const rusak = kerusakanEnamBelas(sel);
  return rusak.length > 0 ? buruk(...rusak) : baik(bersihkanNik(sel.teks));
};

/** Exactly that many digits; a number cell that is too short has lost its leading zeros. */
const angkaTepat =
  (panjang: number, kode: string): Pembaca =>
  (sel) => {
    const digit = bersihkanNik(sel.teks);
    if (/^\d+$/.test(digit) && digit.length === panjang) return baik(digit);
    const hilang = sel.jenis === 'angka' && /^\d+$/.test(digit) && digit.length < panjang;
    return buruk(hilang ? 'E_NOL_HILANG' : kode);
  };

const bacaTiga: Pembaca = (sel) => {
  const digit = bersihkanNik(sel.teks.replace(/^\s*R[TW]\b/i, ''));
  return /^\d{1,3}$/.test(digit) ? baik(digit.padStart(3, '0')) : buruk('E_TIGA');
};

const bacaFaskes: Pembaca = (sel) => {
  const nilai = rapikanTeks(sel.teks).replace(/^'/, '').toUpperCase();
  if (sel.jenis === 'angka' && /^\d{1,7}$/.test(nilai)) return buruk('E_NOL_HILANG');
  if (nilai.length > 20) return buruk('E_PANJANG');
  return /^\d{4}[0-9A-Z]\d{3}$/.test(nilai) ? baik(nilai) : baik(nilai, 'W_FASKES');
};

const bacaTelepon: Pembaca = (sel) => {
  const { hp, temuan } = parseHp(bersihkanNik(sel.teks.replace(/^\s*'/, '')));
  const kode = temuan.map((satu) => satu.kode);
  return hp ? baik(hpLokal(hp), ...kode) : buruk(...kode);
};

const bacaEmail: Pembaca = (sel, { panjang }) => {
  const nilai = rapikanTeks(sel.teks);
  if (nilai.length > panjang) return buruk('E_PANJANG');
  return /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(nilai) ? baik(nilai) : buruk('E_EMAIL');
};

const bacaDaftar: Pembaca = (sel, { kunci }, { kawin }) => {
  const nilai = bacaKode(kunci, sel.teks, kawin);
  return nilai === undefined
    ? buruk('E_KODE')
    : baik(nilai, ...(kunci === 'kelas' && nilai !== '3' ? ['W_KELAS'] : []));
};

const bacaMutasi: Pembaca = (sel, kolom, konteks) => {
  const label = bacaJenisMutasi(sel.teks, konteks.jenisMutasi ?? JENIS_MUTASI);
  if (label !== undefined) return baik(label);
  const { nilai, kode } = bacaTeks(sel, kolom, konteks);
  return baik(nilai, ...kode, 'W_JENIS_MUTASI');
};

/** The order in which to read one date, and a warning when it is only assumed. */
function urutanBaris(teks: string, { urutan, urutanBawaan, nik }: KonteksIsi): ['HB' | 'BH' | undefined, string[]] {
  if (urutan === 'CAMPUR') return [buktiUrutan({ teks, nik })?.urutan ?? urutanTanpaBeda(teks), []];
  const ragu = urutanBawaan && buktiUrutan({ teks, nik }) === undefined && urutanTanpaBeda(teks) === undefined;
  return [urutan, ragu ? ['W_URUTAN'] : []];
}

/** Any order, when both give the same answer. */
const urutanTanpaBeda = (teks: string): 'HB' | undefined =>
  bacaTanggal(teks, 'HB') === bacaTanggal(teks, 'BH') ? 'HB' : undefined;

const bacaHari: Pembaca = (sel, { kunci }, konteks) => {
  if (sel.jenis === 'angka') return buruk('E_TANGGAL_BILANGAN');
  const [urutan, ragu] = urutanBaris(sel.teks, konteks);
  if (urutan === undefined) return buruk('E_URUTAN');
  const tanggal = bacaTanggal(sel.teks, urutan);
  if (tanggal === undefined) return buruk('E_TANGGAL');
  return baik(tanggal, ...ragu, ...(kunci === 'tgl_lahir' ? temuanLahir(tanggal, konteks) : []));
};

function temuanLahir(lahir: Tanggal, { hariIni, nik }: KonteksIsi): string[] {
  const umur = selisihHari(lahir, hariIni);
  const ulang = `${lahir.slice(8)}/${lahir.slice(5, 7)}/${lahir.slice(0, 4)}`;
  const bukti = buktiUrutan({ teks: ulang, nik });
  return [
    ...(umur < 0 ? ['E_LAHIR_DEPAN'] : []),
    ...(umur > UMUR_WAJAR_HARI ? ['W_LAHIR_TUA'] : []),
    ...(bukti?.dasar === 'nik' && bukti.urutan === 'BH' ? ['W_TERTUKAR'] : []),
  ];
}

const PEMBACA: Record<JenisIsi, Pembaca> = {
  urut: (sel) => baik(rapikanTeks(sel.teks).slice(0, 10)),
  teks: bacaTeks,
  nama: bacaNama,
  nik: bacaEnamBelas,
  kk: bacaEnamBelas,
  kartu: angkaTepat(13, 'E_KARTU'),
  tanggal: bacaHari,
  kode: bacaDaftar,
  mutasi: bacaMutasi,
  tiga: bacaTiga,
  pos: angkaTepat(5, 'E_POS'),
  faskes: bacaFaskes,
  hp: bacaTelepon,
  email: bacaEmail,
};

/** Reads a cell that is not empty. */
export const bacaIsi: Pembaca = (sel, kolom, konteks) => PEMBACA[kolom.jenis](sel, kolom, konteks);
