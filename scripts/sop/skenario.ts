/** The scenarios of acceptance (A). */
import { B, D, type Klausul, k, U } from './jenis.ts';

export const SKENARIO: readonly Klausul[] = [
  k(
    'A-01',
    'Format 34 pulang pergi sama sampai ke byte',
    `${D}/format/tulis.ts#tulisBerkas`,
    'test/domain/format-tulis.test.ts#through CSV with %j: the records, and the same bytes again',
  ),
  k(
    'A-02',
    'Format 37 tanpa nomor kartu',
    `${D}/format/baca-baris.ts#bacaBaris`,
    'test/domain/format-baris.test.ts#Format 37 without a card is a new registration, with a warning',
  ),
  k(
    'A-03',
    'Judul di baris 14 atau 16',
    `${D}/format/temukan.ts#temukanTabel`,
    'test/domain/format-temukan.test.ts#wherever the heading stands',
  ),
  k(
    'A-04',
    'Berkas bulan dahulu',
    `${D}/format/urutan-tanggal.ts#tentukanUrutan`,
    'test/domain/format-urutan.test.ts#month first throughout is detected and every row read so',
  ),
  k(
    'A-05',
    'NIK terpotong Excel',
    `${D}/nik/enam-belas.ts#bacaEnamBelas`,
    'test/cli/impor.test.ts#recognises a NIK that Excel has damaged, and guesses nothing',
  ),
  k(
    'A-06',
    'NIK Papua tetap utuh',
    'apps-script/google/permintaan.ts#stringValue',
    'test/load/papua-nik.test.ts#the values API gives the digits as text',
  ),
  k(
    'A-07',
    'Tanggal 10 23:59:59 dan 11 00:00:00, semua 36 batas 2026',
    `${D}/periode/cutoff.ts#batasResmi`,
    `${B}/bulanan-cutoff.test.ts#of month %i of 2026`,
  ),
  k(
    'A-08',
    '20 Maret 2026',
    `${D}/periode/penjelasan.ts#export function penjelasan`,
    'test/domain/periode-pengingat.test.ts#of 20 March 2026 names limit, target, reasons',
  ),
  k(
    'A-09',
    'Pemicu terlewat sehari',
    `${U}/bulanan/tugas.ts#tugasJatuhTempo`,
    `${B}/bulanan-pengingat.test.ts#after days without a tick only the latest reminder`,
  ),
  k(
    'A-10',
    'Formulir sama dua kali dalam semenit',
    'apps-script/trigger/jaga.ts#denganKunci',
    `${B}/pengajuan.test.ts#give one case a response after one tick`,
  ),
  k(
    'A-11',
    'Darurat dan bulanan ganda',
    `${U}/antar-jalur.ts#tutupGanda`,
    `${B}/non-darurat.test.ts#closes the monthly case at once when the emergency was there first`,
  ),
  k('A-12', 'Kembali, diperbaiki, dikirim lagi sebelum dan sesudah batas', `${U}/revisi.ts#periodeUlang`, [
    'test/domain/periode-cutoff.test.ts#a returned row that is sent again',
    `${B}/kis.test.ts#opens again by its ticket number in a new response`,
  ]),
  k(
    'A-13',
    'DITANGGUHKAN lalu BERHASIL',
    `${U}/pantau.ts#CEK_ULANG`,
    'test/cli/rekonsiliasi.test.ts#a newer one lets a suspended case succeed',
  ),
  k(
    'A-14',
    'Alasan yang tidak dikenal',
    `${D}/hasil/kode-alasan.ts#kodeJawaban`,
    'test/cli/rekonsiliasi.test.ts#with code and remark as they are',
  ),
  k(
    'A-15',
    'Umpan balik yang kurang baris',
    `${U}/rekonsiliasi/rekonsiliasi.ts#belumDijawab`,
    'test/usecase/rekonsiliasi-kelompok.test.ts#scenario 15',
  ),
  k(
    'A-16',
    'Umpan balik lebih tua dari keadaan',
    `${U}/rekonsiliasi/putuskan.ts#usang`,
    'test/cli/rekonsiliasi.test.ts#of an older day does not undo what is recorded',
  ),
  k(
    'A-17',
    '72 jam melewati akhir pekan',
    `${D}/usulan/sla.ts#JAM_RAWAT`,
    `${B}/waktu-kasus.test.ts#also over a weekend`,
  ),
  k(
    'A-18',
    'Pasien meninggal',
    `${U}/tindakan.ts#menyebutKematian`,
    `${B}/kasus-diam.test.ts#is closed for good, and no letter says why`,
  ),
  k(
    'A-19',
    'Bayi baru lahir',
    `${D}/usulan/periksa-data.ts#E_BAYI_UMUR`,
    `${B}/pengajuan.test.ts#are none for a newborn with the mother NIK`,
  ),
  k(
    'A-20',
    'BPJS mengubah kolom terlarang',
    'apps-script/setup/buku-berbagi.ts#kunciLembar',
    `${B}/berbagi-bpjs.test.ts#type over %s`,
  ),
  k('A-21', 'NIK tidak pernah di surel, log, atau berkas orang lain', `${D}/nama/nama.ts#samarkanNama`, [
    `${B}/pengajuan.test.ts#holds tickets and masked names only`,
    'test/load/permissions.test.ts#finds nothing of the register at any registered address',
  ]),
  k(
    'A-22',
    'Penyusupan rumus lewat CSV',
    `${D}/format/csv.ts#amankanSel`,
    'test/domain/format-tulis.test.ts#no cell starts a formula, and each comes back exactly',
  ),
  k('A-23', 'Batch tertutup tidak berubah, ada adendum', `${U}/batch/periksa.ts#batchBerubah`, [
    `${B}/batch-tutup.test.ts#goes into an addendum`,
    'test/simulasi/kota-bogor.test.ts#keeps every batch as it was when it was closed',
  ]),
  k(
    'A-24',
    'Rantai riwayat yang diubah ketahuan',
    `${D}/hash/sha256.ts#rantai`,
    `${B}/hal-genting.test.ts#an administrator hears by mail of a broken chain`,
  ),
  k(
    'A-25',
    'Kelurahan A tidak dapat mengimpor untuk B',
    'apps-script/trigger/perintah-berbagi.ts#pengirimBerkas',
    `${B}/impor.test.ts#reaches no other kelurahan`,
  ),
  k('A-26', 'Nomor HP 62812...', `${D}/hp/hp.ts#parseHp`, 'test/domain/hp.test.ts#62812'),
  k(
    'A-27',
    'Dua orang bernama dan bertanggal lahir sama',
    `${U}/keluarga.ts#susunKeluarga`,
    `${B}/panel-keluarga.test.ts#are shown to each other and stay two (scenario 27)`,
  ),
  k('A-28', 'Wilayah berganti nama', `${D}/wilayah/wilayah.ts#ALIAS`, [
    'test/domain/wilayah.test.ts#reads spellings and refuses what is no label',
    `${B}/tab-pengaturan.test.ts#follows the code when another list is pasted over it`,
  ]),
  k(
    'A-29',
    'Daftar libur kosong',
    `${D}/periode/libur.ts#liburKosong`,
    'test/domain/periode-cutoff.test.ts#may be empty: both years are named, targets still come out',
  ),
  k(
    'A-30',
    'Rekonsiliasi 5.000 baris',
    `${U}/rekonsiliasi/rekonsiliasi.ts#export function rekonsiliasi`,
    'test/load/rekonsiliasi.test.ts#is held against a file of 5,000 rows',
  ),
];
