/** A synthetic emergency case as the server would describe it, and ways to vary it. */
import type { BarisRiwayat, JawabanTindakan, Panel, TindakanPanel } from '#usecase/panel-jenis.ts';

export const TIKET = 'BTL-D-2026-000123';
/** 21 November 2026 09.30 WIB */
const KINI = Date.UTC(2026, 10, 21, 2, 30);

export const tindakan = (
  aksi: TindakanPanel['aksi'],
  label: string,
  isi: Partial<TindakanPanel> = {},
): TindakanPanel => ({
  aksi,
  label,
  boleh: true,
  utama: false,
  sebab: [],
  alasan: false,
  pilihanAlasan: [],
  pilihanWajib: false,
  peringatan: [],
  ...isi,
});

const diperiksa = (oleh: string) => ({ oleh, pada: '21 November 2026 pukul 09.20 WIB' });

/** A case in checking with two findings, three checks made and an action of each kind. */
export const contohPanel = (isi: Partial<Panel> = {}): Panel => ({
  tiket: TIKET,
  pasien: { nama: 'Uji Pasien Sembilan', fasilitas: 'RSUD Contoh Bantul' },
  baris: 14,
  versi: '7',
  status: 'DIVERIFIKASI',
  labelStatus: 'Diverifikasi',
  percobaan: '1',
  tanda: [
    { id: 'darurat', label: 'Darurat' },
    { id: 'potensi_ganda', label: 'Kemungkinan ganda' },
  ],
  kini: KINI,
  jam: [
    {
      id: 'koreksi',
      label: 'Koreksi data',
      terpakai: 9,
      batas: 15,
      keadaan: 'selesai',
      habis: '2026-11-21T09:22:00+07:00',
      satuan: 'jam_kerja',
      keterangan: 'selesai dalam 9 menit',
    },
    {
      id: 'periksa',
      label: 'Pemeriksaan',
      terpakai: 14,
      batas: 15,
      keadaan: 'berjalan',
      habis: '2026-11-21T09:31:00+07:00',
      satuan: 'jam_kerja',
      keterangan: 'sisa 1 menit',
    },
    {
      id: 'usul',
      label: 'Usulan ke BPJS',
      terpakai: 23,
      batas: 1_440,
      keadaan: 'berjalan',
      habis: '2026-11-22T09:07:00+07:00',
      keterangan: 'sisa 23 jam 37 menit',
    },
    {
      id: 'rawat',
      label: '72 jam sejak masuk RS',
      terpakai: 4_440,
      batas: 4_320,
      keadaan: 'lewat',
      habis: '2026-11-21T07:30:00+07:00',
      keterangan: 'lewat 2 jam',
    },
  ],
  data: [
    { label: 'Nama', nilai: 'Uji Pasien Sembilan' },
    { label: 'NIK', nilai: '3402014107909001' },
    { label: 'No. KK', nilai: '3402010101159002' },
    { label: 'Lahir', nilai: 'Bantul, 1 Juli 1990' },
    { label: 'Alamat', nilai: 'Padukuhan Contoh, RT 001 RW 002, Trirenggo (Bantul)' },
    { label: 'No. kartu', nilai: '' },
    { label: 'RS', nilai: 'RSUD Contoh Bantul' },
    { label: 'Masuk RS', nilai: '18 November 2026 pukul 07.30 WIB' },
    { label: 'PIC', nilai: 'Petugas Contoh, pic@rs-contoh.example' },
  ],
  temuan: [
    {
      kode: 'JK_BEDA',
      tingkat: 'peringatan',
      kolom: 'jk',
      pesan: 'Jenis kelamin berbeda dari yang tersurat di NIK.',
      saran: [{ label: 'Isi P menurut NIK', ubah: { jk: 'P' } }],
    },
    {
      kode: 'TERTUKAR',
      tingkat: 'galat',
      kolom: 'nik',
      pesan: 'NIK dan nomor KK tampaknya tertukar.',
      saran: [
        { label: 'Tukar NIK dan KK', ubah: { nik: '3402010101159002', no_kk: '3402014107909001' } },
        { label: 'Kosongkan KK', ubah: { no_kk: '' } },
      ],
    },
  ],
  cek: [
    {
      kolom: 'cek_kependudukan',
      label: 'Kependudukan',
      nilai: 'Padan',
      pilihan: ['Padan', 'Beda data', 'Tidak ditemukan', 'Ganda', 'Meninggal', 'Pindah'],
      ...diperiksa('petugas@dinsos.example'),
    },
    {
      kolom: 'cek_dtks',
      label: 'DTSEN',
      nilai: 'Terdaftar desil 1-5',
      pilihan: ['Terdaftar desil 1-5', 'Terdaftar desil 6-10', 'Tidak terdaftar'],
      ...diperiksa('petugas@dinsos.example'),
    },
    {
      kolom: 'cek_pbi_jk',
      label: 'PBI JK',
      nilai: 'Terdaftar nonaktif',
      pilihan: ['Tidak terdaftar', 'Terdaftar nonaktif', 'Terdaftar aktif'],
      ...diperiksa('petugas@dinsos.example'),
    },
    {
      kolom: 'cek_pbi_apbd',
      label: 'PBI APBD',
      nilai: '',
      pilihan: ['Tidak terdaftar', 'Terdaftar nonaktif', 'Terdaftar aktif'],
      oleh: '',
      pada: '',
    },
  ],
  tindakan: [
    tindakan('KOREKSI', 'Koreksi data'),
    tindakan('PERIKSA', 'Catat pemeriksaan'),
    tindakan('KEMBALIKAN', 'Kembalikan ke PIC', {
      alasan: true,
      pilihanAlasan: ['NIK tidak padan', 'Surat keterangan belum ada'],
    }),
    tindakan('USULKAN', 'Usulkan ke BPJS', {
      boleh: false,
      sebab: ['Pemeriksaan belum diisi: PBI APBD.', 'Masih ada 1 galat data yang harus diperbaiki.'],
    }),
    tindakan('BUKAN_GANDA', 'Bukan ganda', { alasan: true }),
    tindakan('TARIK', 'Tarik usulan', { alasan: true, pilihanAlasan: ['Pasien tidak lagi bersedia'] }),
    tindakan('TUTUP', 'Tutup', { alasan: true, peringatan: ['Kasus yang ditutup tidak dikerjakan lagi.'] }),
    tindakan('CATAT_HASIL', 'Catat hasil BPJS', {
      boleh: false,
      sebab: ['Hanya untuk status Dikirim ke BPJS, Ditangguhkan; sekarang Diverifikasi.'],
    }),
  ],
  hasil: [],
  ...isi,
});

