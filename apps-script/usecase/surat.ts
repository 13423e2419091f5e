/** Mail as rows of `Kotak Keluar`: first saved with the case, sent later. Tickets and masked names only, never numbers. */

import type { Kasus } from '#domain/kolom/kasus.ts';
import { samarkanNama } from '#domain/nama/nama.ts';
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { kalimatMasuk } from '#domain/periode/penjelasan.ts';
import { namaPeriode, type Periode } from '#domain/periode/periode.ts';
import { bacaMasalah } from '#domain/usulan/masalah.ts';
import { isBulanan, sifatRute } from '#domain/usulan/rute.ts';
import { bacaTanda } from '#domain/usulan/tanda.ts';
import { tanggalIndonesia, waktuIndonesia } from '#domain/waktu/bahasa.ts';
import { tambahMenitKerja } from '#domain/waktu/jam-kerja.ts';
import type { Tanggal } from '#domain/waktu/tanggal.ts';
import type { Waktu } from '#domain/waktu/waktu.ts';

export interface SuratBaru {
  /** Names the mail: case, event and version. The recipient is added to it. */
  readonly kunci: string;
  readonly tiket: string;
  readonly kepada: readonly string[];
  readonly subjek: string;
  readonly isi: string;
}

/** Lines of a letter; those that do not apply are left out. */
export const rakit = (...baris: (string | false | undefined)[]): string =>
  baris.filter((satu): satu is string => typeof satu === 'string').join('\n');

/** The end of every letter. */
export const penutup = (p: Pengaturan) =>
  rakit('', p.namaKantor, 'Surel ini dikirim otomatis. NIK dan nomor KK tidak dicantumkan.');

/** Who runs the register. */
export const surelAdmin = ({ pegawai }: Pengaturan): string[] =>
  pegawai.filter(({ peran }) => peran === 'admin').map(({ email }) => email);

/** S-20: outside office hours a patient in need has somebody to call, and whoever sent it knows when work goes on. */
function diLuarJam(kasus: Kasus, p: Pengaturan): string | false {
  const masuk = kasus.diubah as Waktu;
  const mulai = tambahMenitKerja(masuk, 0, p.jamKerja, p.libur);
  if (isBulanan(kasus.rute) || mulai === masuk) return false;
  const piket = p.piket === '' ? '' : ` Bila tidak dapat menunggu, hubungi piket: ${p.piket}.`;
  return `\nKantor sedang tutup; usulan diperiksa mulai ${waktuIndonesia(mulai)}. Jam sejak pasien masuk tetap berjalan.${piket}`;
}

/** S-02: the period and the limit that decided it; whoever came late reads the new dates. */
function kalimatPeriode(kasus: Kasus, p: Pengaturan): string | false {
  const { cutoff: id } = sifatRute(kasus.rute);
  const periode = kasus.periode as Periode;
  if (!id) return false;
  return kalimatMasuk(periode, bacaTanda(kasus.tanda).has('lewat_cutoff'), p.cutoff[id], p.libur);
}

const pasien = (kasus: Kasus) =>
  rakit(
    `Tiket: ${kasus.tiket}`,
    `Pasien: ${samarkanNama(kasus.nama)}`,
    kasus.rs !== '' && `Fasilitas: ${kasus.rs}`,
    isBulanan(kasus.rute) && `${sifatRute(kasus.rute).label}, periode ${namaPeriode(kasus.periode as Periode)}`,
    kasus.batas_72jam !== '' && `Batas 72 jam: ${waktuIndonesia(kasus.batas_72jam as Waktu)}`,
  );

const daftarGalat = (kasus: Kasus): string[] =>
  bacaMasalah(kasus.masalah)
    .filter(({ tingkat }) => tingkat === 'galat')
    .map(({ kolom, pesan }) => `- ${kolom}: ${pesan}`);

/** The sender's address, if the case has a proper one. */
export const kePic = (kasus: Kasus) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(kasus.pic_email) ? [kasus.pic_email] : []);

