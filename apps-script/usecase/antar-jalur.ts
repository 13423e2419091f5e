/** The same person on an emergency and a monthly route at once: the emergency wins (S-17). */
import type { Kasus } from '#domain/kolom/kasus.ts';
import { kunciNama } from '#domain/nama/nama.ts';
import { isBulanan } from '#domain/usulan/rute.ts';
import type { Status } from '#domain/usulan/status.ts';
import type { Perancang } from './perancang.ts';
import { SISTEM_SENDIRI } from './potret.ts';
import { suratTutup } from './surat.ts';

/** A monthly case that has not left the office yet. */
const BELUM_PERGI: readonly string[] = ['DIAJUKAN', 'DIKEMBALIKAN', 'DIVERIFIKASI', 'LOLOS'] satisfies Status[];

/** An emergency case that is still being worked on, or has brought cover. */
const DARURAT_BERLAKU: readonly string[] = [
  'DIAJUKAN',
  'DIKEMBALIKAN',
  'DIVERIFIKASI',
  'DIKIRIM_BPJS',
  'DITANGGUHKAN',
  'BERHASIL',
] satisfies Status[];

/** Cases of one NIK are of one person unless the name and the birth date or sex say otherwise: then a NIK was mistyped. */
export const isSatuOrang = (satu: Kasus, lain: Kasus): boolean =>
  (satu.tgl_lahir === lain.tgl_lahir && satu.jk === lain.jk) || kunciNama(satu.nama) === kunciNama(lain.nama);

/**
 * Closes monthly cases in favour of the emergency, with a link to it. A monthly case that is already with Dinkes or BPJS
 * goes on: two registrations of one person are for BPJS to tell.
 * @param lain cases of the same person on the other kind of route
 * @returns the new case as the plan leaves it
 */
export function tutupGanda(p: Perancang, baru: Kasus, lain: readonly Kasus[]): Kasus {
  if (!isBulanan(baru.rute)) {
    for (const satu of lain) if (BELUM_PERGI.includes(satu.status)) tutup(p, satu, baru.tiket);
    return baru;
  }
  const darurat = lain.find(({ status }) => DARURAT_BERLAKU.includes(status));
  return darurat ? tutup(p, baru, darurat.tiket) : baru;
}

function tutup(p: Perancang, kasus: Kasus, tiket: string): Kasus {
  const alasan = `Ganda dengan usulan darurat ${tiket}; usulan darurat yang diteruskan.`;
  const jadi = p.ubahKasus(
    kasus,
    { status: 'DITUTUP' },
    { aksi: 'TUTUP', pelaku: SISTEM_SENDIRI, alasan, rujukan: tiket },
  );
  p.surat(suratTutup(jadi, p.potret.pengaturan, `ditutup: orang yang sama diproses pada tiket ${tiket}`));
  return jadi;
}
