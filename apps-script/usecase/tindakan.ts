/** One action on one case, from the sidebar, from BPJS's sheet, or from a queued command. */

import { type Jawaban, KODE_HASIL, periksaJawaban, STATUS_HASIL } from '#domain/hasil/hasil.ts';
import { type Kasus, KOLOM_PETUGAS, type KolomKasus } from '#domain/kolom/kasus.ts';
import { halanganCek } from '#domain/pemeriksaan/cek.ts';
import { gagal, ok, type Result } from '#domain/result.ts';
import { type Aksi, aturanAksi, halanganAksi } from '#domain/usulan/aksi.ts';
import { bacaMasalah, tulisMasalah } from '#domain/usulan/masalah.ts';
import { aturTanda } from '#domain/usulan/tanda.ts';
import { tambahHariKerja } from '#domain/waktu/jam-kerja.ts';
import { tanggalWaktu } from '#domain/waktu/waktu.ts';
import { susulkan, terapkanIsi } from './koreksi.ts';
import { KOSONGKAN_CEK } from './koreksi-aturan.ts';
import type { Perancang } from './perancang.ts';
import type { Pelaksana } from './potret.ts';
import { suratHasil, suratKembali, suratTutup, suratUsul } from './surat.ts';
import { KOSONGKAN_HASIL } from './terima-respons.ts';

export interface Perintah {
  readonly aksi: Aksi;
  readonly alasan: string;
  readonly isi: Readonly<Record<string, string>>;
  readonly rujukan?: string;
}

type Isi = Partial<Record<KolomKasus, string>>;

/** What an action changes, what happened in words, and which mail goes out. */
interface Akibat {
  isi: Isi;
  pesan: string;
  kabari?: (jadi: Kasus) => void;
}

/** Plans the action. @returns the case afterwards with a sentence for the person, or every reason against it. */
export function tindak(
  p: Perancang,
  awal: Kasus,
  perintah: Perintah,
  pelaku: Pelaksana,
): Result<{ kasus: Kasus; pesan: string }, string[]> {
  const aturan = aturanAksi(perintah.aksi);
  const kasus = susulkan(p, awal);
  const sebab = halanganAksi(perintah.aksi, kasus, pelaku.peran);
  const perluAlasan = aturan.alasan || (perintah.aksi === 'USULKAN' && halanganCek(kasus).length > 0);
  if (perluAlasan && perintah.alasan.trim() === '') sebab.push('Tulis atau pilih alasannya.');
  if (sebab.length > 0) return gagal(sebab);
  const akibat = AKIBAT[perintah.aksi](p, kasus, perintah, pelaku);
  if (!akibat.ok) return akibat;
  const { isi, pesan, kabari } = akibat.value;
  const { aksi, alasan, rujukan } = perintah;
  const jadi = p.ubahKasus(kasus, isi, { aksi, pelaku, alasan, ...(rujukan ? { rujukan } : {}) });
  kabari?.(jadi);
  return ok({ kasus: jadi, pesan });
}

type Hitung = (p: Perancang, kasus: Kasus, perintah: Perintah, pelaku: Pelaksana) => Result<Akibat, string[]>;

/** For the moves that the table gives but nobody starts by hand. */
const bukanPerintah: Hitung = () => gagal(['Tindakan ini dijalankan sistem.']);

const tutup =
  (status: string, kalimat: string): Hitung =>
  (p, _kasus, { alasan }) =>
    ok({
      isi: { status, cek_ulang: '' },
      pesan: `Usulan ${kalimat}. PIC diberi tahu.`,
      kabari: (jadi) => p.surat(suratTutup(jadi, p.potret.pengaturan, /meninggal/i.test(alasan) ? 'ditutup' : kalimat)),
    });

