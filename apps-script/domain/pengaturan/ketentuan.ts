/** The office's settings as data: every key with its default, what it means, an example, and how a value is checked. */
import { RUTE } from '../usulan/rute.ts';
import { namaProvinsi } from '../wilayah/provinsi.ts';

export interface Ketentuan<Kunci extends string = string> {
  readonly kunci: Kunci;
  readonly bawaan: string;
  readonly keterangan: string;
  readonly contoh: string;
  /** A sentence that says what is wrong with a value, or undefined. */
  readonly periksa: (nilai: string) => string | undefined;
}

export const pecah = (nilai: string): string[] =>
  nilai
    .split(',')
    .map((bagian) => bagian.trim())
    .filter((bagian) => bagian !== '');

const isBilangan = (nilai: string, min: number, max: number) =>
  /^\d{1,9}$/.test(nilai) && Number(nilai) >= min && Number(nilai) <= max;

const bilangan = (min: number, max: number) => (nilai: string) =>
  isBilangan(nilai, min, max) ? undefined : `Tulis bilangan bulat ${min} sampai ${max}.`;

const deretBilangan = (min: number, max: number) => (nilai: string) =>
  pecah(nilai).length > 0 && pecah(nilai).every((satu) => isBilangan(satu, min, max))
    ? undefined
    : `Tulis bilangan bulat ${min} sampai ${max}, dipisah koma.`;

const teks = (nilai: string) => (nilai.trim() === '' ? 'Tidak boleh kosong.' : undefined);

/** Each becomes a box to tick in a form, where two may not have one name. */
const daftarKata = (nilai: string) => {
  const kata = pecah(nilai).map((satu) => satu.toLowerCase());
  if (kata.length === 0) return 'Tulis sedikitnya satu, dipisah koma.';
  return new Set(kata).size < kata.length ? 'Ada yang disebut dua kali.' : undefined;
};

const kodePeringatan = (nilai: string) =>
  pecah(nilai).every((satu) => /^W_[A-Z0-9_]+$/.test(satu))
    ? undefined
    : 'Tulis kode peringatan yang diawali W_, dipisah koma. Galat (E_) tidak dapat diabaikan.';

const bebas = () => undefined;

const salahSatu =
  (...pilihan: readonly string[]) =>
  (nilai: string) =>
    pilihan.includes(nilai) ? undefined : `Tulis salah satu: ${pilihan.join(', ')}.`;

const beberapaDari = (pilihan: readonly string[]) => (nilai: string) => {
  const asing = pecah(nilai).filter((satu) => !pilihan.includes(satu));
  return pecah(nilai).length > 0 && asing.length === 0
    ? undefined
    : `Tulis satu atau beberapa dari ${pilihan.join(', ')}, dipisah koma.`;
};

export const POLA_EMAIL = /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/;

const daftarEmail = (nilai: string) => {
  const salah = pecah(nilai).filter((alamat) => !POLA_EMAIL.test(alamat));
  return salah.length > 0 ? `${salah.length} alamat surel tidak lengkap; pisahkan dengan koma.` : undefined;
};

const JAM = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/;

const jamBuka = (nilai: string) =>
  JAM.test(nilai) && nilai.slice(0, 5) < nilai.slice(6) ? undefined : 'Tulis seperti 07:30-16:00.';

const K = <Kunci extends string>(
  kunci: Kunci,
  bawaan: string,
  keterangan: string,
  contoh: string,
  periksa: Ketentuan['periksa'],
): Ketentuan<Kunci> => ({ kunci, bawaan, keterangan, contoh, periksa });

const SEBUTAN = [
  K('nama_kantor', 'Dinas Sosial', 'Nama kantor di surel dan panel.', 'Dinas Sosial Kota Bogor', teks),
  K('kode_wilayah', '3402', 'Kode kabupaten/kota, 4 angka (BGR-02).', '3271', (n) =>
    /^\d{4}$/.test(n) && namaProvinsi(n.slice(0, 2)) ? undefined : 'Tulis 4 angka kode kabupaten/kota.',
  ),
  K('nama_kabupaten', 'Kabupaten/Kota', 'Nama kabupaten/kota.', 'Kota Bogor', teks),
  K('label_kecamatan', 'Kapanewon', 'Sebutan kecamatan di daerah ini.', 'Kecamatan', teks),
  K('label_kelurahan', 'Kalurahan', 'Sebutan kelurahan/desa di daerah ini.', 'Kelurahan', teks),
  K('label_dtks', 'DTSEN', 'Sebutan data kemiskinan: DTKS atau DTSEN (S-35).', 'DTSEN', teks),
  K('rute_aktif', 'BTL-D, BTL-N', 'Jalur yang dilayani kantor ini.', 'BGR-U, BGR-M', beberapaDari(RUTE)),
  K(
    'sop_nama',
    'SOP Usulan PBI JKN',
    'Nama SOP di berita acara (BGR-01, BTL-G-01).',
    'SOP Usulan dan Mutasi Peserta PBI APBD',
    teks,
  ),
  K('sop_nomor', '', 'Nomor SOP di berita acara; boleh kosong.', 'A49/07647', bebas),
  K('sop_tanggal', '', 'Tanggal SOP di berita acara; kosong tidak dicetak.', '18 September 2020', bebas),
] as const;

