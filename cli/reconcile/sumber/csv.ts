/** CSV as a stream of rows: each row whole or named as damaged, a file that breaks off refused with the place. */
import { createHash } from 'node:crypto';
import { bukaSel } from '#domain/format/csv.ts';
import { barisTeks } from '#domain/format/sel.ts';
import { BerkasError } from '../../berkas/berkas-error.ts';
import { CsvBersih } from '../../berkas/csv-bersih.ts';
import { type CsvRecord, CsvRecords } from '../../berkas/csv-records.ts';
import { TextPieces } from '../../berkas/text-pieces.ts';
import type { Cacat } from '../bentuk.ts';
import type { Aliran, BarisMentah, CsvSeragam } from './bentuk.ts';
import { type Dialek, kenaliDialek, POTONGAN_AWAL } from './dialek.ts';
import type { Penafsir } from './judul.ts';

export interface AsalBita {
  /** Opens the bytes at their beginning. */
  readonly buka: () => AsyncIterable<Uint8Array>;
  /** False for a stream that comes once. */
  readonly dapatDiulang: boolean;
  /** Where the bytes lie, if they lie somewhere. */
  readonly path?: string;
}

/** @throws BerkasError when the beginning is no table of people */
export async function bukaCsv(asal: AsalBita, tafsirkan: Penafsir): Promise<Aliran> {
  const awal = await bacaAwal(asal.buka());
  const dialek = kenaliDialek(new TextPieces().write(awal.bita), tafsirkan);
  if (asal.dapatDiulang) await awal.sisa.return?.();
  const akhir = { sha256: '', peringatan: [] as readonly string[] };
  return {
    jenis: 'csv',
    lembar: '',
    tabel: dialek.tabel,
    dapatDiulang: asal.dapatDiulang,
    barisAtas: dialek.dataLine - 1,
    potongan: async function* () {
      const hash = createHash('sha256');
      const peringatan: string[] = [];
      const pemeriksa = new PemeriksaCatatan(dialek, peringatan);
      const teks = new TextPieces();
      const { bita, sisa } = asal.dapatDiulang ? await bacaAwal(asal.buka()) : awal;
      for await (const potong of gabung(bita, sisa)) {
        hash.update(potong);
        yield pemeriksa.masuk(teks.write(potong));
      }
      yield pemeriksa.masuk(teks.end(), true);
      Object.assign(akhir, { sha256: hash.digest('hex'), peringatan });
    },
    bersih: async () => (asal.path === undefined ? undefined : periksaSeragam(asal, asal.path, dialek)),
    sha256: () => akhir.sha256,
    peringatan: () => akhir.peringatan,
  };
}

async function periksaSeragam(
  { buka }: AsalBita,
  path: string,
  { delimiter, dataLine, tabel }: Dialek,
): Promise<CsvSeragam | undefined> {
  // Columns without a heading may be missing from some rows.
  if (tabel.lebar !== tabel.lebarPenuh) return undefined;
  const hash = createHash('sha256');
  const bersih = new CsvBersih({ pemisah: delimiter, dataLine, lebar: tabel.lebar });
  for await (const potong of buka()) {
    if (!bersih.tambah(potong)) return undefined;
    hash.update(potong);
  }
  const hasil = bersih.selesai();
  return hasil && { path, pemisah: delimiter, dataLine, ...hasil, sha256: hash.digest('hex') };
}

interface Awal {
  readonly bita: Uint8Array;
  readonly sisa: AsyncIterator<Uint8Array>;
}

/** Enough of a stream to recognise its encoding and its headings. */
async function bacaAwal(bita: AsyncIterable<Uint8Array>): Promise<Awal> {
  const sisa = bita[Symbol.asyncIterator]();
  const potongan: Uint8Array[] = [];
  let panjang = 0;
  while (panjang < POTONGAN_AWAL) {
    const { value, done } = await sisa.next();
    if (done) break;
    potongan.push(value);
    panjang += value.length;
  }
  return { bita: Buffer.concat(potongan), sisa };
}

async function* gabung(awal: Uint8Array, sisa: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield awal;
    for (let satu = await sisa.next(); !satu.done; satu = await sisa.next()) yield satu.value;
  } finally {
    await sisa.return?.();
  }
}

/** Holds the records of a file against its headings. */
class PemeriksaCatatan {
  readonly #catatan: CsvRecords;
  readonly #dialek: Dialek;
  readonly #peringatan: string[];

  constructor(dialek: Dialek, peringatan: string[]) {
    this.#dialek = dialek;
    this.#peringatan = peringatan;
    this.#catatan = new CsvRecords(dialek.delimiter);
    this.#catatan.width = { least: dialek.tabel.lebar, most: dialek.tabel.lebarPenuh };
  }

  masuk(teks: string, terakhir = false): BarisMentah[] {
    const catatan = this.#catatan.push(teks, terakhir);
    const akhir = catatan.at(-1);
    if (akhir && !akhir.ended) this.#periksaAkhir(akhir);
    const { dataLine } = this.#dialek;
    return catatan
      .filter(({ line }) => line >= dataLine)
      .map((satu) => ({ nomor: satu.line, sel: selCsv(satu.fields), cacat: this.#cacat(satu) }));
  }

  /** @throws BerkasError when the last row ends before its last field */
  #periksaAkhir({ line, fields }: CsvRecord): void {
    const { headerLine, tabel } = this.#dialek;
    if (line >= headerLine && fields.length < tabel.lebar) {
      throw new BerkasError(
        `Baris ${line}, kolom ${fields.length}: berkas terpotong di tengah baris terakhir. Minta dikirim ulang.`,
      );
    }
    this.#peringatan.push(`Baris ${line} tidak diakhiri ganti baris; pastikan berkas tidak terpotong di sana.`);
  }

  #cacat({ fields, badQuote }: CsvRecord): readonly Cacat[] {
    const { kolom, lebar, lebarPenuh } = this.#dialek.tabel;
    if (badQuote > 0) {
      const judul = kolom[badQuote - 1]?.judul ?? '';
      const pesan = `Tanda kutip di kolom ${badQuote} tidak ditutup dengan benar. Betulkan barisnya di berkas asal.`;
      return [{ kode: 'E_KUTIP', kolom: judul, pesan }];
    }
    if (fields.length < lebar) return [cacatLebar('E_KOLOM_KURANG', fields.length, lebar)];
    const lebih = fields.slice(lebarPenuh).some((isian) => isian.trim() !== '');
    return lebih ? [cacatLebar('E_KOLOM_LEBIH', fields.length, lebar)] : TANPA_CACAT;
  }
}

const TANPA_CACAT: readonly Cacat[] = [];

const cacatLebar = (kode: string, ada: number, lebar: number): Cacat => ({
  kode,
  kolom: '',
  pesan: `Barisnya ${ada} isian, judulnya ${lebar} kolom: pemisah kurang atau berlebih. Betulkan di berkas asal.`,
});

/** The cells of a record. */
export const selCsv = (isian: readonly string[]): BarisMentah['sel'] => barisTeks(isian.map(bukaIsian));

/** Without what keeps spreadsheets from running or shortening a text: an apostrophe, or `="..."`. */
function bukaIsian(teks: string): string {
  const awal = teks.charCodeAt(0);
  if (awal === 61) return /^="([^"]*)"$/.exec(teks)?.[1] ?? teks;
  return teks.includes("'") ? bukaSel(teks) : teks;
}
