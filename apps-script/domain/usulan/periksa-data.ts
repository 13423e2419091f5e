/** All data rules of a case at once: tidied cells and every finding (BTL-D-03, BTL-D-05, BTL-G-06, BGR-05 to BGR-08). */
import { hpLokal, parseHp } from '../hp/hp.ts';
import { type Kasus, type KolomKasus, STATUS_KAWIN } from '../kolom/kasus.ts';
import { rapikanNama, temuanNama } from '../nama/nama.ts';
import { parseNoKk, periksaNoKk } from '../nik/kk.ts';
import { bersihkanNik, parseNik, periksaNik, type TemuanNik } from '../nik/nik.ts';
import type { Pengaturan } from '../pengaturan/pengaturan.ts';
import { pesanTemuan } from '../pesan/temuan.ts';
import { parseTanggal, selisihHari, type Tanggal } from '../waktu/tanggal.ts';
import { kurangDari, parseWaktu, selisihMenit, tambahMenit, tanggalWaktu, type Waktu } from '../waktu/waktu.ts';
import { cariKalurahan, kalurahanDariLabel, labelKalurahan } from '../wilayah/wilayah.ts';
import { dokumenKurang, namaDokumen } from './dokumen.ts';
import { HUBKEL } from './hubkel.ts';
import type { Temuan } from './masalah.ts';
import { isRute, type Rute } from './rute.ts';
import { batas72Jam, JAM_RAWAT } from './sla.ts';

export interface HasilPeriksa {
  /** Cells to write: tidied input and what follows from it (region code, 72-hour limit). */
  readonly rapi: Partial<Kasus>;
  readonly temuan: readonly Temuan[];
}

interface Konteks {
  readonly kini: Waktu;
  readonly pengaturan: Pengaturan;
}

type Catat = (kolom: KolomKasus, kode: string, tingkat?: Temuan['tingkat']) => void;

const TOLERANSI_JAM_MENIT = 60;
const PANJANG_ISIAN = 500;
/** 110 years. */
const UMUR_WAJAR_HARI = 40_177;
const WAJIB_ORANG = ['no_kk', 'nama', 'tempat_lahir', 'tgl_lahir', 'jk', 'alamat', 'kalurahan'] as const;
const WAJIB: Readonly<Record<Rute, readonly KolomKasus[]>> = {
  'BTL-D': [...WAJIB_ORANG, 'hp', 'rs', 'waktu_masuk_rs', 'no_surat', 'alasan', 'pic_nama', 'pic_email'],
  'BTL-N': [...WAJIB_ORANG, 'hubkel', 'hp'],
  'BGR-U': [...WAJIB_ORANG, 'hubkel', 'rt', 'rw', 'fktp'],
  'BGR-M': [...WAJIB_ORANG, 'hubkel', 'rt', 'rw', 'fktp', 'segmen_asal'],
};
const BEBAS: readonly KolomKasus[] = [
  'tempat_lahir',
  'alamat',
  'rt',
  'rw',
  'segmen_asal',
  'no_surat',
  'alasan',
  'rs',
  'pic_nama',
  'pic_email',
  'catatan',
  'no_kartu',
  'pic_hp',
  'kode_pos',
  'fktp',
  'jenis_mutasi',
  'dokumen',
];

/** Checks one case as a whole; `kasus` may hold anything that a person typed or pasted. */
export function periksaData(kasus: Kasus, konteks: Konteks): HasilPeriksa {
  const temuan: Temuan[] = [];
  const catat: Catat = (kolom, kode, tingkat = kode.startsWith('W_') ? 'peringatan' : 'galat') =>
    void temuan.push({ kode, tingkat, kolom, pesan: pesanTemuan(kode) });
  const rapi: Partial<Kasus> = {};
  for (const kolom of BEBAS) rapi[kolom] = kasus[kolom].trim();
  const wajib = WAJIB[isRute(kasus.rute) ? kasus.rute : 'BTL-D'];
  for (const kolom of wajib) if (kasus[kolom].trim() === '') catat(kolom, 'E_WAJIB');
  for (const kolom of BEBAS) if (kasus[kolom].length > PANJANG_ISIAN) catat(kolom, 'E_PANJANG');
  periksaOrang(kasus, konteks, rapi, catat);
  periksaNomor(kasus, konteks, rapi, catat);
  periksaAlamat(kasus, konteks, rapi, catat);
  periksaKontak(kasus, rapi, catat);
  periksaRawat(kasus, konteks, rapi, catat);
  periksaFormat(kasus, rapi, catat);
  const kurang = dokumenKurang(kasus, konteks.pengaturan);
  if (kurang.length > 0) {
    const pesan = `Dokumen belum ada: ${kurang.map(namaDokumen).join(', ')}. Lengkapi, lalu kirim lagi.`;
    temuan.push({ kode: 'E_DOKUMEN', tingkat: 'galat', kolom: 'dokumen', pesan });
  }
  return { rapi, temuan };
}

