/**
 * Applies a plan as ONE atomic batchUpdate, and proves that each cell landed where it was meant to. People may sort,
 * insert or delete rows and columns between the read and the write; Google offers no conditional write. So each changed
 * row is first copied, in the same batch, to the tab `Jejak`; the answer of the batch shows whose row it was. If it was
 * another case's, its cells are put back and the right row is found again (`perbaikan.ts`).
 */
import type { Rencana } from '#usecase/rencana.ts';
import { GalatPengguna } from './galat.ts';
import { kirim, type Letak, namaTampak, nomorBaris } from './kirim.ts';
import { letakKini, perbaikan, tempatkan } from './perbaikan.ts';
import { type BarisDiubah, permintaanSistem, permintaanTambah } from './permintaan.ts';

const MAKS_ULANG = 4;

/** @throws GalatPengguna when a row has gone; nothing of another case stays changed */
export function komit(rencana: Rencana, letak: Letak): void {
  const sistem = { ...letak.sistem };
  for (const { tab, kunci, nilai } of rencana.ubah) if (tab === 'Sistem') sistem[kunci] = nilai['nilai'] ?? '';
  const sistemBerubah = rencana.ubah.some(({ tab }) => tab === 'Sistem');
  const baris = rencana.ubah
    .filter(({ tab, nilai }) => tab !== 'Sistem' && Object.keys(nilai).length > 0)
    .map(({ tab, kunci, nilai }): BarisDiubah => {
      const tampak = letak.tampak?.get(namaTampak(tab, kunci));
      const nomor = nomorBaris(letak, tab, kunci);
      return { tab, kunci, nilai, nomor, ...(tampak === undefined ? {} : { tampak }) };
    });
  const tambahan = [
    ...permintaanTambah(rencana.tambah, letak.tajuk),
    ...(sistemBerubah ? [permintaanSistem(sistem)] : []),
  ];
  const hasil = kirim(letak, baris, tambahan);
  let sisa = perbaikan(letak, baris, rencana.tambah, hasil);
  let hilang: GalatPengguna | undefined;
  for (let kali = 1; sisa.length > 0; kali += 1) {
    if (kali > MAKS_ULANG) {
      throw new GalatPengguna(
        'Baris terus berpindah saat disimpan. Tunggu orang lain selesai mengurutkan, lalu coba lagi.',
      );
    }
    const kini = letakKini(letak, [...new Set(sisa.map(({ tab }) => tab))]);
    const tempat = tempatkan(sisa, kini);
    hilang = tempat.hilang ?? hilang;
    sisa = perbaikan(kini, tempat.baris, [], kirim(kini, tempat.baris, []));
  }
  if (hilang) throw hilang;
}
