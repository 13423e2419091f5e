/** One action on one case, from the sidebar, from another office's sheet, or from a queued command. */

import { type Jawaban, periksaJawaban, STATUS_HASIL } from '#domain/hasil/hasil.ts';
import { kodeJawaban, kodeKembali } from '#domain/hasil/kode-alasan.ts';
import { menyebutKematian } from '#domain/kalimat/kabar-duka.ts';
import { type Kasus, KOLOM_PETUGAS, type KolomKasus } from '#domain/kolom/kasus.ts';
import { halanganCek } from '#domain/pemeriksaan/cek.ts';
import { cekUlang as hitungCekUlang } from '#domain/periode/menunggu.ts';
import { gagal, ok, type Result } from '#domain/result.ts';
import { aturanAksi, halanganAksi } from '#domain/usulan/aksi.ts';
import type { Aksi } from '#domain/usulan/aturan.ts';
import { bacaMasalah, tulisMasalah } from '#domain/usulan/masalah.ts';
import { isBulanan } from '#domain/usulan/rute.ts';
import { aturTanda, bacaTanda } from '#domain/usulan/tanda.ts';
import { tanggalWaktu } from '#domain/waktu/waktu.ts';
import { type Akibat, bukanPerintah, type Hitung, type Isi, type Perintah } from './akibat.ts';
import { AKIBAT_BULANAN, kembalikan, kisSetelahHasil } from './akibat-bulanan.ts';
import { batasKasus, waktuJawaban } from './batas-jawaban.ts';
import { susulkan, terapkanIsi } from './koreksi.ts';
import { KOSONGKAN_CEK, KOSONGKAN_HASIL } from './koreksi-aturan.ts';
import type { Perancang } from './perancang.ts';
import type { Pelaksana } from './potret.ts';
import { suratBatal, suratHasil, suratTidakLolos, suratTutup, suratUsul } from './surat.ts';

export type { Perintah } from './akibat.ts';

/** Decisions that lead on: an answer of the databases that speaks against them asks for a reason. */
const MEMUTUS_LANJUT: readonly Aksi[] = ['USULKAN', 'LOLOSKAN'];

/** S-05, S-30: what is looked at a second time is decided by somebody else than the first time. */
function orangLain(aksi: Aksi, kasus: Kasus, { nama }: Pelaksana): string[] {
  const memutus = aksi === 'LOLOSKAN' || aksi === 'TIDAK_LOLOSKAN';
  if (!memutus || kasus.diputus_oleh !== nama || !bacaTanda(kasus.tanda).has('banding')) return [];
  return ['Usulan ini perlu ditelaah petugas lain daripada yang memutus sebelumnya.'];
}

