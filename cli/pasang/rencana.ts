/** How things are before anything is changed, and what a run would change. Touches nothing. */

import { TAB } from '#domain/kolom/tab.ts';
import { rencanaNaik, tolakBundelLama, versiRegister } from '#domain/skema/versi.ts';
import { config } from '../config.ts';
import { bacaSusunan, bacaTab, barisTab } from '../periksa/baca.ts';
import { periksaTajuk } from '../periksa/bentuk.ts';
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
}

export async function periksaKeadaan({ klien }: Mesin, register: string): Promise<Keadaan> {
  const office = { sheets: await klien.sheets() };
  const susunan = await bacaSusunan(office, register);
  const judul = (susunan.sheets ?? []).map(({ properties }) => properties?.title ?? '');
  const nama = TAB.map((satu) => satu.nama as string).filter((satu) => judul.includes(satu) && satu !== 'Riwayat');
  if (nama.length === 0) return { terpasang: false, tolak: '', naik: [], perbaikan: [] };
  const tab = await bacaTab(office, register, nama);
  const sistem = Object.fromEntries(barisTab(tab, 'Sistem').map(({ kunci = '', nilai = '' }) => [kunci, nilai]));
  const versi = versiRegister(sistem);
  const temuan = periksaTajuk({ susunan, tab }).filter(({ tingkat }) => tingkat === 'GALAT');
  return {
    terpasang: true,
    tolak: tolakBundelLama(versi),
    naik: rencanaNaik(versi),
    perbaikan: temuan.map(({ kalimat }) => kalimat),
  };
}

export interface Rencana {
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
  const keadaan = register === undefined ? undefined : await periksaKeadaan(mesin, register);
  const isi = skrip === undefined ? [] : await bacaIsiSkrip(mesin, skrip);
  return {
    dibuat: [
      ...(register === undefined ? ['Spreadsheet Register PBI.'] : []),
      ...(skrip === undefined ? ['Proyek skrip di dalam register.'] : []),
      ...(keadaan?.terpasang ? [] : KANTOR_BARU),
    ],
    dikirim: selisihIsi(rilis, isi).map(sebutSelisih),
    dinaikkan: keadaan?.naik ?? [],
    dipulihkan: keadaan?.perbaikan ?? [],
    ditolak: keadaan?.tolak ?? '',
  };
}

export function teksRencana({ dibuat, dikirim, dinaikkan, dipulihkan, ditolak }: Rencana): string {
  const bagian = (judul: string, isi: readonly string[]): string[] =>
    isi.length > 0 ? [`${judul}:`, ...isi.map((satu) => `  - ${satu}`)] : [];
  const baris = [
    ...bagian('Akan dibuat', dibuat),
    ...bagian('Akan dikirim ke skrip', dikirim),
    ...bagian('Susunan register akan dinaikkan', dinaikkan),
    ...bagian('Akan dipulihkan', dipulihkan),
    ...bagian('Akan ditolak', ditolak === '' ? [] : [ditolak]),
  ];
  const awal = baris.length > 0 ? baris : ['Tidak ada yang tampak berbeda.'];
  const skrip = 'Perlindungan, format, pilihan, pemicu dan izin hanya terlihat oleh skrip: dipulihkan saat dijalankan.';
  return [...awal, ...(dibuat.length > 0 ? [] : [skrip]), 'Belum ada yang diubah.'].join('\n');
}
