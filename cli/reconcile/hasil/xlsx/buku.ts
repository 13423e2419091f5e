/**
 * A workbook written sheet by sheet as its rows come, with colours, in little memory: the library that reads workbooks
 * writes either one plain sheet as a stream, or styled sheets from memory, of which a large result would take over a GiB.
 */
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import { hurufKolom } from '#domain/format/sel.ts';
import type { BerkasUtuh } from '../utuh.ts';
import { GAYA, GAYA_XML } from './gaya.ts';
import { barisXml, type Isi } from './sel.ts';

export interface BentukLembar {
  readonly nama: string;
  /** Width of each column in characters. */
  readonly lebar: readonly number[];
  /** The first row stays in sight and has a filter for every column. */
  readonly tabel: boolean;
}

/** The same rows give the same bytes: no part carries the time of its making. */
const TANPA_WAKTU = { compressionLevel: 3, mtime: new Date(2000, 0, 1), mode: 0o100600 };
const POTONGAN = 64 * 1024;
/** Rows are made while earlier ones are still being packed on another thread; a long queue would outlive young objects. */
const ANTREAN = 2 * POTONGAN;
const DEKLARASI = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const UTAMA = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELASI = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PAKET = 'http://schemas.openxmlformats.org/package/2006';
const JENIS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export class BukuXlsx {
  readonly #berkas: BerkasUtuh;
  readonly #zip = new ZipFile();
  readonly #tertulis: Promise<void>;
  readonly #nama: string[] = [];

  constructor(berkas: BerkasUtuh) {
    this.#berkas = berkas;
    this.#tertulis = this.#salurkan();
    // Looked at when the workbook is finished; until then a full disk must not end the process.
    this.#tertulis.catch(() => undefined);
  }

  /** Only one sheet is open at a time. */
  lembar(bentuk: BentukLembar): LembarXlsx {
    this.#nama.push(bentuk.nama);
    const isi = new PassThrough({ highWaterMark: ANTREAN });
    this.#zip.addReadStream(isi, `xl/worksheets/sheet${this.#nama.length}.xml`, TANPA_WAKTU);
    return new LembarXlsx(isi, bentuk, this.#tertulis);
  }

  /** @param urutan names of the sheets as people see them, from left to right */
  async selesai(urutan: readonly string[]): Promise<void> {
    const nomor = urutan.map((nama) => this.#nama.indexOf(nama) + 1);
    const bagian: [string, string][] = [
      ['xl/styles.xml', GAYA_XML],
      ['xl/workbook.xml', bukuXml(urutan, nomor)],
      ['xl/_rels/workbook.xml.rels', relasiBuku(nomor)],
      ['_rels/.rels', relasi([`${relasiSatu('rId1', 'officeDocument', 'xl/workbook.xml')}`])],
      ['[Content_Types].xml', jenisIsi(nomor)],
    ];
    for (const [path, xml] of bagian) this.#zip.addBuffer(Buffer.from(xml), path, TANPA_WAKTU);
    this.#zip.end();
    await this.#tertulis;
  }

  async #salurkan(): Promise<void> {
    for await (const bytes of this.#zip.outputStream) await this.#berkas.tulisBytes(bytes as Uint8Array);
  }
}

export class LembarXlsx {
  readonly #isi: PassThrough;
  readonly #bentuk: BentukLembar;
  readonly #gagal: Promise<void>;
  #text: string;
  #baris = 0;

  constructor(isi: PassThrough, bentuk: BentukLembar, gagal: Promise<void>) {
    this.#isi = isi;
    this.#bentuk = bentuk;
    this.#gagal = gagal;
    this.#text = pembuka(bentuk);
  }

  get baris(): number {
    return this.#baris;
  }

  /** Await what it returns, if anything. */
  tulis(isi: readonly Isi[]): Promise<void> | undefined {
    this.#baris += 1;
    this.#text += barisXml(isi, this.#baris);
    return this.#text.length < POTONGAN ? undefined : this.#kirim();
  }

  async selesai(): Promise<void> {
    this.#text += penutup(this.#bentuk, this.#baris);
    await this.#kirim();
    this.#isi.end();
  }

  async #kirim(): Promise<void> {
    const text = this.#text;
    this.#text = '';
    // When writing the file fails nobody drains the sheet any more: then that failure is the answer.
    if (!this.#isi.write(text)) await Promise.race([once(this.#isi, 'drain'), this.#gagal]);
  }
}

function pembuka({ lebar, tabel }: BentukLembar): string {
  const teks = GAYA.indexOf('teks');
  const kolom = lebar.map(
    (satu, i) => `<col min="${i + 1}" max="${i + 1}" width="${satu}" style="${teks}" customWidth="1"/>`,
  );
  const beku = tabel ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : '';
  return (
    `${DEKLARASI}<worksheet xmlns="${UTAMA}"><sheetViews><sheetView workbookViewId="0">${beku}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${kolom.join('')}</cols><sheetData>`
  );
}

function penutup({ lebar, tabel }: BentukLembar, baris: number): string {
  const akhir = `${hurufKolom(lebar.length - 1)}${Math.max(baris, 1)}`;
  const saring = tabel ? `<autoFilter ref="A1:${akhir}"/>` : '';
  // Digits kept as text are meant: no green corner in every cell.
  const diam = `<ignoredErrors><ignoredError sqref="A1:${akhir}" numberStoredAsText="1"/></ignoredErrors>`;
  return `</sheetData>${saring}${diam}</worksheet>`;
}

const bukuXml = (nama: readonly string[], nomor: readonly number[]): string => {
  const lembar = nama.map((satu, i) => `<sheet name="${satu}" sheetId="${i + 1}" r:id="rId${nomor[i]}"/>`);
  return `${DEKLARASI}<workbook xmlns="${UTAMA}" xmlns:r="${RELASI}"><sheets>${lembar.join('')}</sheets></workbook>`;
};

const relasiSatu = (id: string, jenis: string, tujuan: string): string =>
  `<Relationship Id="${id}" Type="${RELASI}/${jenis}" Target="${tujuan}"/>`;

const relasi = (satu: readonly string[]): string =>
  `${DEKLARASI}<Relationships xmlns="${PAKET}/relationships">${satu.join('')}</Relationships>`;

const relasiBuku = (nomor: readonly number[]): string =>
  relasi([
    ...nomor.map((satu) => relasiSatu(`rId${satu}`, 'worksheet', `worksheets/sheet${satu}.xml`)),
    relasiSatu('rIdGaya', 'styles', 'styles.xml'),
  ]);

function jenisIsi(nomor: readonly number[]): string {
  const satu = (path: string, jenis: string) =>
    `<Override PartName="/xl/${path}" ContentType="${JENIS}.${jenis}+xml"/>`;
  return (
    `${DEKLARASI}<Types xmlns="${PAKET}/content-types"><Default Extension="rels" ` +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ' +
    `ContentType="application/xml"/>${satu('workbook.xml', 'sheet.main')}${satu('styles.xml', 'styles')}` +
    `${nomor.map((ke) => satu(`worksheets/sheet${ke}.xml`, 'worksheet')).join('')}</Types>`
  );
}
