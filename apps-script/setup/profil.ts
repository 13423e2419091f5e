/** What the two offices of the SOPs begin with: their names, routes, facilities and legal bases. */
import type { KunciPengaturan } from '#domain/pengaturan/ketentuan.ts';
import { KODE_PROFIL, type NamaProfil } from '#usecase/keinginan-pasang.ts';

export interface IsiProfil {
  /** Regency whose regions fill the tab `Wilayah`. */
  readonly kode: string;
  /** Settings that differ from their defaults. */
  readonly pengaturan: Readonly<Partial<Record<KunciPengaturan, string>>>;
  /** Name, kind, and the code that BPJS gives it. */
  readonly faskes: readonly (readonly [string, string, string?])[];
  /** Regulation, about, valid from, replaced by. */
  readonly dasarHukum: readonly (readonly [string, string, string?, string?])[];
}

const FASKES_BANTUL: IsiProfil['faskes'] = [
  ['RSUD Panembahan Senopati', 'RS'],
  ['RS PKU Muhammadiyah Bantul', 'RS'],
  ['RS Elisabeth Ganjuran', 'RS'],
  ['RS Rajawali Citra', 'RS'],
  ['RS Nur Hidayah', 'RS'],
  ['RS UII Bantul', 'RS'],
  ['RSPAU dr. S. Hardjolukito', 'RS'],
  ['Puskesmas Srandakan', 'Puskesmas'],
  ['Puskesmas Kretek', 'Puskesmas'],
  ['Puskesmas Imogiri I', 'Puskesmas'],
  ['Puskesmas Sewon I', 'Puskesmas'],
  ['Puskesmas Banguntapan I', 'Puskesmas'],
];

/** The facilities of first level that serve as choices of Format 34/37; their codes are entered by the office. */
const FASKES_BOGOR: IsiProfil['faskes'] = [
  ['Puskesmas Bogor Selatan', 'Puskesmas'],
  ['Puskesmas Bogor Timur', 'Puskesmas'],
  ['Puskesmas Bogor Tengah', 'Puskesmas'],
  ['Puskesmas Bogor Utara', 'Puskesmas'],
  ['Puskesmas Tanah Sareal', 'Puskesmas'],
  ['Puskesmas Sindang Barang', 'Puskesmas'],
  ['Puskesmas Cipaku', 'Puskesmas'],
  ['Puskesmas Pasir Mulya', 'Puskesmas'],
  ['RSUD Kota Bogor', 'RS'],
];

const PERPRES: IsiProfil['dasarHukum'] = [
  [
    'Peraturan Presiden 82 Tahun 2018',
    'Jaminan Kesehatan',
    '2018-09-18',
    'Perpres 75/2019, 64/2020, 59/2024 (perubahan)',
  ],
  ['Peraturan Presiden 64 Tahun 2020', 'Perubahan Kedua atas Perpres 82 Tahun 2018', '2020-05-06'],
  ['Peraturan Presiden 59 Tahun 2024', 'Perubahan Ketiga atas Perpres 82 Tahun 2018', '2024-05-08'],
  ['Peraturan Menteri Sosial 3 Tahun 2026', 'Penerima Bantuan Iuran Jaminan Kesehatan', '2026-01-22'],
];

export const PROFIL = {
  bantul: {
    kode: KODE_PROFIL.bantul,
    pengaturan: {
      nama_kantor: 'Dinas Sosial Kabupaten Bantul',
      nama_kabupaten: 'Kabupaten Bantul',
      sop_nama: 'SOP Pelayanan Pengalihan Kepesertaan BPJS ke PBI',
      sop_nomor: 'A49/07647',
      jalur_alternatif:
        'Ajukan Jamkesda/pendampingan pembiayaan kesehatan (Perda Bantul 4/2020, Perbup 116/2020) ke Dinas Sosial.',
    },
    faskes: FASKES_BANTUL,
    dasarHukum: [
      ['Undang-Undang 11 Tahun 2009', 'Kesejahteraan Sosial', '2009-01-16'],
      ...PERPRES,
      ['Peraturan Daerah Kabupaten Bantul 4 Tahun 2020', 'Pendampingan Pembiayaan Kesehatan', '2020-01-01'],
      ['Peraturan Bupati Bantul 116 Tahun 2020', 'Petunjuk Pelaksanaan Perda 4 Tahun 2020', '2020-01-01'],
    ],
  },
  'kota-bogor': {
    kode: KODE_PROFIL['kota-bogor'],
    pengaturan: {
      nama_kantor: 'Dinas Sosial Kota Bogor',
      kode_wilayah: '3271',
      nama_kabupaten: 'Kota Bogor',
      label_kecamatan: 'Kecamatan',
      label_kelurahan: 'Kelurahan',
      rute_aktif: 'BGR-U, BGR-M',
      sop_nama: 'SOP Usulan dan Mutasi Peserta PBI APBD Kota Bogor',
      sop_tanggal: '18 September 2020 (revisi 1)',
      jalur_alternatif: 'Ajukan Jamkesda Kota Bogor ke Dinas Kesehatan.',
    },
    faskes: FASKES_BOGOR,
    dasarHukum: [
      ...PERPRES,
      ['Peraturan Menteri Kesehatan 28 Tahun 2014', 'Pedoman Pelaksanaan Program JKN', '2014-06-01'],
      [
        'Peraturan Menteri Sosial 5 Tahun 2016',
        'Pelaksanaan PP 76 Tahun 2015 tentang PBI Jaminan Kesehatan',
        '2016-03-01',
        'Permensos 21/2019, lalu Permensos 3/2026',
      ],
      ['Peraturan Daerah Kota Bogor 11 Tahun 2018', 'Penyelenggaraan Kesehatan', '2018-01-01'],
      ['Peraturan Wali Kota Bogor 98 Tahun 2016', 'Bantuan Pembiayaan Kesehatan', '2016-01-01'],
    ],
  },
} as const satisfies Record<NamaProfil, IsiProfil>;