const AKIBAT: Record<Aksi, Hitung> = {
  AJUKAN: bukanPerintah,
  REVISI: bukanPerintah,
  TANDAI: bukanPerintah,
  KOREKSI: ubahData,
  PERIKSA: ubahData,
  BUKAN_GANDA: (_p, kasus) =>
    ok({
      isi: {
        tanda: aturTanda(kasus.tanda, 'potensi_ganda', false),
        masalah: tulisMasalah(bacaMasalah(kasus.masalah).filter(({ kode }) => kode !== 'W_GANDA')),
      },
      pesan: 'Dinyatakan bukan ganda.',
    }),
  KEMBALIKAN: (p, _kasus, { alasan }) =>
    ok({
      isi: { status: 'DIKEMBALIKAN' },
      pesan: 'Dikembalikan ke PIC. Surel dengan sebab dan tautan perbaikan dikirim dalam 5 menit.',
      kabari: (jadi) => p.surat(suratKembali(jadi, p.potret.pengaturan, alasan)),
    }),
  TIDAK_LOLOSKAN: (p, _kasus, { alasan }) =>
    ok({
      isi: { status: 'TIDAK_LOLOS' },
      pesan: 'Dinyatakan tidak lolos. PIC diberi tahu.',
      kabari: (jadi) => p.surat(suratKembali(jadi, p.potret.pengaturan, alasan)),
    }),
  BATALKAN: (p, kasus, { alasan }) =>
    ok({
      isi: { status: 'DIBATALKAN', kode_hasil: 'T01', tanda: aturTanda(kasus.tanda, 'perlu_dukcapil', true) },
      pesan: 'Dibatalkan karena NIK tidak ditemukan. PIC disarankan ke Disdukcapil.',
      kabari: (jadi) =>
        p.surat(suratKembali(jadi, p.potret.pengaturan, `${alasan} Sarankan pasien memperbarui NIK di Disdukcapil.`)),
    }),
  USULKAN: (p) =>
    ok({
      isi: { status: 'DIKIRIM_BPJS', diusulkan_pada: p.potret.kini },
      pesan: 'Diusulkan. Baris tampil di Berbagi BPJS dalam 5 menit dan BPJS diberi tahu.',
      kabari: (jadi) => p.surat(suratUsul(jadi, p.potret.pengaturan)),
    }),
  CATAT_HASIL: catatHasil,
  CEK_ULANG: (p) =>
    ok({
      isi: { status: 'DIKIRIM_BPJS', cek_ulang: '' },
      pesan: 'Diajukan kembali ke BPJS.',
      kabari: (jadi) => p.surat(suratUsul(jadi, p.potret.pengaturan)),
    }),
  AJUKAN_ULANG: (p, kasus) => {
    const percobaan = Number(kasus.percobaan) + 1;
    const tanda = aturTanda(kasus.tanda, 'banding', percobaan > p.potret.pengaturan.maksPercobaan);
    return ok({
      isi: { status: 'DIAJUKAN', percobaan: String(percobaan), tanda, ...KOSONGKAN_CEK, ...KOSONGKAN_HASIL },
      pesan: `Percobaan ke-${percobaan} dibuka. Periksa ulang keempat basis data.`,
    });
  },
  SELESAIKAN: () => ok({ isi: { status: 'SELESAI' }, pesan: 'Usulan selesai.' }),
  TARIK: tutup('DITARIK', 'ditarik atas permintaan'),
  TUTUP: tutup('DITUTUP', 'ditutup'),
};

/** Only the columns that staff may write; the rest of a request is a mistake and is named. */
function ubahData(p: Perancang, kasus: Kasus, { isi, aksi }: Perintah, pelaku: Pelaksana): Result<Akibat, string[]> {
  const asing = Object.keys(isi).filter((kolom) => !(KOLOM_PETUGAS as readonly string[]).includes(kolom));
  if (asing.length > 0) return gagal(asing.map((kolom) => `Kolom "${kolom}" tidak dapat diubah dari panel.`));
  const berubah = Object.fromEntries(Object.entries(isi).filter(([k, v]) => kasus[k as KolomKasus] !== v)) as Isi;
  if (Object.keys(berubah).length === 0) return gagal(['Tidak ada yang berubah.']);
  const hasil = terapkanIsi({ asal: kasus, berubah, p, pelaku });
  const lengkap = hasil.isi.status === 'DIVERIFIKASI' ? ' Semua pemeriksaan lengkap; usulan diverifikasi.' : '';
  return ok({
    isi: hasil.isi,
    pesan: `${aksi === 'PERIKSA' ? 'Pemeriksaan disimpan.' : 'Koreksi disimpan.'}${lengkap}`,
  });
}

function catatHasil(p: Perancang, kasus: Kasus, { isi }: Perintah): Result<Akibat, string[]> {
  const jawaban = periksaJawaban({
    hasil: isi['hasil'] ?? '',
    keterangan: isi['keterangan'] ?? '',
    tmt: isi['tmt'] ?? '',
  });
  if (!jawaban.ok) return jawaban;
  const { hasil, keterangan, tmt } = jawaban.value;
  const status = STATUS_HASIL[hasil];
  if (kasus.status === status && kasus.keterangan_bpjs === keterangan && kasus.tmt_aktif === tmt) {
    return gagal(['Jawaban ini sudah tercatat.']);
  }
  return ok({
    isi: {
      status,
      kode_hasil: KODE_HASIL[hasil],
      keterangan_bpjs: keterangan,
      tmt_aktif: tmt,
      cek_ulang: cekUlang(p, jawaban.value),
    },
    pesan: 'Hasil BPJS dicatat. PIC diberi tahu.',
    kabari: (jadi) =>
      p.surat(suratHasil(jadi, p.potret.pengaturan, ['BERHASIL', 'TIDAK_BERHASIL'].includes(kasus.status))),
  });
}

/** S-06: a suspended emergency comes back on the next working day unless set otherwise. */
function cekUlang(p: Perancang, { hasil }: Jawaban): string {
  if (hasil !== 'ditangguhkan') return '';
  const { tangguhHariKerja, libur } = p.potret.pengaturan;
  return tambahHariKerja(tanggalWaktu(p.potret.kini), tangguhHariKerja, libur);
}