function periksaOrang(kasus: Kasus, konteks: Konteks, rapi: Partial<Kasus>, catat: Catat): void {
  rapi.nama = rapikanNama(kasus.nama);
  if (kasus.nama.trim() !== '') for (const { kode, tingkat } of temuanNama(kasus.nama)) catat('nama', kode, tingkat);
  rapi.jk = bacaJk(kasus.jk);
  if (!['', 'L', 'P'].includes(rapi.jk)) catat('jk', 'E_JK');
  if (kasus.hubkel.trim() !== '' && !HUBKEL.includes(kasus.hubkel.trim())) catat('hubkel', 'E_HUBKEL');
  if (kasus.tgl_lahir.trim() !== '') periksaLahir(kasus, konteks, rapi, catat);
}

function periksaLahir(kasus: Kasus, { kini, pengaturan }: Konteks, rapi: Partial<Kasus>, catat: Catat): void {
  const lahir = parseTanggal(kasus.tgl_lahir);
  if (!lahir) {
    catat('tgl_lahir', 'E_TANGGAL');
    return;
  }
  rapi.tgl_lahir = lahir;
  const umurHari = selisihHari(lahir, tanggalWaktu(kini));
  if (umurHari < 0) catat('tgl_lahir', 'E_LAHIR_DEPAN');
  if (umurHari > UMUR_WAJAR_HARI) catat('tgl_lahir', 'W_LAHIR_TUA');
  const bayi = kasus.nik.trim() === '' && kasus.nik_ibu.trim() !== '';
  if (bayi && umurHari > pengaturan.bayiHari) catat('nik', 'E_BAYI_UMUR');
}

/** `Laki-laki` and `Perempuan` are how the form asks; L and P how the register keeps it. */
function bacaJk(sel: string): string {
  const teks = sel.trim().toUpperCase();
  if (teks === 'LAKI-LAKI') return 'L';
  return teks === 'PEREMPUAN' ? 'P' : teks;
}

function periksaNomor(kasus: Kasus, konteks: Konteks, rapi: Partial<Kasus>, catat: Catat): void {
  const { kini, pengaturan } = konteks;
  const hariIni = tanggalWaktu(kini);
  const opsi = { abaikan: pengaturan.abaikan };
  const catatSemua = (kolom: KolomKasus, daftar: readonly TemuanNik[]) => {
    for (const { kode, tingkat } of daftar) catat(kolom, kode, tingkat);
  };
  const nikPasien = bersihkanNik(kasus.nik);
  const noKkBersih = bersihkanNik(kasus.no_kk);
  const nikIbu = bersihkanNik(kasus.nik_ibu);
  Object.assign(rapi, { nik: nikPasien, no_kk: noKkBersih, nik_ibu: nikIbu });
  if (nikPasien === '' && nikIbu === '') catat('nik', 'E_WAJIB');
  if (nikPasien !== '') catatSemua('nik', temuanNikPasien(kasus, nikPasien, noKkBersih, konteks));
  if (nikIbu !== '') catatSemua('nik_ibu', parseNik(nikIbu, hariIni, opsi).temuan);
  if (noKkBersih !== '') {
    const { noKk, temuan } = parseNoKk(noKkBersih, hariIni, opsi);
    catatSemua('no_kk', temuan);
    if (noKk) catatSemua('no_kk', periksaNoKk(noKk, pengaturan.kodeWilayah));
  }
}

function temuanNikPasien(kasus: Kasus, teks: string, noKk: string, { kini, pengaturan }: Konteks): TemuanNik[] {
  const hariIni = tanggalWaktu(kini);
  const opsi = { abaikan: pengaturan.abaikan };
  const { nik, temuan } = parseNik(teks, hariIni, opsi);
  if (!nik) return [...temuan];
  const jk = bacaJk(kasus.jk);
  const silang = {
    nik,
    noKk: noKk === '' ? undefined : noKk,
    tanggalLahir: parseTanggal(kasus.tgl_lahir),
    jk: jk === 'L' || jk === 'P' ? jk : undefined,
    kodeWilayahKantor: pengaturan.kodeWilayah,
  } as const;
  return [...temuan, ...periksaNik(silang, hariIni, opsi)];
}

