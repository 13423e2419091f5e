/** The same table in every way in which offices save CSV. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tulisCsv } from '#domain/format/csv.ts';
import { CsvRecords } from '../../../cli/berkas/csv-records.ts';
import { TextPieces } from '../../../cli/berkas/text-pieces.ts';
import { intipCsv } from '../../../cli/reconcile/sumber/dialek.ts';
import { file, nik, read, readStream, refusal } from './support/sumber.ts';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

const ENCODINGS = {
  'UTF-8': (text: string) => Buffer.from(text),
  'UTF-8 with a mark': (text: string) => Buffer.from(`\uFEFF${text}`),
  'UTF-16 little-endian': (text: string) => utf16(`\uFEFF${text}`),
  'UTF-16 big-endian': (text: string) => utf16(`\uFEFF${text}`).swap16(),
  'UTF-16 little-endian without a mark': utf16,
  'UTF-16 big-endian without a mark': (text: string) => utf16(text).swap16(),
  'Windows-1252': (text: string) => Buffer.from(text.replaceAll('’', '\x92'), 'latin1'),
};
type Encoding = keyof typeof ENCODINGS;
const NAMES = Object.keys(ENCODINGS) as Encoding[];
const SEPARATORS = [',', ';', '\t'];
const BREAKS = ['\r\n', '\n', '\r'];

const TABLE = [
  ['NIK', 'No. KK', 'Nama', 'Alamat'],
  [nik(1), '3402121708900001', 'José Ma’ruf', 'Jl. A, No. 1; RT 2\tRW 3'],
  [nik(2), '3402121708900002', 'Siti', 'Dukuh\nKidul'],
];

const write = (table: readonly (readonly string[])[], separator: string, lineBreak: string): string =>
  table.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator) + lineBreak).join('');

describe('a table of people', () => {
  const kinds = NAMES.flatMap((encoding) =>
    SEPARATORS.flatMap((separator) => BREAKS.map((lineBreak) => ({ encoding, separator, lineBreak }))),
  );

  it.each(kinds)('in $encoding with $separator and $lineBreak', async ({ encoding, separator, lineBreak }) => {
    const bytes = ENCODINGS[encoding](write(TABLE, separator, lineBreak));
    for (const { baris } of [await read(file('a.csv', bytes)), await readStream(bytes, {}, 3)]) {
      expect(baris).toMatchObject([
        { orang: { nik: nik(1), no_kk: '3402121708900001', nama: "JOSÉ MA'RUF" }, lain: { Alamat: TABLE[1]?.[3] } },
        { orang: { nik: nik(2), no_kk: '3402121708900002', nama: 'SITI' }, lain: { Alamat: 'Dukuh\nKidul' } },
      ]);
    }
  });

  it.each(kinds)('is recognised at a glance: $encoding, $separator, $lineBreak', async (kind) => {
    const { encoding, separator, lineBreak } = kind;
    const path = file('a.csv', ENCODINGS[encoding](`Dinas Sosial${lineBreak}${write(TABLE, separator, lineBreak)}`));
    const seen = await intipCsv(path);
    expect(seen).toMatchObject({
      delimiter: separator,
      headerLine: 2,
      dataLine: 3,
      kolom: { nik: 0, no_kk: 1, nama: 2 },
    });
    expect(seen.judul).toEqual(TABLE[0]);
    expect(encoding.toLowerCase().replace('little-endian', 'le').replace('big-endian', 'be')).toContain(
      seen.encoding.replace('16le', '16 le').replace('16be', '16 be'),
    );
  });

  it('that is not there, or none, is refused at a glance too', async () => {
    expect(await refusal(intipCsv('/tidak/ada.csv'))).toContain('ada.csv: Berkas tidak ada');
    expect(await refusal(intipCsv(file('surat.csv', 'Kepada Yth.\n')))).toContain('surat.csv: Judul kolom');
  });

  it('with lines that end in different ways has the lines of the file as its numbers', async () => {
    const { baris } = await readStream(`nik,nama\r\n${nik(1)},A\n${nik(2)},"B\r\nC"\r${nik(3)},D\r\n\r\n${nik(4)},E\n`);
    expect(baris.map(({ nomor, orang }) => [nomor, orang.nik, orang.nama])).toEqual([
      [2, nik(1), 'A'],
      [3, nik(2), 'B C'],
      [5, nik(3), 'D'],
      [7, nik(4), 'E'],
    ]);
  });

  it('whose headings hold another separator', async () => {
    const { baris } = await readStream(`NIK,KITAS;Nama;JK\n${nik(1)};A, B;L\n`);
    expect(baris).toMatchObject([{ orang: { nik: nik(1), nama: 'A, B', jk: 'L' } }]);
  });

  it('that names its separator itself', async () => {
    const { baris } = await readStream(`sep=|\r\nnik|nama\r\n${nik(1)}|A, B; C\r\n`);
    expect(baris).toMatchObject([{ nomor: 3, orang: { nik: nik(1), nama: 'A, B; C' } }]);
  });

  it('whose first letter outside ASCII comes late', async () => {
    const many = Array.from({ length: 30_000 }, (_, n) => `${nik(n % 900)},BUDI\n`).join('');
    const bytes = (name: Buffer) =>
      Buffer.concat([Buffer.from(`nik,nama\n${many}${nik(1)},`), name, Buffer.from('\n')]);
    for (const name of [Buffer.from('JOSÉ'), Buffer.from('JOSÉ', 'latin1')]) {
      expect((await readStream(bytes(name))).baris.at(-1)?.orang.nama).toBe('JOSÉ');
    }
  });
});

describe('any table', () => {
  /** Letters that Windows-1252 has, in an order that is no UTF-8. */
  const narrow = fc.string({ unit: fc.constantFrom(...'aZ 0"\'=;,\t\r\n-+@éñ’') });
  const wide = fc.string({
    unit: fc.oneof(fc.constantFrom(...'"\n\r;,\t'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })),
  });

  it('is split into its fields whatever separates, quotes, ends and encodes them', () => {
    const written = fc.record({
      encoding: fc.constantFrom(...NAMES),
      separator: fc.constantFrom(...SEPARATORS),
      lineBreak: fc.constantFrom(...BREAKS),
      piece: fc.integer({ min: 1, max: 40 }),
      width: fc.integer({ min: 2, max: 5 }),
    });
    const both = written.chain((how) => {
      const cell = how.encoding === 'Windows-1252' ? narrow : wide.map((text) => text.replaceAll('\0', ''));
      const row = fc.array(cell, { minLength: how.width, maxLength: how.width });
      return fc.tuple(fc.constant(how), fc.array(row, { maxLength: 6 }));
    });
    fc.assert(
      fc.property(both, ([{ encoding, separator, lineBreak, piece, width }, rows]) => {
        const table = [Array.from({ length: width }, (_, n) => `judul panjang ${n}`), ...rows];
        const bytes = ENCODINGS[encoding](write(table, separator, lineBreak));
        const [text, records] = [new TextPieces(), new CsvRecords(separator)];
        records.width = { least: width, most: width };
        const read = [...records.push(text.write(bytes.subarray(0, 40)))];
        for (let at = 40; at < bytes.length; at += piece) {
          read.push(...records.push(text.write(bytes.subarray(at, at + piece))));
        }
        read.push(...records.push(text.end(), true));
        expect(read.map(({ fields }) => fields)).toEqual(table);
        expect(read.every(({ badQuote, ended }) => badQuote === 0 && ended)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('that was made safe for spreadsheets comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(narrow, { minLength: 1, maxLength: 5 }), async (texts) => {
        const rows = texts.map((text, n) => [nik(n), 'BUDI', text]);
        const { baris } = await readStream(tulisCsv([['nik', 'nama', 'Catatan'], ...rows], ';'));
        expect(baris.map(({ lain }) => lain['Catatan'])).toEqual(texts);
      }),
      { numRuns: 200 },
    );
  });
});
