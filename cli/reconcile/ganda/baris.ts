/** Pairs as lines of a report and as entries of a plan: the later row, and beside it the earlier one. */
import { aturanAksi } from '#domain/usulan/aksi.ts';
import { isStatus } from '#domain/usulan/status.ts';
import type { HasilCocok } from '../bentuk.ts';
import type { EntriCocok } from '../rencana.ts';
import type { KasusCek } from '../verifikasi/kantor.ts';
import type { Asal, HasilGanda } from './ganda.ts';

/** Headings behind those of every result; rows of a group stand together. */
export const KOLOM_GANDA = ['kelompok', 'sumber', 'baris', 'tiket_lain', 'baris_lain'];

/** One for each pair, group by group, then the rows with which nothing can be compared. */
export function* barisGanda({ kelompok, cacat, asal }: HasilGanda): Generator<HasilCocok> {
  let urutan = 0;
  for (const [nomor, { pasangan }] of kelompok.entries()) {
    for (const { kelas, kini, lama, hasil } of pasangan) {
      const [satu, dua] = [asal(kini), asal(lama)];
      yield {
        ...hasil,
        ...{ urutan, nomor: satu.nomor, tiket: satu.tiket, referensi: dua.sumber, kelas },
        alasan: `Kelompok ${nomor + 1}, dengan ${letak(dua)}: ${hasil.alasan}`,
        lain: {
          kelompok: String(nomor + 1),
          ...{ sumber: satu.sumber, baris: String(satu.nomor), tiket_lain: dua.tiket, baris_lain: String(dua.nomor) },
        },
      };
      urutan += 1;
    }
  }
  for (const satu of cacat) {
    const { sumber, nomor } = asal(satu.urutan);
    yield { ...satu, urutan, referensi: sumber, lain: { sumber, baris: String(nomor) } };
    urutan += 1;
  }
}

/** Where a row stands, without its person. */
export const letak = ({ sumber, nomor, tiket }: Asal): string =>
  `${sumber} baris ${nomor}${tiket === '' ? '' : ` (${tiket})`}`;

/** What is proposed is to close the later case of one person; a person decides about every pair. */
export function entriGanda(hasil: HasilCocok, kasus: ReadonlyMap<string, KasusCek>): EntriCocok {
  const { urutan, nomor, tiket, referensi, kelas, orang, alasan, beda, calon, lain } = hasil;
  const milik = kasus.get(tiket);
  const lama = lain['tiket_lain'] ?? '';
  const boleh = milik && lama !== '' && kelas !== 'BENTROK' && isTertutupkan(milik);
  return {
    ...{ urutan, nomor, tiket, versi: milik?.versi ?? '', referensi, kelas, orang, alasan },
    calon: calon.map(({ orang: siapa, skor, bagian }) => ({ orang: siapa, skor, bagian: [...bagian] })),
    beda: [...beda],
    perubahan: boleh ? { aksi: 'TUTUP', isi: {}, alasan: `Ganda dengan tiket ${lama}.` } : null,
    putusan: 'TUNDA',
    pilihan: null,
  };
}

function isTertutupkan({ status, rute }: KasusCek): boolean {
  const dari = aturanAksi('TUTUP', rute)?.dari ?? [];
  return isStatus(status) && dari.includes(status);
}
