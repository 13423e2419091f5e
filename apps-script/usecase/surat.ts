/** Mail as rows of `Kotak Keluar`: first saved with the case, sent later. Tickets and masked names only, never numbers. */

import type { KunciSurat } from '#domain/kalimat/daftar-surat.ts';
import { menyebutKematian } from '#domain/kalimat/kabar-duka.ts';
import { labelRute } from '#domain/kalimat/sebutan.ts';
import { kalimatSurat } from '#domain/kalimat/surat.ts';
import type { Kasus } from '#domain/kolom/kasus.ts';
import { samarkanNama } from '#domain/nama/nama.ts';
import { samarkanNomor } from '#domain/nik/nomor-orang.ts';
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

/** The end of every letter, after an empty line. */
export const penutup = (p: Pengaturan) => rakit('', kalimatSurat('surat.penutup', { kantor: p.namaKantor }, p));

/** Who runs the register. */
export const surelAdmin = ({ pegawai }: Pengaturan): string[] =>
  pegawai.filter(({ peran }) => peran === 'admin').map(({ email }) => email);

/** S-20: outside office hours a patient in need has somebody to call, and whoever sent it knows when work goes on. */
function diLuarJam(kasus: Kasus, p: Pengaturan): string {
  const masuk = kasus.diubah as Waktu;
  const mulai = tambahMenitKerja(masuk, 0, p.jamKerja, p.libur);
  if (isBulanan(kasus.rute) || mulai === masuk) return '';
  const piket = p.piket === '' ? '' : kalimatSurat('surat.piket', { piket: p.piket }, p);
  return kalimatSurat('surat.di_luar_jam', { mulai: waktuIndonesia(mulai), piket }, p);
}

/** S-02: the period and the limit that decided it; whoever came late reads the new dates. */
function kalimatPeriode(kasus: Kasus, p: Pengaturan): string {
  const { cutoff: id } = sifatRute(kasus.rute);
  if (!id) return '';
  const lewat = bacaTanda(kasus.tanda).has('lewat_cutoff');
  return kalimatMasuk(kasus.periode as Periode, lewat, p.cutoff[id], p.libur);
}

const usulan = (kasus: Kasus, p: Pengaturan) =>
  kalimatSurat(
    'surat.usulan',
    {
      tiket: kasus.tiket,
      sebutan: isBulanan(kasus.rute) ? 'Warga' : 'Pasien',
      nama: samarkanNama(kasus.nama),
      rs: samarkanNomor(kasus.rs),
      jalur: isBulanan(kasus.rute) ? labelRute(kasus.rute, p) : '',
      periode: isBulanan(kasus.rute) ? namaPeriode(kasus.periode as Periode) : '',
      batas_72jam: kasus.batas_72jam === '' ? '' : waktuIndonesia(kasus.batas_72jam as Waktu),
    },
    p,
  );

const daftarGalat = (kasus: Kasus): string =>
  bacaMasalah(kasus.masalah)
    .filter(({ tingkat }) => tingkat === 'galat')
    .map(({ kolom, pesan }) => `- ${kolom}: ${pesan}`)
    .join('\n');

/** The sender's address, if the case has a proper one. */
export const kePic = (kasus: Kasus) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(kasus.pic_email) ? [kasus.pic_email] : []);

type NamaSurat = KunciSurat extends infer K ? (K extends `surat.${infer N}.subjek` ? N : never) : never;

/** A letter about a case: its texts by name, with what every such text may say of the case. */
function surat(
  nama: Exclude<NamaSurat, 'ralat'>,
  peristiwa: string,
  kasus: Kasus,
  p: Pengaturan,
  kepada: readonly string[],
  isi: Readonly<Record<string, string>> = {},
): SuratBaru {
  const umum = { tiket: kasus.tiket, usulan: usulan(kasus, p), tautan: kasus.tautan_ubah, penutup: penutup(p).trim() };
  return {
    kunci: `${kasus.tiket}|${peristiwa}|${kasus.versi}`,
    tiket: kasus.tiket,
    kepada,
    subjek: kalimatSurat(`surat.${nama}.subjek`, { ...umum, ...isi }, p),
    isi: kalimatSurat(`surat.${nama}.isi`, { ...umum, ...isi }, p),
  };
}

/** To the PIC after the form: the ticket, or what to mend and where (BTL-D-03). */
export function suratTerima(kasus: Kasus, p: Pengaturan, ganda: string): SuratBaru {
  const galat = daftarGalat(kasus);
  return surat(galat === '' ? 'terima' : 'perbaiki', 'TERIMA', kasus, p, kePic(kasus), {
    galat,
    ganda,
    jenis: isBulanan(kasus.rute) ? 'bulanan' : 'darurat',
    periode: kalimatPeriode(kasus, p),
    di_luar_jam: diLuarJam(kasus, p),
  });
}

