/** What the panel adds on the monthly routes: the next step, the screening of documents, periods and codes to choose. */
import { labelRute } from '#domain/kalimat/sebutan.ts';
import type { Kasus } from '#domain/kolom/kasus.ts';
import { samarkanNama } from '#domain/nama/nama.ts';
import { geserPeriode, namaPeriode, parsePeriode, periodeTanggal } from '#domain/periode/periode.ts';
import { aturanAksi, halanganAksi } from '#domain/usulan/aksi.ts';
import type { Aksi } from '#domain/usulan/aturan.ts';
import { bacaDokumen, dokumenKurang, dokumenWajib } from '#domain/usulan/dokumen.ts';
import { isBulanan } from '#domain/usulan/rute.ts';
import { isStatus, type Status } from '#domain/usulan/status.ts';
import { tanggalIndonesia } from '#domain/waktu/bahasa.ts';
import { parseTanggal, tambahHari } from '#domain/waktu/tanggal.ts';
import { tanggalWaktu, type Waktu } from '#domain/waktu/waktu.ts';
import { periodeTertutup } from './batch/baris.ts';
import { sebutPeriode, sebutWaktu } from './panel-data.ts';
import type { BagianBulanan, SaringPanel } from './panel-jenis.ts';
import { type Pelaksana, type Potret, semuaBatch } from './potret.ts';

/** What moves a case on from each status; everything else that is possible stands apart. */
const UTAMA: Readonly<Partial<Record<Status, readonly Aksi[]>>> = {
  DIAJUKAN: ['BUKAN_GANDA', 'BATALKAN', 'KEMBALIKAN'],
  DIVERIFIKASI: ['LOLOSKAN', 'TIDAK_LOLOSKAN', 'BUKAN_GANDA', 'BATALKAN', 'KEMBALIKAN'],
  DIKIRIM_BPJS: ['CATAT_HASIL'],
  DITANGGUHKAN: ['CATAT_HASIL', 'CEK_ULANG'],
  BERHASIL: ['SELESAIKAN'],
  TIDAK_BERHASIL: ['AJUKAN_ULANG', 'BANDING', 'SELESAIKAN'],
  TIDAK_LOLOS: ['AJUKAN_ULANG', 'BANDING', 'SELESAIKAN'],
  DIBATALKAN: ['AJUKAN_ULANG'],
};

/** Whether an action is one of the next steps of a monthly case. The emergency has few enough to show them all. */
export const isUtama = (aksi: Aksi, { rute, status }: Kasus): boolean =>
  isBulanan(rute) && isStatus(status) && (UTAMA[status]?.includes(aksi) ?? false);

/** How many months ahead of this one a proposal can be moved. */
const BULAN_KE_DEPAN = 3;

export function bagianBulanan(kasus: Kasus, potret: Potret, pelaku: Pelaksana): BagianBulanan | undefined {
  if (!isBulanan(kasus.rute)) return undefined;
  const dapatDijawab = halanganAksi('CATAT_HASIL', kasus, pelaku.peran).length === 0;
  const kode = potret.pengaturan.alasan.filter(({ untuk }) => dapatDijawab && untuk === 'bpjs');
  const saring = saringPanel(kasus, potret, pelaku);
  return {
    jalur: `${labelRute(kasus.rute, potret.pengaturan)}, ${sebutPeriode(kasus.periode)}`,
    langkah: langkahBerikut(kasus),
    periode: pilihanPeriode(kasus, potret),
    kode: [...kode],
    ...(saring ? { saring } : {}),
  };
}

function langkahBerikut(kasus: Kasus): string {
  const loket = kasus.rute === 'BTL-N';
  const status: Status = isStatus(kasus.status) ? kasus.status : 'DIAJUKAN';
  const kalimat: Partial<Record<Status, string>> = {
    DIAJUKAN:
      loket && kasus.saring_selesai === ''
        ? 'Saring berkas: centang dokumen yang ada, lalu simpan.'
        : 'Isi keempat pemeriksaan; sesudahnya usulan dapat diputus.',
    DIKEMBALIKAN: loket ? 'Menunggu pemohon melengkapi berkas.' : 'Menunggu perbaikan dari kelurahan.',
    DIVERIFIKASI: 'Putuskan: loloskan, nyatakan tidak lolos, atau kembalikan.',
    LOLOS: `Menunggu penutupan batch periode ${sebutPeriode(kasus.periode)}.`,
    DIKIRIM_DINKES: 'Menunggu Dinkes mengirim batch ke BPJS.',
    DIKIRIM_BPJS: 'Menunggu jawaban BPJS.',
    DITANGGUHKAN: `Diajukan kembali otomatis pada ${sebutCekUlang(kasus)}.`,
    BERHASIL: loket ? 'Sampaikan tanggal aktif kepada pemohon, lalu selesaikan.' : 'Kartu KIS diserahkan kelurahan.',
    TIDAK_BERHASIL: 'Perbaiki sebabnya, lalu buka percobaan baru; atau selesaikan.',
    TIDAK_LOLOS: 'Perbaiki sebabnya, lalu buka percobaan baru; atau selesaikan.',
    DIBATALKAN: 'Dibuka lagi bila NIK sudah diperbarui di Disdukcapil.',
  };
  return kalimat[status] ?? '';
}

