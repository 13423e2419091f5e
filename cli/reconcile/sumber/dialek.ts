/** How a CSV file of people is written: encoding, separator, and the lines above its data; seen in its first part. */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { barisTeks } from '#domain/format/sel.ts';
import { BerkasError } from '../../berkas/berkas-error.ts';
import { wholeRecords } from '../../berkas/csv.ts';
import { SEPARATORS } from '../../berkas/csv-records.ts';
import { sizeOf } from '../../berkas/kind.ts';
import { type Encoding, TextPieces } from '../../berkas/text-pieces.ts';
import { EXIT, UserError } from '../../errors.ts';
import { type AturanJudul, type Penafsir, penafsirJudul } from './judul.ts';
import { type TabelOrang, temukanTabelOrang } from './tabel.ts';

/** So much of a file shows its headings, whatever stands above them. */
export const POTONGAN_AWAL = 256 * 1024;

export interface Dialek {
  readonly delimiter: string;
  readonly tabel: TabelOrang;
  /** Line of the (last) row of headings, from 1. */
  readonly headerLine: number;
  /** First line that is no heading and no numbering of columns. */
  readonly dataLine: number;
}

export const TANPA_TABEL =
  'Judul kolom tidak ditemukan. Beri baris judul yang memuat NIK, No KK, No Kartu atau Nama, lalu simpan.';

/** @throws BerkasError when no row of the text is a heading, or two columns claim one field */
export function kenaliDialek(teks: string, tafsirkan: Penafsir): Dialek {
  const [, tersurat] = /^\uFEFF?"?sep=(.)"?\r?\n/i.exec(teks) ?? [];
  const ada = SEPARATORS.filter((pemisah) => teks.includes(pemisah));
  const dicoba = tersurat === undefined ? ada : [tersurat];
  // A file of one column has no separator at all.
  const pilihan = (dicoba.length > 0 ? dicoba : [',']).flatMap((delimiter) => {
    // A last record that is cut off does not matter here.
    const catatan = wholeRecords(teks, delimiter);
    const hasil = temukanTabelOrang(
      catatan.map(({ fields }) => barisTeks(fields)),
      tafsirkan,
    );
    return hasil ? [{ delimiter, catatan, hasil }] : [];
  });
  const nilai = ({ hasil }: (typeof pilihan)[number]) => (hasil.ok ? hasil.value.dikenal : 0);
  const [pertama, ...lain] = pilihan;
  if (!pertama) throw new BerkasError(TANPA_TABEL);
  const { delimiter, catatan, hasil } = lain.reduce((a, b) => (nilai(b) > nilai(a) ? b : a), pertama);
  if (!hasil.ok) throw new BerkasError(hasil.error);
  const { judulBaris, dataMulai } = hasil.value;
  const headerLine = Number(catatan[judulBaris]?.line);
  const akhir = catatan.at(-1);
  const dataLine = catatan[dataMulai]?.line ?? Number(akhir?.line) + 1;
  return { delimiter, tabel: hasil.value, headerLine, dataLine };
}

export interface IntipanCsv {
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly quote: '"';
  /** Line of the headings, from 1. */
  readonly headerLine: number;
  /** Line of the first row of data: one more than `headerLine`, or two where the columns are numbered. */
  readonly dataLine: number;
  /** Index from 0 of each recognised field. */
  readonly kolom: Readonly<Partial<Record<string, number>>>;
  /** Every heading as written. */
  readonly judul: readonly string[];
}

/**
 * Looks at the first part of a CSV file.
 * @throws UserError with exit code 3 when it is no table of people
 */
export async function intipCsv(path: string, aturan: AturanJudul = {}): Promise<IntipanCsv> {
  try {
    await sizeOf(path);
    return intip(await bacaAwal(path), penafsirJudul(aturan));
  } catch (error) {
    if (!(error instanceof BerkasError)) throw error;
    throw new UserError(EXIT.badInput, `${basename(path)}: ${error.message}`, { cause: error });
  }
}

async function bacaAwal(path: string): Promise<Uint8Array> {
  const berkas = await open(path);
  try {
    const { buffer, bytesRead } = await berkas.read(Buffer.alloc(POTONGAN_AWAL), 0, POTONGAN_AWAL, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await berkas.close();
  }
}

function intip(bita: Uint8Array, tafsirkan: Penafsir): IntipanCsv {
  const pieces = new TextPieces();
  const { delimiter, headerLine, dataLine, tabel } = kenaliDialek(pieces.write(bita), tafsirkan);
  const dikenal = tabel.kolom.filter(({ sebagai }) => sebagai !== 'lain');
  return {
    encoding: pieces.encoding,
    delimiter,
    quote: '"',
    headerLine,
    dataLine,
    kolom: Object.fromEntries(dikenal.map(({ sebagai, indeks }) => [sebagai, indeks])),
    judul: tabel.kolom.map(({ judul }) => judul),
  };
}