/** To Dinsos: there is work (BTL-D-03). */
export function suratBaruDinsos(kasus: Kasus, p: Pengaturan, judul: string): SuratBaru {
  const banyak = bacaMasalah(kasus.masalah).filter(({ tingkat }) => tingkat === 'galat').length;
  return surat('dinsos', 'DINSOS', kasus, p, p.surelDinsos, {
    perihal: judul,
    kalimat: `${judul[0]?.toUpperCase()}${judul.slice(1)}`,
    galat: kalimatSurat(banyak > 0 ? 'surat.dinsos.galat' : 'surat.dinsos.bersih', { banyak: String(banyak) }, p),
  });
}

/** What a person wrote, as a letter may say it (S-09): no death, nobody's number. */
const kataOrang = (teks: string, p: Pengaturan): string =>
  menyebutKematian(teks) ? kalimatSurat('surat.kabar_duka', {}, p) : samarkanNomor(teks);

const denganSebab = (nama: 'kembali' | 'batal' | 'tidak_lolos', kasus: Kasus, p: Pengaturan, sebab: string) =>
  surat(nama, 'KEMBALI', kasus, p, kePic(kasus), { sebab: kataOrang(sebab, p), galat: daftarGalat(kasus) });

/** To the PIC: given back with a reason. */
export const suratKembali = (kasus: Kasus, p: Pengaturan, alasan: string): SuratBaru =>
  denganSebab('kembali', kasus, p, alasan);

/** To the sender: the office has decided against it. An emergency is given back to its PIC. */
export const suratTidakLolos = (kasus: Kasus, p: Pengaturan, alasan: string): SuratBaru =>
  denganSebab(isBulanan(kasus.rute) ? 'tidak_lolos' : 'kembali', kasus, p, alasan);

/** To the sender: nobody has this NIK (BGR-09). An emergency is given back to its PIC with the same advice. */
export const suratBatal = (kasus: Kasus, p: Pengaturan, alasan: string): SuratBaru =>
  isBulanan(kasus.rute)
    ? denganSebab('batal', kasus, p, alasan)
    : denganSebab('kembali', kasus, p, `${kataOrang(alasan, p)} Sarankan pasien memperbarui NIK di Disdukcapil.`);

/** To BPJS: a case waits in its spreadsheet (BTL-D-07). */
export const suratUsul = (kasus: Kasus, p: Pengaturan): SuratBaru => surat('usul', 'USUL', kasus, p, p.surelBpjs);

const SURAT_HASIL = {
  BERHASIL: 'berhasil',
  TIDAK_BERHASIL: 'tidak_berhasil',
  DITANGGUHKAN: 'ditangguhkan',
} as const;

const tanggal = (sel: string) => (sel === '' ? '-' : tanggalIndonesia(sel as Tanggal));

/** To the PIC: BPJS has answered (BTL-D-08), with the day from which the patient is covered. */
export function suratHasil(kasus: Kasus, p: Pengaturan, ralat: boolean): SuratBaru {
  const nama = SURAT_HASIL[kasus.status as keyof typeof SURAT_HASIL] ?? 'tidak_berhasil';
  return surat(nama, 'HASIL', kasus, p, kePic(kasus), {
    tanda_ralat: ralat ? `${kalimatSurat('surat.ralat.subjek', {}, p)} ` : '',
    ralat: ralat ? kalimatSurat('surat.ralat.isi', {}, p) : '',
    tmt: tanggal(kasus.tmt_aktif),
    keterangan: kataOrang(kasus.keterangan_bpjs, p),
    jalan_lain: p.jalurAlternatif,
    cek_ulang: tanggal(kasus.cek_ulang),
  });
}

/** To the PIC: closed without an answer from BPJS; `petunjuk` says why and what to do. S-09: no automatic mail speaks of a death. */
export const suratTutup = (kasus: Kasus, p: Pengaturan, kalimat: string, petunjuk = ''): SuratBaru =>
  surat('tutup', 'TUTUP', kasus, p, kePic(kasus), { perihal: kalimat, petunjuk: kataOrang(petunjuk, p) });

/** To Dinsos: a time limit has passed (BTL-D-07). */
export const suratTerlambat = (kasus: Kasus, p: Pengaturan): SuratBaru =>
  surat('lambat', 'LAMBAT', kasus, p, p.surelDinsos);

/** To the administrators: the daily check found something that a person must look at. */
export function suratPeriksa(kunciSurat: string, p: Pengaturan, rincian: string): SuratBaru {
  return {
    kunci: kunciSurat,
    tiket: '-',
    kepada: surelAdmin(p),
    subjek: kalimatSurat('surat.periksa.subjek', {}, p),
    isi: kalimatSurat('surat.periksa.isi', { rincian, penutup: penutup(p).trim() }, p),
  };
}

/** To whoever sent a form that cannot be taken at all: why, and how to send it again. */
export function suratDitolak(id: string, surel: string, p: Pengaturan, sebab: string, tautan: string): SuratBaru {
  return {
    kunci: `${id}|DITOLAK|${sebab.length}`,
    tiket: '-',
    kepada: surel === '' ? [] : [surel],
    subjek: kalimatSurat('surat.ditolak.subjek', {}, p),
    isi: kalimatSurat('surat.ditolak.isi', { sebab: samarkanNomor(sebab), tautan, penutup: penutup(p).trim() }, p),
  };
}
