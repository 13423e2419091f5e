/** The spreadsheets of other offices: what each of them sees of a case, with the fewest columns, and what it may answer. */
import { HASIL_CEK } from '../pemeriksaan/cek.ts';
import { isian, sistem } from './kolom.ts';
import { ANTREAN, type Tab } from './tab.ts';
import { ISI_BATCH } from './tab-bulanan.ts';

/** Whose spreadsheet. Each kelurahan has one of its own beside these. */
export type NamaBerbagi = 'bpjs' | 'dinkes' | 'disdukcapil' | 'kecamatan';

const HASIL = ['berhasil', 'tidak berhasil', 'ditangguhkan'] as const;

/** Columns that several of these spreadsheets show. */
const TIKET = sistem('tiket', 150, 'Nomor tiket Dinas Sosial.');
const BATCH_USULAN = sistem('batch', 150, 'Batch yang memuat usulan ini.');
const RUTE = sistem('rute', 80, 'Jalur usulan.');
const NIK = sistem('nik', 160, 'Nomor Induk Kependudukan.');
const NAMA = sistem('nama', 200, 'Nama lengkap.');
const NO_KARTU = sistem('no_kartu', 130, 'Nomor kartu JKN bila ada.');
const FKTP = sistem('fktp', 200, 'Faskes tingkat pertama.');
const PERIODE = sistem('periode', 80, 'Bulan usulan.');
const STATUS = sistem('status', 140, 'Kedudukan usulan.');
const KETERANGAN_BPJS = sistem('keterangan_bpjs', 260, 'Keterangan BPJS.');
const TMT_AKTIF = sistem('tmt_aktif', 110, 'Tanggal mulai aktif.');
const TANGGAPAN = sistem('tanggapan', 300, 'Jawaban sistem atas isian di baris ini.');

const jawabanBpjs = [
  isian('hasil', 140, 'Jawaban BPJS.', HASIL),
  isian('keterangan', 300, 'Wajib untuk tidak berhasil dan ditangguhkan.'),
  isian('tmt_aktif', 120, 'Tanggal mulai aktif (HH/BB/TTTT); wajib untuk berhasil.'),
  TANGGAPAN,
] as const;

const orang = [
  NIK,
  sistem('nik_ibu', 160, 'NIK ibu, untuk bayi yang belum punya NIK.'),
  sistem('no_kk', 160, 'Nomor Kartu Keluarga.'),
  NAMA,
  sistem('tgl_lahir', 110, 'Tanggal lahir.'),
  sistem('jk', 50, 'Jenis kelamin.'),
  sistem('kalurahan', 200, 'Kelurahan (Kecamatan).'),
] as const;

/** Emergency cases for BPJS (BTL-D-04). */
export const BPJS_DARURAT = {
  nama: 'Usulan Darurat',
  kunci: 'tiket',
  guna: 'Usulan darurat yang menunggu jawaban BPJS Kesehatan.',
  kolom: [
    TIKET,
    sistem('batas_72jam', 160, 'Batas 72 jam sejak masuk RS.'),
    ...orang,
    NO_KARTU,
    sistem('rs', 220, 'Fasilitas kesehatan yang merawat.'),
    sistem('diusulkan_pada', 160, 'Waktu diusulkan.'),
    ...jawabanBpjs,
  ],
} as const satisfies Tab;

/** Collective proposals for BPJS (BTL-N-05, BGR-17 to BGR-19). */
export const BPJS_BULANAN = {
  nama: 'Usulan Bulanan',
  kunci: 'tiket',
  guna: 'Usulan kolektif bulanan yang menunggu jawaban BPJS Kesehatan.',
  kolom: [
    TIKET,
    BATCH_USULAN,
    RUTE,
    ...orang,
    NO_KARTU,
    sistem('segmen_asal', 150, 'Segmen sebelumnya, untuk mutasi.'),
    FKTP,
    sistem('diusulkan_pada', 160, 'Waktu dikirim ke BPJS.'),
    ...jawabanBpjs,
  ],
} as const satisfies Tab;

/** What Disdukcapil looks up (BGR-14): nothing but what identifies a person. */
export const CEK_DUKCAPIL = {
  nama: 'Pemadanan',
  kunci: 'tiket',
  guna: 'Usulan yang menunggu pemadanan data kependudukan.',
  kolom: [
    TIKET,
    ...orang,
    isian('hasil', 150, 'Hasil pemadanan.', HASIL_CEK.kependudukan),
    isian('keterangan', 300, 'Penjelasan bagi Dinas Sosial, bila perlu.'),
    TANGGAPAN,
  ],
} as const satisfies Tab;

/** Dinkes sees what was handed over to it, and what became of it (BGR-15, BGR-19). */
export const DINKES_USULAN = {
  nama: 'Usulan',
  kunci: 'tiket',
  guna: 'Usulan yang sudah diserahkan Dinas Sosial, beserta hasil dari BPJS Kesehatan.',
  kolom: [TIKET, BATCH_USULAN, RUTE, ...orang, FKTP, STATUS, KETERANGAN_BPJS, TMT_AKTIF],
} as const satisfies Tab;

