/** How things are before anything is changed, and what a run would change. Touches nothing. */

import { TAB } from '#domain/kolom/tab.ts';
import { rencanaNaik, tolakBundelLama, versiRegister } from '#domain/skema/versi.ts';
import { config } from '../config.ts';
import { type Baris, bacaSusunan, bacaTab, barisTab } from '../periksa/baca.ts';
import { periksaTajuk } from '../periksa/bentuk.ts';
import { bacaAwal, sebutAwal, takTerpakai } from './awal.ts';
import { cariRegister } from './buku-register.ts';
import { bacaIsiSkrip, berkasRilis, sebutSelisih, selisihIsi } from './isi-skrip.ts';
import type { Mesin } from './mesin.ts';
import type { OpsiPasang } from './opsi.ts';
import { cariProyek } from './proyek.ts';

export interface Keadaan {
  /** Whether the register has tabs of an office, be it with gaps. */
  readonly terpasang: boolean;
  /** Why this release must not go into it; empty when it may. */
  readonly tolak: string;
  /** What an upgrade of an older register would do. */
  readonly naik: readonly string[];
  /** Tabs and headers that are not as they should be. */
  readonly perbaikan: readonly string[];
  /** Rows of the tab `Peran`. */
  readonly orang: readonly Baris[];
  /** Regency whose office it is; empty where the register does not say. */
  readonly kodeWilayah: string;
}

export const BELUM_ADA: Keadaan = {
  terpasang: false,
  tolak: '',
  naik: [],
  perbaikan: [],
  orang: [],
  kodeWilayah: '',
};

export async function periksaKeadaan({ klien }: Mesin, register: string): Promise<Keadaan> {
  const office = { sheets: await klien.sheets() };
  const susunan = await bacaSusunan(office, register);
  const judul = (susunan.sheets ?? []).map(({ properties }) => properties?.title ?? '');
  const nama = TAB.map((satu) => satu.nama as string).filter((satu) => judul.includes(satu) && satu !== 'Riwayat');
  if (nama.length === 0) return BELUM_ADA;
  const tab = await bacaTab(office, register, nama);
  const sistem = Object.fromEntries(barisTab(tab, 'Sistem').map(({ kunci = '', nilai = '' }) => [kunci, nilai]));
  const versi = versiRegister(sistem);
  const temuan = periksaTajuk({ susunan, tab }).filter(({ tingkat }) => tingkat === 'GALAT');
  return {
    terpasang: true,
    tolak: tolakBundelLama(versi),
    naik: rencanaNaik(versi),
    perbaikan: temuan.map(({ kalimat }) => kalimat),
    orang: barisTab(tab, 'Peran'),
    kodeWilayah: barisTab(tab, 'Pengaturan').find(({ kunci }) => kunci === 'kode_wilayah')?.['nilai'] ?? '',
  };
}

export interface Rencana {
  /** Settings and people that a new office begins with, or why those that were named do not count. */
  readonly awal: readonly string[];
  readonly dibuat: readonly string[];
  readonly dikirim: readonly string[];
  readonly dinaikkan: readonly string[];
  readonly dipulihkan: readonly string[];
  /** Why it would be refused; empty when it would not. */
  readonly ditolak: string;
}

const KANTOR_BARU = [
  'Tab register beserta isi awalnya, perlindungan, pilihan dan tampilannya.',
  'Formulir menurut jalur yang dilayani, diterbitkan.',
  'Spreadsheet kantor lain menurut jalur itu, dan izin menurut tab Peran.',
  'Pemicu: kiriman formulir, suntingan, dan tugas berkala setiap 5 menit.',
];

export async function rencanakan(mesin: Mesin, opsi: OpsiPasang): Promise<Rencana> {
  const rilis = berkasRilis(config.bundleDir);
  const register = await cariRegister(mesin, opsi);
  const skrip = register === undefined ? undefined : await cariProyek(mesin, register, opsi.skrip);
  const keadaan = register === undefined ? BELUM_ADA : await periksaKeadaan(mesin, register);
  const awal = keadaan.tolak === '' ? await bacaAwal(mesin, opsi, keadaan) : {};
  const isi = skrip === undefined ? [] : await bacaIsiSkrip(mesin, skrip);
  return {
    awal: keadaan.orang.length > 0 ? takTerpakai(opsi, awal, keadaan) : sebutAwal(awal, mesin.email),
    dibuat: [
      ...(register === undefined ? ['Spreadsheet Register PBI.'] : []),
      ...(skrip === undefined ? ['Proyek skrip di dalam register.'] : []),
      ...(keadaan.terpasang ? [] : KANTOR_BARU),
    ],
    dikirim: selisihIsi(rilis, isi).map(sebutSelisih),
    dinaikkan: keadaan.naik,
    dipulihkan: keadaan.perbaikan,
    ditolak: keadaan.tolak,
  };
}

export function teksRencana({ awal, dibuat, dikirim, dinaikkan, dipulihkan, ditolak }: Rencana): string {
  const bagian = (judul: string, isi: readonly string[]): string[] =>
    isi.length > 0 ? [`${judul}:`, ...isi.map((satu) => `  - ${satu}`)] : [];
  const baris = [
    ...bagian('Ketentuan awal dan petugas', awal),
    ...bagian('Akan dibuat', dibuat),
    ...bagian('Akan dikirim ke skrip (berkas, ukuran, sidik isi)', dikirim),
    ...bagian('Susunan register akan dinaikkan', dinaikkan),
    ...bagian('Akan dipulihkan', dipulihkan),
    ...bagian('Akan ditolak', ditolak === '' ? [] : [ditolak]),
  ];
  const isi = baris.length > 0 ? baris : ['Tidak ada yang tampak berbeda.'];
  const skrip = 'Perlindungan, format, pilihan, pemicu dan izin hanya terlihat oleh skrip: dipulihkan saat dijalankan.';
  return [...isi, ...(dibuat.length > 0 ? [] : [skrip]), 'Belum ada yang diubah.'].join('\n');
}
