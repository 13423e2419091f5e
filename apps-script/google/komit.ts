/**
 * Applies a plan as ONE atomic batchUpdate, and proves that each cell landed in the row it was meant for. People may
 * sort, insert or delete rows between the read and the write; Google offers no conditional write. So each changed row is
 * first copied, in the same batch, to the tab `Jejak`; the answer of the batch shows whose row it was. If it was another
 * case's, its cells are put back and the right row is found again (`perbaikan.ts`).
 */
import type { Rencana } from '#usecase/rencana.ts';
import { GalatPengguna } from './galat.ts';
import { kirim, type Letak, nomorBaris } from './kirim.ts';
import { perbaikiBaris, perbaikiKolom } from './perbaikan.ts';
import { type BarisDiubah, permintaanSistem, permintaanTambah } from './permintaan.ts';

const MAKS_ULANG = 4;

/** @throws GalatPengguna when a row has gone or the header is lost; nothing of another case stays changed */
export function komit(rencana: Rencana, letak: Letak): void {
  const sistem = { ...letak.sistem };
  for (const { tab, kunci, nilai } of rencana.ubah) if (tab === 'Sistem') sistem[kunci] = nilai['nilai'] ?? '';
  const sistemBerubah = rencana.ubah.some(({ tab }) => tab === 'Sistem');
  const baris = rencana.ubah
    .filter(({ tab, nilai }) => tab !== 'Sistem' && Object.keys(nilai).length > 0)
    .map(({ tab, kunci, nilai }): BarisDiubah => ({ tab, kunci, nilai, nomor: nomorBaris(letak, tab, kunci) }));
  const tambahan = [
    ...permintaanTambah(rencana.tambah, letak.tajuk),
    ...(sistemBerubah ? [permintaanSistem(sistem)] : []),
  ];
  let { salah, pindah } = kirim(letak, baris, tambahan);
  if (pindah) salah = perbaikiKolom(letak, baris, rencana.tambah);
  for (let kali = 1; salah.length > 0; kali += 1) {
    if (kali > MAKS_ULANG) {
      throw new GalatPengguna(
        'Baris terus berpindah saat disimpan. Tunggu orang lain selesai mengurutkan, lalu coba lagi.',
      );
    }
    salah = perbaikiBaris(letak.idBuku, baris, salah);
  }
}
