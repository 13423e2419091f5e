/** A change of settings: each row is answered beside it, each change is logged, and what depends on it is marked. */
import {
  type IsiPengaturan,
  type NamaTabPengaturan,
  periksaPengaturan,
  TAB_PENGATURAN,
} from '#domain/pengaturan/periksa.ts';
import { type BarisTab, SALAH } from '#domain/pengaturan/periksa-umum.ts';
import { tanggalWaktu } from '#domain/waktu/waktu.ts';
import { tampilDiFormulir } from './halangan-formulir.ts';
import type { Perancang } from './perancang.ts';
import type { Pelaksana } from './potret.ts';
import { bacaSalinanTab, bedaTab, type PerubahanBaris, salinTab, tulisSalinan } from './salinan-pengaturan.ts';

export interface HasilCatat {
  readonly perubahan: readonly PerubahanBaris[];
  /** Rows that do not count, by tab; tabs without any are left out. */
  readonly salah: ReadonlyMap<NamaTabPengaturan, number>;
  /** Answers that changed, row for row; undefined where nothing is to be written. */
  readonly jawaban: Readonly<Record<NamaTabPengaturan, readonly (string | undefined)[]>>;
}

/** Tabs with wrong rows, for a sentence. */
export const sebutSalah = (salah: HasilCatat['salah']): string =>
  [...salah].map(([tab, banyak]) => `${tab} ${banyak} baris`).join(', ');

/**
 * Plans the log lines, the new copy and the markers; the answers are left to the caller, who knows the rows' places.
 * All tabs are answered, because a row of one may depend on another. Only `tab` is compared, so that what two people
 * change in two tabs at once is logged with the name of each.
 */
export function catatPengaturan(
  p: Perancang,
  isi: IsiPengaturan,
  salinan: readonly BarisTab[],
  tab: readonly NamaTabPengaturan[],
  pelaku: Pelaksana,
): HasilCatat {
  const perubahan = tab.flatMap((nama) => catatTab(p, nama, isi[nama], salinan, pelaku));
  if (perubahan.some(({ tab: asal, nama }) => tampilDiFormulir(asal, nama))) p.aturSistem('formulir_tertinggal', 'ya');
  const jawaban = periksaPengaturan(isi, tanggalWaktu(p.potret.kini));
  const banyakSalah = TAB_PENGATURAN.map(
    ({ nama }) => [nama, jawaban[nama].filter((satu) => satu.startsWith(SALAH)).length] as const,
  );
  const berubah = TAB_PENGATURAN.map(({ nama }) => [
    nama,
    jawaban[nama].map((satu, i) => (satu === (isi[nama][i]?.['pemeriksaan'] ?? '') ? undefined : satu)),
  ]);
  return {
    perubahan,
    salah: new Map(banyakSalah.filter(([, banyak]) => banyak > 0)),
    jawaban: Object.fromEntries(berubah) as HasilCatat['jawaban'],
  };
}

function catatTab(
  p: Perancang,
  tab: NamaTabPengaturan,
  baris: readonly BarisTab[],
  salinan: readonly BarisTab[],
  pelaku: Pelaksana,
): PerubahanBaris[] {
  const dulu = bacaSalinanTab(tab, salinan);
  const kini = salinTab(tab, baris);
  const beda = dulu ? bedaTab(tab, dulu, kini) : [];
  if (dulu && beda.length === 0) return [];
  for (const { nama, lama, baru } of beda)
    p.catatSaja({ aksi: 'PENGATURAN', pelaku, alasan: `${tab}: ${nama}` }, baru, lama);
  simpanSalinan(p, tab, tulisSalinan(tab, kini), salinan);
  return beda;
}

/** Parts that are no longer needed are emptied: an empty part adds nothing. */
function simpanSalinan(
  p: Perancang,
  tab: NamaTabPengaturan,
  baru: ReturnType<typeof tulisSalinan>,
  salinan: readonly BarisTab[],
): void {
  const ada = new Map(salinan.map((satu) => [satu['bagian'] ?? '', satu['isi'] ?? '']));
  for (const { bagian, isi } of baru) {
    if (!ada.has(bagian)) p.tambahBaris('Salinan Pengaturan', { bagian, isi });
    else if (ada.get(bagian) !== isi) p.ubahBaris('Salinan Pengaturan', bagian, { isi });
  }
  for (let i = baru.length + 1; ada.has(`${tab} ${i}`); i += 1)
    p.ubahBaris('Salinan Pengaturan', `${tab} ${i}`, { isi: '' });
}
