/** The texts of the mail that scheduled work sends. They speak of numbers and tickets, never of a person. */
import type { Kalimat } from './kalimat.ts';

/** A letter as two texts: its subject in one line, its body with the blank {penutup} at the end. */
const surat = <Nama extends string>(
  nama: Nama,
  isian: readonly string[],
  guna: string,
  subjek: string,
  ...isi: readonly string[]
) =>
  [
    { kunci: `surat.${nama}.subjek`, isian, guna, bawaan: subjek },
    {
      kunci: `surat.${nama}.isi`,
      isian: [...isian, 'penutup'],
      guna,
      bawaan: [...isi, '', '{penutup}'].join('\n'),
    },
  ] as const satisfies readonly [Kalimat<`surat.${Nama}.subjek`>, Kalimat<`surat.${Nama}.isi`>];

export const KALIMAT_BERKALA = [
  ...surat(
    'pengingat',
    ['kode', 'nama_batas', 'periode', 'target', 'batasan', 'keadaan'],
    'Pengingat sebelum batas bulanan; {batasan}: tanggal resmi dan target kerja; {keadaan}: hitungan penerima.',
    'Pengingat {kode}: {nama_batas} {periode}, kerjakan sampai {target}',
    '{batasan}',
    '',
    '{keadaan}',
  ),
  ...surat(
    'ringkasan',
    ['periode', 'masuk', 'berikut', 'susulan', 'daftar', 'diam', 'rekonsiliasi'],
    'Kepada Dinas Sosial setelah batas lewat; {daftar}: hitungan per kelurahan; {diam}: yang tidak mengirim; {rekonsiliasi}: surat.rekonsiliasi.isi.',
    'Batas {periode} sudah lewat: {masuk} usulan masuk',
    'Usulan periode {periode}: {masuk}.',
    'Masuk sesudah batas dan ikut periode {berikut}: {susulan}.',
    '',
    '{daftar}',
    '',
    'Tidak mengirim apa pun {diam}.',
    '',
    '{rekonsiliasi}',
  ),
  {
    kunci: 'surat.rekonsiliasi.isi',
    isian: [],
    guna: 'Isian {rekonsiliasi} di surat.ringkasan.isi (S-29).',
    bawaan:
      'Cocokkan juga peserta lama: yang meninggal, pindah, atau bekerja dinonaktifkan lewat Format 37 (NONAKTIF).',
  },
  ...surat(
    'belum_diperbaiki',
    ['banyak', 'daftar', 'hari_tutup'],
    'Pengingat kepada pengirim usulan yang dikembalikan; {daftar}: tiketnya.',
    '{banyak} usulan dikembalikan dan belum diperbaiki',
    'Usulan ini dikembalikan kepada Anda dan belum dikirim ulang:',
    '{daftar}',
    '',
    'Sebab dan tautan perbaikannya ada di surel pengembalian tiket itu. Dapat juga mengisi formulir lagi dengan menulis nomor tiketnya di isian tiket lama.',
    'Yang tidak diperbaiki dalam {hari_tutup} hari ditutup, dan sesudah itu harus diajukan dari awal.',
  ),
  ...surat(
    'belum_dijawab',
    ['batch', 'banyak', 'hari', 'hari_kerja', 'dikirim', 'batas', 'batas_lewat'],
    'Kepada Dinas Sosial dan Dinas Kesehatan bila BPJS belum menjawab; {batas} atau {batas_lewat} terisi salah satu.',
    '{batch}: {banyak} usulan belum dijawab BPJS sejak {hari} hari',
    'Batch {batch} dikirim ke BPJS Kesehatan {dikirim}.',
    'Belum dijawab: {banyak} usulan, {hari} hari ({hari_kerja} hari kerja).',
    'Batas pengalihan: {batas}.',
    'Batas pengalihan {batas_lewat} sudah lewat; usulannya ditandai melewati batas waktu.',
    '',
    'Rancangan surat pengingat ke BPJS Kesehatan siap di Register PBI, menu Usulan PBI > Cetak.',
  ),
  ...surat(
    'tangguh_lama',
    ['banyak', 'hari', 'daftar'],
    'Kepada admin dan Dinas Sosial bila usulan terlalu lama ditangguhkan.',
    '{banyak} usulan ditangguhkan BPJS lebih dari {hari} hari',
    'BPJS Kesehatan menangguhkan usulan ini {hari} hari atau lebih, walau sudah diajukan kembali:',
    '{daftar}',
    '',
    'Hubungi BPJS Kesehatan untuk mengetahui halangannya, lalu putuskan: lengkapi, tarik, atau tutup lewat Panel kasus.',
  ),
  ...surat(
    'kis_tertunda',
    ['banyak', 'hari', 'daftar'],
    'Kepada kelurahan dan Dinas Sosial bila kartu belum diserahkan.',
    '{banyak} KIS belum diserahkan',
    'KIS ini menunggu {hari} hari atau lebih:',
    '{daftar}',
    '',
    'Serahkan kartunya dan laporkan lewat formulir KIS. Yang tidak dapat diserahkan dilaporkan gagal dengan alasannya, atau dikembalikan ke BPJS Kesehatan (retur).',
  ),
  ...surat(
    'libur_kosong',
    ['rincian'],
    'Kepada admin bila daftar libur suatu tahun belum diisi.',
    'Register PBI: daftar hari libur belum diisi',
    '{rincian}',
  ),
  ...surat(
    'terhenti',
    ['rincian', 'daftar'],
    'Kepada admin bila pengaturan yang salah menghentikan pekerjaan berkala.',
    'Register PBI: pekerjaan berkala dihentikan',
    '{rincian}',
    '',
    'Yang menunggu:',
    '{daftar}',
  ),
  ...surat(
    'diam',
    ['kalimat', 'masih', 'lagi'],
    'Kepada admin bila tugas berkala berhenti; {masih} terisi selama masih berhenti, {lagi} bila sudah berjalan.',
    'Register PBI: tugas berkala berhenti',
    '{kalimat}',
    'Selama itu surel, pengingat, dan pemeriksaan batas waktu tertunda; usulan yang masuk tetap tersimpan.',
    '',
    '{masih}',
    '{lagi}',
  ),
] as const;
