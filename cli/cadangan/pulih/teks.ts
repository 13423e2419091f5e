/** What `pbi pulihkan` says: numbers, places and what to do, nothing of any person. */
import { waktuIndonesia } from '#domain/waktu/bahasa.ts';
import { parseWaktu } from '#domain/waktu/waktu.ts';
import type { ArsipBaca } from '../arsip-baca.ts';
import { peringatan } from '../teks.ts';
import type { BelumTercatat } from './tanggapan.ts';

const barisTab = ({ manifes }: ArsipBaca): Record<string, number> => {
  const baris = new Map(manifes.anggota.map(({ nama, baris: banyak }) => [nama, banyak]));
  return Object.fromEntries(
    manifes.register.tab.map(({ judul, anggota }) => [judul, Math.max(0, (baris.get(anggota) ?? 0) - 1)]),
  );
};

export const ringkasan = (arsip: ArsipBaca, belum: readonly BelumTercatat[]) => ({
  kantor: arsip.manifes.kantor,
  dibuat: arsip.manifes.dibuat,
  skema: arsip.manifes.skema,
  sidik: arsip.sidik,
  tab: barisTab(arsip),
  tanggapanBelumTercatat: Object.fromEntries(belum.map(({ formulir, banyak }) => [formulir, banyak])),
  peringatan: peringatan(arsip.manifes),
});

function kepala(arsip: ArsipBaca): string[] {
  const { kantor, dibuat } = arsip.manifes;
  const waktu = parseWaktu(dibuat);
  const tab = barisTab(arsip);
  return [
    `Cadangan ${kantor} utuh${waktu ? `, keadaan ${waktuIndonesia(waktu)}` : ''}: ${tab['Kasus'] ?? 0} usulan, ${tab['Riwayat'] ?? 0} catatan riwayat.`,
    ...peringatan(arsip.manifes).map((satu) => `PERINGATAN: ${satu}`),
  ];
}

const jumlah = (belum: readonly BelumTercatat[]): number => belum.reduce((semua, { banyak }) => semua + banyak, 0);

export function teksRencana(arsip: ArsipBaca, belum: readonly BelumTercatat[]): string {
  const tab = Object.entries(barisTab(arsip)).map(([judul, baris]) => `  ${judul}: ${baris} baris`);
  return [
    ...kepala(arsip),
    'Yang akan dibuat: satu spreadsheet register baru dengan isi berikut, sama sel demi sel.',
    ...tab,
    'Sesudah itu program dipasang seperti pbi pasang: formulir dan spreadsheet kantor lain dibuat baru.',
    ...(belum.length > 0
      ? [`${jumlah(belum)} tanggapan formulir belum tercatat di register; daftarnya akan ditulis di samping cadangan.`]
      : []),
    'Belum ada yang diubah.',
  ].join('\n');
}

/** @param berkas the lists of responses that the register does not have */
export const teksPulih = (arsip: ArsipBaca, belum: readonly BelumTercatat[], berkas: readonly string[]): string[] => [
  ...kepala(arsip),
  'Register baru sama sel demi sel dengan cadangan. Bagikan tautan formulir yang baru: yang lama sudah ditutup.',
  ...(berkas.length > 0
    ? [
        `${jumlah(belum)} tanggapan formulir belum tercatat di register. Periksa, lalu isi lewat formulir baru: ${berkas.join(', ')}`,
      ]
    : []),
];
