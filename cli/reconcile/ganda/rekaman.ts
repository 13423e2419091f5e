/** Rows as the reference that they are held against themselves: a row does not meet the record made of it. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBAppender } from '@duckdb/node-api';
import type { Orang } from '#domain/cocok/orang.ts';
import type { Mesin } from '../db/mesin.ts';
import { KOLOM_REFERENSI, SEMUA_KOLOM } from '../indeks/kolom-sql.ts';
import { type Indeks, susunIndeks } from '../indeks/susun.ts';

const TABEL = 'rekaman_ganda';
const PRIVATE = 0o700;

/** For `cocokkan`: the field `status` of a record is the place of its row. */
export const DIRI_SENDIRI = 'r.status = p.u::VARCHAR';

export class Rekaman {
  readonly #mesin: Mesin;
  readonly #tabel: DuckDBAppender;
  #jumlah = 0;

  private constructor(mesin: Mesin, tabel: DuckDBAppender) {
    this.#mesin = mesin;
    this.#tabel = tabel;
  }

  static async buka(mesin: Mesin): Promise<Rekaman> {
    const kolom = KOLOM_REFERENSI.map((satu) => `${satu} VARCHAR`).join(', ');
    await mesin.jalankan(`CREATE TEMP TABLE ${TABEL} (${kolom})`);
    return new Rekaman(mesin, await mesin.koneksi.createAppender(TABEL));
  }

  tambah(orang: Orang): void {
    for (const kolom of KOLOM_REFERENSI) {
      this.#tabel.appendVarchar(kolom === 'status' ? String(this.#jumlah) : orang[kolom]);
    }
    this.#tabel.endRow();
    this.#jumlah += 1;
  }

  async susun(): Promise<Indeks> {
    this.#tabel.closeSync();
    const folder = join(this.#mesin.folder, 'ganda');
    await mkdir(folder, { mode: PRIVATE });
    return susunIndeks(this.#mesin, [{ nama: TABEL, relasi: TABEL, urutan: 'ISO', kolom: SEMUA_KOLOM }], folder);
  }
}
