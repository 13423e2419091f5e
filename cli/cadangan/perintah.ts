/** `pbi cadangkan`: makes the archive and says what is in it, without a word about any person. */
import { waktuIndonesia } from '#domain/waktu/bahasa.ts';
import { parseWaktu } from '#domain/waktu/waktu.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import type { TargetOptions } from '../google/target-options.ts';
import { hashBerkas } from '../reconcile/sumber/hash.ts';
import { kemajuan } from '../reconcile/verifikasi/kemajuan.ts';
import { periksaBebas } from './arsip-tulis.ts';
import { cadangkan } from './cadangkan.ts';
import { sambung } from './layanan.ts';
import type { Manifes } from './manifes.ts';
import { bacaSandi } from './sandi.ts';

export interface OpsiPerintah extends TargetOptions {
  readonly keluaran: string;
  readonly sandiBerkas?: string;
  readonly json?: boolean;
}

export async function jalankanCadangkan(opsi: OpsiPerintah): Promise<ExitCode> {
  periksaBebas(opsi.keluaran);
  const sandi = opsi.sandiBerkas === undefined ? undefined : await bacaSandi(opsi.sandiBerkas);
  const kantor = await sambung(opsi);
  const laju = kemajuan();
  const manifes = await cadangkan(kantor, {
    keluaran: opsi.keluaran,
    ...(sandi === undefined ? {} : { sandi }),
    kata: (apa) => laju.kata(apa),
  }).finally(() => laju.selesai());
  const sidik = await hashBerkas(opsi.keluaran);
  const ringkas = { berkas: opsi.keluaran, sha256: sidik, bersandi: sandi !== undefined, ...ringkasan(manifes) };
  const perlu = peringatan(manifes);
  if (opsi.json) process.stdout.write(`${JSON.stringify({ ...ringkas, peringatan: perlu })}\n`);
  else process.stdout.write(`${teks(manifes, opsi, sidik)}\n`);
  for (const kalimat of perlu) process.stderr.write(`PERINGATAN: ${kalimat}\n`);
  return perlu.length > 0 ? EXIT.needsPerson : EXIT.ok;
}

const barisDari = ({ anggota }: Manifes, nama: string): number =>
  anggota.find((satu) => satu.nama === nama)?.baris ?? 0;

/** Numbers only. */
function ringkasan(manifes: Manifes) {
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

export function teks(
  manifes: Manifes,
  { keluaran, sandiBerkas }: Pick<OpsiPerintah, 'keluaran' | 'sandiBerkas'>,
  sidik: string,
): string {
  const { tab, berbagi, tanggapan } = ringkasan(manifes);
  const waktu = parseWaktu(manifes.dibuat);
  const jumlahTanggapan = Object.values(tanggapan).reduce((jumlah, satu) => jumlah + satu, 0);
  return [
    `Cadangan ${manifes.kantor} ditulis ke ${keluaran}${waktu ? `, keadaan ${waktuIndonesia(waktu)}` : ''}.`,
    `${tab['Kasus'] ?? 0} usulan, ${tab['Riwayat'] ?? 0} catatan riwayat, ${jumlahTanggapan} tanggapan formulir, ${berbagi} spreadsheet kantor lain.`,
    `SHA-256 berkas: ${sidik}`,
    sandiBerkas === undefined
      ? 'Berkas ini memuat data pribadi tanpa kata sandi. Simpan di tempat terkunci, atau pakai --sandi-berkas.'
      : 'Berkas ini terkunci kata sandi. Tanpa kata sandinya isinya tidak dapat dibuka siapa pun, juga oleh pembuat program.',
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
