/** Outcomes of matching with invented people: every class, names that need care, in as large a number as asked for. */
import type { KelasUmpanBalik } from '#domain/cocok/kelas.ts';
import { KOLOM_ORANG, type Orang } from '#domain/cocok/orang.ts';
import type { BedaKolom, Calon, HasilCocok } from '../../../../cli/reconcile/bentuk.ts';

/** The class of the n-th outcome; one in ten is what a person looks at first. */
const URUTAN: readonly KelasUmpanBalik[] = [
  'COCOK',
  'COCOK',
  'COCOK_BEDA',
  'COCOK',
  'SARAN',
  'TIDAK_DITEMUKAN',
  'COCOK',
  'BENTROK',
  'GANDA',
  'CACAT',
];
const REFERENSI = ['kependudukan', 'dtks', 'pbi-jk', 'pbi-apbd'];
const NAMA = ['SITI AMINAH', 'BUDI SANTOSO', "NUR 'AINI", 'R. A. KARTINI', 'MUHAMMAD IDRIS', 'SUPARTI'];

const kosong = Object.fromEntries(KOLOM_ORANG.map((kolom) => [kolom, ''])) as Record<keyof Orang, string>;

/** The n-th invented person, from 0; the last four digits of the NIK are 9000 or more. */
export function orang(n: number, ubah: Partial<Orang> = {}): Orang {
  const seri = String(9000 + (n % 1000));
  const blok = String(Math.floor(n / 1000) % 100).padStart(2, '0');
  return {
    ...kosong,
    nik: `3271${blok}150790${seri}`,
    no_kk: `3271${blok}010112${seri}`,
    nama: `${NAMA[n % NAMA.length]} ${n}`,
    tempat_lahir: 'BOGOR',
    tgl_lahir: '1990-07-15',
    jk: n % 2 === 0 ? 'P' : 'L',
    nama_ibu: 'SUMINAH',
    kode_wilayah: '3271011001',
    ...ubah,
  };
}

const tukarDigit = (nik: string): string => `${nik.slice(0, 13)}${nik[13] === '8' ? '3' : '8'}${nik.slice(14)}`;

const mirip = (satu: Orang, skor: number): Calon => ({
  orang: { ...satu, nik: tukarDigit(satu.nik), tempat_lahir: 'KOTA BOGOR' },
  skor,
  bagian: [
    { nama: 'nik_satu_digit', teks: 'NIK beda 1 digit: posisi 14', nilai: 6 },
    { nama: 'nama_sama', teks: 'nama sama', nilai: 7.5 },
    { nama: 'kk_sama', teks: 'KK sama', nilai: skor - 12.25 },
    { nama: 'tempat_beda', teks: 'tempat lahir berbeda', nilai: -1.25 },
  ],
});

const beda = (satu: Orang, lain: Orang): BedaKolom[] =>
  KOLOM_ORANG.filter((kolom) => satu[kolom] !== lain[kolom]).map((kolom) => ({
    kolom,
    usulan: satu[kolom],
    referensi: lain[kolom],
  }));

function isi(kelas: KelasUmpanBalik, satu: Orang): Pick<HasilCocok, 'calon' | 'alasan'> {
  const sama: Calon = { orang: satu, skor: 20, bagian: [{ nama: 'nik_sama', teks: 'NIK sama', nilai: 20 }] };
  switch (kelas) {
    case 'COCOK':
      return { calon: [sama], alasan: 'NIK dan nama sama' };
    case 'COCOK_BEDA': {
      const orangnya = { ...satu, tgl_lahir: '1990-07-16', nama_ibu: 'SUMIYATI' };
      return { calon: [{ ...sama, orang: orangnya }], alasan: 'NIK dan nama sama; 2 isian berbeda' };
    }
    case 'BENTROK':
      return { calon: [{ ...sama, orang: { ...satu, nama: 'JOKO WIDAGDO', jk: 'L' } }], alasan: 'NIK sama, nama lain' };
    case 'SARAN':
      return {
        calon: [mirip(satu, 18.5), mirip(orang(7, { no_kk: satu.no_kk }), 11)],
        alasan: 'NIK beda 1 digit; nama sama; KK sama',
      };
    case 'GANDA':
      return {
        calon: [mirip(satu, 17), mirip({ ...satu, nama: `${satu.nama} B` }, 17)],
        alasan: 'Lebih dari satu catatan mungkin dimaksud',
      };
    case 'CACAT':
      return { calon: [], alasan: 'NIK berbentuk 3E+15: simpan kolomnya sebagai teks' };
    default:
      return { calon: [], alasan: 'Tidak ada NIK, KK, atau nama yang cocok' };
  }
}

/** The n-th outcome, from 0. */
export function hasil(n: number, ubah: Partial<HasilCocok> = {}): HasilCocok {
  const kelas = ubah.kelas ?? URUTAN[n % URUTAN.length] ?? 'COCOK';
  const satu = ubah.orang ?? orang(n);
  const { calon, alasan } = isi(kelas, satu);
  const pertama = calon[0];
  return {
    urutan: n,
    nomor: n + 2,
    tiket: `BTL-N-2026-${String(n).padStart(6, '0')}`,
    referensi: REFERENSI[n % REFERENSI.length] ?? '',
    kelas,
    orang: satu,
    lain: { rt: '003', 'CATATAN PETUGAS': n % 3 === 0 ? 'prioritas' : '' },
    calon,
    alasan,
    beda: pertama ? beda(satu, pertama.orang) : [],
    ...ubah,
  };
}

/** So many outcomes, one after the other as matching gives them. */
export async function* banyakHasil(banyak: number): AsyncGenerator<HasilCocok> {
  for (let n = 0; n < banyak; n += 1) yield hasil(n);
}