/** Plans the action. @returns the case afterwards with a sentence for the person, or every reason against it. */
export function tindak(
  p: Perancang,
  awal: Kasus,
  perintah: Perintah,
  pelaku: Pelaksana,
): Result<{ kasus: Kasus; pesan: string }, string[]> {
  const kasus = susulkan(p, awal);
  const aturan = aturanAksi(perintah.aksi, kasus.rute);
  const sebab = [...halanganAksi(perintah.aksi, kasus, pelaku.peran), ...orangLain(perintah.aksi, kasus, pelaku)];
  const perluAlasan = aturan?.alasan || (MEMUTUS_LANJUT.includes(perintah.aksi) && halanganCek(kasus).length > 0);
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

const tutup =
  (status: string, kalimat: string): Hitung =>
  (p, _kasus, { alasan }, { peran }) =>
    ok({
      isi: { status, cek_ulang: '' },
      pesan: `Usulan ${kalimat}. Pengirim diberi tahu.`,
      kabari: (jadi) => {
        const sebutan = menyebutKematian(alasan) ? 'ditutup' : kalimat;
        // S-09: what a person wrote as a reason stays in the office; the system's own reasons are meant for the sender.
        p.surat(suratTutup(jadi, p.potret.pengaturan, sebutan, peran === 'sistem' ? alasan : ''));
      },
    });

const AKIBAT: Record<Aksi, Hitung> = {
  AJUKAN: bukanPerintah,
  REVISI: bukanPerintah,
  TANDAI: bukanPerintah,
  ...AKIBAT_BULANAN,
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
  KEMBALIKAN: kembalikan,
  TIDAK_LOLOSKAN: (p, _kasus, { alasan }, pelaku) =>
    ok({
      isi: {
        status: 'TIDAK_LOLOS',
        diputus_oleh: pelaku.nama,
        kode_kembali: kodeKembali(alasan, p.potret.pengaturan.alasan),
      },
      pesan: 'Dinyatakan tidak lolos. Pengirim diberi tahu.',
      kabari: (jadi) => p.surat(suratTidakLolos(jadi, p.potret.pengaturan, alasan)),
    }),
  BATALKAN: (p, kasus, { alasan }) =>
    ok({
      isi: { status: 'DIBATALKAN', kode_hasil: 'T01', tanda: aturTanda(kasus.tanda, 'perlu_dukcapil', true) },
      pesan: 'Dibatalkan karena NIK tidak ditemukan. Pengirim disarankan ke Disdukcapil.',
      kabari: (jadi) => p.surat(suratBatal(jadi, p.potret.pengaturan, alasan)),
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
      kabari: (jadi) => !isBulanan(jadi.rute) && p.surat(suratUsul(jadi, p.potret.pengaturan)),
    }),
  AJUKAN_ULANG: (p, kasus) => {
    const percobaan = Number(kasus.percobaan) + 1;
    const ditelaah = bacaTanda(kasus.tanda).has('banding') || percobaan > p.potret.pengaturan.maksPercobaan;
    const tanda = aturTanda(kasus.tanda, 'banding', ditelaah);
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
  const { hasil: kata = '', keterangan: sebab = '', tmt: mulai = '' } = isi;
  const jawaban = periksaJawaban({ hasil: kata, keterangan: sebab, tmt: mulai }, batasKasus(kasus, p.potret.kini));
  if (!jawaban.ok) return jawaban;
  const dijawab = waktuJawaban(isi['dijawab'] ?? '', kasus, p.potret.kini);
  if (!dijawab.ok) return gagal([dijawab.error]);
  const { hasil, keterangan, tmt } = jawaban.value;
  const status = STATUS_HASIL[hasil];
  if (kasus.status === status && kasus.keterangan_bpjs === keterangan && kasus.tmt_aktif === tmt) {
    return gagal(['Jawaban ini sudah tercatat.']);
  }
  const ralat = ['BERHASIL', 'TIDAK_BERHASIL'].includes(kasus.status);
  return ok({
    isi: {
      status,
      kode_hasil: isi['kode'] || kodeJawaban(jawaban.value, p.potret.pengaturan.alasan, tanggalWaktu(dijawab.value)),
      keterangan_bpjs: keterangan,
      tmt_aktif: tmt,
      cek_ulang: cekUlang(p, kasus, jawaban.value),
      dijawab_pada: dijawab.value,
      ditangguhkan_pada: hasil === 'ditangguhkan' ? kasus.ditangguhkan_pada || p.potret.kini : '',
      ...kisSetelahHasil(p, kasus, status),
    },
    pesan: 'Hasil BPJS dicatat. Pengirim diberi tahu.',
    kabari: (jadi) => p.surat(suratHasil(jadi, p.potret.pengaturan, ralat)),
  });
}

/** S-06: a suspended emergency comes back on the next working day unless set otherwise, a monthly case after some days. */
function cekUlang(p: Perancang, kasus: Kasus, { hasil }: Jawaban): string {
  if (hasil !== 'ditangguhkan') return '';
  const { tangguhHariKerja, tangguhHari, tangguhEskalasi, libur } = p.potret.pengaturan;
  const aturan = { hari: tangguhHari, hariKerjaDarurat: tangguhHariKerja, hariEskalasi: tangguhEskalasi };
  return hitungCekUlang(tanggalWaktu(p.potret.kini), !isBulanan(kasus.rute), libur, aturan).cekUlang;
}