const WAKTU = [
  K('dedup_hari', '30', 'NIK yang sama dalam sekian hari ditandai mungkin ganda (S-18).', '30', bilangan(1, 365)),
  K('menit_saring', '15', 'Batas penyaringan berkas, menit jam kerja (BTL-N-02).', '15', bilangan(1, 1440)),
  K('menit_koreksi', '15', 'Batas langkah koreksi, menit jam kerja (BTL-D-05).', '15', bilangan(1, 1440)),
  K('menit_periksa', '15', 'Batas langkah pemeriksaan, menit jam kerja (BTL-D-06).', '15', bilangan(1, 1440)),
  K('menit_usul', '1440', 'Batas mengusulkan ke BPJS sejak diterima, menit (BTL-D-07).', '1440', bilangan(1, 10_080)),
  K(
    'tangguh_hari_kerja',
    '1',
    'Darurat: DITANGGUHKAN diajukan kembali setelah sekian hari kerja (S-06).',
    '1',
    bilangan(1, 60),
  ),
  K('tangguh_hari', '7', 'Bulanan: DITANGGUHKAN diajukan kembali setelah sekian hari (S-06).', '7', bilangan(1, 60)),
  K('tangguh_eskalasi', '30', 'DITANGGUHKAN lebih dari sekian hari dilaporkan (S-06).', '30', bilangan(1, 365)),
  K('maks_percobaan', '3', 'Setelah sekian percobaan usulan ditelaah petugas lain (S-05).', '3', bilangan(1, 20)),
  K('bayi_hari', '28', 'Umur bayi, hari, yang boleh diusulkan dengan NIK ibu (S-11).', '28', bilangan(1, 365)),
  K('jam_kerja_senin_kamis', '07:30-16:00', 'Jam kerja Senin sampai Kamis (S-21).', '07:30-16:00', jamBuka),
  K('jam_kerja_jumat', '07:30-14:30', 'Jam kerja Jumat (S-21).', '07:30-14:30', jamBuka),
] as const;

