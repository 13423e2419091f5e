/** Says in words how two records relate, for the person who decides. */
import type { KelasUmpanBalik } from './kelas.ts';

/** How fields relate, as matching finds it; an empty string where one side has nothing, `rusak` where the record's cannot be read. */
export interface Hubungan {
  readonly nik: '' | 'sama' | 'satu' | 'kurang' | 'lebih' | 'dua' | 'jauh';
  readonly kartu: '' | 'sama' | 'beda' | 'rusak';
  readonly kk: '' | 'sama' | 'satu' | 'beda' | 'rusak';
  /** -1 missing, 4 equal, 3 other order, 2 part, below 1 how alike, 0 different. */
  readonly nama: number;
  readonly lahir: '' | 'sama' | 'tukar' | 'dua' | 'beda' | 'jauh' | 'rusak';
  readonly jk: '' | 'sama' | 'beda' | 'rusak';
  readonly ibu: number;
  readonly wilayah: '' | 'sama' | 'kec' | 'beda';
  readonly tempat: '' | 'sama' | 'beda';
  /** The number that was written belongs to somebody else who was found as well. */
  readonly nomorOrangLain?: boolean;
  /** Another record has the same number, though it is not as like. */
  readonly nomorBanyak?: boolean;
}

const NIK: Readonly<Record<Hubungan['nik'], string>> = {
  '': 'NIK tidak dapat dibandingkan',
  sama: 'NIK sama',
  satu: 'NIK berbeda satu angka atau dua angka bersebelahan tertukar',
  kurang: 'NIK kurang satu angka',
  lebih: 'NIK kelebihan satu angka',
  dua: 'NIK berbeda dua angka',
  jauh: 'NIK berlainan',
};

function takTerbaca(apa: string): string {
  return `${apa} di referensi tidak terbaca`;
}

const KK: Readonly<Record<Hubungan['kk'], string>> = {
  '': '',
  sama: 'No KK sama',
  satu: 'No KK berbeda satu angka',
  beda: 'No KK berbeda',
  rusak: takTerbaca('No KK'),
};

const LAHIR: Readonly<Record<Hubungan['lahir'], string>> = {
  '': '',
  sama: 'tanggal lahir sama',
  tukar: 'hari dan bulan lahir tertukar',
  dua: 'tanggal lahir berbeda pada hari, bulan, atau tahunnya',
  beda: 'tanggal lahir berbeda',
  jauh: 'tanggal lahir berselisih lebih dari sepuluh tahun',
  rusak: takTerbaca('tanggal lahir'),
};

const WILAYAH: Readonly<Record<Hubungan['wilayah'], string>> = {
  '': '',
  sama: 'wilayah sama',
  kec: 'kecamatan sama, desa berbeda',
  beda: 'wilayah berbeda',
};

const SAMA_BEDA = (apa: string) =>
  ({ '': '', sama: `${apa} sama`, beda: `${apa} berbeda`, rusak: takTerbaca(apa) }) as const;

/** @param apa the field, e.g. `nama ibu` */
function teksNama(apa: string, nilai: number): string {
  if (nilai < 0) return '';
  if (nilai === 4) return `${apa} sama`;
  if (nilai === 3) return `${apa} sama, urutan kata atau spasinya berbeda`;
  if (nilai === 2) return `${apa} lebih pendek atau disingkat`;
  return nilai > 0 ? `${apa} mirip ${Math.floor(nilai * 100)}%` : `${apa} berbeda`;
}

/** The words for each part of a score; empty where a field says nothing. */
export const teksBagian = (h: Hubungan) => ({
  nik: NIK[h.nik],
  kartu: SAMA_BEDA('nomor kartu')[h.kartu],
  kk: KK[h.kk],
  nama: teksNama('nama', h.nama),
  lahir: LAHIR[h.lahir],
  jk: SAMA_BEDA('jenis kelamin')[h.jk],
  ibu: teksNama('nama ibu', h.ibu),
  wilayah: WILAYAH[h.wilayah],
  tempat: SAMA_BEDA('tempat lahir')[h.tempat],
  penduduk: 'kemungkinan kebetulan menurut besarnya referensi',
});

const PEMBUKA: Readonly<Partial<Record<KelasUmpanBalik, string>>> = {
  BENTROK: 'NIK ini milik orang lain',
  GANDA: 'Lebih dari satu catatan mungkin dimaksud',
};

/** One sentence for a row and its best candidate; without a candidate what was looked for. */
export function alasanKelas(kelas: KelasUmpanBalik, hubungan: Hubungan | undefined): string {
  const isi = hubungan ? isiAlasan(kelas, hubungan) : tanpaCalon(kelas);
  return [PEMBUKA[kelas], isi].filter((satu) => satu !== undefined && satu !== '').join('; ');
}

function tanpaCalon(kelas: KelasUmpanBalik): string {
  // Of rows that match for certain nothing is kept that could be said one by one.
  if (kelas === 'COCOK') return SEMUA_SAMA;
  return kelas === 'TIDAK_DITEMUKAN'
    ? 'Tidak ada yang sama atau cukup mirip'
    : 'Tidak ditemukan: NIK rusak, atau semua pengenalnya kosong';
}

const SEMUA_SAMA = 'Semua isian yang dapat dibandingkan sama';

function isiAlasan(kelas: KelasUmpanBalik, hubungan: Hubungan): string {
  if (kelas === 'COCOK') {
    return hubungan.nomorBanyak ? `${SEMUA_SAMA}, tetapi nomornya juga ada pada catatan lain di referensi` : SEMUA_SAMA;
  }
  const { penduduk: _, ...bagian } = teksBagian(hubungan);
  const isi = Object.values(bagian).filter((satu) => satu !== '');
  const tanpaPembanding = kelas === 'COCOK_BEDA' && isi.length === 1;
  return [
    ...isi,
    ...(tanpaPembanding ? ['tidak ada isian lain yang dapat dibandingkan'] : []),
    ...(hubungan.nomorOrangLain ? ['nomor yang ditulis milik orang lain (lihat calon berikutnya)'] : []),
  ].join(', ');
}
