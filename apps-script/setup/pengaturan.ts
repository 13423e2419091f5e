/** Hand edits of the settings tabs: answered beside each row, logged with old and new value, told to whoever made them. */
import {
  type IsiPengaturan,
  isBarisKosong,
  type NamaTabPengaturan,
  TAB_PENGATURAN,
} from '#domain/pengaturan/periksa.ts';
import { type BarisTab, SALAH, tanpaTitik } from '#domain/pengaturan/periksa-umum.ts';
import { catatPengaturan, type HasilCatat, sebutSalah } from '#usecase/catat-pengaturan.ts';
import { Perancang } from '#usecase/perancang.ts';
import type { Rencana } from '#usecase/rencana.ts';
import { rencanaKosong } from '#usecase/rencana.ts';
import type { IsiTab } from '../google/baca.ts';
import { namaTampak } from '../google/kirim.ts';
import { komit } from '../google/komit.ts';
import { bukaRegister, pelaksana, type Terbuka } from '../google/register.ts';
import { bacaBukuKelurahan } from './kantor.ts';

const SEMUA: readonly NamaTabPengaturan[] = TAB_PENGATURAN.map(({ nama }) => nama);

/** Rows of one batch: each of them leaves a trace in `Jejak`, which has a thousand. */
const SEKALI_SIMPAN = 400;

export const isTabPengaturan = (nama: string): nama is NamaTabPengaturan => (SEMUA as readonly string[]).includes(nama);

/** All settings tabs as they are now. */
export interface TabTerbaca {
  readonly terbuka: Terbuka;
  readonly isi: IsiPengaturan;
  readonly perTab: ReadonlyMap<NamaTabPengaturan, IsiTab['baris']>;
}

export function bacaTabPengaturan(): TabTerbaca {
  const terbuka = bukaRegister([
    ...SEMUA.map((nama) => ({ tab: nama, ambil: 'semua' as const })),
    { tab: 'Salinan Pengaturan', ambil: 'semua' },
  ]);
  const perTab = new Map(SEMUA.map((nama, i) => [nama, terbuka.isi[i]?.baris ?? []]));
  const isi = Object.fromEntries([...perTab].map(([nama, baris]) => [nama, baris.map((satu) => satu.isi)]));
  return { terbuka, isi: isi as unknown as IsiPengaturan, perTab };
}

/** To be called inside the lock. @param tab what was edited; all of them when nobody knows. @returns a sentence for whoever edits */
export function periksaTabPengaturan(email: string, tab: readonly NamaTabPengaturan[] = SEMUA): string {
  const { terbuka, isi, perTab } = bacaTabPengaturan();
  const salinan = (terbuka.isi[SEMUA.length]?.baris ?? []).map((satu) => satu.isi);
  const p = new Perancang(terbuka.potret);
  const hasil = catatPengaturan(p, isi, salinan, tab, pelaksana(email, terbuka.potret));
  simpan(terbuka, p.rencana(), hasil, perTab);
  return kabar(hasil, tab);
}

/** Names, values and log in one commit. Answers beyond its size follow; the next check would write them just the same. */
function simpan(
  { letak }: Terbuka,
  rencana: Rencana,
  hasil: HasilCatat,
  perTab: ReadonlyMap<NamaTabPengaturan, IsiTab['baris']>,
): void {
  const nomor = new Map(letak.nomor);
  const tampak = new Map<string, string>();
  // Two rows may have one name, or none: each is written by its place, and proved by what its key cell shows.
  const milik = kolomMilik();
  const jawaban = TAB_PENGATURAN.flatMap(({ nama: tab, kunci }) =>
    (perTab.get(tab) ?? []).flatMap(({ nomor: baris, isi }, i) => {
      const pemeriksaan = hasil.jawaban[tab][i];
      const nilai = { ...milik(tab, isi), ...(pemeriksaan === undefined ? {} : { pemeriksaan }) };
      if (Object.keys(nilai).length === 0) return [];
      const nama = `baris ${baris}`;
      nomor.set(tab, new Map(nomor.get(tab)).set(nama, baris));
      tampak.set(namaTampak(tab, nama), isi[kunci] ?? '');
      return [{ tab, kunci: nama, nilai }];
    }),
  );
  const utama = { ubah: [...rencana.ubah, ...jawaban.slice(0, SEKALI_SIMPAN)], tambah: rencana.tambah };
  if (!rencanaKosong(utama)) komit(utama, { ...letak, nomor, tampak });
  for (let awal = SEKALI_SIMPAN; awal < jawaban.length; awal += SEKALI_SIMPAN)
    komit({ ubah: jawaban.slice(awal, awal + SEKALI_SIMPAN), tambah: [] }, { ...letak, nomor, tampak });
}

/**
 * A list that is pasted over another leaves what the system wrote beside the old rows. A kelurahan that inherited its
 * predecessor's spreadsheet would read that one's people, so the book follows the code; an emptied row keeps no link.
 */
function kolomMilik(): (tab: NamaTabPengaturan, isi: BarisTab) => Record<string, string> {
  const buku = bacaBukuKelurahan();
  return (tab, isi) => {
    const berkas = buku.get(tanpaTitik(isi['kode'] ?? '')) ?? '';
    if (tab === 'Wilayah' && (isi['berkas'] ?? '') !== berkas) return { berkas };
    return tab === 'Faskes' && isBarisKosong(tab, isi) && (isi['tautan'] ?? '') !== '' ? { tautan: '' } : {};
  };
}

/** What whoever edits `tab` should know at once; empty when all is well and follows by itself. */
function kabar(hasil: HasilCatat, tab: readonly NamaTabPengaturan[]): string {
  const baruSalah = (nama: NamaTabPengaturan) => hasil.jawaban[nama].some((satu) => satu?.startsWith(SALAH));
  const salah = new Map([...hasil.salah].filter(([nama]) => tab.includes(nama) || baruSalah(nama)));
  const ubah = (tab: NamaTabPengaturan, nama?: string) =>
    hasil.perubahan.some((satu) => satu.tab === tab && (nama === undefined || satu.nama === nama));
  return [
    salah.size > 0 ? `Ada isi yang salah: ${sebutSalah(salah)}. Lihat kolom pemeriksaan.` : '',
    ubah('Pengaturan', 'rute_aktif')
      ? 'Jalankan Perbaiki register supaya formulir dan berkas jalur itu disiapkan.'
      : '',
    ubah('Peran') ? 'Pembagian berkas mengikuti malam ini, atau sekarang lewat Perbaiki register.' : '',
  ]
    .filter((satu) => satu !== '')
    .join(' ');
}

/** The daily look at all of them. @returns a sentence for the ledger; the word SALAH makes it a mail */
export function pengaturanHarian(): string {
  const kalimat = periksaTabPengaturan('');
  return kalimat.startsWith('Ada isi yang salah') ? `PENGATURAN SALAH. ${kalimat}` : 'Semua tab pengaturan sah.';
}
