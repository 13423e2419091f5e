/** Reads outcomes back in the order of the input, as what reports and plans work with. */
import { teksBagian } from '#domain/cocok/alasan.ts';
import { BAGIAN } from '#domain/cocok/bobot.ts';
import type { Kelas } from '#domain/cocok/kelas.ts';
import type { Orang } from '#domain/cocok/orang.ts';
import type { BagianSkor, Calon, HasilCocok } from '../bentuk.ts';
import type { Mesin } from '../db/mesin.ts';
import { bacaKode } from './alasan.ts';

/** A candidate with what the extract says of it, e.g. its decile. */
export interface CalonBerstatus extends Calon {
  readonly status: string;
}

type CalonJson = Orang & { skor: number; s: number[]; h: string; status: string };

/**
 * Every outcome with its row and the words for it, in their order; further columns go between `SELECT` and the rest.
 * @param syarat on the place `u` of rows in the input, where not all are wanted
 */
export function hasilLengkap(syarat = 'true'): string {
  const [hasil, usulan, lain] = ['hasil', 'usulan', 'lain_usulan'].map((tabel) => `(FROM ${tabel} WHERE ${syarat})`);
  return `
  FROM ${hasil} hasil JOIN ${usulan} usulan USING (u) LEFT JOIN ${lain} lain_usulan USING (u)
    JOIN kata_alasan a ON a.kelas = hasil.kelas AND a.kode = hasil.kode
  ORDER BY hasil.u, hasil.ref`;
}

const KATA_ALASAN = `nullif(a.teks, ''), nullif(cacat, '')`;
/** What the reference says of whom a row met: "Meninggal" changes what an equal NIK means. */
const STATUS = `CASE WHEN status <> '' THEN CASE WHEN hasil.kelas = 'GANDA' OR ends_with(hasil.kode, '|banyak')
  THEN 'status di referensi (calon 1): ' ELSE 'status di referensi: ' END || status END`;

/** The words for a row: how it met its candidate, its defects, and the status of the record. */
export const ALASAN = `concat_ws('; ', ${KATA_ALASAN}, ${STATUS})`;
/** Where the status is no word for people. */
const ALASAN_TANPA_STATUS = `concat_ws('; ', ${KATA_ALASAN})`;

/** So many rows of the input are put in order at once: all of them, with everything that is said of them, would not fit. */
const SEKALI_BACA = 8_192;

const hasilSql = (dari: number, alasan: string): string => `
  SELECT hasil.u, hasil.ref, nomor, tiket, hasil.kelas, CASE WHEN len(beda) > 0 THEN to_json(beda)::VARCHAR END AS beda,
    round(skor::DOUBLE, 2) AS skor, hasil.nik, status, calon::VARCHAR AS calon, lain, ${alasan} AS alasan,
    nik_teks, kk_teks, nama, tempat, lahir_teks, jk_teks, ibu, wilayah_teks, kartu_teks
  ${hasilLengkap(`u >= ${dari} AND u < ${dari + SEKALI_BACA}`)}`;

type Baris = readonly [
  u: number,
  ref: number,
  nomor: number,
  tiket: string,
  kelas: Kelas,
  beda: string | null,
  skor: number,
  nik: string,
  status: string,
  calon: string | null,
  lain: string | null,
  alasan: string,
  ...orang: string[],
];

/**
 * @param referensi names by number
 * @param denganStatus whether the status of a record is a word for people
 */
export async function* bacaHasil(
  mesin: Mesin,
  referensi: readonly string[],
  denganStatus = false,
): AsyncGenerator<HasilCocok> {
  const [akhir] = await mesin.baca('SELECT coalesce(max(u), -1) AS u FROM hasil');
  for (let dari = 0; dari <= Number(akhir?.['u']); dari += SEKALI_BACA) {
    const aliran = await mesin.koneksi.stream(hasilSql(dari, denganStatus ? ALASAN : ALASAN_TANPA_STATUS));
    for (let potong = await aliran.fetchChunk(); potong?.rowCount; potong = await aliran.fetchChunk()) {
      // Row by row: thousands of objects at once would outlive the collection of young ones.
      const kolom = Array.from({ length: potong.columnCount }, (_, i) => potong?.getColumnVector(i));
      for (let ke = 0; ke < potong.rowCount; ke += 1) {
        yield bacaBaris(kolom.map((satu) => satu?.getItem(ke)) as unknown as Baris, referensi);
      }
    }
  }
}

const parse = <T>(json: string | null, kosong: T): T => (json === null ? kosong : (JSON.parse(json) as T));

function bacaBaris(baris: Baris, referensi: readonly string[]): HasilCocok {
  const [urutan, ref, nomor, tiket, kelas, beda, skor, nik, status, calonJson, lain, alasan, ...isi] = baris;
  const orang = bacaOrang(isi);
  const calon = parse<CalonJson[]>(calonJson, []);
  return {
    urutan,
    nomor,
    tiket,
    referensi: referensi[ref] ?? '',
    kelas,
    orang,
    lain: parse(lain, {}),
    calon:
      kelas === 'COCOK' && calonJson === null ? [calonSama({ ...orang, nik }, skor, status)] : calon.map(bacaCalon),
    alasan,
    beda: parse(beda, []),
  };
}

const calonSama = (orang: Orang, skor: number, status: string): CalonBerstatus => ({ orang, skor, bagian: [], status });

/** The columns of people stand last in the query, in an order of their own. */
function bacaOrang([
  nik = '',
  no_kk = '',
  nama = '',
  tempat_lahir = '',
  tgl_lahir = '',
  ...sisa
]: readonly string[]): Orang {
  const [jk = '', nama_ibu = '', kode_wilayah = '', no_kartu = ''] = sisa;
  return { nik, no_kk, nama, tempat_lahir, tgl_lahir, jk, nama_ibu, kode_wilayah, no_kartu };
}

function bacaCalon({ skor, s, h, status, ...orang }: CalonJson): CalonBerstatus {
  const hubungan = bacaKode(h);
  if (!hubungan) throw new Error('a candidate without relations');
  const teks = teksBagian(hubungan);
  const bagian = BAGIAN.flatMap((nama, i): BagianSkor[] => {
    const nilai = Number((s[i] ?? 0).toFixed(2));
    return nilai === 0 ? [] : [{ nama, teks: teks[nama], nilai }];
  });
  return { orang, skor, bagian, status };
}
