/** What `pbi cadangkan` says: numbers and names of tabs, nothing of any person. */
import { waktuIndonesia } from '#domain/waktu/bahasa.ts';
import { parseWaktu } from '#domain/waktu/waktu.ts';
import type { Manifes } from './manifes.ts';

const barisDari = ({ anggota }: Manifes, nama: string): number =>
  anggota.find((satu) => satu.nama === nama)?.baris ?? 0;

/** Numbers only. */
export function ringkasan(manifes: Manifes) {
  const { kantor, dibuat, skema, register, berbagi, formulir, riwayat } = manifes;
  return {
    kantor,
    dibuat,
    skema,
    tab: Object.fromEntries(
      // The header is no row of the table.
      register.tab.map(({ judul, anggota }) => [judul, Math.max(0, barisDari(manifes, anggota) - 1)]),
    ),
    berbagi: berbagi.length,
    tanggapan: Object.fromEntries(formulir.map(({ nama, tanggapan }) => [nama, barisDari(manifes, tanggapan)])),
    riwayat: riwayat.nomor,
  };
}

interface Tertulis {
  readonly berkas: string;
  readonly sidik: string;
  readonly bersandi: boolean;
}

export function teks(manifes: Manifes, { berkas, sidik, bersandi }: Tertulis): string {
  const { tab, berbagi, tanggapan } = ringkasan(manifes);
  const waktu = parseWaktu(manifes.dibuat);
  const jumlahTanggapan = Object.values(tanggapan).reduce((jumlah, satu) => jumlah + satu, 0);
  return [
    `Cadangan ${manifes.kantor} ditulis ke ${berkas}${waktu ? `, keadaan ${waktuIndonesia(waktu)}` : ''}.`,
    `${tab['Kasus'] ?? 0} usulan, ${tab['Riwayat'] ?? 0} catatan riwayat, ${jumlahTanggapan} tanggapan formulir, ${berbagi} spreadsheet kantor lain.`,
    `SHA-256 berkas: ${sidik}`,
    bersandi
      ? 'Berkas ini terkunci kata sandi. Tanpa kata sandinya isinya tidak dapat dibuka siapa pun, juga oleh pembuat program.'
      : 'Berkas ini memuat data pribadi tanpa kata sandi. Simpan di tempat terkunci, atau pakai --sandi-berkas.',
  ].join('\n');
}

/** What somebody must look at although the archive is whole. */
export function peringatan({ riwayat, catatan }: Manifes): string[] {
  const putus =
    riwayat.putus === undefined
      ? []
      : [
          `Rantai Riwayat putus di catatan ${riwayat.putus}: ada catatan yang diubah, dihapus, atau disisipkan. Cadangan tetap dibuat; laporkan kepada penanggung jawab data sebelum memakainya.`,
        ];
  return [...putus, ...catatan];
}
