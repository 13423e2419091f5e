/** Brings the spreadsheets of Dinkes, Disdukcapil, kecamatan and kelurahan up to date, some at a time. */
import { BUKU_BERBAGI, type NamaBerbagi } from '#domain/kolom/berbagi.ts';
import { ID_KOLOM_KASUS, type Kasus } from '#domain/kolom/kasus.ts';
import { isiBukuKelurahan, KOLOM_BUKU_KELURAHAN } from '#usecase/buku-kelurahan.ts';
import { Perancang } from '#usecase/perancang.ts';
import { berkasBerbagi, type Potret } from '#usecase/potret.ts';
import { tulisUtuh } from '../google/buku-kelurahan.ts';
import { komit } from '../google/komit.ts';
import { bukaRegister, keKasus } from '../google/register.ts';
import { bukuKelurahanKurang, kelurahanTanpaBuku } from '../setup/buku-kelurahan.ts';
import { KOLOM_DIBACA, segarkanBuku } from './berbagi.ts';
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
  while (selesai < SEKALI_JALAN) {
    const banyak = denganKunci(sekali);
    if (banyak === 0) break;
    selesai += banyak;
  }
  return selesai > 0;
}

/** Some books inside one lock. @returns how many */
function sekali(): number {
  const { potret, isi, letak } = bukaRegister([
    { tab: 'Kasus', kolom: KOLOM },
    { tab: 'Alasan', ambil: 'semua' },
  ]);
  const semua = (potret.sistem.berbagi_tertinggal ?? '').split(' ').filter((nama) => nama !== '');
  const kini = semua.slice(0, SEKALI_KUNCI);
  if (kini.length === 0) return 0;
  const kasus = (isi[0]?.baris ?? []).map(({ isi: satu }) => keKasus(satu));
  const alasan = new Map((isi[1]?.baris ?? []).map(({ isi: satu }) => [satu['kode'] ?? '', satu['teks'] ?? '']));
  // An answer that was found in a book changes cases: that book is looked at again next time.
  const lagi = kini.filter((nama) => segarkanSatu(nama, kasus, alasan, potret));
  const p = new Perancang(potret);
  p.aturSistem('berbagi_tertinggal', [...semua.slice(kini.length), ...lagi].join(' '));
  komit(p.rencana(), letak);
  return kini.length;
}

/** @returns whether it has to be refreshed once more */
function segarkanSatu(
  nama: string,
  kasus: readonly Kasus[],
  alasan: ReadonlyMap<string, string>,
  potret: Potret,
): boolean {
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
  return segarkanBuku(nama as NamaBerbagi, id, kasus, potret).diterima > 0;
}
