/**
 * The columns of Format 34 (new proposal) and Format 37 (change) as data. Format 37 is Format 34 with three columns after
 * the first, so one list in the order of Format 37 describes both.
 */

export type Format = 'F34' | 'F37';

/** How a cell is read: `urut` sequence number, `kode` closed list, `tiga` RT/RW, the rest as named. */
export type JenisIsi =
  | 'urut'
  | 'teks'
  | 'nama'
  | 'nik'
  | 'kk'
  | 'kartu'
  | 'tanggal'
  | 'kode'
  | 'mutasi'
  | 'tiga'
  | 'pos'
  | 'faskes'
  | 'hp'
  | 'email';

/** For PBI APBD: `wajib` empty is an error, `perlu` empty is a warning, `boleh` either, `kosong` filled is a warning. */
export type Keperluan = 'wajib' | 'perlu' | 'boleh' | 'kosong';

export interface KolomFormat<Id extends string = string> {
  readonly kunci: Id;
  /** Heading in the template. */
  readonly judul: string;
  readonly jenis: JenisIsi;
  readonly keperluan: Keperluan;
  /** Longest text, characters. */
  readonly panjang: number;
  /** Other headings that people use, separated by `|`; read through `rapikanJudul`. */
  readonly alias: string;
  /** Second heading row: date order or code list. */
  readonly petunjuk: string;
}

const K = <Id extends string>(
  kunci: Id,
  judul: string,
  jenis: JenisIsi,
  keperluan: Keperluan,
  panjang: number,
  alias = '',
  petunjuk = '',
): KolomFormat<Id> => ({ kunci, judul, jenis, keperluan, panjang, alias, petunjuk });

const TANGGAL = 'dd/mm/yyyy';

