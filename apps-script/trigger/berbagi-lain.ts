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
import { jalankanKelurahan } from './perintah-berbagi.ts';

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
  const menunggu: string[] = [];
  for (let lagi = true; lagi && selesai < SEKALI_JALAN; ) {
    const { banyak, sisa, perintah } = denganKunci(sekali);
    selesai += banyak;
    menunggu.push(...perintah);
    lagi = sisa;
  }
  jalankanKelurahan(menunggu, potret);
  return selesai > 0;
}

/** What some books brought to light. */
interface HasilBuku {
  readonly banyak: number;
  readonly sisa: boolean;
  /** Kelurahan in whose spreadsheets commands wait. */
  readonly perintah: readonly string[];
}

/** Some books inside one lock. */
function sekali(): HasilBuku {
  const { potret, isi, letak } = bukaRegister([
    { tab: 'Kasus', kolom: KOLOM },
    { tab: 'Alasan', ambil: 'semua' },
    { tab: 'Batch', ambil: 'semua' },
  ]);
  const semua = tertinggal(potret);
  const kini = semua.slice(0, SEKALI_KUNCI);
  if (kini.length === 0) return { banyak: 0, sisa: false, perintah: [] };
  const kasus = (isi[0]?.baris ?? []).map(({ isi: satu }) => keKasus(satu));
  const alasan = new Map((isi[1]?.baris ?? []).map(({ isi: satu }) => [satu['kode'] ?? '', satu['teks'] ?? '']));
  // An answer that was found in a book changes cases: that book is looked at again next time.
  const batch = (isi[2]?.baris ?? []).map(({ isi: satu }) => satu as unknown as BarisBatch);
  const perintah: string[] = [];
  const lagi = kini.filter((nama) => segarkanSatu(nama, { kasus, alasan, batch, potret, perintah }));
  // Taking an answer in was a commit of its own: the markers that were read before are no longer true.
  const akhir = lagi.length > 0 ? bukaRegister() : { potret, letak };
  const p = new Perancang(akhir.potret);
  const sisa = tertinggal(akhir.potret).filter((nama) => !kini.includes(nama) || lagi.includes(nama));
  p.aturSistem('berbagi_tertinggal', sisa.join(' '));
  komit(p.rencana(), akhir.letak);
  return { banyak: kini.length, sisa: sisa.length > 0, perintah };
}

/** Whole offices before single kelurahan: somebody there may be waiting to send a batch on. */
function tertinggal({ sistem }: Potret): string[] {
  const semua = (sistem.berbagi_tertinggal ?? '').split(' ').filter((nama) => nama !== '');
  const kelurahan = (nama: string) => /^\d/.test(nama);
  return [...semua.filter((nama) => !kelurahan(nama)), ...semua.filter(kelurahan)];
}

/** What all books are made of. */
interface Bahan {
  readonly kasus: readonly Kasus[];
  readonly alasan: ReadonlyMap<string, string>;
  readonly batch: readonly BarisBatch[];
  readonly potret: Potret;
  /** Grows. */
  readonly perintah: string[];
}

/** @returns whether it has to be refreshed once more */
function segarkanSatu(nama: string, { kasus, alasan, batch, potret, perintah }: Bahan): boolean {
  const kelurahan = potret.pengaturan.bukuKelurahan.get(nama);
  const [tabKelurahan] = BUKU_BERBAGI.kelurahan;
  if (kelurahan && tabKelurahan) {
    const isi = isiBukuKelurahan(nama, kasus, alasan, potret.kini);
    if (tulisUtuh(kelurahan, tabKelurahan, isi).perintahMenunggu) perintah.push(nama);
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
