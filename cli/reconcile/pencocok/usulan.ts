/** Puts rows into the database in the form in which they are matched; what was read stays beside it. */
import type { DuckDBAppender } from '@duckdb/node-api';
import { kunciKata, lahirTertukar } from '#domain/cocok/kunci-kata.ts';
import { kunciNama } from '#domain/nama/nama.ts';
import type { BarisDibaca, Cacat } from '../bentuk.ts';
import type { Mesin } from '../db/mesin.ts';

const TABEL = `CREATE TEMP TABLE usulan (
  u INTEGER, nomor INTEGER, tiket VARCHAR, nik BIGINT, nik_teks VARCHAR, kk BIGINT, kk_teks VARCHAR,
  kartu BIGINT, kartu_teks VARCHAR, lahir INTEGER, lahir_teks VARCHAR, lahir_tukar INTEGER, jk UTINYINT, jk_teks VARCHAR,
  wilayah BIGINT, wilayah_teks VARCHAR, nama VARCHAR, kunci VARCHAR, ibu VARCHAR, kunci_ibu VARCHAR, tempat VARCHAR,
  lain VARCHAR, cacat VARCHAR, ditolak BOOLEAN, nik_cacat BOOLEAN)`;

const ENAM_BELAS = /^[1-9]\d{15}$/;

const angka = (teks: string, pola: RegExp): bigint => (pola.test(teks) ? BigInt(teks) : 0n);

/** Rows that are being put in; the tables `usulan` and `kata` hold them. */
export class Usulan {
  readonly #usulan: DuckDBAppender;
  readonly #kata: DuckDBAppender;
  readonly #judulNik: string | undefined;
  jumlah = 0;

  private constructor(usulan: DuckDBAppender, kata: DuckDBAppender, judulNik: string | undefined) {
    this.#usulan = usulan;
    this.#kata = kata;
    this.#judulNik = judulNik;
  }

  /** @param judulNik heading under which the NIK stands: its defects decide whether a row can be used */
  static async buka({ jalankan, koneksi }: Mesin, judulNik: string | undefined): Promise<Usulan> {
    await jalankan(TABEL);
    await jalankan('CREATE TEMP TABLE kata (u INTEGER, k INTEGER)');
    return new Usulan(await koneksi.createAppender('usulan'), await koneksi.createAppender('kata'), judulNik);
  }

  /** @param tiket of the row; `lain` keeps the other columns */
  tambah({ nomor, orang, lain, cacat }: BarisDibaca, tiket: string): void {
    const u = this.jumlah;
    this.jumlah += 1;
    const a = this.#usulan;
    const lahir = Number(orang.tgl_lahir.replaceAll('-', '')) || 0;
    const tukar = lahirTertukar(lahir);
    const kunci = kunciNama(orang.nama);
    const jk = orang.jk === 'L' ? 1 : orang.jk === 'P' ? 2 : 0;
    a.appendInteger(u);
    a.appendInteger(nomor);
    a.appendVarchar(tiket);
    a.appendBigInt(angka(orang.nik, ENAM_BELAS));
    a.appendVarchar(orang.nik);
    a.appendBigInt(angka(orang.no_kk, ENAM_BELAS));
    a.appendVarchar(orang.no_kk);
    a.appendBigInt(angka(orang.no_kartu, /^\d{13}$/));
    a.appendVarchar(orang.no_kartu);
    a.appendInteger(lahir);
    a.appendVarchar(orang.tgl_lahir);
    a.appendInteger(tukar);
    a.appendUTinyInt(jk);
    a.appendVarchar(orang.jk);
    a.appendBigInt(angka(orang.kode_wilayah, /^\d{10}$/));
    a.appendVarchar(orang.kode_wilayah);
    a.appendVarchar(orang.nama);
    a.appendVarchar(kunci);
    a.appendVarchar(orang.nama_ibu);
    a.appendVarchar(orang.nama_ibu === '' ? '' : kunciNama(orang.nama_ibu));
    a.appendVarchar(orang.tempat_lahir);
    a.appendVarchar(JSON.stringify(lain));
    a.appendVarchar(cacat.map(teksCacat).join(' '));
    a.appendBoolean(isDitolak(orang));
    a.appendBoolean((orang.nik !== '' && !ENAM_BELAS.test(orang.nik)) || this.#isNikCacat(cacat));
    a.endRow();
    for (const satu of new Set([...kunciKata(lahir, kunci), ...kunciKata(tukar, kunci)])) {
      this.#kata.appendInteger(u);
      this.#kata.appendInteger(satu);
      this.#kata.endRow();
    }
  }

  #isNikCacat(cacat: readonly Cacat[]): boolean {
    return cacat.some(({ kode, kolom }) => kode.startsWith('E_') && kolom === this.#judulNik);
  }

  tutup(): void {
    this.#usulan.closeSync();
    this.#kata.closeSync();
  }
}

const teksCacat = ({ kolom, pesan }: Cacat): string => (kolom === '' ? pesan : `${kolom}: ${pesan}`);

/** Nobody can be looked for by so little. */
const isDitolak = ({ nik, no_kk, no_kartu, nama, tgl_lahir }: BarisDibaca['orang']): boolean =>
  nik === '' && no_kk === '' && no_kartu === '' && (nama === '' || tgl_lahir === '');