const kunci = (kasus: Kasus, peristiwa: string) => `${kasus.tiket}|${peristiwa}|${kasus.versi}`;

/** To the PIC after the form: the ticket, or what to mend and where (BTL-D-03). */
export function suratTerima(kasus: Kasus, p: Pengaturan, ganda: string): SuratBaru {
  const galat = daftarGalat(kasus);
  const perbaiki = galat.length > 0;
  return {
    kunci: kunci(kasus, 'TERIMA'),
    tiket: kasus.tiket,
    kepada: kePic(kasus),
    subjek: perbaiki ? `${kasus.tiket}: data perlu diperbaiki` : `${kasus.tiket}: usulan diterima`,
    isi: rakit(
      perbaiki
        ? 'Usulan tersimpan, tetapi ada data yang harus diperbaiki sebelum dapat diusulkan:'
        : `Usulan PBI ${isBulanan(kasus.rute) ? 'bulanan' : 'darurat'} diterima.`,
      ...galat,
      '',
      pasien(kasus),
      kalimatPeriode(kasus, p),
      diLuarJam(kasus, p),
      ganda !== '' &&
        `\nNIK yang sama sudah diproses pada tiket ${ganda}. Petugas akan memeriksa; Anda tidak perlu mengirim lagi.`,
      kasus.tautan_ubah !== '' &&
        `\n${perbaiki ? 'Perbaiki di sini' : 'Bila ada yang salah, ubah tanggapan di sini'}: ${kasus.tautan_ubah}`,
      !perbaiki &&
        '\nSelanjutnya: Dinas Sosial memeriksa data, lalu mengusulkan ke BPJS Kesehatan. Hasilnya dikirim ke alamat ini.',
      penutup(p),
    ),
  };
}

/** To Dinsos: there is work (BTL-D-03). */
export function suratBaruDinsos(kasus: Kasus, p: Pengaturan, judul: string): SuratBaru {
  const galat = daftarGalat(kasus).length;
  return {
    kunci: kunci(kasus, 'DINSOS'),
    tiket: kasus.tiket,
    kepada: p.surelDinsos,
    subjek: `${kasus.tiket}: ${judul}`,
    isi: rakit(
      `${judul[0]?.toUpperCase()}${judul.slice(1)}.`,
      '',
      pasien(kasus),
      galat > 0 ? `Galat data: ${galat}. PIC sudah diberi tahu.` : 'Tidak ada galat data.',
      '\nBuka Register PBI, pilih barisnya, lalu Panel kasus.',
      penutup(p),
    ),
  };
}

/** To the PIC: given back with a reason. */
export function suratKembali(kasus: Kasus, p: Pengaturan, alasan: string): SuratBaru {
  return {
    kunci: kunci(kasus, 'KEMBALI'),
    tiket: kasus.tiket,
    kepada: kePic(kasus),
    subjek: `${kasus.tiket}: dikembalikan untuk diperbaiki`,
    isi: rakit(
      'Usulan dikembalikan kepada Anda.',
      `Sebab: ${alasan}`,
      ...daftarGalat(kasus),
      '',
      pasien(kasus),
      kasus.tautan_ubah !== '' && `\nPerbaiki tanggapan di sini: ${kasus.tautan_ubah}`,
      penutup(p),
    ),
  };
}

/** To BPJS: a case waits in its spreadsheet (BTL-D-07). */
export function suratUsul(kasus: Kasus, p: Pengaturan): SuratBaru {
  return {
    kunci: kunci(kasus, 'USUL'),
    tiket: kasus.tiket,
    kepada: p.surelBpjs,
    subjek: `${kasus.tiket}: usulan darurat menunggu jawaban`,
    isi: rakit('Ada usulan PBI darurat baru di spreadsheet Berbagi BPJS.', '', pasien(kasus), penutup(p)),
  };
}

