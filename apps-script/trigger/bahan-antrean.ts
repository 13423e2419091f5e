/** Reads what queued commands are about: cases, batches, cards, and what happened to cases that a plan saw earlier. */
import { nikImpor } from '#usecase/impor.ts';
import { type PerintahAntrean, type Terbaca, tindakanDari } from '#usecase/perintah.ts';
import type { Potret } from '#usecase/potret.ts';
import type { BahanTindakan, BarisRiwayat, Tindakan } from '#usecase/tindakan-rencana.ts';
import { baca, type IsiTab, type Minta } from '../google/baca.ts';
import type { Letak } from '../google/kirim.ts';
import { barisKasus, bukaRegister } from '../google/register.ts';

/** A row of `Antrean` and what it asks for. */
export type Perintah = PerintahAntrean & { readonly terbaca: Terbaca };

/** What commands work on. */
export interface Bahan extends BahanTindakan {
  readonly potret: Potret;
  readonly letak: Letak;
  /** The answers to what was asked besides. */
  readonly tambahan: readonly IsiTab[];
}

/** Sending a batch, and moving a proposal to a month whose batch may be closed. */
const butuhBatch = ({ terbaca }: Perintah): boolean =>
  terbaca?.jenis === 'KIRIM_BATCH' || tindakanDari(terbaca).some(({ aksi }) => aksi === 'GESER_PERIODE');

const butuhKis = ({ terbaca }: Perintah): boolean => tindakanDari(terbaca).some(({ aksi }) => aksi === 'CATAT_KIS');

/** The cases that these commands are about, found by their columns: a file may name hundreds of people. */
export function bukaUntuk(perintah: readonly Perintah[], tambahan: readonly Minta[] = []): Bahan {
  const tindakan = perintah.flatMap(({ terbaca }) => tindakanDari(terbaca));
  const cari = new Set<string>(tindakan.map(({ tiket }) => tiket));
  for (const { terbaca } of perintah) {
    if (terbaca?.jenis === 'IMPOR') for (const nik of nikImpor(terbaca.isi)) cari.add(nik);
  }
  const batch: Minta[] = perintah.some(butuhBatch) ? [{ tab: 'Batch', ambil: 'semua' }] : [];
  const kis: Minta[] = perintah.some(butuhKis) ? [{ tab: 'KIS', kolom: ['tiket'] }] : [];
  const lain = [...tambahan, ...batch, ...kis];
  if (cari.size === 0) {
    const { potret, letak, isi } = bukaRegister(lain);
    return { potret, letak, kasus: [], riwayat: new Map(), tambahan: isi };
  }
  const sekilas = bukaRegister([{ tab: 'Kasus', kolom: ['tiket', 'nik'] }]);
  const baris = (sekilas.isi[0]?.baris ?? [])
    .filter(({ isi }) => cari.has(isi['tiket'] ?? '') || cari.has(isi['nik'] ?? ''))
    .map(({ nomor }) => nomor);
  const { potret, isi, letak } = bukaRegister([{ tab: 'Kasus', baris }, ...lain]);
  const [tabKasus, ...sisa] = isi;
  const kasus = barisKasus(tabKasus).map((satu) => satu.kasus);
  const versi = new Map(kasus.map((satu) => [satu.tiket, Number(satu.versi)]));
  return { potret, letak, kasus, riwayat: bacaSejak(letak.idBuku, tindakan, versi), tambahan: sisa };
}

/** The log of cases since the version that an action saw. Nothing is read while all of them are as they were seen. */
function bacaSejak(
  idBuku: string,
  tindakan: readonly Tindakan[],
  versi: ReadonlyMap<string, number>,
): ReadonlyMap<string, BarisRiwayat[]> {
  const lebih = new Map<string, number>();
  for (const { tiket, versi: dilihat } of tindakan) {
    const banyak = (versi.get(tiket) ?? 0) - Number(dilihat ?? versi.get(tiket));
    if (banyak > 0) lebih.set(tiket, Math.max(banyak, lebih.get(tiket) ?? 0));
  }
  if (lebih.size === 0) return new Map();
  const sekilas = urutRiwayat(baca(idBuku, [{ tab: 'Riwayat', kolom: ['nomor', 'tiket'] }]));
  // Each version has one line.
  const baris = [...menurutTiket(sekilas)].flatMap(([tiket, semua]) =>
    semua.slice(-(lebih.get(tiket) ?? semua.length)),
  );
  const dicari = baris.filter(({ isi }) => lebih.has(isi['tiket'] ?? '')).map(({ nomor }) => nomor);
  if (dicari.length === 0) return new Map();
  const dibaca = menurutTiket(urutRiwayat(baca(idBuku, [{ tab: 'Riwayat', baris: dicari }])));
  return new Map([...dibaca].map(([tiket, semua]) => [tiket, semua.map(({ isi }) => isi)]));
}

type BarisTab = IsiTab['baris'][number];

/** Oldest first, however people have sorted the tab. */
const urutRiwayat = ([tab]: readonly IsiTab[]): BarisTab[] =>
  [...(tab?.baris ?? [])].sort((a, b) => Number(a.isi['nomor']) - Number(b.isi['nomor']));

function menurutTiket(semua: readonly BarisTab[]): Map<string, BarisTab[]> {
  const peta = new Map<string, BarisTab[]>();
  for (const satu of semua) {
    const tiket = satu.isi['tiket'] ?? '';
    const kelompok = peta.get(tiket);
    if (kelompok) kelompok.push(satu);
    else peta.set(tiket, [satu]);
  }
  return peta;
}
