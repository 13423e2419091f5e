/** Puts rows into the database as they were read, and then into the form in which they are matched. */
import { join } from 'node:path';
import type { DuckDBAppender } from '@duckdb/node-api';
import { KOLOM_ORANG, type Orang } from '#domain/cocok/orang.ts';
import type { BarisDibaca, Cacat } from '../bentuk.ts';
import { kutipTeks } from '../db/kutip.ts';
import type { Mesin } from '../db/mesin.ts';
import { buangSampah } from '../db/sampah.ts';
import { serentak } from '../db/serentak.ts';
import { denganKunciSql } from './nama-sql.ts';
import type { BarisLangsung } from './polos-sql.ts';

const MASUK = `CREATE OR REPLACE TEMP TABLE masuk (u INTEGER, nomor INTEGER, tiket VARCHAR,
  ${KOLOM_ORANG.map((kolom) => `${kolom} VARCHAR`).join(', ')}, lain VARCHAR, cacat VARCHAR, rusak BOOLEAN, ditolak BOOLEAN, nik_cacat BOOLEAN)`;

/** With a 0 in front too: no NIK begins so, but one whose first digit was mistyped. */
const enamBelas = (kolom: string): string =>
  `CASE WHEN length(${kolom}) = 16 THEN coalesce(try_cast(${kolom} AS BIGINT), 0) ELSE 0 END`;

/** Day and month changed places, where that is a date as well; otherwise 0. */
const TERTUKAR = `CASE WHEN lahir % 100 > 12 OR lahir % 100 = lahir // 100 % 100 THEN 0
  ELSE lahir // 10000 * 10000 + lahir % 100 * 100 + lahir // 100 % 100 END`;

/** Places without those of rows that turned out to be no data. */
const TANPA_CELAH = '(row_number() OVER (ORDER BY u) - 1)::INTEGER';

/** 0 stands for what is missing: it equals nothing in a reference. */
const usulanSql = (masuk: string, u: string): string => `
  CREATE OR REPLACE TEMP TABLE usulan AS
  SELECT *, ${TERTUKAR} AS lahir_tukar FROM (
    SELECT ${u} AS u, nomor, tiket, ${enamBelas('nik')} AS nik, nik AS nik_teks, ${enamBelas('no_kk')} AS kk, no_kk AS kk_teks,
      coalesce(try_cast(no_kartu AS BIGINT), 0) AS kartu, no_kartu AS kartu_teks,
      coalesce(try_cast(replace(tgl_lahir, '-', '') AS INTEGER), 0) AS lahir, tgl_lahir AS lahir_teks,
      CASE jk WHEN 'L' THEN 1 WHEN 'P' THEN 2 ELSE 0 END::UTINYINT AS jk, jk AS jk_teks,
      coalesce(try_cast(kode_wilayah AS BIGINT), 0) AS wilayah, kode_wilayah AS wilayah_teks,
      nama, kunci, nama_ibu AS ibu, kunci_ibu, tempat_lahir AS tempat,
      cacat, rusak, ditolak, nik_cacat
    FROM (${denganKunciSql(`FROM ${serentak(`FROM ${masuk}`)}`, { kunci: 'nama', kunci_ibu: 'nama_ibu' })}))`;

/** The further columns are the widest, and only reports want them: they wait on disk. */
const lainSql = (masuk: string, u: string, path: string): string => `
  COPY (FROM (SELECT ${u} AS u, lain FROM ${masuk}) WHERE lain <> '{}')
  TO ${kutipTeks(path)} (FORMAT parquet, COMPRESSION lz4_raw, ROW_GROUP_SIZE ${BARIS_LAIN})`;
const BARIS_LAIN = 8_192;
const TANPA_LAIN = 'SELECT 0 AS u, NULL::VARCHAR AS lain WHERE false';

