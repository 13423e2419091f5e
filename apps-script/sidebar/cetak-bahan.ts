/** Reads what each printed page needs, in one call each, and hands it to whoever composes the page. */
import type { KasusLaporan } from '#domain/laporan/kasus-laporan.ts';
import { KOLOM_LAPORAN } from '#domain/laporan/kasus-laporan.ts';
import { POLA_TIKET } from '#domain/usulan/tiket.ts';
import { tanggalWaktu } from '#domain/waktu/waktu.ts';
import { sudahTutup } from '#usecase/batch/baris.ts';
import { beritaAcara } from '#usecase/cetak/berita-acara.ts';
import {
  bukuRegister,
  type KasusRegister,
  KOLOM_REGISTER,
  MAKS_BARIS_REGISTER,
  pilihRegister,
} from '#usecase/cetak/buku-register.ts';
import { catatanPemohon, perluDukcapil, saranDukcapil } from '#usecase/cetak/catatan-pemohon.ts';
import type { Bidang, Dokumen, IsiBidang, JenisCetak } from '#usecase/cetak/jenis.ts';
import {
  bidangBatch,
  bidangBulan,
  bidangMenunggu,
  bidangRute,
  bidangTahun,
  bidangTiket,
} from '#usecase/cetak/pilihan.ts';
import { rekap } from '#usecase/cetak/rekap.ts';
import { batchMenunggu, suratBpjs } from '#usecase/cetak/surat-bpjs.ts';
import { semuaBatch } from '#usecase/potret.ts';
import type { IsiTab, Minta } from '../google/baca.ts';
import { GalatPengguna } from '../google/galat.ts';
import { bukaKasus, bukaRegister, type Terbuka } from '../google/register.ts';
import { petugasKini } from '../trigger/petugas.ts';

const isiTab = <T>(tab: IsiTab | undefined): T[] => (tab?.baris ?? []).map(({ isi }) => isi as T);

/** The register for an officer; nobody else prints from it. */
function buka(minta: readonly Minta[]): Terbuka {
  const terbuka = bukaRegister(minta);
  petugasKini(terbuka.potret);
  return terbuka;
}

const BATCH: Minta = { tab: 'Batch', ambil: 'semua' };
const JAWABAN: Minta = { tab: 'Kasus', kolom: ['tiket', 'status', 'batch'] };

/** How a kind of page is offered: what can be chosen, and why there may be nothing to choose. */
interface Tawaran {
  readonly bidang: readonly Bidang[];
  readonly kosong: string;
}

const ADA: Pick<Tawaran, 'kosong'> = { kosong: '' };

export function tawaran(jenis: JenisCetak, tiket: string): Tawaran {
  switch (jenis) {
    case 'berita_acara': {
      const batch = semuaBatch(buka([BATCH]).potret).filter(sudahTutup);
      const kosong =
        batch.length > 0 ? '' : 'Belum ada batch yang ditutup. Berita acara dapat dicetak sesudah penutupan.';
      return { bidang: kosong === '' ? [bidangBatch(batch)] : [], kosong };
    }
    case 'surat_bpjs': {
      const menunggu = bacaMenunggu(buka([BATCH, JAWABAN]));
      const kosong = menunggu.length > 0 ? '' : 'Tidak ada batch terkirim yang masih menunggu jawaban BPJS.';
      return { bidang: kosong === '' ? [bidangMenunggu(menunggu)] : [], kosong };
    }
    case 'register': {
      const { potret, isi } = buka([{ tab: 'Kasus', kolom: ['tiket'] }]);
      const tahun = isiTab<{ tiket: string }>(isi[0]).map((satu) => satu.tiket.slice(6, 10));
      const hariIni = tanggalWaktu(potret.kini);
      return {
        bidang: [bidangTahun(tahun, hariIni), bidangRute(potret.pengaturan, false), bidangBulan(hariIni)],
        ...ADA,
      };
    }
    case 'rekap': {
      const { potret, isi } = buka([{ tab: 'Kasus', kolom: ['periode'] }]);
      const tahun = isiTab<{ periode: string }>(isi[0]).map(({ periode }) => periode.slice(0, 4));
      const hariIni = tanggalWaktu(potret.kini);
      return {
        bidang: [bidangTahun(tahun, hariIni), bidangBulan(hariIni), bidangRute(potret.pengaturan, true)],
        ...ADA,
      };
    }
    case 'catatan':
    case 'dukcapil':
      petugasKini(bukaRegister().potret);
      return { bidang: [bidangTiket(tiket)], ...ADA };
  }
}

