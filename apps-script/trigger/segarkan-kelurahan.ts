/**
 * Brings the spreadsheets of kelurahan up to date: read once, then written one by one without the lock, because dozens of
 * them take longer than a form may wait. Nobody edits what is written there.
 */
import { BUKU_BERBAGI } from '#domain/kolom/berbagi.ts';
import { isiBukuKelurahan, KOLOM_BUKU_KELURAHAN } from '#usecase/buku-kelurahan.ts';
import { Perancang } from '#usecase/perancang.ts';
import type { Potret } from '#usecase/potret.ts';
import { tulisUtuh } from '../google/buku-kelurahan.ts';
import { komit } from '../google/komit.ts';
import { bukaRegister, keKasus } from '../google/register.ts';
import { denganKunci } from './jaga.ts';
import { jalankanKelurahan } from './perintah-berbagi.ts';

/** Books of one tick: about half a minute at Google. */
const SEKALI_JALAN = 80;

/** Names in `berbagi_tertinggal` that are codes of kelurahan. */
export const isKelurahan = (nama: string): boolean => /^\d{10}$/.test(nama);

const kodeTertinggal = ({ sistem }: Potret): string[] =>
  (sistem.berbagi_tertinggal ?? '').split(' ').filter(isKelurahan);

/** @returns whether a book was written */
export function segarkanKelurahan(): boolean {
  const { potret, isi } = bukaRegister([
    { tab: 'Kasus', kolom: KOLOM_BUKU_KELURAHAN },
    { tab: 'Alasan', ambil: 'semua' },
  ]);
  const kode = kodeTertinggal(potret).slice(0, SEKALI_JALAN);
  const [tab] = BUKU_BERBAGI.kelurahan;
  if (kode.length === 0 || !tab) return false;
  const kasus = (isi[0]?.baris ?? []).map(({ isi: satu }) => keKasus(satu));
  const alasan = new Map((isi[1]?.baris ?? []).map(({ isi: satu }) => [satu['kode'] ?? '', satu['teks'] ?? '']));
  const menunggu = kode.filter((satu) => {
    const buku = potret.pengaturan.bukuKelurahan.get(satu);
    return buku && tulisUtuh(buku, tab, isiBukuKelurahan(satu, kasus, alasan, potret.kini)).perintahMenunggu;
  });
  selesaikan(potret, kode);
  jalankanKelurahan(menunggu, potret);
  return true;
}

/** Takes these books off the list, unless cases have changed since they were read: then they are written once more. */
function selesaikan(dibaca: Potret, kode: readonly string[]): void {
  denganKunci(() => {
    const { potret, letak } = bukaRegister();
    if (potret.sistem.riwayat_nomor !== dibaca.sistem.riwayat_nomor) return;
    const sisa = (potret.sistem.berbagi_tertinggal ?? '').split(' ').filter((nama) => !kode.includes(nama));
    const p = new Perancang(potret);
    p.aturSistem('berbagi_tertinggal', sisa.join(' '));
    komit(p.rencana(), letak);
  });
}
