/** Writes the rows of a backup into a workbook, and reads them back: cell for cell, or it does not count. */
import { createHash, type Hash } from 'node:crypto';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { idTab } from '#domain/kolom/tab.ts';
import { EXIT, UserError } from '../../errors.ts';
import { BrokenAnswer, explained } from '../../google/google-error.ts';
import { persist } from '../../google/persist.ts';
import type { ArsipBaca } from '../arsip-baca.ts';
import { bacaBuku, bacaPotongan, rencanaBaca, type Takaran } from '../lembar.ts';
import { keBaris, keGoogle, type Sel, tanpaEkor } from '../sel.ts';
import { penandaBaru } from './penanda-baru.ts';

/** Characters of one request. */
const SEKALI = 1_500_000;

/** Requests of one call, all applied or none; a lost answer is repeated, so they must bear being applied twice. */
export async function kirim(
  sheets: sheets_v4.Sheets,
  spreadsheetId: string,
  requests: sheets_v4.Schema$Request[],
): Promise<void> {
  if (requests.length === 0) return;
  try {
    await persist(async (timeout) => {
      const { data } = await sheets.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } }, { timeout });
      if (data?.replies === undefined) throw new BrokenAnswer();
    });
  } catch (error) {
    throw explained(error);
  }
}

/** Hashes of tabs by sheet id. */
export type Sidik = ReadonlyMap<number, string>;

/** What a formula reads may be written in another way than it was sent. */
const untukSidik = (baris: readonly Sel[]): string =>
  `${JSON.stringify(baris.map((sel) => (typeof sel === 'object' && sel !== null ? { rumus: '' } : sel)))}\n`;

/** @returns what the workbook must hold now */
export async function isiBuku(
  sheets: sheets_v4.Sheets,
  spreadsheetId: string,
  arsip: ArsipBaca,
  kata: (apa: string) => void,
): Promise<Sidik> {
  const sidik = new Map<number, string>();
  for (const { judul, idLembar, anggota } of arsip.manifes.register.tab) {
    const hash = createHash('sha256');
    const penulis = new PenulisLembar(sheets, spreadsheetId, idLembar);
    for await (const baris of barisBaru(arsip, anggota, idLembar)) {
      hash.update(untukSidik(baris));
      await penulis.tulis(baris);
      kata(`Memulihkan tab ${judul}, baris ${penulis.baris}`);
    }
    await penulis.tutup();
    sidik.set(idLembar, hash.digest('hex'));
  }
  return sidik;
}

async function* barisBaru(arsip: ArsipBaca, anggota: string, idLembar: number): AsyncGenerator<Sel[]> {
  if (idLembar !== idTab('Sistem')) {
    for await (const satu of arsip.baris(anggota)) yield keBaris(satu);
    return;
  }
  const semua: Sel[][] = [];
  for await (const satu of arsip.baris(anggota)) semua.push(keBaris(satu));
  const { berbagi, formulir } = arsip.manifes;
  const lama = { formulir: formulir.map(({ id }) => id), buku: berbagi.map(({ id }) => id) };
  yield* penandaBaru(semua, lama).map(tanpaEkor);
}

class PenulisLembar {
  baris = 0;
  readonly #sheets: sheets_v4.Sheets;
  readonly #spreadsheetId: string;
  readonly #sheetId: number;
  #rows: sheets_v4.Schema$RowData[] = [];
  #huruf = 0;

  constructor(sheets: sheets_v4.Sheets, spreadsheetId: string, sheetId: number) {
    this.#sheets = sheets;
    this.#spreadsheetId = spreadsheetId;
    this.#sheetId = sheetId;
  }

  async tulis(baris: readonly Sel[]): Promise<void> {
    const row = { values: baris.map(keGoogle) };
    this.#rows.push(row);
    this.#huruf += JSON.stringify(row).length;
    this.baris += 1;
    if (this.#huruf > SEKALI) await this.tutup();
  }

  async tutup(): Promise<void> {
    const [rows, rowIndex] = [this.#rows, this.baris - this.#rows.length];
    this.#rows = [];
    this.#huruf = 0;
    if (rows.length === 0) return;
    const start = { sheetId: this.#sheetId, rowIndex, columnIndex: 0 };
    await kirim(this.#sheets, this.#spreadsheetId, [{ updateCells: { start, rows, fields: 'userEnteredValue' } }]);
  }
}

/** @throws UserError that names the first tab that does not hold what it must */
export async function bandingkan(
  sheets: sheets_v4.Sheets,
  spreadsheetId: string,
  sidik: Sidik,
  takaran: Takaran,
): Promise<void> {
  const buku = await bacaBuku(sheets, spreadsheetId);
  const ada = new Map(buku.lembar.map(({ idLembar }) => [idLembar, { hash: createHash('sha256'), baris: 0 }]));
  for await (const { lembar, dari, isi } of bacaPotongan(sheets, spreadsheetId, rencanaBaca(buku, takaran))) {
    const satu = ada.get(lembar.idLembar);
    if (!satu || isi.length === 0) continue;
    kosong(satu.hash, dari - satu.baris);
    for (const baris of isi) satu.hash.update(untukSidik(baris));
    satu.baris = dari + isi.length;
  }
  for (const { idLembar, judul } of buku.lembar) {
    const mau = sidik.get(idLembar);
    if (mau !== undefined && ada.get(idLembar)?.hash.digest('hex') !== mau)
      throw new UserError(
        EXIT.conflict,
        `Isi tab ${judul} di register baru tidak sama dengan cadangan. Register baru tidak dipakai; jalankan lagi perintah yang sama.`,
      );
  }
}

function kosong(hash: Hash, baris: number): void {
  hash.update('[]\n'.repeat(Math.max(0, baris)));
}