export function dokumen(jenis: JenisCetak, isi: IsiBidang): Dokumen {
  switch (jenis) {
    case 'berita_acara':
      return cetakBatch(isi.batch ?? '');
    case 'surat_bpjs':
      return cetakSurat(isi.batch ?? '');
    case 'register':
      return cetakRegister(isi);
    case 'rekap':
      return cetakRekap(isi);
    case 'catatan':
    case 'dukcapil':
      return cetakTiket(jenis, (isi.tiket ?? '').trim().toUpperCase());
  }
}

function cetakBatch(nama: string): Dokumen {
  const { potret, isi } = buka([
    BATCH,
    { tab: 'Isi Batch', kolom: ['batch', 'kode_wilayah'] },
    { tab: 'Dasar Hukum', ambil: 'semua' },
  ]);
  const batch = semuaBatch(potret).find((satu) => satu.batch === nama);
  if (!batch || !sudahTutup(batch)) throw new GalatPengguna(`Batch ${nama} tidak ada atau belum ditutup.`);
  const milik = isiTab<{ batch: string; kode_wilayah: string }>(isi[1]).filter((satu) => satu.batch === nama);
  const bahan = {
    batch,
    kodeWilayah: milik.map(({ kode_wilayah }) => kode_wilayah),
    dasarHukum: isiTab<Record<string, string>>(isi[2]),
    hariIni: tanggalWaktu(potret.kini),
  };
  return beritaAcara(bahan, potret.pengaturan);
}

/** The batches that wait, counted from the cases themselves. */
function bacaMenunggu({ potret, isi }: Terbuka) {
  const terbuka = new Map<string, number>();
  for (const { status, batch } of isiTab<{ status: string; batch: string }>(isi[1])) {
    if (status === 'DIKIRIM_BPJS' || status === 'DITANGGUHKAN') terbuka.set(batch, (terbuka.get(batch) ?? 0) + 1);
  }
  return batchMenunggu(semuaBatch(potret), terbuka);
}

function cetakSurat(nama: string): Dokumen {
  const terbuka = buka([BATCH, JAWABAN]);
  const menunggu = bacaMenunggu(terbuka).filter(({ batch }) => nama === '' || batch.batch === nama);
  if (menunggu.length === 0) throw new GalatPengguna('Batch itu sudah dijawab semua. Pilih batch lain.');
  return suratBpjs(menunggu, terbuka.potret.pengaturan, tanggalWaktu(terbuka.potret.kini));
}

const masa = ({ tahun = '', bulan = '' }: IsiBidang): string => (bulan === '' ? '' : `${tahun}-${bulan}`);

function cetakRegister(pilih: IsiBidang): Dokumen {
  const { potret, isi } = buka([{ tab: 'Kasus', kolom: KOLOM_REGISTER }]);
  const pilihan = { rute: pilih.rute ?? '', tahun: pilih.tahun ?? '', periode: masa(pilih) };
  const kasus = pilihRegister(isiTab<KasusRegister>(isi[0]), pilihan);
  if (kasus.length > MAKS_BARIS_REGISTER) {
    throw new GalatPengguna(
      `Setahun ini ada ${kasus.length} usulan, terlalu banyak untuk sekali cetak. Pilih satu bulan.`,
    );
  }
  return bukuRegister(kasus, pilihan, potret.pengaturan, tanggalWaktu(potret.kini));
}

function cetakRekap(pilih: IsiBidang): Dokumen {
  const { potret, isi } = buka([{ tab: 'Kasus', kolom: KOLOM_LAPORAN }]);
  const kasus = isiTab<KasusLaporan>(isi[0]).filter(({ tiket }) => tiket !== '');
  const pilihan = { tahun: pilih.tahun ?? '', periode: masa(pilih), rute: pilih.rute ?? '' };
  return rekap(kasus, pilihan, potret.pengaturan, tanggalWaktu(potret.kini));
}

function cetakTiket(jenis: 'catatan' | 'dukcapil', tiket: string): Dokumen {
  if (!POLA_TIKET.test(tiket)) throw new GalatPengguna('Nomor tiket ditulis seperti BGR-U-2026-000123.');
  const { potret, isi, kasus } = bukaKasus(tiket, undefined, [{ tab: 'Alasan', ambil: 'semua' }]);
  petugasKini(potret);
  const hariIni = tanggalWaktu(potret.kini);
  if (jenis === 'catatan') {
    const alasan = new Map(isiTab<Record<string, string>>(isi[1]).map(({ kode = '', teks = '' }) => [kode, teks]));
    return catatanPemohon(kasus.kasus, alasan, potret.pengaturan, hariIni);
  }
  if (!perluDukcapil(kasus.kasus)) {
    throw new GalatPengguna(`Usulan ${tiket} tidak dibatalkan karena NIK dan tidak ditandai perlu ke Disdukcapil.`);
  }
  return saranDukcapil(kasus.kasus, potret.pengaturan, hariIni);
}
