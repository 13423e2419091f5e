/** What can be chosen above a page: years, months, routes, batches. */
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { SIFAT_RUTE } from '#domain/usulan/rute.ts';
import { namaBulan } from '#domain/waktu/bahasa.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import { type BarisBatch, labelKeadaan } from '../batch/baris.ts';
import type { Bidang } from './jenis.ts';
import type { BatchMenunggu } from './surat-bpjs.ts';

/** The years that occur, newest first, and this year in any case. */
export function bidangTahun(tahun: readonly string[], hariIni: Tanggal): Bidang {
  const kini = hariIni.slice(0, 4);
  const ada = [...new Set([kini, ...tahun.filter((satu) => /^\d{4}$/.test(satu))])].sort().reverse();
  return { id: 'tahun', label: 'Tahun', nilai: kini, opsi: ada.map((nilai) => ({ nilai, teks: nilai })) };
}

export const bidangBulan = (hariIni: Tanggal): Bidang => ({
  id: 'bulan',
  label: 'Bulan',
  nilai: hariIni.slice(5, 7),
  opsi: [
    { nilai: '', teks: 'Setahun penuh' },
    ...Array.from({ length: 12 }, (_, i) => ({ nilai: String(i + 1).padStart(2, '0'), teks: namaBulan(i + 1) })),
  ],
});

/** @param semua whether all routes together are a choice */
export function bidangRute({ rute }: Pengaturan, semua: boolean): Bidang {
  const opsi = rute.map((nilai) => ({ nilai: nilai as string, teks: SIFAT_RUTE[nilai].label }));
  const awal = semua ? [{ nilai: '', teks: 'Semua jalur' }] : [];
  return { id: 'rute', label: 'Jalur', nilai: semua ? '' : (opsi[0]?.nilai ?? ''), opsi: [...awal, ...opsi] };
}

/** Closed batches, the one closed last first. */
export function bidangBatch(batch: readonly BarisBatch[]): Bidang {
  const opsi = [...batch]
    .sort((a, b) => (a.ditutup_pada < b.ditutup_pada ? 1 : -1))
    .map(({ batch: nilai, baris, keadaan }) => ({
      nilai,
      teks: `${nilai}: ${baris} usulan. ${labelKeadaan(keadaan)}`,
    }));
  return { id: 'batch', label: 'Batch', nilai: opsi[0]?.nilai ?? '', opsi };
}

export const bidangMenunggu = (menunggu: readonly BatchMenunggu[]): Bidang => ({
  id: 'batch',
  label: 'Batch',
  nilai: '',
  opsi: [
    { nilai: '', teks: 'Semua batch yang belum dijawab' },
    ...menunggu.map(({ batch: { batch }, menunggu: banyak }) => ({
      nilai: batch,
      teks: `${batch}: ${banyak} belum dijawab`,
    })),
  ],
});

export const bidangTiket = (nilai: string): Bidang => ({ id: 'tiket', label: 'Nomor tiket', nilai });
