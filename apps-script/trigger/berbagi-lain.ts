/** Brings the spreadsheets of Dinkes, Disdukcapil, kecamatan and kelurahan up to date when cases have changed. */
import { BUKU_BERBAGI, JUDUL_BERBAGI, type NamaBerbagi } from '#domain/kolom/berbagi.ts';
import { ID_KOLOM_KASUS, type Kasus } from '#domain/kolom/kasus.ts';
import type { BarisBatch } from '#usecase/batch/baris.ts';
import { Perancang } from '#usecase/perancang.ts';
import { berkasBerbagi, type Potret, semuaBatch } from '#usecase/potret.ts';
import type { IsiTab } from '../google/baca.ts';
import { komit } from '../google/komit.ts';
import { bukaRegister, keKasus } from '../google/register.ts';
import { perbaikiBukuBerbagi } from '../setup/buku-berbagi.ts';
import { bukuKelurahanKurang, kelurahanTanpaBuku } from '../setup/buku-kelurahan.ts';
import { KOLOM_DIBACA, segarkanBuku } from './berbagi.ts';
import { tabBatchDinkes } from './dinkes.ts';
import { isiDinkes, SEKILAS_ISI } from './isi-batch-dinkes.ts';
import { denganKunci } from './jaga.ts';
import { segarkanRekap } from './kecamatan.ts';
import { isKelurahan, segarkanKelurahan } from './segarkan-kelurahan.ts';

const KOLOM = ID_KOLOM_KASUS.filter((id) =>
  [...KOLOM_DIBACA, 'periode', 'kode_wilayah', 'diketahui_oleh', 'diketahui_pada'].includes(id),
);

/** Makes missing books of kelurahan and refreshes what has fallen behind. @returns whether something was done */
export function segarkanBerbagiLain({ potret }: { potret: Potret }): boolean {
  if (kelurahanTanpaBuku(potret).length > 0) denganKunci(bukuKelurahanKurang);
  // Whole offices first: somebody there may be waiting to send a batch on.
  const { disegarkan, kelurahan } = denganKunci(segarkanKantor);
  return (kelurahan && segarkanKelurahan()) || disegarkan;
}

interface HasilKantor {
  /** Whether there was one. */
  readonly disegarkan: boolean;
  /** Whether a kelurahan has fallen behind: only then are the cases read for them. */
  readonly kelurahan: boolean;
}

const kelurahanTertinggal = ({ sistem }: Potret): boolean =>
  (sistem.berbagi_tertinggal ?? '').split(' ').some(isKelurahan);

const kantorTertinggal = ({ sistem }: Potret): string[] =>
  (sistem.berbagi_tertinggal ?? '').split(' ').filter((nama) => nama !== '' && !isKelurahan(nama));

/** The offices that answer in their spreadsheets, inside the lock. */
function segarkanKantor(): HasilKantor {
  const { potret, isi, letak } = bukaRegister([
    { tab: 'Kasus', kolom: KOLOM },
    { tab: 'Batch', ambil: 'semua' },
    SEKILAS_ISI,
  ]);
  const kini = kantorTertinggal(potret);
  if (kini.length === 0) return { disegarkan: false, kelurahan: kelurahanTertinggal(potret) };
  const kasus = (isi[0]?.baris ?? []).map(({ isi: satu }) => keKasus(satu));
  const batch = semuaBatch(potret);
  // An answer that was found in a book changes cases: that book is looked at again next time; so is one in which much is missing.
  const isiBatch = isi[2]?.baris ?? [];
  const lagi = kini.filter((nama) => segarkanSatu(nama as NamaBerbagi, { kasus, batch, isiBatch, potret }));
  // Taking an answer in was a commit of its own: the markers that were read before are no longer true.
  const akhir = lagi.length > 0 ? bukaRegister() : { potret, letak };
  const p = new Perancang(akhir.potret);
  const semua = (akhir.potret.sistem.berbagi_tertinggal ?? '').split(' ');
  p.aturSistem('berbagi_tertinggal', semua.filter((nama) => !kini.includes(nama) || lagi.includes(nama)).join(' '));
  komit(p.rencana(), akhir.letak);
  return { disegarkan: true, kelurahan: kelurahanTertinggal(akhir.potret) };
}

/** What all books are made of. */
interface Bahan {
  readonly kasus: readonly Kasus[];
  readonly batch: readonly BarisBatch[];
  readonly isiBatch: IsiTab['baris'];
  readonly potret: Potret;
}

/** @returns whether it has to be refreshed once more */
function segarkanSatu(nama: NamaBerbagi, { kasus, batch, isiBatch, potret }: Bahan): boolean {
  const id = berkasBerbagi(potret)[nama];
  if (!id) return false;
  if (nama === 'kecamatan') {
    segarkanRekap(id, kasus, potret);
    return false;
  }
  if (nama !== 'dinkes') return segarkanBuku(nama, id, kasus, potret).diterima > 0;
  const isi = isiDinkes(batch, isiBatch);
  const segarkanDinkes = () => segarkanBuku(nama, id, kasus, potret, [...tabBatchDinkes(batch, potret), ...isi.tab]);
  try {
    return segarkanDinkes().diterima > 0 || isi.sisa();
  } catch (galat) {
    // An office of an earlier version has a spreadsheet without the tab; reading is the first that fails then.
    if (perbaikiBukuBerbagi(id, JUDUL_BERBAGI.dinkes, BUKU_BERBAGI.dinkes).length === 0) throw galat;
    return segarkanDinkes().diterima > 0 || isi.sisa();
  }
}
