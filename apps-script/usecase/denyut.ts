/** The heartbeat of the scheduled work: when no tick has run for 26 hours somebody must hear of it, once (S-31). */
import { durasiIndonesia, waktuIndonesia } from '#domain/waktu/bahasa.ts';
import { parseWaktu, selisihMenit, tanggalWaktu } from '#domain/waktu/waktu.ts';
import { suratBerkala } from './bulanan/surat-berkala.ts';
import type { Perancang } from './perancang.ts';
import type { Potret } from './potret.ts';
import { surelAdmin } from './surat.ts';

/** A day, and two hours for a trigger that Google moves. */
const MENIT_DIAM = 26 * 60;

/** A sentence when the scheduled work has stood still; undefined while it runs, and before its first run. */
export function kalimatDiam({ kini, sistem }: Potret): string | undefined {
  const detak = parseWaktu(sistem.detak ?? '');
  const menit = detak ? selisihMenit(detak, kini) : 0;
  if (!detak || menit <= MENIT_DIAM) return undefined;
  return `Tugas berkala tidak berjalan sejak ${waktuIndonesia(detak)} (${durasiIndonesia(menit)}).`;
}

/**
 * Whether this standstill is still to be told: once for each, and not twice on one day. The marker holds the last
 * heartbeat that was told of and the day of telling.
 */
export function perluDikabarkan(potret: Potret): boolean {
  const { detak = '', diam_dikabarkan = '' } = potret.sistem;
  const [detakLama, hari] = diam_dikabarkan.split(' ');
  return kalimatDiam(potret) !== undefined && detakLama !== detak && hari !== tanggalWaktu(potret.kini);
}

/** Plans the letter to the administrators. @param lagi whether it is the scheduled work itself that noticed */
export function kabarkanDiam(p: Perancang, lagi: boolean): void {
  const { kini, pengaturan, sistem } = p.potret;
  const kalimat = kalimatDiam(p.potret);
  if (!kalimat || !perluDikabarkan(p.potret)) return;
  p.aturSistem('diam_dikabarkan', `${sistem.detak} ${tanggalWaktu(kini)}`);
  const masih =
    'Buka Register PBI dengan akun admin, pilih menu Usulan PBI > Perbaiki register, lalu Jalankan tugas berkala sekarang.';
  p.surat(
    suratBerkala('diam', `diam|${sistem.detak}`, surelAdmin(pengaturan), pengaturan, {
      kalimat,
      masih: lagi ? '' : masih,
      lagi: lagi ? 'Tugas berkala sudah berjalan lagi dan menyusul yang tertunda.' : '',
    }),
  );
}
