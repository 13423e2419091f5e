/** Archives that are damaged, or made to fill the machine: refused before they are unpacked, or while they are. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readBerkas } from '../../../cli/berkas/berkas.ts';
import { file, nik, read, refusal } from './support/sumber.ts';
import { type Part, textRow, workbook, workbookParts, zip } from './support/zip.ts';

const ROWS = textRow('NIK', 'Nama') + textRow(nik(1), 'BUDI');
const PARTS = workbookParts({ tabs: [{ rows: ROWS }] });
const SHEET = 'xl/worksheets/sheet1.xml';

const refused = (bytes: Uint8Array, name = 'data.xlsx'): Promise<string> => refusal(read(file(name, bytes)));
const changed = (name: string, change: (part: Part) => Part): Buffer =>
  zip(PARTS.map((part) => (part.name === name ? change(part) : part)));

/** Half a gigabyte of spaces, packed to half a megabyte. */
const swollen = (): Buffer => deflateRawSync(Buffer.alloc(512 << 20, ' '));

describe('an archive', () => {
  it('that is sound is read', async () => {
    const { baris } = await read(file('data.xlsx', zip(PARTS)));
    expect(baris).toMatchObject([{ nomor: 2, orang: { nik: nik(1) } }]);
  });

  it('whose sheet unpacks to a thousand times its size is refused, whatever size it declares', async () => {
    const packed = swollen();
    const bomb = (declared: number) => changed(SHEET, ({ name, content }) => ({ name, content, packed, declared }));
    expect(await refused(bomb(512 << 20))).toContain('terlalu besar bila dibuka');
    // The truth comes out while unpacking.
    expect(await refused(bomb(4096))).toContain('rusak');
  });

  it('with too many parts, or too much in all of them, is refused', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => ({ name: `xl/media/${n}.png`, content: '' }));
    expect(await refused(zip([...PARTS, ...many]))).toContain('terlalu besar');
    // None of them is suspicious alone.
    const packed = Buffer.alloc(2 << 20);
    const huge = [1, 2].map((n) => ({ name: `xl/${n}.xml`, content: '', packed, declared: 150e6 }));
    const path = file('data.xlsx', zip([...PARTS, ...huge]));
    expect(await refusal(readBerkas(path))).toContain('terlalu besar');
    expect((await read(path)).baris).toHaveLength(1);
  });

  it.each(['../../etc/passwd', '/etc/passwd', 'C:/x', 'xl\\..\\..\\x'])(
    'with the name %s in it is refused',
    async (name) => {
      expect(await refused(zip([...PARTS, { name, content: 'x' }]))).toContain('rusak');
    },
  );

  it('whose content is not what was packed is refused', async () => {
    const other = deflateRawSync(Buffer.from(String(PARTS.at(-1)?.content).replace('BUDI', 'BUDA')));
    expect(await refused(changed(SHEET, ({ name, content }) => ({ name, content, packed: other })))).toContain('rusak');
  });

  it('cut at any place is refused', async () => {
    const bytes = zip(PARTS);
    for (let cut = 4; cut < bytes.length; cut += 1) {
      expect(await refused(bytes.subarray(0, cut)), `cut at ${cut}`).toContain('rusak atau terpotong');
    }
  }, 120_000);

  it.each([
    ['lama.xls', 'Format Excel lama (.xls)'],
    ['rahasia.xlsx', 'kata sandi'],
  ])('%s, in the old container, is refused', async (name, sentence) => {
    expect(await refused(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3, 4]), name)).toContain(sentence);
  });
});

describe('a sheet', () => {
  const one = (rows: string, shared: readonly string[] = []) => workbook({ tabs: [{ rows }], shared });

  it.each([
    ['whose XML ends early', `${ROWS}<row><c t="inlineStr"><is><t>x`, 'Sekitar baris 3: Isi berkas rusak'],
    ['with text that is nowhere', `${ROWS}<row><c t="s"><v>7</v></c></row>`, 'Sekitar baris 3: Isi berkas rusak'],
    [
      'with a value at the end of the world',
      `${ROWS}<row r="5"><c r="XFD5"><v>1</v></c></row>`,
      'sel XFD5, jauh di kanan',
    ],
    ['with more rows than Excel has', `${ROWS}<row r="1048577"><c r="XFD1048577"><v>1</v></c></row>`, 'batas Excel'],
  ])('%s is refused with the place', async (_, rows, sentence) => {
    const xml = rows.endsWith('x') ? `<?xml version="1.0"?><worksheet><sheetData>${rows}` : rows;
    expect(await refused(one(xml))).toContain(sentence);
  });

  it('with an empty cell far away, or a row far below, is read', async () => {
    const far =
      '<row r="4"><c r="XFD4" s="0"/></row><row r="1048576"><c r="B1048576" t="inlineStr"><is><t>X</t></is></c></row>';
    const { baris } = await read(file('data.xlsx', one(ROWS + far)));
    expect(baris.map(({ nomor }) => nomor)).toEqual([2, 1_048_576]);
  });

  it('whose entities would multiply without end is refused', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' +
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>';
    expect(await refused(one(bomb))).toContain('rusak');
  });
});
