/** The clauses of Bantul (BTL). */
import { B, D, type Klausul, k, U } from './jenis.ts';

export const BANTUL: readonly Klausul[] = [
  k(
    'BTL-G-01',
    'Nomor dan tanggal SOP adalah pengaturan',
    `${D}/pengaturan/ketentuan.ts#sop_tanggal`,
    `${B}/cetak.test.ts#has control totals, hash, both officers, SOP`,
  ),
  k(
    'BTL-G-02',
    'Jalan lain bila BPJS menolak',
    `${D}/pengaturan/ketentuan.ts#jalur_alternatif`,
    `${B}/berbagi-bpjs.test.ts#tells the PIC once, with reason and another way`,
  ),
  k(
    'BTL-G-03',
    'Kualifikasi pelaksana: panduan tiap peran',
    'docs/panduan-dinsos.md#Panduan petugas Dinas Sosial',
    'test/architecture/panduan.test.ts#every unit has its guide',
  ),
  k(
    'BTL-G-04',
    'Terkait alur BPJS: alasan penolakan',
    `${D}/hasil/alasan-bpjs.ts#ALASAN_BPJS`,
    'test/domain/kode-alasan.test.ts#never explains a failure with words of a success',
  ),
  k(
    'BTL-G-05',
    'Buku register',
    [`${D}/usulan/tiket.ts#buatTiket`, `${U}/cetak/buku-register.ts#bukuRegister`],
    `${B}/cetak.test.ts#has every case of a route and year once, by number`,
  ),
  k(
    'BTL-G-06',
    'Yang belum lengkap tidak diteruskan',
    `${D}/usulan/aturan.ts#jagaLengkap`,
    `${B}/non-darurat.test.ts#is screened before it can be verified`,
  ),
  k(
    'BTL-G-07',
    'Disimpan dan dibuka kepada pihak terkait saja',
    'apps-script/setup/berbagi.ts#selaraskanBerbagi',
    'test/load/permissions.test.ts#is refused everywhere that somebody could be meant',
  ),
  k(
    'BTL-N-01',
    'Menerima permohonan',
    `${D}/formulir/loket.ts#FORMULIR_LOKET`,
    `${B}/non-darurat.test.ts#gets a ticket and the period of its cut-off`,
  ),
  k('BTL-N-02', 'Penyaringan 15 menit', `${U}/akibat-bulanan.ts#const saring`, [
    'test/domain/jam-usulan.test.ts#counts the screening in office minutes',
    `${B}/non-darurat.test.ts#is screened before it can be verified`,
  ]),
  k('BTL-N-03', 'Berkas kurang kembali ke pemohon', `${D}/periode/menunggu.ts#tindakanKembali`, [
    `${B}/non-darurat.test.ts#goes back with the list of what is missing`,
    `${B}/bulanan-menunggu.test.ts#is reminded of on day 7 and 14 and closed after 60 days`,
  ]),
  k(
    'BTL-N-04',
    'Koreksi dan empat basis data',
    `${D}/usulan/aturan-bulanan.ts#BTL-N-04`,
    `${B}/non-darurat.test.ts#cannot type a check: the cell is put back`,
  ),
  k(
    'BTL-N-05',
    'Usulan kolektif paling lambat tanggal 20',
    `${D}/usulan/aturan-bulanan.ts#BTL-N-05`,
    `${B}/batch-lanjut.test.ts#is before BPJS as soon as it is closed`,
  ),
  k(
    'BTL-N-06',
    'Satu bulan kerja bagi BPJS',
    `${D}/periode/menunggu.ts#jatuhTempo`,
    `${B}/bulanan-menunggu.test.ts#late after a working month`,
  ),
  k(
    'BTL-N-07',
    'Berhasil, tidak berhasil, ditangguhkan',
    `${D}/hasil/hasil.ts#HASIL_BPJS`,
    `${B}/batch-lanjut.test.ts#its answers complete it`,
  ),
  k(
    'BTL-D-01',
    'Kesediaan pasien',
    `${D}/formulir/darurat.ts#bersedia`,
    `${B}/pengajuan.test.ts#leaves one log line and no identity`,
  ),
  k(
    'BTL-D-02',
    'Tiga syarat',
    `${D}/formulir/darurat.ts#SYARAT`,
    `${B}/pengajuan.test.ts#leaves one log line and no identity`,
  ),
  k(
    'BTL-D-03',
    'PIC mengisi formulir',
    `${U}/terima-respons.ts#terimaDarurat`,
    `${B}/alur-darurat.test.ts#goes from the form to the answer of BPJS`,
  ),
  k(
    'BTL-D-04',
    'Rekap yang dibaca Dinsos dan BPJS',
    `${U}/proyeksi.ts#PROYEKSI_BPJS`,
    `${B}/berbagi-bpjs.test.ts#are the proposed cases only`,
  ),
  k(
    'BTL-D-05',
    'Koreksi data',
    `${U}/koreksi.ts#export function koreksi`,
    `${B}/suntingan.test.ts#is tidied, logged with old and new value`,
  ),
  k(
    'BTL-D-06',
    'Empat pemeriksaan',
    `${D}/pemeriksaan/cek.ts#export const CEK`,
    `${B}/suntingan.test.ts#the fourth one verifies the case`,
  ),
  k(
    'BTL-D-07',
    'Mengusulkan dalam satu hari',
    `${D}/usulan/sla.ts#tenggat`,
    `${B}/waktu-kasus.test.ts#pass one day after the submission`,
  ),
  k(
    'BTL-D-08',
    'Jawaban BPJS',
    `${U}/berbagi-jawab.ts#terimaJawaban`,
    `${B}/alur-darurat.test.ts#tells the PIC from when the patient is covered`,
  ),
];