function sebutCekUlang({ cek_ulang }: Kasus): string {
  const tanggal = parseTanggal(cek_ulang);
  return tanggal ? tanggalIndonesia(tanggal) : 'tanggal cek ulang';
}

/** This month, into which a late proposal may be taken back (S-02), and the next ones; none whose batch is closed. */
function pilihanPeriode(kasus: Kasus, potret: Potret): { nilai: string; label: string }[] {
  const awal = periodeTanggal(tanggalWaktu(potret.kini));
  const deret = Array.from({ length: BULAN_KE_DEPAN + 1 }, (_, i) => geserPeriode(awal, i));
  return deret
    .filter((periode) => periode !== parsePeriode(kasus.periode))
    .filter((periode) => !periodeTertutup(kasus.rute, periode, semuaBatch(potret)))
    .map((periode) => ({ nilai: periode, label: namaPeriode(periode) }));
}

/** The checklist of the counter (BTL-N-02), where the route has one. */
function saringPanel(kasus: Kasus, potret: Potret, { peran }: Pelaksana): SaringPanel | undefined {
  if (!aturanAksi('SARING', kasus.rute)) return undefined;
  const sebab = halanganAksi('SARING', kasus, peran);
  const ada = bacaDokumen(kasus.dokumen);
  const wajib = dokumenWajib(kasus.rute, potret.pengaturan);
  const lain = ada.filter((nama) => !wajib.some((satu) => satu.toLowerCase() === nama));
  return {
    dokumen: [...wajib, ...lain].map((nama) => ({
      nama,
      label: labelDokumen(nama),
      ada: ada.includes(nama.toLowerCase()),
      wajib: wajib.includes(nama),
    })),
    boleh: sebab.length === 0,
    sebab,
    selesai:
      kasus.saring_selesai === '' ? '' : `Lengkap pada ${sebutWaktu(kasus.saring_selesai)} oleh ${kasus.saring_oleh}.`,
    catatan: kasus.status === 'DIKEMBALIKAN' ? catatanPemohon(kasus, potret) : '',
  };
}

/** `kk` is an abbreviation, `permohonan` a word. */
const labelDokumen = (nama: string): string =>
  nama.length <= 3 ? nama.toUpperCase() : `${nama.charAt(0).toUpperCase()}${nama.slice(1)}`;

/** BTL-N-03: what is missing and until when, ready to be sent to the applicant. No number, no full name. */
function catatanPemohon(kasus: Kasus, { pengaturan }: Pick<Potret, 'pengaturan'>): string {
  const kurang = dokumenKurang(kasus, pengaturan).map((nama) => `- ${labelDokumen(nama)}`);
  const alasan = pengaturan.alasan.find(({ kode }) => kode !== '' && kode === kasus.kode_kembali)?.teks;
  const kembali = kasus.dikembalikan_pada;
  const tutup = kembali === '' ? undefined : tambahHari(tanggalWaktu(kembali as Waktu), pengaturan.kembaliTutup);
  return [
    `Yth. pemohon ${samarkanNama(kasus.nama)}, tiket ${kasus.tiket}.`,
    ...(kurang.length > 0
      ? ['Berkas permohonan pengalihan ke PBI belum lengkap. Yang masih perlu dibawa:', ...kurang]
      : [`Permohonan pengalihan ke PBI perlu dilengkapi${alasan ? `: ${alasan}` : ''}.`]),
    `Serahkan ke loket ${pengaturan.namaKantor} dengan menyebut nomor tiket${
      tutup ? `, sebelum ${tanggalIndonesia(tutup)}. Sesudah itu permohonan ditutup` : ''
    }.`,
  ].join('\n');
}