const BULANAN = [
  K('cutoff_kelurahan', '10', 'Tanggal terakhir kelurahan mengajukan, 1-31 (BGR-12).', '10', bilangan(1, 31)),
  K('cutoff_dinsos', '15', 'Tanggal terakhir Dinsos menyerahkan ke Dinkes (BGR-15).', '15', bilangan(1, 31)),
  K('cutoff_dinkes', '20', 'Tanggal terakhir Dinkes mengirim ke BPJS (BGR-17).', '20', bilangan(1, 31)),
  K('cutoff_kolektif', '20', 'Tanggal terakhir usulan kolektif non-darurat (BTL-N-05).', '20', bilangan(1, 31)),
  K(
    'cutoff_internal',
    '15',
    'Target penyaringan non-darurat, hanya untuk kantor sendiri (S-03).',
    '15',
    bilangan(1, 31),
  ),
  K(
    'cutoff_libur',
    'SEBELUM',
    'Bila batas jatuh pada hari libur, target kerja: SEBELUM, TETAP, atau SESUDAH (S-01).',
    'SEBELUM',
    salahSatu('SEBELUM', 'TETAP', 'SESUDAH'),
  ),
  K('pengingat_hari', '3, 1', 'Pengingat sekian hari kerja sebelum target (BGR-12).', '3, 1', deretBilangan(1, 20)),
  K('lama_bpjs_bulan', '1', 'Lama pengalihan oleh BPJS, bulan kerja (BTL-N-06).', '1', bilangan(1, 12)),
  K(
    'umpan_balik_hari',
    '10, 20',
    'Surat bila BPJS belum menjawab sekian hari (S-07).',
    '10, 20',
    deretBilangan(1, 365),
  ),
  K(
    'kembali_ingatkan',
    '7, 14',
    'Pengingat berkas yang dikembalikan, hari (BTL-N-03).',
    '7, 14',
    deretBilangan(1, 365),
  ),
  K('kembali_tutup', '60', 'Berkas yang dikembalikan ditutup setelah sekian hari (BTL-N-03).', '60', bilangan(1, 365)),
  K(
    'kis_hari',
    '14, 30',
    'KIS yang belum diserahkan ditagih setelah sekian hari (S-27).',
    '14, 30',
    deretBilangan(1, 365),
  ),
  K(
    'kis_digital',
    'tidak',
    'ya bila KIS tidak lagi dicetak: tidak ada kartu yang ditunggu (BGR-20).',
    'tidak',
    salahSatu('ya', 'tidak'),
  ),
  K(
    'kuota_periode',
    '',
    'Banyaknya usulan per periode; kosong berarti tanpa kuota (S-22).',
    '500',
    bilangan(1, 1_000_000),
  ),
  K(
    'prioritas',
    'bayi, kronis, desil, tanggal',
    'Urutan bila kuota terbatas (S-23). Darurat selalu mendahului.',
    'bayi, kronis, desil, tanggal',
    beberapaDari(['bayi', 'kronis', 'desil', 'tanggal']),
  ),
  K(
    'premi_bulan',
    '37800',
    'Iuran per orang per bulan, rupiah, untuk menghitung nilai yang dipertaruhkan.',
    '37800',
    bilangan(1, 10_000_000),
  ),
  K(
    'mode_aktivasi',
    'CUT_OFF',
    'PRIORITAS: aktif pada hari pendaftaran; CUT_OFF: tanggal 1 bulan berikut (S-24).',
    'CUT_OFF',
    salahSatu('PRIORITAS', 'CUT_OFF'),
  ),
  K('mutasi_format', '37', 'Format berkas untuk mutasi: 37 atau 34 (BGR-08).', '37', salahSatu('34', '37')),
  K('kawin_varian', '1-5', 'Penomoran status kawin di Format 34/37: 1-5 atau 0-3.', '1-5', salahSatu('1-5', '0-3')),
  K('urutan_tanggal', 'HB', 'Tanggal di berkas: HB hari dahulu, BH bulan dahulu.', 'HB', salahSatu('HB', 'BH')),
  K(
    'kode_mutasi',
    '',
    'Nomor jenis mutasi dari cabang BPJS, misalnya PINDAH_FASKES=3, dipisah koma.',
    'PENGALIHAN_KE_PBI_APBD=1, REAKTIVASI=9',
    (nilai) =>
      pecah(nilai).every((satu) => /^[A-Z_]+=\w+$/.test(satu)) ? undefined : 'Tulis NAMA=nomor, dipisah koma.',
  ),
  K(
    'dokumen_btl_n',
    'kk, ktp, permohonan',
    'Dokumen yang wajib ada untuk non-darurat, dipisah koma (BTL-N-02).',
    'kk, ktp, permohonan',
    daftarKata,
  ),
  K(
    'dokumen_bgr',
    'pengantar, kk, ktp',
    'Dokumen yang wajib ada untuk usulan kelurahan, dipisah koma (BGR-05).',
    'pengantar, kk, ktp',
    daftarKata,
  ),
  K('satu_kk', 'ya', 'ya: ingatkan bila hanya sebagian anggota KK yang pindah (S-15).', 'ya', salahSatu('ya', 'tidak')),
] as const;

const KABAR = [
  K(
    'surel_dinsos',
    '',
    'Penerima kabar usulan; kosong berarti semua petugas dinsos di tab Peran.',
    'pfm@contoh.go.id',
    daftarEmail,
  ),
  K(
    'surel_bpjs',
    '',
    'Penerima kabar usulan terkirim; kosong berarti semua peran bpjs di tab Peran.',
    'pic@contoh.go.id',
    daftarEmail,
  ),
  K(
    'surel_dinkes',
    '',
    'Penerima kabar batch; kosong berarti semua peran dinkes di tab Peran.',
    'pembiayaan@contoh.go.id',
    daftarEmail,
  ),
  K('piket', '', 'Kontak piket di luar jam kerja, dicantumkan di surel ke PIC (S-20).', '0274 000000', bebas),
  K('jalur_alternatif', '', 'Saran bila BPJS menjawab tidak berhasil (BTL-G-02).', 'Jamkesda', bebas),
  K('abaikan_peringatan', '', 'Kode peringatan yang tidak ditampilkan, dipisah koma.', 'W_LUAR', kodePeringatan),
  K('sisa_kuota_surel', '10', 'Jatah surel harian yang disisakan untuk keadaan penting.', '10', bilangan(0, 1000)),
] as const;

export const KETENTUAN = [...SEBUTAN, ...WAKTU, ...BULANAN, ...KABAR] as const satisfies readonly Ketentuan[];

export type KunciPengaturan = (typeof KETENTUAN)[number]['kunci'];
