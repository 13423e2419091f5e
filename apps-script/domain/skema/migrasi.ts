/**
 * What each version of the register changed in data that exist already. New tabs, columns, choices and settings need no
 * step: a repair adds them. Steps are pure, and are never changed once they are released.
 */

type Pasangan = Readonly<Record<string, string>>;

/** What a step knows of the register: the markers of `Sistem` and the values of `Pengaturan`, by key. */
export interface IsiLama {
  readonly sistem: Pasangan;
  readonly pengaturan: Pasangan;
}

/** What it changes there: markers and settings by key. Settings that the register does not have are added. */
export interface IsiBaru {
  readonly sistem: Pasangan;
  readonly pengaturan: Pasangan;
}

export interface Migrasi {
  /** The version that the register has afterwards. */
  readonly ke: number;
  /** What it does, for people. */
  readonly guna: string;
  readonly ubah: (lama: IsiLama) => IsiBaru;
}

const VERSI_1_KE_2: Migrasi = {
  ke: 2,
  guna: 'Spreadsheet dan formulir kantor dicatat menurut namanya; jalur yang dilayani tetap darurat; ketentuan yang kosong diisi bawaan lamanya.',
  ubah: ({ sistem, pengaturan }) => {
    const { berkas_bpjs: bpjs = '', formulir_darurat: darurat = '', berkas = '', formulir = '' } = sistem;
    return {
      sistem: {
        berkas: berkas === '' && bpjs !== '' ? JSON.stringify({ bpjs }) : berkas,
        formulir: formulir === '' && darurat !== '' ? JSON.stringify({ darurat: JSON.parse(darurat) }) : formulir,
      },
      pengaturan: { ...bawaanLama(pengaturan), ...('rute_aktif' in pengaturan ? {} : { rute_aktif: 'BTL-D' }) },
    };
  },
};

/** An empty cell of these meant another default in the first version. */
function bawaanLama(pengaturan: Pasangan): Pasangan {
  const bawaan = {
    nama_kantor: 'Dinas Sosial Kabupaten Bantul',
    jalur_alternatif:
      'Ajukan Jamkesda/pendampingan pembiayaan kesehatan (Perda Bantul 4/2020, Perbup 116/2020) ke Dinas Sosial.',
  };
  return Object.fromEntries(Object.entries(bawaan).filter(([kunci]) => (pengaturan[kunci] ?? '').trim() === ''));
}

/** In order; the last one's version is the bundle's. */
export const MIGRASI: readonly Migrasi[] = [VERSI_1_KE_2];
