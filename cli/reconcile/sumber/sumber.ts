/** Opens a table of people in whatever file it comes, and reads it row by row. */
import { createReadStream } from 'node:fs';
import { basename, extname } from 'node:path';
import type { Readable } from 'node:stream';
import type { DuckDBConnection } from '@duckdb/node-api';
import { BerkasError } from '../../berkas/berkas-error.ts';
import { headOf, kindOf, sizeOf } from '../../berkas/kind.ts';
import { EXIT, UserError } from '../../errors.ts';
import type { BarisDibaca } from '../bentuk.ts';
import type { Aliran, BarisMentah, CsvSeragam, RingkasanSumber, Sumber } from './bentuk.ts';
import { bukaCsv } from './csv.ts';
import { type AturanJudul, type Penafsir, penafsirJudul } from './judul.ts';
import { pembacaOrang } from './orang.ts';
import { Penyaring } from './saring.ts';
import { BARIS_CONTOH, type HasilTelaah, Telaah } from './telaah.ts';

export interface OpsiSumber extends AturanJudul {
  /** The tab to read, where a workbook has several tables. */
  readonly lembar?: string | undefined;
  /** The sender's answer about the order of day and month. */
  readonly urutan?: 'HB' | 'BH' | undefined;
  /** Reads Parquet; without it a database of its own is opened for that. */
  readonly koneksi?: DuckDBConnection | undefined;
  /** What `-` reads. */
  readonly stdin?: Readable | undefined;
}

const TANPA_LEMBAR = '--lembar tidak dipakai: berkas ini tidak punya lembar.';

/** Some hundred rows: larger pieces outlive the collection of young objects and cost twice the time. */
const POTONGAN = 1 << 16;

/**
 * @param path of a file, or `-` for CSV on standard input
 * @throws UserError with exit code 3 and a sentence when the file is no table of people; so does reading its rows
 */
export async function bukaSumber(path: string, opsi: OpsiSumber = {}): Promise<Sumber> {
  const nama = path === '-' ? 'stdin' : basename(path);
  const tafsirkan = penafsirJudul(opsi);
  const aliran = await denganNama(nama, () => bukaAliran(path, opsi, tafsirkan));
  let ringkasan: RingkasanSumber | undefined;
  return {
    nama,
    jenis: aliran.jenis,
    lembar: aliran.lembar,
    kolom: aliran.tabel.kolom,
    tambahan: Object.fromEntries(
      aliran.tabel.kolom.flatMap(({ sebagai, judul }) =>
        Object.hasOwn(opsi.kolomTambahan ?? {}, sebagai) ? [[sebagai, judul]] : [],
      ),
    ),
    baris: async function* () {
      try {
        ringkasan = yield* bacaSemua(aliran, opsi, tafsirkan);
      } catch (error) {
        throw bernama(nama, error);
      }
    },
    bersama: async () => {
      const csv = await aliran.bersih?.();
      if (!csv) return undefined;
      const { telaah } = await telaahDahulu(aliran, opsi.urutan);
      return {
        csv,
        tabel: aliran.tabel,
        terpotong: telaah.terpotong,
        baca: async function* (mentah) {
          try {
            ringkasan = yield* bacaSisa(aliran, csv, mentah, telaah, tafsirkan);
          } catch (error) {
            throw bernama(nama, error);
          }
        },
      };
    },
    ringkasan: () => {
      if (!ringkasan) throw new Error('the rows of the source have not all been read');
      const tanpaLembar = opsi.lembar !== undefined && aliran.jenis !== 'xlsx';
      return tanpaLembar ? { ...ringkasan, peringatan: [TANPA_LEMBAR, ...ringkasan.peringatan] } : ringkasan;
    },
  };
}

async function bukaAliran(path: string, opsi: OpsiSumber, tafsirkan: Penafsir): Promise<Aliran> {
  if (path === '-') return bukaCsv({ buka: () => opsi.stdin ?? process.stdin, dapatDiulang: false }, tafsirkan);
  await sizeOf(path);
  switch (kindOf(await headOf(path), extname(path).toLowerCase())) {
    case 'csv':
      return bukaCsv(
        { buka: () => createReadStream(path, { highWaterMark: POTONGAN }), dapatDiulang: true, path },
        tafsirkan,
      );
    case 'xlsx': {
      // Reading workbooks takes more than a hundred modules.
      const { bukaXlsx } = await import('./xlsx.ts');
      return bukaXlsx(path, tafsirkan, opsi.lembar);
    }
    case 'parquet': {
      // The engine weighs tens of megabytes; most files need none of it.
      const { bukaParquet } = await import('./parquet.ts');
      return bukaParquet(path, tafsirkan, opsi.koneksi);
    }
  }
}

/** Turns rows into rows about people, and counts. */
class Pembaca {
  readonly #baca: (baris: BarisMentah) => BarisDibaca;
  readonly #penyaring: Penyaring;
  readonly #jumlah = { data: 0, cacat: 0 };

  constructor({ tabel }: Aliran, telaah: HasilTelaah, tafsirkan: Penafsir) {
    this.#baca = pembacaOrang(tabel, telaah);
    this.#penyaring = new Penyaring(tabel, tafsirkan);
  }

