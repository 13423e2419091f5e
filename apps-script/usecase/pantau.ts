/** The watch over open cases: time limits that have passed, and suspended cases whose day has come (BTL-D-07, S-06). */
import type { Kasus, KolomKasus } from '#domain/kolom/kasus.ts';
import { slaLewat, tenggat } from '#domain/usulan/sla.ts';
import { aturTanda, bacaTanda } from '#domain/usulan/tanda.ts';
import { kurangDari, tanggalWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import { susulkan } from './koreksi.ts';
import type { Perancang } from './perancang.ts';
import { type Potret, SISTEM_SENDIRI } from './potret.ts';
import { suratTerlambat } from './surat.ts';
import { tindak } from './tindakan.ts';

/** What has to be read of every case to see whether something is due. */
export const KOLOM_PANTAU: readonly KolomKasus[] = [
  'tiket',
  'status',
  'tanda',
  'dibuat',
  'diusulkan_pada',
  'batas_72jam',
  'cek_ulang',
  'rute',
  'waktu_keluar_rs',
];

type Sekilas = Kasus;

const perluCekUlang = (kasus: Sekilas, potret: Potret) =>
  kasus.status === 'DITANGGUHKAN' && kasus.cek_ulang !== '' && kasus.cek_ulang <= tanggalWaktu(potret.kini);

const baruLewat = (kasus: Sekilas, potret: Potret) =>
  !bacaTanda(kasus.tanda).has('sla_lewat') && slaLewat(kasus, potret.kini, potret.pengaturan);

/** Whether this case needs something now. */
export const perluDipantau = (kasus: Sekilas, potret: Potret): boolean =>
  perluCekUlang(kasus, potret) || baruLewat(kasus, potret);

/** When the watch has to look again, given all cases: the earliest limit still ahead; empty if there is none. */
export function pantauBerikutnya(semua: readonly Sekilas[], potret: Potret): string {
  let paling: Waktu | undefined;
  for (const kasus of semua) {
    const batas = tenggat(kasus, potret.pengaturan);
    if (kasus.status === 'DITANGGUHKAN' && kasus.cek_ulang !== '')
      batas.push(`${kasus.cek_ulang}T00:00:00+07:00` as Waktu);
    for (const satu of batas) {
      if (!kurangDari(potret.kini, satu)) continue;
      if (!paling || kurangDari(satu, paling)) paling = satu;
    }
  }
  return paling ?? '';
}

/** Plans what the watch does with cases that need something. */
export function pantau(p: Perancang, kasus: readonly Kasus[]): void {
  for (const satu of kasus) {
    if (perluCekUlang(satu, p.potret)) {
      tindak(p, satu, { aksi: 'CEK_ULANG', alasan: 'Tanggal cek ulang tiba.', isi: {} }, SISTEM_SENDIRI);
    }
    if (baruLewat(p.kasus(satu), p.potret)) {
      const kini = susulkan(p, satu);
      const tanda = aturTanda(kini.tanda, 'sla_lewat', true);
      const jadi = p.ubahKasus(
        kini,
        { tanda },
        { aksi: 'TANDAI', pelaku: SISTEM_SENDIRI, alasan: 'Batas waktu terlewati.' },
      );
      p.surat(suratTerlambat(jadi, p.potret.pengaturan));
    }
  }
}
