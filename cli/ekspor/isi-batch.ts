/** A closed batch as it was frozen: its line in `Batch` and its rows in `Isi Batch`. */
import * as z from 'zod/mini';
import type { IsiKasus } from '#domain/format/kasus-format.ts';
import { keadaanTampil, sudahTutup } from '#usecase/batch/baris.ts';
import { EXIT, UserError } from '../errors.ts';
import { type Row, readTab } from '../google/tab.ts';
import type { Office } from '../google/target.ts';

export interface BarisBatch {
  readonly tiket: string;
  /** Ten digits. */
  readonly kodeWilayah: string;
  readonly isi: IsiKasus & { readonly kode_fktp?: string };
}

export interface IsiBatch {
  readonly batch: string;
  /** Control hash that was written when the batch was closed. */
  readonly hash: string;
  readonly baris: readonly BarisBatch[];
}

const ISI = z.record(z.string(), z.string());

/** @throws UserError code 2 for a batch that is not there, 5 for one that is not closed or not complete */
export async function readIsiBatch(office: Office, spreadsheetId: string, batch: string): Promise<IsiBatch> {
  const [semua, isi] = await Promise.all([
    readTab(office, spreadsheetId, 'Batch'),
    readTab(office, spreadsheetId, 'Isi Batch'),
  ]);
  const catatan = semua.find((satu) => satu['batch'] === batch);
  if (!catatan) {
    const ada = semua.map((satu) => satu['batch']).join(', ') || 'belum ada';
    throw new UserError(EXIT.usage, `Batch "${batch}" tidak ada. Batch yang ada: ${ada}.`);
  }
  // An open one may change under the export. The register shows codes, the spreadsheet of Dinkes what people read.
  if (!sudahTutup({ keadaan: keadaanTampil(catatan['keadaan'] ?? '') })) {
    throw new UserError(
      EXIT.conflict,
      `Batch ${batch} belum ditutup (${catatan['keadaan']}). Tutup dahulu di register.`,
    );
  }
  const baris = isi.filter((satu) => satu['batch'] === batch).sort((a, b) => Number(a['urut']) - Number(b['urut']));
  if (baris.length !== Number(catatan['baris'])) {
    throw new UserError(
      EXIT.conflict,
      `Batch ${batch} mencatat ${catatan['baris']} baris, tetapi tab Isi Batch memuat ${baris.length}. Minta admin memeriksa.`,
    );
  }
  return { batch, hash: catatan['hash'] ?? '', baris: baris.map((satu) => readBaris(satu, batch)) };
}

function readBaris({ tiket = '', kode_wilayah: kodeWilayah = '', isi = '' }: Row, batch: string): BarisBatch {
  try {
    return { tiket, kodeWilayah, isi: ISI.parse(JSON.parse(isi)) };
  } catch (error) {
    const sentence = `Isi batch ${batch} untuk tiket ${tiket} rusak. Minta admin memeriksa tab Isi Batch.`;
    throw new UserError(EXIT.conflict, sentence, { cause: error });
  }
}