/** The batches that Dinkes sends on; its only answer is that it has sent them (BGR-17). */
export const DINKES_BATCH = {
  nama: 'Batch',
  kunci: 'batch',
  guna: 'Batch yang diserahkan Dinas Sosial. Pilih "sudah" setelah berkas dikirim ke BPJS Kesehatan.',
  kolom: [
    sistem('batch', 150, 'Jalur dan periode.'),
    sistem('keadaan', 130, 'Kedudukan batch.'),
    sistem('baris', 70, 'Banyaknya usulan.'),
    sistem('hash', 160, 'Sidik isi batch.'),
    sistem('ditutup_pada', 190, 'Kapan diserahkan.'),
    isian('dikirim', 110, 'Sudah dikirim ke BPJS?', ['sudah']),
    sistem('dikirim_pada', 190, 'Kapan dikirim ke BPJS.'),
    sistem('berhasil', 80, 'Banyaknya yang berhasil.'),
    sistem('tidak_berhasil', 80, 'Banyaknya yang tidak berhasil.'),
    sistem('ditangguhkan', 80, 'Banyaknya yang ditangguhkan.'),
    sistem('menunggu', 80, 'Banyaknya yang belum dijawab.'),
    TANGGAPAN,
  ],
} as const satisfies Tab;

/** Counts per kelurahan for the kecamatan, without a single person in it (BGR-11). */
export const KECAMATAN_REKAP = {
  nama: 'Rekap',
  kunci: 'kunci',
  guna: 'Usulan per kelurahan dan periode. Camat atau petugasnya menyatakan mengetahui di kolom diketahui.',
  kolom: [
    sistem('kunci', 200, 'Periode, jalur, dan kode kelurahan.'),
    sistem('kecamatan', 160, 'Kecamatan.'),
    sistem('kelurahan', 200, 'Kelurahan.'),
    PERIODE,
    RUTE,
    sistem('masuk', 70, 'Banyaknya usulan.'),
    sistem('kembali', 70, 'Banyaknya yang dikembalikan.'),
    sistem('lolos', 70, 'Banyaknya yang lolos atau lebih jauh.'),
    sistem('berhasil', 70, 'Banyaknya yang berhasil.'),
    isian('diketahui', 110, 'Pilih ya untuk menyatakan mengetahui.', ['ya']),
    TANGGAPAN,
  ],
} as const satisfies Tab;

/** What a kelurahan sees of its own cases (BGR-16, BGR-19, BGR-20). */
export const KELURAHAN_USULAN = {
  nama: 'Usulan Kami',
  kunci: 'tiket',
  guna: 'Usulan kelurahan ini dan kedudukannya. Perbaiki yang dikembalikan lewat tautan di barisnya.',
  kolom: [
    TIKET,
    RUTE,
    PERIODE,
    NAMA,
    NIK,
    STATUS,
    sistem('perbaiki', 320, 'Apa yang harus diperbaiki.'),
    sistem('tautan', 220, 'Tautan untuk memperbaiki.'),
    KETERANGAN_BPJS,
    TMT_AKTIF,
    sistem('kis', 110, 'Kedudukan kartu KIS.'),
    sistem('dibuat', 160, 'Kapan diajukan.'),
  ],
} as const satisfies Tab;

/** A tab of another office's spreadsheet: the sheet id is fixed at set-up. */
export interface TabBerbagi {
  readonly idLembar: number;
  readonly tab: Tab;
}

/** Commands that an office sends from its own spreadsheet; by whose file it is, their sender is known. */
export const ANTREAN_BERBAGI: TabBerbagi = { idLembar: 290, tab: ANTREAN };

/** The tabs of each spreadsheet, in order. */
export const BUKU_BERBAGI: Readonly<Record<NamaBerbagi | 'kelurahan', readonly TabBerbagi[]>> = {
  bpjs: [
    { idLembar: 200, tab: BPJS_DARURAT },
    { idLembar: 201, tab: BPJS_BULANAN },
  ],
  dinkes: [
    { idLembar: 210, tab: DINKES_BATCH },
    { idLembar: 211, tab: DINKES_USULAN },
    ANTREAN_BERBAGI,
    { idLembar: 212, tab: ISI_BATCH },
  ],
  disdukcapil: [{ idLembar: 220, tab: CEK_DUKCAPIL }],
  kecamatan: [{ idLembar: 230, tab: KECAMATAN_REKAP }],
  kelurahan: [{ idLembar: 240, tab: KELURAHAN_USULAN }, ANTREAN_BERBAGI],
};

export const JUDUL_BERBAGI: Readonly<Record<NamaBerbagi, string>> = {
  bpjs: 'Berbagi BPJS',
  dinkes: 'Berbagi Dinkes',
  disdukcapil: 'Berbagi Disdukcapil',
  kecamatan: 'Berbagi Kecamatan',
};