  masuk = (mentah: readonly BarisMentah[]): BarisDibaca[] => this.#olah(this.#penyaring.masuk(mentah));
  diikutiData = (): BarisDibaca[] => this.#olah(this.#penyaring.diikutiData());
  akhir = (): BarisDibaca[] => this.#olah(this.#penyaring.akhir());

  #olah(data: readonly BarisMentah[]): BarisDibaca[] {
    const dibaca = data.map(this.#baca);
    this.#jumlah.data += dibaca.length;
    this.#jumlah.cacat += dibaca.filter(({ cacat }) => cacat.length > 0).length;
    return dibaca;
  }

  /** @param lain rows without any defect that others have read */
  ringkasan(telaah: HasilTelaah, lain = 0): Omit<RingkasanSumber, 'sha256' | 'peringatan'> {
    const { lewat, jumlahLewat } = this.#penyaring;
    const data = this.#jumlah.data + lain;
    return {
      ...{ dibaca: data + jumlahLewat, data, cacat: this.#jumlah.cacat, lewat },
      ...{ urutan: telaah.urutan, urutanPasti: !telaah.bawaan },
    };
  }
}

async function* bacaSemua(
  aliran: Aliran,
  opsi: OpsiSumber,
  tafsirkan: Penafsir,
): AsyncGenerator<BarisDibaca[], RingkasanSumber> {
  const { telaah, potongan } = await telaahDahulu(aliran, opsi.urutan);
  const pembaca = new Pembaca(aliran, telaah, tafsirkan);
  for await (const satu of potongan) {
    const dibaca = pembaca.masuk(satu);
    if (dibaca.length > 0) yield dibaca;
  }
  const sisa = pembaca.akhir();
  if (sisa.length > 0) yield sisa;
  return {
    sha256: aliran.sha256(),
    ...pembaca.ringkasan(telaah),
    peringatan: [...aliran.peringatan(), ...peringatanTelaah(telaah)],
  };
}

/** The rows that the database has left; between them stand those that it took, which are data. */
async function* bacaSisa(
  aliran: Aliran,
  { dataLine, catatan, sha256 }: CsvSeragam,
  mentah: AsyncIterable<BarisMentah[]>,
  telaah: HasilTelaah,
  tafsirkan: Penafsir,
): AsyncGenerator<BarisDibaca[], RingkasanSumber> {
  const pembaca = new Pembaca(aliran, telaah, tafsirkan);
  let berikut = dataLine;
  let sisa = 0;
  for await (const potongan of mentah) {
    const dibaca = potongan.flatMap((satu) => {
      const tertahan = satu.nomor > berikut ? pembaca.diikutiData() : [];
      berikut = satu.nomor + 1;
      return [...tertahan, ...pembaca.masuk([satu])];
    });
    sisa += potongan.length;
    if (dibaca.length > 0) yield dibaca;
  }
  const akhir = [...(berikut < dataLine + catatan ? pembaca.diikutiData() : []), ...pembaca.akhir()];
  if (akhir.length > 0) yield akhir;
  return { sha256, ...pembaca.ringkasan(telaah, catatan - sisa), peringatan: peringatanTelaah(telaah) };
}

interface SesudahTelaah {
  readonly telaah: HasilTelaah;
  readonly potongan: AsyncIterable<BarisMentah[]>;
}

/** A file is read twice where only all its dates tell their order; of a stream the first rows must do. */
async function telaahDahulu(aliran: Aliran, urutan: 'HB' | 'BH' | undefined): Promise<SesudahTelaah> {
  const telaah = new Telaah(aliran.tabel, urutan);
  const potongan = aliran.potongan();
  const ditahan: BarisMentah[][] = [];
  let baris = 0;
  for (let satu = await potongan.next(); !satu.done; satu = await potongan.next()) {
    telaah.tambah(satu.value);
    if (!aliran.dapatDiulang) ditahan.push(satu.value);
    baris += satu.value.length;
    if (telaah.cukup || (!aliran.dapatDiulang && baris >= BARIS_CONTOH)) break;
  }
  if (!aliran.dapatDiulang) return { telaah: telaah.hasil(), potongan: rangkai(ditahan, potongan) };
  await potongan.return(undefined);
  return { telaah: telaah.hasil(), potongan: aliran.potongan() };
}

async function* rangkai(
  ditahan: readonly BarisMentah[][],
  sisa: AsyncGenerator<BarisMentah[]>,
): AsyncGenerator<BarisMentah[]> {
  yield* ditahan;
  yield* sisa;
}

function peringatanTelaah({ bawaan, kabur, terpotong }: HasilTelaah): string[] {
  return [
    ...(bawaan && kabur > 0
      ? ['Urutan hari dan bulan tidak terbukti dari isinya; dibaca hari lebih dahulu (--urutan HB|BH).']
      : []),
    ...(terpotong ? ['Kebanyakan NIK berakhir 0: mungkin dipotong Excel. Minta berkas asalnya.'] : []),
  ];
}

async function denganNama<T>(nama: string, kerja: () => Promise<T>): Promise<T> {
  try {
    return await kerja();
  } catch (error) {
    throw bernama(nama, error);
  }
}

const bernama = (nama: string, error: unknown): unknown =>
  error instanceof BerkasError ? new UserError(EXIT.badInput, `${nama}: ${error.message}`, { cause: error }) : error;