/** Ready to be proposed: nothing open. */
export const panelSiap = (isi: Partial<Panel> = {}): Panel =>
  contohPanel({
    tanda: [],
    temuan: [],
    tindakan: [
      tindakan('KEMBALIKAN', 'Kembalikan ke PIC', { alasan: true }),
      tindakan('TIDAK_LOLOSKAN', 'Nyatakan tidak lolos', { alasan: true }),
      tindakan('USULKAN', 'Usulkan ke BPJS'),
    ],
    ...isi,
  });

/** At the counter of Bantul, one of three documents brought. */
export const panelLoket = (isi: Partial<Panel> = {}): Panel =>
  contohPanel({
    tiket: 'BTL-N-2026-000009',
    status: 'DIAJUKAN',
    labelStatus: 'Diajukan',
    tanda: [],
    temuan: [],
    tindakan: [
      tindakan('KEMBALIKAN', 'Kembalikan ke pemohon', {
        utama: true,
        alasan: true,
        pilihanAlasan: ['Data belum lengkap'],
        pilihanWajib: true,
      }),
      tindakan('GESER_PERIODE', 'Pindahkan periode', { alasan: true }),
    ],
    bulanan: {
      jalur: 'Non-darurat, Desember 2026',
      langkah: 'Saring berkas: centang dokumen yang ada, lalu simpan.',
      periode: [{ nilai: '2027-01', label: 'Januari 2027' }],
      kode: [],
      saring: {
        dokumen: [
          { nama: 'kk', label: 'KK', ada: true, wajib: true },
          { nama: 'ktp', label: 'KTP', ada: false, wajib: true },
          { nama: 'permohonan', label: 'Permohonan', ada: false, wajib: true },
        ],
        boleh: true,
        sebab: [],
        selesai: '',
        catatan: '',
      },
    },
    ...isi,
  });

/** With BPJS. */
export const panelDikirim = (isi: Partial<Panel> = {}): Panel =>
  contohPanel({
    status: 'DIKIRIM_BPJS',
    labelStatus: 'Dikirim ke BPJS',
    versi: '9',
    tanda: [],
    temuan: [],
    tindakan: [tindakan('CATAT_HASIL', 'Catat hasil BPJS'), tindakan('TARIK', 'Tarik usulan', { alasan: true })],
    hasil: [{ label: 'Diusulkan', nilai: '21 November 2026 pukul 09.30 WIB' }],
    ...isi,
  });

export const contohRiwayat: BarisRiwayat[] = [
  {
    waktu: '21 November 2026 pukul 09.20 WIB',
    pelaku: 'petugas@dinsos.example',
    aksi: 'Catat pemeriksaan',
    alasan: '',
    perubahan: [{ kolom: 'cek_kependudukan', lama: '', baru: 'Padan' }],
  },
  {
    waktu: '21 November 2026 pukul 09.07 WIB',
    pelaku: 'pic@rs-contoh.example',
    aksi: 'Ajukan',
    alasan: 'Pasien gawat darurat',
    perubahan: [],
  },
];

/** A sidebar that shows this case. */
export const opens = (panel: Panel) => ({
  panelBuka: () => ({ jenis: 'panel', panel }),
  panelPilihan: () => TIKET,
});

/** What the server says once the case has been proposed. */
export const selesai = (panel: Panel): JawabanTindakan => ({ jenis: 'selesai', panel, pesan: 'Diusulkan ke BPJS.' });