function periksaAlamat(kasus: Kasus, { pengaturan }: Konteks, rapi: Partial<Kasus>, catat: Catat): void {
  const tertulis = kasus.kalurahan.trim();
  const { kodeWilayah, wilayah } = pengaturan;
  const menurutKode = cariKalurahan(tertulis, wilayah);
  const dikenal =
    kalurahanDariLabel(tertulis, kodeWilayah, wilayah) ??
    (menurutKode?.kode.startsWith(kodeWilayah) ? menurutKode : undefined);
  rapi.kode_wilayah = dikenal?.kode ?? '';
  if (dikenal) rapi.kalurahan = labelKalurahan(dikenal);
  else if (tertulis !== '') catat('kalurahan', 'E_WILAYAH');
  for (const kolom of ['rt', 'rw'] as const) if (rapi[kolom] && !/^\d{1,3}$/.test(rapi[kolom])) catat(kolom, 'E_RT');
  if (rapi.no_kartu && !/^\d{13}$/.test(rapi.no_kartu)) catat('no_kartu', 'E_KARTU');
}

const POLA_EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

function periksaKontak(kasus: Kasus, rapi: Partial<Kasus>, catat: Catat): void {
  if (kasus.hp.trim() !== '') {
    const { hp, temuan } = parseHp(kasus.hp);
    rapi.hp = hp ? hpLokal(hp) : kasus.hp.trim();
    for (const { kode, tingkat } of temuan) catat('hp', kode, tingkat);
  }
  if (rapi.pic_email && !POLA_EMAIL.test(rapi.pic_email)) catat('pic_email', 'E_EMAIL');
}

function periksaRawat(kasus: Kasus, { kini }: Konteks, rapi: Partial<Kasus>, catat: Catat): void {
  const tertulis = kasus.waktu_masuk_rs.trim();
  rapi.batas_72jam = '';
  if (tertulis === '') return;
  const masuk = waktuWajar(parseWaktu(tertulis));
  if (!masuk) {
    catat('waktu_masuk_rs', 'E_MASUK');
    return;
  }
  rapi.waktu_masuk_rs = masuk;
  rapi.batas_72jam = batas72Jam(masuk);
  periksaKeluar(kasus, masuk, rapi, catat);
  if (kurangDari(tambahMenit(kini, TOLERANSI_JAM_MENIT), masuk)) catat('waktu_masuk_rs', 'E_MASUK_DEPAN');
  const terima = kasus.dibuat === '' ? kini : (kasus.dibuat as Waktu);
  if (selisihMenit(masuk, terima) > JAM_RAWAT * 60) catat('waktu_masuk_rs', 'W_MASUK_LAMA');
}

/** S-10. A time that makes no sense leaves the 72 hours running and stops nobody from proposing. */
function periksaKeluar(kasus: Kasus, masuk: Waktu, rapi: Partial<Kasus>, catat: Catat): void {
  if (kasus.waktu_keluar_rs.trim() === '') return;
  const keluar = waktuWajar(parseWaktu(kasus.waktu_keluar_rs));
  if (keluar && !kurangDari(keluar, masuk)) rapi.waktu_keluar_rs = keluar;
  else catat('waktu_keluar_rs', 'W_KELUAR');
}

/** What only Format 34 and 37 ask for. */
function periksaFormat(kasus: Kasus, rapi: Partial<Kasus>, catat: Catat): void {
  const kawin = kasus.kawin.trim();
  if (kawin !== '' && !STATUS_KAWIN.includes(kawin)) catat('kawin', 'E_PILIHAN');
  if (rapi.kode_pos && !/^\d{5}$/.test(rapi.kode_pos)) catat('kode_pos', 'E_KODE_POS');
  if (kasus.rute === 'BGR-M' && kasus.no_kartu.trim() === '') catat('no_kartu', 'W_TANPA_KARTU');
  const berlaku = kasus.tgl_berlaku.trim();
  if (berlaku === '') return;
  const tanggal = parseTanggal(berlaku);
  if (tanggal) rapi.tgl_berlaku = tanggal;
  else catat('tgl_berlaku', 'E_TANGGAL');
}

/** Years outside this range are typing errors; nothing is computed from them. */
const waktuWajar = (masuk: Waktu | undefined): Waktu | undefined =>
  masuk !== undefined && masuk >= '1950' && masuk < '2200' ? masuk : undefined;

/** For the age of a person on a day, in the panel. */
export const umurTahun = (lahir: Tanggal, hariIni: Tanggal): number => {
  const tahun = Number(hariIni.slice(0, 4)) - Number(lahir.slice(0, 4));
  return hariIni.slice(5) < lahir.slice(5) ? tahun - 1 : tahun;
};
