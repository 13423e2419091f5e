/** Brings the spreadsheets of Dinkes, Disdukcapil, kecamatan and kelurahan up to date, some at a time. */
import { BUKU_BERBAGI, type NamaBerbagi } from '#domain/kolom/berbagi.ts';
import { ID_KOLOM_KASUS, type Kasus } from '#domain/kolom/kasus.ts';
import type { BarisBatch } from '#usecase/batch-baris.ts';
import { isiBukuKelurahan, KOLOM_BUKU_KELURAHAN } from '#usecase/buku-kelurahan.ts';
import { Perancang } from '#usecase/perancang.ts';
import { berkasBerbagi, type Potret } from '#usecase/potret.ts';
import { tulisUtuh } from '../google/buku-kelurahan.ts';
import { komit } from '../google/komit.ts';
import { bukaRegister, keKasus } from '../google/register.ts';
import { bukuKelurahanKurang, kelurahanTanpaBuku } from '../setup/buku-kelurahan.ts';
import { KOLOM_DIBACA, segarkanBuku } from './berbagi.ts';
import { tabBatchDinkes } from './dinkes.ts';
import { denganKunci } from './jaga.ts';
import { segarkanRekap } from './kecamatan.ts';

/** Books of one hold of the lock, so that a form never waits long for it; and of one tick. */
const SEKALI_KUNCI = 10;
const SEKALI_JALAN = 40;

const KOLOM = ID_KOLOM_KASUS.filter((id) =>
  [...KOLOM_DIBACA, ...KOLOM_BUKU_KELURAHAN, 'periode', 'diketahui_oleh', 'diketahui_pada'].includes(id),
);

/** Makes missing books of kelurahan and refreshes what has fallen behind. @returns whether something was done */
export function segarkanBerbagiLain({ potret }: { potret: Potret }): boolean {
  if (kelurahanTanpaBuku(potret).length > 0) denganKunci(bukuKelurahanKurang);
  let selesai = 0;
  for (let lagi = true; lagi && selesai < SEKALI_JALAN; ) {
    const { banyak, sisa } = denganKunci(sekali);
    selesai += banyak;
    lagi = sisa;
  }
  return selesai > 0;
}

/** Some books inside one lock. @returns how many, and whether there are more */
function sekali(): { banyak: number; sisa: boolean } {
  const { potret, isi, letak } = bukaRegister([
    { tab: 'Kasus', kolom: KOLOM },
    { tab: 'Alasan', ambil: 'semua' },
    { tab: 'Batch', ambil: 'semua' },
  ]);
  const semua = tertinggal(potret);
  const kini = semua.slice(0, SEKALI_KUNCI);
  if (kini.length === 0) return { banyak: 0, sisa: false };
  const kasus = (isi[0]?.baris ?? []).map(({ isi: satu }) => keKasus(satu));
  const alasan = new Map((isi[1]?.baris ?? []).map(({ isi: satu }) => [satu['kode'] ?? '', satu['teks'] ?? '']));
  // An answer that was found in a book changes cases: that book is looked at again next time.
  const batch = (isi[2]?.baris ?? []).map(({ isi: satu }) => satu as unknown as BarisBatch);
  const lagi = kini.filter((nama) => segarkanSatu(nama, { kasus, alasan, batch, potret }));
  // Taking an answer in was a commit of its own: the markers that were read before are no longer true.
  const akhir = lagi.length > 0 ? bukaRegister() : { potret, letak };
  const p = new Perancang(akhir.potret);
  const sisa = tertinggal(akhir.potret).filter((nama) => !kini.includes(nama) || lagi.includes(nama));
  p.aturSistem('berbagi_tertinggal', sisa.join(' '));
  komit(p.rencana(), akhir.letak);
  return { banyak: kini.length, sisa: sisa.length > 0 };
}

const tertinggal = ({ sistem }: Potret): string[] =>
  (sistem.berbagi_tertinggal ?? '').split(' ').filter((nama) => nama !== '');

/** What all books are made of. */
interface Bahan {
  readonly kasus: readonly Kasus[];
  readonly alasan: ReadonlyMap<string, string>;
  readonly batch: readonly BarisBatch[];
  readonly potret: Potret;
}

/** @returns whether it has to be refreshed once more */
function segarkanSatu(nama: string, { kasus, alasan, batch, potret }: Bahan): boolean {
  const kelurahan = potret.pengaturan.bukuKelurahan.get(nama);
  const [tabKelurahan] = BUKU_BERBAGI.kelurahan;
  if (kelurahan && tabKelurahan) {
    tulisUtuh(kelurahan, tabKelurahan, isiBukuKelurahan(nama, kasus, alasan, potret.kini));
    return false;
  }
  const id = berkasBerbagi(potret)[nama as NamaBerbagi];
  if (!id) return false;
  if (nama === 'kecamatan') {
    segarkanRekap(id, kasus, potret);
    return false;
  }
  const tambahan = nama === 'dinkes' ? tabBatchDinkes(batch, potret) : [];
  return segarkanBuku(nama as NamaBerbagi, id, kasus, potret, tambahan).diterima > 0;
}
