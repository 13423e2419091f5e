/** The same person proposed twice within some days (S-18): between hospitals, or because a NIK was corrected. */

import type { Kasus } from '#domain/kolom/kasus.ts';
import { bacaMasalah, type Temuan, tulisMasalah } from '#domain/usulan/masalah.ts';
import { aturTanda } from '#domain/usulan/tanda.ts';
import { kurangDari, tambahHariWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import type { Perancang } from './perancang.ts';
import { SISTEM_SENDIRI } from './potret.ts';

/** Given up: these do not stand in the way of another proposal. */
const TIDAK_DIHITUNG: readonly string[] = ['DITARIK', 'DIBATALKAN', 'DITUTUP'];

/** The ticket of another case with this NIK that still counts; empty if there is none. */
export function tiketGanda(p: Perancang, seNik: readonly Kasus[]): string {
  const sejak = tambahHariWaktu(p.potret.kini, -p.potret.pengaturan.dedupHari);
  const aktif = seNik.filter(
    ({ dibuat, status }) => dibuat !== '' && !kurangDari(dibuat as Waktu, sejak) && !TIDAK_DIHITUNG.includes(status),
  );
  return aktif[0]?.tiket ?? '';
}

export const temuanGanda = (tiket: string): Temuan => ({
  kode: 'W_GANDA',
  tingkat: 'peringatan',
  kolom: 'nik',
  pesan: `NIK yang sama sudah diusulkan pada tiket ${tiket}. Tutup salah satu, atau nyatakan bukan ganda.`,
});

/** Flags cases whose NIK has just been corrected to one that another case has. `semua`: the cases with these NIKs. */
export function tandaiGanda(p: Perancang, diubah: readonly Kasus[], semua: readonly Kasus[]): void {
  for (const { tiket, nik } of diubah) {
    const kasus = p.kasus({ tiket } as Kasus);
    const lain = semua.map((satu) => p.kasus(satu)).filter((satu) => satu.nik === nik && satu.tiket !== tiket);
    const ganda = tiketGanda(p, lain);
    if (ganda === '') continue;
    const masalah = tulisMasalah([
      ...bacaMasalah(kasus.masalah).filter(({ kode }) => kode !== 'W_GANDA'),
      temuanGanda(ganda),
    ]);
    const tanda = aturTanda(kasus.tanda, 'potensi_ganda', true);
    p.ubahKasus(
      kasus,
      { masalah, tanda },
      { aksi: 'TANDAI', pelaku: SISTEM_SENDIRI, alasan: `NIK sama dengan tiket ${ganda}.` },
    );
  }
}
