/** Once a day, whenever a tick finds it due: a longer sweep, lost rows, the hash chain, sharing as `Peran` says. */
import { jamWaktu, tanggalWaktu } from '#domain/waktu/waktu.ts';
import { Perancang } from '#usecase/perancang.ts';
import { rantaiPutus } from '#usecase/rantai-riwayat.ts';
import { suratPeriksa } from '#usecase/surat.ts';
import { komit } from '../google/komit.ts';
import { bukaRegister, type Terbuka } from '../google/register.ts';
import { selaraskanBerbagi } from '../setup/berbagi.ts';
import { pengaturanHarian } from '../setup/pengaturan.ts';
import { periksaBatch } from './batch-periksa.ts';
import { segarkanDasbor } from './dasbor.ts';
import { coba, denganKunci } from './jaga.ts';
import { pulihkanKasusHilang } from './pulihkan.ts';
import { MENIT_DUA_HARI, sapuFormulir } from './sapu.ts';
import { susulSuntingan } from './sunting.ts';

/** Not before one o'clock: the day's last responses are in by then. */
const MULAI_JAM = '01:00';

/** What an administrator has to hear of. */
const PERLU_DILIHAT = /PUTUS|GAGAL|KOSONG|BERUBAH|SALAH|lebih dari satu baris|Dipulihkan/;

/** Log lines that one run recomputes; a full check is a menu item. */
const BARIS_RANTAI = 2000;

/** @returns whether it ran */
export function harian(terbuka: Terbuka): boolean {
  const { kini } = terbuka.potret;
  const periode = tanggalWaktu(kini);
  const kunci = `harian|${periode}`;
  const sudah = terbuka.isi[1]?.baris.some(({ isi }) => isi['kunci'] === kunci);
  if (sudah || jamWaktu(kini) < MULAI_JAM) return false;
  coba('harian: sapu', () => sapuFormulir(terbuka, MENIT_DUA_HARI));
  coba('harian: susul', susulSuntingan);
  const pulihkan = coba('harian: pulihkan', pulihkanKasusHilang) ?? 'PEMERIKSAAN TIKET GAGAL.';
  const rantai = coba('harian: rantai', () => periksaRantai(terbuka)) ?? 'PEMERIKSAAN RIWAYAT GAGAL.';
  const berbagi =
    coba('harian: berbagi', () => selaraskanBerbagi(terbuka.potret).ringkas) ?? 'PEMERIKSAAN BERBAGI GAGAL.';
  const pengaturan = coba('harian: pengaturan', () => denganKunci(pengaturanHarian)) ?? 'PEMERIKSAAN PENGATURAN GAGAL.';
  const dasbor = coba('harian: dasbor', () => segarkanDasbor()) ?? 'PENYEGARAN DASBOR GAGAL.';
  const batch = coba('harian: batch', () => periksaBatch(terbuka.potret)) ?? 'PEMERIKSAAN BATCH GAGAL.';
  const rincian = [pulihkan, rantai, berbagi, pengaturan, dasbor, batch].filter((kata) => kata !== '').join(' ');
  denganKunci(() => {
    const { potret, letak, isi } = bukaRegister([{ tab: 'Jadwal', kolom: ['kunci'] }]);
    if (isi[0]?.baris.some(({ isi: satu }) => satu['kunci'] === kunci)) return;
    const p = new Perancang(potret);
    p.tambahBaris('Jadwal', {
      kunci,
      pekerjaan: 'harian',
      periode,
      selesai_pada: potret.kini,
      oleh: 'sistem',
      rincian,
    });
    if (PERLU_DILIHAT.test(rincian)) p.surat(suratPeriksa(kunci, potret.pengaturan, rincian));
    komit(p.rencana(), letak);
  });
  return true;
}

/** Recomputes the newest part of the hash chain. */
export function periksaRantai({ potret }: Pick<Terbuka, 'potret'>, terakhir = BARIS_RANTAI): string {
  const banyak = Number(potret.sistem.riwayat_nomor || '0');
  if (banyak === 0) return 'Riwayat kosong.';
  const dari = Math.max(2, banyak + 2 - terakhir);
  const baris = Array.from({ length: banyak + 2 - dari }, (_, i) => dari + i);
  const { isi } = bukaRegister([{ tab: 'Riwayat', baris }]);
  const catatan = (isi[0]?.baris ?? []).map((satu) => satu.isi);
  // Sorting the tab is no tampering.
  catatan.sort((a, b) => Number(a['nomor']) - Number(b['nomor']));
  const putus = rantaiPutus(catatan);
  const utuh = catatan.at(-1)?.['hash'] === potret.sistem.riwayat_hash;
  if (putus !== undefined) return `RANTAI PUTUS pada catatan nomor ${putus}.`;
  return utuh ? `Rantai ${catatan.length} catatan utuh.` : 'RANTAI PUTUS: catatan terakhir bukan yang diharapkan.';
}
