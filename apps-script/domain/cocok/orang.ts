/** What identifies a person in files that are matched with each other. */

/** Columns in the order in which people see them. All are text; an absent column or cell is an empty string. */
export const KOLOM_ORANG = [
  /** 16 digits. */
  'nik',
  'no_kk',
  'nama',
  'tempat_lahir',
  /** TTTT-BB-HH. */
  'tgl_lahir',
  /** `L` or `P`. */
  'jk',
  'nama_ibu',
  /** Ten digits. */
  'kode_wilayah',
  /** 13 digits. */
  'no_kartu',
] as const;

export type KolomOrang = (typeof KOLOM_ORANG)[number];

export type Orang = Readonly<Record<KolomOrang, string>>;

/** Headings for people. */
export const JUDUL_ORANG: Readonly<Record<KolomOrang, string>> = {
  nik: 'NIK',
  no_kk: 'No KK',
  nama: 'Nama',
  tempat_lahir: 'Tempat lahir',
  tgl_lahir: 'Tanggal lahir',
  jk: 'Jenis kelamin',
  nama_ibu: 'Nama ibu',
  kode_wilayah: 'Kode wilayah',
  no_kartu: 'No kartu',
};
