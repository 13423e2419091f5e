/** The clauses of Kota Bogor (BGR). */
import { B, D, type Klausul, k, U } from './jenis.ts';

export const BOGOR: readonly Klausul[] = [
  k(
    'BGR-01',
    'Nama, nomor, dan tanggal SOP',
    `${D}/pengaturan/ketentuan.ts#sop_nomor`,
    `${B}/cetak.test.ts#has control totals, hash, both officers, SOP`,
  ),
  k(
    'BGR-02',
    'Penduduk miskin berdomisili di kota ini',
    `${D}/usulan/periksa-data.ts#E_WILAYAH`,
    `${B}/kasus-diam.test.ts#is flagged and stopped: the address is not of this office`,
  ),
  k(
    'BGR-03',
    'Hanya yang belum mempunyai jaminan',
    `${D}/pemeriksaan/cek.ts#MENGHALANGI`,
    `${B}/batch-tutup.test.ts#is passed where nothing speaks against it`,
  ),
  k(
    'BGR-04',
    'Dasar hukum yang berlaku',
    `${D}/kolom/tab-pengaturan.ts#DASAR_HUKUM`,
    'test/domain/dasar-hukum.test.ts#are printed from the day they begin until their successor begins',
  ),
  k(
    'BGR-05',
    'Pengantar RT/RW, KK, dan KTP',
    `${D}/usulan/dokumen.ts#dokumenKurang`,
    `${B}/usulan-kelurahan.test.ts#gives back at once what lacks a document`,
  ),
  k(
    'BGR-06',
    'Kelurahan memasukkan data sasaran',
    `${D}/formulir/usulan.ts#FORMULIR_USULAN`,
    `${B}/usulan-kelurahan.test.ts#makes a case in the area of whoever signed in`,
  ),
  k(
    'BGR-07',
    'Format 34 untuk usulan',
    `${D}/format/kolom.ts#F34`,
    'test/domain/format-tulis.test.ts#write, find, read, write',
  ),
  k(
    'BGR-08',
    'Mutasi, dari segmen apa',
    `${D}/formulir/usulan.ts#segmen_asal`,
    `${B}/usulan-kelurahan.test.ts#asks for the segment on the route of mutations`,
  ),
  k(
    'BGR-09',
    'NIK tidak ditemukan: batal, dengan saran',
    `${D}/usulan/aturan.ts#jagaTidakDitemukan`,
    `${B}/kis.test.ts#opens again on its ticket when the kelurahan corrects its response`,
  ),
  k(
    'BGR-10',
    'Tanpa internet: Format 34 dan 37 manual',
    [`${U}/impor.ts#export function impor`, 'cli/commands/templat.ts#templat'],
    [
      `${B}/impor.test.ts#becomes cases of its area, once`,
      'test/cli/templat.test.ts#keeps every cell text and offers the codes',
    ],
  ),
  k(
    'BGR-11',
    'Koordinasi dengan kecamatan',
    `${U}/rekap-kecamatan.ts#susunRekap`,
    `${B}/berbagi-bogor.test.ts#acknowledges the cases of its own area`,
  ),
  k(
    'BGR-12',
    'Kelurahan paling lambat tanggal 10',
    [`${D}/periode/cutoff.ts#klasifikasi`, `${D}/periode/pengingat.ts#pengingatBerlaku`],
    [
      `${B}/bulanan-cutoff.test.ts#the limit on day`,
      `${B}/bulanan-pengingat.test.ts#tells each kelurahan its own counts`,
    ],
  ),
  k(
    'BGR-13',
    'Verifikasi terhadap data kemiskinan',
    `${D}/pemeriksaan/cek.ts#dtks`,
    `${B}/batch-tutup.test.ts#takes every eligible case`,
  ),
  k(
    'BGR-14',
    'Koordinasi dengan Disdukcapil',
    `${U}/proyeksi.ts#PROYEKSI_DUKCAPIL`,
    `${B}/berbagi-bogor.test.ts#answers in its spreadsheet`,
  ),
  k(
    'BGR-15',
    'Yang berhasil ke Dinkes paling lambat tanggal 15',
    `${U}/batch/persetujuan.ts#setujuiTutup`,
    `${B}/batch-tutup.test.ts#takes every eligible case, freezes its cells, and hands it over to Dinkes`,
  ),
  k(
    'BGR-16',
    'Yang gagal kembali ke kelurahan dengan alasan',
    `${U}/akibat-bulanan.ts#kode_kembali`,
    `${B}/panel-bulanan.test.ts#goes back only with a reason of the list`,
  ),
  k(
    'BGR-17',
    'Dinkes ke BPJS paling lambat tanggal 20',
    [`${U}/batch/kirim.ts#mulaiKirim`, 'cli/commands/ekspor.ts#ekspor'],
    [
      `${B}/batch-kirim.test.ts#sees the batch and its cases, says that it was sent`,
      'test/cli/ekspor.test.ts#writes workbook, CSV and manifest, the same every time',
    ],
  ),
  k(
    'BGR-18',
    'BPJS mendaftarkan; umur yang belum dijawab',
    `${D}/periode/menunggu.ts#umpanBalik`,
    `${B}/bulanan-menunggu.test.ts#is asked for at H+10 and H+20`,
  ),
  k(
    'BGR-19',
    'Umpan balik ke Dinkes, Dinsos, dan kelurahan',
    [`${U}/buku-kelurahan.ts#isiBukuKelurahan`, `${U}/proyeksi.ts#PROYEKSI_DINKES`],
    [
      'test/cli/rekonsiliasi.test.ts#are one file for Dinkes, one for Dinsos, one for each kelurahan',
      `${B}/kis.test.ts#is followed from the kelurahan to the person`,
    ],
  ),
  k(
    'BGR-20',
    'KIS sampai ke peserta',
    `${U}/terima-kis.ts#terimaKis`,
    `${B}/kis.test.ts#is followed from the kelurahan to the person, and the case ends with the receipt`,
  ),
  k(
    'BGR-21',
    'Enam unit terkait',
    `${D}/kolom/tab-pengaturan.ts#PERAN_ORANG`,
    `${B}/berbagi-bogor.test.ts#shows its own cases and no other kelurahan can open it`,
  ),
  k(
    'BGR-22',
    'Tim pendukung membantu mengisi, tidak memutus',
    `${D}/usulan/aturan-bulanan.ts#'pendukung'`,
    'test/domain/tabel-bulanan.test.ts#pendukung may send and correct, and decides nothing',
  ),
  k(
    'BGR-23',
    'Dua lingkar gagal, satu riwayat tiket',
    `${U}/revisi.ts#export function revisi`,
    'test/simulasi/kota-bogor.test.ts#leaves every case in a legal state that its history explains',
  ),
];
