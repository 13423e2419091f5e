/** The print dialog: the menu's items open it, and it asks the server for choices and pages. */
import { POLA_TIKET } from '#domain/usulan/tiket.ts';
import {
  type Dokumen,
  type IsiBidang,
  isJenisCetak,
  JENIS_CETAK,
  type JenisCetak,
  type LayananCetak,
  type PilihanCetak,
} from '#usecase/cetak/jenis.ts';
import { GalatPengguna } from '../google/galat.ts';
import { untukPanel } from '../trigger/jaga.ts';
import { dokumen, tawaran } from './cetak-bahan.ts';
import { panelPilihan } from './server.ts';

const LEBAR = 1000;
const TINGGI = 600;

/** What the page is told stands in attributes of its body; nothing else than a kind and a ticket can stand there. */
function dialog(jenis: JenisCetak, tiket = ''): void {
  const halaman = HtmlService.createHtmlOutputFromFile('cetak')
    .getContent()
    .replace('data-jenis=""', `data-jenis="${jenis}"`)
    .replace('data-tiket=""', `data-tiket="${POLA_TIKET.test(tiket) ? tiket : ''}"`);
  const isi = HtmlService.createHtmlOutput(halaman).setWidth(LEBAR).setHeight(TINGGI);
  SpreadsheetApp.getUi().showModalDialog(isi, JENIS_CETAK[jenis]);
}

export const cetakBeritaAcara = (): void => untukPanel('cetakBeritaAcara', () => dialog('berita_acara'));
export const cetakBukuRegister = (): void => untukPanel('cetakBukuRegister', () => dialog('register'));
export const cetakRekap = (): void => untukPanel('cetakRekap', () => dialog('rekap'));
export const cetakSuratBpjs = (): void => untukPanel('cetakSuratBpjs', () => dialog('surat_bpjs'));

/** The note for the applicant of a ticket, or of the selected row (BTL-N-03). */
export const cetakCatatanPemohon = (tiket?: string): void =>
  untukPanel('cetakCatatanPemohon', () => dialog('catatan', tiket ?? panelPilihan()));

/** The advice for a person whose NIK was not found (BGR-09). */
export const cetakSaranDukcapil = (tiket?: string): void =>
  untukPanel('cetakSaranDukcapil', () => dialog('dukcapil', tiket ?? panelPilihan()));

const jenisSah = (jenis: string): JenisCetak => {
  if (!isJenisCetak(jenis))
    throw new GalatPengguna('Halaman itu tidak dikenal. Tutup dialog ini dan buka lagi dari menu.');
  return jenis;
};

export function cetakPilihan({ jenis, tiket }: { jenis: string; tiket: string }): PilihanCetak {
  return untukPanel('cetakPilihan', () => {
    const sah = jenisSah(jenis);
    return { judul: JENIS_CETAK[sah], ...tawaran(sah, tiket) };
  });
}

export function cetakDokumen({ jenis, isi }: { jenis: string; isi: IsiBidang }): Dokumen {
  return untukPanel('cetakDokumen', () => dokumen(jenisSah(jenis), isi));
}

/**
 * Proof that every function of the contract is here.
 * @public nothing imports it; the type check is its use
 */
export const LAYANAN_CETAK = { cetakPilihan, cetakDokumen } satisfies LayananCetak;