/** To the PIC: BPJS has answered (BTL-D-08), with the day from which the patient is covered. */
export function suratHasil(kasus: Kasus, p: Pengaturan, ralat: boolean): SuratBaru {
  const teks: Record<string, string[]> = {
    BERHASIL: [
      `Kepesertaan PBI aktif mulai ${kasus.tmt_aktif === '' ? '-' : tanggalIndonesia(kasus.tmt_aktif as Tanggal)}.`,
    ],
    TIDAK_BERHASIL: [
      'BPJS Kesehatan menyatakan tidak berhasil.',
      `Keterangan: ${kasus.keterangan_bpjs}`,
      ...(p.jalurAlternatif === '' ? [] : [`Jalan lain: ${p.jalurAlternatif}`]),
    ],
    DITANGGUHKAN: [
      'BPJS Kesehatan menangguhkan usulan.',
      `Keterangan: ${kasus.keterangan_bpjs}`,
      `Diajukan kembali pada ${kasus.cek_ulang === '' ? '-' : tanggalIndonesia(kasus.cek_ulang as Tanggal)}.`,
    ],
  };
  const subjek: Record<string, string> = {
    BERHASIL: 'berhasil, kepesertaan aktif',
    TIDAK_BERHASIL: 'tidak berhasil',
    DITANGGUHKAN: 'ditangguhkan',
  };
  return {
    kunci: kunci(kasus, 'HASIL'),
    tiket: kasus.tiket,
    kepada: kePic(kasus),
    subjek: `${kasus.tiket}: ${ralat ? 'RALAT, ' : ''}${subjek[kasus.status] ?? kasus.status}`,
    isi: rakit(
      ralat && 'BPJS Kesehatan mengubah jawabannya. Kabar sebelumnya tidak berlaku lagi.',
      ...(teks[kasus.status] ?? []),
      '',
      pasien(kasus),
      penutup(p),
    ),
  };
}

/** To the PIC: closed without an answer from BPJS; `petunjuk` says why and what to do. S-09: no automatic mail speaks of a death. */
export function suratTutup(kasus: Kasus, p: Pengaturan, kalimat: string, petunjuk = ''): SuratBaru {
  return {
    kunci: kunci(kasus, 'TUTUP'),
    tiket: kasus.tiket,
    kepada: kePic(kasus),
    subjek: `${kasus.tiket}: ${kalimat}`,
    isi: rakit(`Usulan ${kalimat}.`, petunjuk !== '' && petunjuk, '', pasien(kasus), penutup(p)),
  };
}

/** To Dinsos: a time limit has passed (BTL-D-07). */
export function suratTerlambat(kasus: Kasus, p: Pengaturan): SuratBaru {
  return {
    kunci: kunci(kasus, 'LAMBAT'),
    tiket: kasus.tiket,
    kepada: p.surelDinsos,
    subjek: `${kasus.tiket}: melewati batas waktu`,
    isi: rakit('Usulan ini melewati batas waktunya dan belum selesai.', '', pasien(kasus), penutup(p)),
  };
}

/** To the administrators: the daily check found something that a person must look at. */
export function suratPeriksa(kunciSurat: string, p: Pengaturan, rincian: string): SuratBaru {
  return {
    kunci: kunciSurat,
    tiket: '-',
    kepada: surelAdmin(p),
    subjek: 'Register PBI: pemeriksaan harian menemukan sesuatu',
    isi: rakit(rincian, '', 'Lihat tab Jadwal, kolom rincian, dan panduan admin.', penutup(p)),
  };
}

/** To whoever sent a form that cannot be taken at all: why, and how to send it again. */
export function suratDitolak(id: string, surel: string, p: Pengaturan, sebab: string, tautan: string): SuratBaru {
  return {
    kunci: `${id}|DITOLAK|${sebab.length}`,
    tiket: '-',
    kepada: surel === '' ? [] : [surel],
    subjek: 'Formulir tidak dapat diproses',
    isi: rakit(sebab, tautan !== '' && `\nPerbaiki di sini: ${tautan}`, penutup(p)),
  };
}
