/** The custom menu of the register and what its items do by hand what triggers do by themselves. */

import type { Potret } from '#usecase/potret.ts';
import { bukaRegister } from '../google/register.ts';
import { GalatVersi } from '../google/skema.ts';
import { ambilAlih } from '../setup/akun.ts';
import { pasangDiminta, pasangKantor, perbaikiTab } from '../setup/pasang.ts';
import { segarkanBerbagiBpjs } from './berbagi.ts';
import { segarkanDasbor } from './dasbor.ts';
import { periksaRantai } from './harian.ts';
import { denganKunci, untukPanel } from './jaga.ts';
import { petugasKini } from './petugas.ts';
import { kirimSurat } from './surat.ts';
import { tick } from './tick.ts';

const JUDUL = 'Usulan PBI';

/** Simple trigger: the menu needs no authorisation. */
export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createMenu(JUDUL)
    .addItem('Panel kasus', 'bukaPanel')
    .addItem('Batch bulanan', 'bukaPanelBatch')
    .addItem('Segarkan dasbor', 'segarkanDasborSekarang')
    .addSubMenu(
      SpreadsheetApp.getUi()
        .createMenu('Cetak')
        .addItem('Berita acara batch', 'cetakBeritaAcara')
        .addItem('Buku register', 'cetakBukuRegister')
        .addItem('Rekap per wilayah', 'cetakRekap')
        .addItem('Surat pengingat ke BPJS', 'cetakSuratBpjs')
        .addItem('Catatan untuk pemohon', 'cetakCatatanPemohon')
        .addItem('Saran ke Disdukcapil', 'cetakSaranDukcapil'),
    )
    .addSeparator()
    .addItem('Jalankan tugas berkala sekarang', 'jalankanSekarang')
    .addItem('Kirim surel yang menunggu', 'kirimSuratSekarang')
    .addItem('Segarkan Berbagi BPJS', 'segarkanSekarang')
    .addSeparator()
    .addItem('Periksa riwayat', 'periksaRiwayat')
    .addItem('Perbaiki register', 'perbaikiRegister')
    .addItem('Pasang atau perbaiki kantor', 'pasangAtauPerbaiki')
    .addItem('Ambil alih kantor ini', 'ambilAlihKantor')
    .addToUi();
}

/** Shows the sidebar. */
export function bukaPanel(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('panel').setTitle('Panel kasus'));
}

/** Shows the sidebar of monthly batches. */
export function bukaPanelBatch(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('batch').setTitle('Batch bulanan'));
}

function kabari(nama: string, kerja: () => string): void {
  const pesan = untukPanel(nama, kerja);
  SpreadsheetApp.getActiveSpreadsheet().toast(pesan, JUDUL, 8);
}

/** These need the rights of the office's account: its form, the locked sheet for BPJS, its mail. */
const BUKAN_ADMIN =
  'Tugas ini berjalan sendiri setiap 5 menit dengan akun sistem. Hanya akun berperan admin di tab Peran yang dapat menjalankannya sekarang.';

export const jalankanSekarang = (): void =>
  kabari('jalankanSekarang', () => {
    if (!sayaAdmin()) return BUKAN_ADMIN;
    tick();
    return 'Tugas berkala selesai dijalankan.';
  });

export const kirimSuratSekarang = (): void =>
  kabari('kirimSuratSekarang', () => (sayaAdmin() ? `${kirimSurat()} surel dikirim.` : BUKAN_ADMIN));

export const segarkanSekarang = (): void =>
  kabari('segarkanSekarang', () => segarkanBerbagiBpjs((potret) => (isAdmin(potret) ? '' : BUKAN_ADMIN)));

export const segarkanDasborSekarang = (): void => kabari('segarkanDasborSekarang', () => segarkanDasbor(petugasKini));

export const periksaRiwayat = (): void =>
  kabari('periksaRiwayat', () => periksaRantai(bukaRegister(), Number.MAX_SAFE_INTEGER));

const kabarPerbaikan = (laporan: readonly string[]): string =>
  laporan.length > 0 ? laporan.join(' ') : 'Tidak ada yang perlu diperbaiki.';

/** The whole office, also where there is none yet: files, forms, triggers, sharing. */
export const pasangAtauPerbaiki = (): void =>
  kabari('pasangAtauPerbaiki', () => kabarPerbaikan(denganKunci(() => pasangDiminta())));

/** The account that chooses this runs the office from now on. What is left for others to do is too long for a toast. */
export function ambilAlihKantor(): void {
  const laporan = untukPanel('ambilAlihKantor', () => denganKunci(ambilAlih));
  const ui = SpreadsheetApp.getUi();
  ui.alert(JUDUL, laporan.join('\n\n'), ui.ButtonSet.OK);
}

export const perbaikiRegister = (): void =>
  kabari('perbaikiRegister', () => {
    // Tabs first: without them nobody's role can be read.
    const laporan = denganKunci(() => {
      const tab = perbaikiTab();
      return sayaAdmin() ? [...tab, ...pasangKantor({})] : tab;
    });
    return kabarPerbaikan(laporan);
  });

/** Triggers run as whoever installs them: an officer who repairs the register must not become their owner. */
function sayaAdmin(): boolean {
  try {
    return isAdmin(bukaRegister().potret);
  } catch (galat) {
    if (galat instanceof GalatVersi) throw galat;
    // Something is still broken that reading needs.
    return false;
  }
}

function isAdmin({ pengaturan }: Potret): boolean {
  const email = Session.getEffectiveUser().getEmail().toLowerCase();
  return pengaturan.pegawai.some((satu) => satu.email === email && satu.peran === 'admin');
}