export const KOLOM = [
  K('no', 'No', 'urut', 'boleh', 10, 'No Urut|Urut'),
  K(
    'no_kartu',
    'No Kartu BPJS Kesehatan',
    'kartu',
    'perlu',
    13,
    'No Kartu|No Kartu BPJS|No BPJS|No BPJS Kesehatan|No JKN|No Kartu JKN|No KIS|No Kartu KIS|No Kartu JKN KIS|Kartu BPJS',
  ),
  K('jenis_mutasi', 'Jenis Mutasi', 'mutasi', 'perlu', 40, 'Mutasi|Kode Mutasi|Kode Jenis Mutasi'),
  K(
    'tgl_berlaku',
    'Tgl Aktif Berlaku Mutasi',
    'tanggal',
    'perlu',
    10,
    'Tgl Berlaku Mutasi|Tgl Aktif Mutasi|Tgl Berlaku|Tgl Mutasi|TMT Mutasi|TMT',
  ),
  K('no_kk', 'No KK', 'kk', 'wajib', 16, 'KK|No Kartu Keluarga|Kartu Keluarga|NKK'),
  K('nik', 'NIK/KITAS/KITAP', 'nik', 'wajib', 16, 'NIK|No NIK|No KTP|NIK KTP|No Induk Kependudukan'),
  K('nama', 'Nama Lengkap', 'nama', 'wajib', 60, 'Nama|Nama Peserta|Nama Lengkap Peserta|Nama Penduduk|Nama Warga'),
  K(
    'hubkel',
    'PISA(T) / Kode HubKel',
    'kode',
    'wajib',
    10,
    'PISA|PISAT|HubKel|Kode HubKel|PISA Kode HubKel|Hub Kel|Hubungan Keluarga|Kode Hubungan Keluarga|Status Hubungan Keluarga|SHDK|Peserta, Suami, Istri, Anak, Tambahan|1=P, 2=S, 3=I, 4=A, 5=T|1=P, 2=I, 3=S, 4=A, 5=T',
    '1=Peserta, 2=Suami, 3=Istri, 4=Anak, 5=Tambahan',
  ),
  K('tempat_lahir', 'Tempat Lahir', 'teks', 'wajib', 60, 'Tempat Kelahiran|Kota Lahir|Tmp Lahir|Tmpt Lahir'),
  K(
    'tgl_lahir',
    'Tgl Lahir',
    'tanggal',
    'wajib',
    10,
    'Tgl Kelahiran|mm/dd/yyyy|dd-mm-yyyy|HH/BB/TTTT|Tgl Bln Thn Lahir',
    TANGGAL,
  ),
  K('jk', 'Jenis Kelamin', 'kode', 'wajib', 12, 'JK|L/P|Kelamin|Jns Kelamin|Sex', '1=L, 2=P'),
  K(
    'kawin',
    'Status Kawin',
    'kode',
    'wajib',
    20,
    'Kawin|Status Perkawinan|Status Nikah|Status Pernikahan|0=TD, 1=B, 2=K, 3=C|1=B, 2=K, 3=C|1=BK, 2=K, 3=CH, 4=CM|1=BK, 2=K, 3=CH, 4=CM, 5=Tidak Tahu',
  ),
  K(
    'alamat',
    'Alamat Tempat Tinggal',
    'teks',
    'wajib',
    200,
    'Alamat|Alamat Rumah|Alamat Lengkap|Alamat Domisili|Jalan',
  ),
  K('rt', 'RT', 'tiga', 'wajib', 3, 'No RT'),
  K('rw', 'RW', 'tiga', 'wajib', 3, 'No RW'),
  K('kode_pos', 'Kode Pos', 'pos', 'boleh', 5, 'KodePos|Pos'),
  K('kode_kec', 'Kode Kecamatan', 'teks', 'boleh', 12, 'Kd Kecamatan'),
  K('nama_kec', 'Nama Kecamatan', 'teks', 'wajib', 60, 'Kecamatan'),
  K('kode_desa', 'Kode Desa', 'teks', 'boleh', 14, 'Kd Desa'),
  K('nama_desa', 'Nama Desa', 'teks', 'wajib', 60, 'Desa'),
  K(
    'kode_fktp',
    'Kode Faskes Tk. I',
    'faskes',
    'wajib',
    8,
    'Kode Faskes|Kode FKTP|Kode PPK|Kode PPK 1|Kode Puskesmas|Kd Faskes Tk I',
  ),
  K(
    'nama_fktp',
    'Nama Faskes Tk. I',
    'teks',
    'wajib',
    100,
    'Nama Faskes|Faskes|Faskes Tk I|Nama FKTP|FKTP|Nama PPK|Puskesmas|Nama Puskesmas',
  ),
  K('kode_fkg', 'Kode Faskes Dokter Gigi', 'faskes', 'kosong', 8, 'Kode Dokter Gigi|Kode Faskes Drg'),
  K('nama_fkg', 'Nama Faskes Dokter Gigi', 'teks', 'kosong', 100, 'Nama Dokter Gigi|Dokter Gigi|Nama Faskes Drg'),
  K(
    'hp',
    'Nomor Telepon Peserta',
    'hp',
    'perlu',
    20,
    'No Telp|Telp|No HP|HP|No Handphone|No Telp HP|No WA|Telp Peserta',
  ),
  K('email', 'Email', 'email', 'boleh', 100, 'E-mail|Alamat Email|Surel|Email Peserta'),
  K('npp', 'NPP / NIP', 'teks', 'kosong', 30, 'NPP|NIP|No Pegawai|NIK Karyawan'),
  K('jabatan', 'Jabatan', 'teks', 'kosong', 60, 'Pekerjaan'),
  K(
    'status_kerja',
    'Status',
    'kode',
    'kosong',
    20,
    'Status Pegawai|Status Kerja|Status Karyawan',
    '1=Tetap, 2=Kontrak, 3=Paruh waktu, 4=Penerima pensiun',
  ),
  K(
    'kelas',
    'Kelas Rawat',
    'kode',
    'perlu',
    10,
    'Kelas|Hak Kelas|Kelas Perawatan',
    '1=Kelas I, 2=Kelas II, 3=Kelas III',
  ),
  K('tmt_kerja', 'TMT Kerja', 'tanggal', 'kosong', 10, 'TMT Kerja Karyawan Aktif|Tgl Mulai Kerja'),
  K('gaji', 'Gaji Pokok + Tunj. Tetap', 'teks', 'kosong', 20, 'Gaji|Gaji Pokok|Gaji Pokok Tunjangan Tetap|Upah'),
  K('wn', 'Kewarganegaraan', 'kode', 'perlu', 10, 'Kewarga Negaraan|Warga Negara|WN', '1=WNI, 2=WNA'),
  K(
    'no_polis',
    'No Polis / No Kartu Asuransi',
    'teks',
    'kosong',
    40,
    'No Polis|No Kartu Asuransi|No Polis Asuransi|Asuransi Lainnya No Kartu Asuransi|Asuransi Lainnya No Polis',
  ),
  K('nama_asuransi', 'Nama Asuransi', 'teks', 'kosong', 60, 'Asuransi|Asuransi Lainnya Nama Asuransi'),
  K('npwp', 'No NPWP', 'teks', 'kosong', 30, 'NPWP'),
  K('paspor', 'No Passport', 'teks', 'kosong', 30, 'No Paspor|Passport|Paspor'),
] as const satisfies readonly KolomFormat[];

export type KunciKolom = (typeof KOLOM)[number]['kunci'];

/** The three columns that only Format 37 has. */
export const KOLOM_MUTASI: readonly KunciKolom[] = ['no_kartu', 'jenis_mutasi', 'tgl_berlaku'];

const BERDUA: Record<Format, readonly KolomFormat<KunciKolom>[]> = {
  F34: KOLOM.filter(({ kunci }) => !KOLOM_MUTASI.includes(kunci)),
  F37: KOLOM,
};

/** The columns of a format in their order. */
export const kolomFormat = (format: Format): readonly KolomFormat<KunciKolom>[] => BERDUA[format];

/** Number of a column in a format, 1..34 or 1..37; 0 when the format does not have it. */
export const nomorKolom = (kunci: KunciKolom, format: Format): number =>
  BERDUA[format].findIndex((kolom) => kolom.kunci === kunci) + 1;

/** Lines above the table, label in the first column. */
export const KEPALA = [
  'JENIS PESERTA',
  'NAMA INSTANSI/BADAN/PERUSAHAAN',
  'KODE VIRTUAL ACCOUNT',
  'BANK',
  'TANGGAL REGISTRASI',
  'NOMOR PKS',
  'KODE PKS',
  'MASA BERLAKU',
  'KODE TANGGUNGAN',
  'KODE KC',
  'KODE DATI2',
] as const;

export type LabelKepala = (typeof KEPALA)[number];

/** First line of the sheet. */
export const JUDUL_LEMBAR: Record<Format, string> = {
  F34: 'FORM REGISTRASI DATA PESERTA',
  F37: 'FORM MUTASI DATA PESERTA',
};
