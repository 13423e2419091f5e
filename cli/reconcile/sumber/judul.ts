/** Which field of a person a heading names: by the office's own list, by the field's name, by the ways people write it. */
import type { KolomOrang } from '#domain/cocok/orang.ts';
import { kenaliJudul, kenaliTepat, rapikanJudul } from '#domain/format/judul.ts';
import type { KunciKolom } from '#domain/format/kolom.ts';

export interface AturanJudul {
  /** The office's own headings (setting `judul`); they win over everything else. */
  readonly alias?: Readonly<Partial<Record<KolomOrang, readonly string[]>>> | undefined;
  /** Further fields that the caller wants to find, with their headings, best first. */
  readonly kolomTambahan?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** The field of a register that names its case, as a further field. */
export const TIKET = { tiket: ['TIKET', 'NO TIKET', 'NOMOR TIKET'] };

/** What a heading means. */
export interface Tafsiran {
  /** A field of a person or the name of a further field. */
  readonly sebagai: string;
  readonly tambahan: boolean;
  /** Smaller is surer. */
  readonly peringkat: number;
}

/** What a text means as a heading; with `tepat` without those that are only similar to a known one. */
export type Penafsir = (judul: string, tepat?: boolean) => Tafsiran | undefined;

/** Beside the headings of Format 34/37, which the domain knows. */
const NAMA: Readonly<Record<KolomOrang, readonly string[]>> = {
  nik: ['NIK', 'NIK KITAS', 'NIK KITAP', 'NIK PESERTA', 'NIK PENDUDUK', 'NIK ANGGOTA', 'NIK ART', 'NO NIK KTP'],
  no_kk: ['NO KK', 'NOKK', 'NO KK PESERTA'],
  nama: ['NAMA', 'NAMA LENGKAP', 'NAMA PESERTA', 'NAMA ART', 'NAMA ANGGOTA', 'NAMA ANGGOTA KELUARGA', 'NAMA PASIEN'],
  tempat_lahir: ['TEMPAT LAHIR', 'TMPT LAHIR', 'LAHIR TEMPAT'],
  tgl_lahir: ['TGL LAHIR', 'TGLLAHIR', 'TGL LHR', 'TGLLHR', 'TANGGALLAHIR', 'LAHIR TGL', 'TGL LAHIR PESERTA'],
  jk: ['JK', 'JENIS KELAMIN', 'JENKEL', 'KELAMIN', 'GENDER', 'JNS KELAMIN', 'JK PESERTA'],
  nama_ibu: [
    ...[
      'NAMA IBU',
      'NAMA IBU KANDUNG',
      'IBU KANDUNG',
      'NAMA LENGKAP IBU',
      'NAMA LENGKAP IBU KANDUNG',
      'NAMA GADIS IBU',
    ],
    ...['NAMA GADIS IBU KANDUNG', 'IBU', 'NAMA IBU PESERTA'],
  ],
  kode_wilayah: [
    ...['KODE WILAYAH', 'KODE DESA', 'KODE WILAYAH DESA', 'KODE KEMENDAGRI', 'KODE DESA KEMENDAGRI'],
    ...['KODE KEMENDAGRI DESA', 'KODE WIL', 'KODEWILAYAH'],
  ],
  no_kartu: ['NO KARTU', 'NO KARTU JKN', 'NO KARTU BPJS', 'NOKA', 'NOKAPST', 'NO PESERTA', 'NO PESERTA JKN', 'NO NOKA'],
};

const ORANG = new Map(
  Object.entries(NAMA).flatMap(([kolom, daftar]) =>
    daftar.map((nama, indeks) => [rapikanJudul(nama), { kolom, peringkat: indeks === 0 ? 1 : 2 }] as const),
  ),
);

/** Where the domain's list and this one name the same thing. */
const DARI_FORMAT: Readonly<Partial<Record<KunciKolom, KolomOrang>>> = {
  nik: 'nik',
  no_kk: 'no_kk',
  nama: 'nama',
  tempat_lahir: 'tempat_lahir',
  tgl_lahir: 'tgl_lahir',
  jk: 'jk',
  no_kartu: 'no_kartu',
  kode_desa: 'kode_wilayah',
};

export const kolomDariFormat = (kunci: KunciKolom): KolomOrang | undefined => DARI_FORMAT[kunci];

const PASTI = 2;
const MIRIP = 50;

/** A heading longer than this is a sentence. */
const PANJANG_JUDUL = 120;

/** By the headings of Format 34/37. */
function menurutFormat(judul: string, hanyaTepat: boolean | undefined): Tafsiran | undefined {
  const tepat = kenaliTepat(judul);
  const kunci = tepat ?? (hanyaTepat ? undefined : kenaliJudul(judul));
  const kolom = kunci && DARI_FORMAT[kunci];
  return kolom && orang(kolom, tepat ? PASTI : MIRIP);
}

/** So many texts are remembered. */
const DIINGAT = 10_000;

/** Reads headings by the given rules; made once for a file. */
export function penafsirJudul({ alias = {}, kolomTambahan = {} }: AturanJudul): Penafsir {
  const sendiri = new Map(
    Object.entries(alias).flatMap(([kolom, daftar]) => (daftar ?? []).map((judul) => [rapikanJudul(judul), kolom])),
  );
  const tambahan = new Map(
    Object.entries(kolomTambahan).flatMap(([nama, daftar]) =>
      daftar.map((judul, peringkat) => [rapikanJudul(judul), { sebagai: nama, tambahan: true, peringkat }] as const),
    ),
  );
  const tafsirkan: Penafsir = (judul, hanyaTepat) => {
    if (judul.trim() === '' || judul.length > PANJANG_JUDUL) return undefined;
    const rapi = rapikanJudul(judul);
    const milik = sendiri.get(rapi);
    if (milik !== undefined) return orang(milik, 0);
    const nama = ORANG.get(rapi);
    if (nama) return orang(nama.kolom, nama.peringkat);
    const lain = tambahan.get(rapi);
    if (lain) return lain;
    return menurutFormat(judul, hanyaTepat);
  };
  // The same few texts are asked for again and again while a table is searched, and near misses are costly.
  const ingatan = new Map<string, Tafsiran | undefined>();
  return (judul, tepat) => {
    if (tepat) return tafsirkan(judul, true);
    if (ingatan.has(judul)) return ingatan.get(judul);
    const tafsiran = tafsirkan(judul);
    if (ingatan.size < DIINGAT) ingatan.set(judul, tafsiran);
    return tafsiran;
  };
}

const orang = (kolom: string, peringkat: number): Tafsiran => ({ sebagai: kolom, tambahan: false, peringkat });
