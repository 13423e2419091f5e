/** What matching proposes as the answer of one of the four checks (BTL-D-06, BTL-N-04, BGR-13). */
import { menyebutKematian } from '../kalimat/kabar-duka.ts';
import { CEK, HASIL_CEK, type IdCek } from '../pemeriksaan/cek.ts';
import type { KelasUmpanBalik } from './kelas.ts';
import { JUDUL_ORANG, type KolomOrang } from './orang.ts';

/** How a case met somebody in a reference. */
export interface PertemuanCek {
  readonly cek: IdCek;
  readonly kelas: KelasUmpanBalik;
  /** NIK of the case and of whom it met; the latter is empty where nobody was found. */
  readonly nik: { readonly kasus: string; readonly referensi: string };
  /** What the extract says of that person, e.g. a decile; empty where it says nothing. */
  readonly status: string;
  readonly beda: readonly KolomOrang[];
}

export interface UsulCek {
  /** Columns of the case. */
  readonly isi: Readonly<Record<string, string>>;
  /** One sentence for the log, without personal data. */
  readonly alasan: string;
}

type HasilCek = (typeof HASIL_CEK)[IdCek][number];

/** Undefined where a person has to find the answer. A proposal never says that it is certain: the class does. */
export function usulCek(temu: PertemuanCek): UsulCek | undefined {
  const { cek, kelas, nik } = temu;
  if (kelas === 'BENTROK' || kelas === 'CACAT') return undefined;
  const hasil = kelas === 'TIDAK_DITEMUKAN' ? TIDAK_ADA[cek] : MENURUT_STATUS[cek](temu);
  if (hasil === undefined) return undefined;
  // Only the population register says which NIK is right.
  const betulkan = cek === 'kependudukan' && isNikLain(temu) && /^\d{16}$/.test(nik.referensi);
  return {
    isi: { [`cek_${cek}`]: hasil, ...(betulkan ? { nik: nik.referensi } : {}) },
    alasan: `${NAMA[cek]}: ${sebab(temu, betulkan)}.`,
  };
}

const NAMA = Object.fromEntries(CEK.map(({ id, nama }) => [id, nama])) as Record<IdCek, string>;

const TIDAK_ADA: Readonly<Record<IdCek, HasilCek>> = {
  kependudukan: 'Tidak ditemukan',
  dtks: 'Tidak terdaftar',
  pbi_jk: 'Tidak terdaftar',
  pbi_apbd: 'Tidak terdaftar',
};

const isNikLain = ({ nik }: PertemuanCek): boolean => nik.referensi !== '' && nik.referensi !== nik.kasus;

function sebab(temu: PertemuanCek, betulkan: boolean): string {
  const { kelas } = temu;
  if (kelas === 'TIDAK_DITEMUKAN') return 'NIK dan orangnya tidak ditemukan';
  const lain = temu.beda.filter((kolom) => kolom !== 'nik').map((kolom) => JUDUL_ORANG[kolom].toLowerCase());
  const beda = lain.length > 0 ? `berbeda pada ${lain.join(', ')}` : 'isian lain sama';
  if (betulkan) return `NIK dibetulkan menurut referensi, ${beda}`;
  if (isNikLain(temu)) return `orang yang sama tercatat dengan NIK lain, ${beda}`;
  if (kelas === 'GANDA') return 'beberapa catatan mungkin dimaksud';
  return kelas === 'COCOK' ? 'NIK sama dan semua isian sama' : `NIK sama, ${beda}`;
}

const rapikan = (status: string): string =>
  status
    .toUpperCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

/** An extract may use the very words of the office. */
const persis = (cek: IdCek, kata: string): HasilCek | undefined =>
  HASIL_CEK[cek].find((hasil) => rapikan(hasil) === kata);

const MENURUT_STATUS: Readonly<Record<IdCek, (temu: PertemuanCek) => HasilCek | undefined>> = {
  kependudukan,
  dtks,
  pbi_jk: kepesertaan('pbi_jk'),
  pbi_apbd: kepesertaan('pbi_apbd'),
};

/** Words of the population register for a record that no longer counts, whose meaning differs from office to office. */
const TAK_BERLAKU = /\b(?:NON ?AKTIF|TIDAK AKTIF|TIDAK BERLAKU|BLOKIR|DIBLOKIR|HAPUS|DIHAPUS|BATAL|DIBATALKAN)\b/;

function kependudukan({ kelas, nik, status, beda }: PertemuanCek): HasilCek | undefined {
  const kata = rapikan(status);
  if (menyebutKematian(kata)) return 'Meninggal';
  if (/\bPINDAH\b/.test(kata)) return 'Pindah';
  if (/\bGANDA\b/.test(kata)) return 'Ganda';
  if (TAK_BERLAKU.test(kata)) return undefined;
  if (kelas === 'GANDA' && nik.referensi === nik.kasus) return 'Ganda';
  if (beda.some((kolom) => kolom !== 'nik')) return 'Beda data';
  // Equal NIK, nothing differs, and yet not certain: too little could be compared.
  return kelas === 'COCOK_BEDA' ? undefined : 'Padan';
}

function dtks({ status }: PertemuanCek): HasilCek | undefined {
  const kata = rapikan(status);
  const tetap = persis('dtks', kata);
  if (tetap !== undefined) return tetap;
  const desil = (kata.replace(/\.0+\b/g, '').match(/\d+/g) ?? []).map(Number);
  if (desil.length === 0) return undefined;
  if (desil.every((satu) => satu >= 1 && satu <= 5)) return 'Terdaftar desil 1-5';
  return desil.every((satu) => satu >= 6 && satu <= 10) ? 'Terdaftar desil 6-10' : undefined;
}

const NONAKTIF = /NON ?AKTIF|\b(?:TIDAK|BELUM|TAK) AKTIF\b|\b(?:KELUAR|DICORET|DIHAPUS|DIHENTIKAN)\b/;

/** A member of today in all its words. "Pernah aktif", "aktif sampai" and whatever else is not known say something different. */
const SEBUTAN =
  '(?:STATUS|PESERTA|KEPESERTAAN|TERDAFTAR|MASIH|SUDAH|SEDANG|SEBAGAI|PBI|PBPU|JK|JKN|KIS|APBD|APBN|BPJS)';
const AKTIF = new RegExp(`^(?:${SEBUTAN} )*AKTIF(?: ${SEBUTAN})*$`);

function kepesertaan(cek: IdCek): (temu: PertemuanCek) => HasilCek | undefined {
  return ({ status }) => {
    const kata = rapikan(status);
    const tetap = persis(cek, kata);
    if (tetap !== undefined) return tetap;
    if (NONAKTIF.test(kata) || menyebutKematian(kata)) return 'Terdaftar nonaktif';
    return AKTIF.test(kata.replace(/[^A-Z]+/g, ' ').trim()) && !/\d/.test(kata) ? 'Terdaftar aktif' : undefined;
  };
}