/** Rows that are being put in; `selesai` leaves them in the table `usulan`, their further columns in `lain_usulan`. */
export class Usulan {
  readonly #mesin: Mesin;
  readonly #masuk: DuckDBAppender;
  readonly #judulNik: string | undefined;
  #adaLain = false;
  jumlah = 0;

  private constructor(mesin: Mesin, masuk: DuckDBAppender, judulNik: string | undefined) {
    this.#mesin = mesin;
    this.#masuk = masuk;
    this.#judulNik = judulNik;
  }

  /** @param judulNik heading under which the NIK stands: its defects decide whether a row can be used */
  static async buka(mesin: Mesin, judulNik: string | undefined): Promise<Usulan> {
    await mesin.jalankan(MASUK);
    return new Usulan(mesin, await mesin.koneksi.createAppender('masuk'), judulNik);
  }

  /**
   * @param lain the further columns that are to be kept
   * @param tempat among all rows, where others are put in besides these
   */
  tambah(
    { nomor, orang, cacat }: BarisDibaca,
    tiket: string,
    lain: Readonly<Record<string, string>>,
    tempat = this.jumlah,
  ): void {
    const a = this.#masuk;
    a.appendInteger(tempat);
    a.appendInteger(nomor);
    a.appendVarchar(tiket);
    for (const kolom of KOLOM_ORANG) a.appendVarchar(orang[kolom]);
    const tanpaLain = isKosong(lain);
    if (!tanpaLain) this.#adaLain = true;
    a.appendVarchar(tanpaLain ? '{}' : JSON.stringify(lain));
    a.appendVarchar(cacat.length === 0 ? '' : cacat.map(teksCacat).join(' '));
    a.appendBoolean(cacat.some(isTakTerbaca));
    a.appendBoolean(isDitolak(orang));
    a.appendBoolean(this.#isNikCacat(orang.nik, cacat));
    a.endRow();
    this.jumlah += 1;
  }

  /** @param lain rows besides those that were put in one by one; the places of all may have gaps */
  async selesai(lain?: BarisLangsung): Promise<void> {
    this.#masuk.closeSync();
    buangSampah();
    this.jumlah += lain?.jumlah ?? 0;
    const masuk = lain ? `(FROM masuk UNION ALL ${lain.sql})` : 'masuk';
    const u = lain && lain.tempat > this.jumlah ? TANPA_CELAH : 'u';
    await this.#simpanLain(masuk, u, this.#adaLain || lain?.adaLain === true);
    await this.#mesin.jalankan(usulanSql(masuk, u));
    await this.#mesin.jalankan('DROP TABLE masuk');
  }

  async #simpanLain(masuk: string, u: string, ada: boolean): Promise<void> {
    const path = join(this.#mesin.folder, 'lain.parquet');
    if (ada) await this.#mesin.jalankan(lainSql(masuk, u, path));
    const isi = ada ? `FROM read_parquet(${kutipTeks(path)})` : TANPA_LAIN;
    await this.#mesin.jalankan(`CREATE OR REPLACE TEMP VIEW lain_usulan AS ${isi}`);
  }

  #isNikCacat(nik: string, cacat: readonly Cacat[]): boolean {
    if (nik !== '' && nik.length !== 16) return true;
    return cacat.some((satu) => isTakTerbaca(satu) && satu.kolom === this.#judulNik);
  }
}

function isKosong(isi: object): boolean {
  for (const _ in isi) return false;
  return true;
}

/** Warnings begin with another letter. */
const isTakTerbaca = ({ kode }: Cacat): boolean => kode.startsWith('E_');

const teksCacat = ({ kolom, pesan }: Cacat): string => (kolom === '' ? pesan : `${kolom}: ${pesan}`);

/** Nobody can be looked for by so little. */
const isDitolak = ({ nik, no_kk, no_kartu, nama, tgl_lahir }: Orang): boolean =>
  nik === '' && no_kk === '' && no_kartu === '' && (nama === '' || tgl_lahir === '');
