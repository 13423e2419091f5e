/** Table files as people really send them: read with the kind of each cell, or refused with a sentence. */
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Sel } from '#domain/format/sel.ts';
import { readBerkas } from '../../cli/berkas/berkas.ts';
import { UserError } from '../../cli/errors.ts';
import { pbi, temporary } from './support/pbi.ts';

/** Writes bytes or text under a name and gives the path. */
function file(name: string, content: Uint8Array | string): string {
  const path = join(temporary(), name);
  writeFileSync(path, content);
  return path;
}

const cells = async (path: string, sheet = 0): Promise<readonly (readonly Sel[])[]> =>
  (await readBerkas(path)).lembar[sheet]?.lembar ?? [];
const texts = async (path: string) => (await cells(path)).map((row) => row.map(({ teks }) => teks));

async function refusal(path: string): Promise<string> {
  const error = await readBerkas(path).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error('was not refused');
  expect(error.exitCode).toBe(3);
  return error.message;
}

describe('a workbook', () => {
  it('tells what kind each cell is', async () => {
    const rows = [['0012', Number('9171010101909001'), new Date(Date.UTC(1990, 7, 17)), true, null, '', '=1+1']];
    const formula = new Map([['0,4', { formula: 'A1&"x"', formulaResult: '0012x' }]]);
    const path = file('jenis.xlsx', await writeXlsx({ sheets: [{ name: 'Data', rows, cells: formula }] }));
    expect((await cells(path))[0]).toEqual([
      { teks: '0012', jenis: 'teks' },
      { teks: '9171010101909000', jenis: 'angka' },
      { teks: '1990-08-17', jenis: 'tanggal' },
      { teks: 'true', jenis: 'teks' },
      { teks: expect.any(String), jenis: 'rumus' },
      { teks: '', jenis: 'kosong' },
      { teks: '=1+1', jenis: 'teks' },
    ]);
  });

  it('gives its visible sheets and a hash of its bytes', async () => {
    const sheets = [
      { name: 'Satu', rows: [['a']] },
      { name: 'Lama', rows: [['b']], hidden: true },
    ];
    const bytes = await writeXlsx({ sheets });
    const { nama, lembar, sha256 } = await readBerkas(file('dua.xlsx', bytes));
    expect({ nama, tabs: lembar.map((one) => one.nama) }).toEqual({ nama: 'dua.xlsx', tabs: ['Satu'] });
    expect(sha256).toBe((await readBerkas(file('lain.xlsx', bytes))).sha256);
  });
});

describe('a CSV file', () => {
  const TEXT = 'NIK;Nama;Alamat\r\n9171011708909001;José;"Jl. A; No. 1, RT 2"\r\n';
  const ROWS = [
    ['NIK', 'Nama', 'Alamat'],
    ['9171011708909001', 'José', 'Jl. A; No. 1, RT 2'],
  ];
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 little-endian', utf16(TEXT)],
    ['UTF-16 big-endian', utf16(TEXT).swap16()],
    ['Windows-1252', Buffer.from(TEXT, 'latin1')],
  ])('in %s', async (_, bytes) => {
    expect(await texts(file('a.csv', bytes))).toEqual(ROWS);
  });

  it.each([';', ',', '\t'])('separated by %j, whatever stands in the lines above the table', async (separator) => {
    const table = ROWS.map((row) => row.map((text) => `"${text}"`).join(separator)).join('\n');
    const rows = await texts(file('a.csv', `KELURAHAN BATU TULIS, KOTA BOGOR\n${table}\n`));
    expect(rows.slice(1)).toEqual(ROWS);
  });

  it('loses the apostrophe that keeps spreadsheets from running text', async () => {
    expect(await texts(file('a.csv', `"'=1+1";"'-2+3";"O'Neil"\n`))).toEqual([['=1+1', '-2+3', "O'Neil"]]);
  });
});

/** A ZIP archive with one entry whose directory declares these sizes. */
function zip(packed: Uint8Array, unpacked: number, flags = 0): Uint8Array {
  const name = Buffer.from('xl/workbook.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const directory = Buffer.alloc(46);
  directory.writeUInt32LE(0x02014b50, 0);
  directory.writeUInt16LE(flags, 8);
  directory.writeUInt16LE(8, 10);
  directory.writeUInt32LE(flags ? 0 : packed.length, 20);
  directory.writeUInt32LE(unpacked, 24);
  directory.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, directory, name, end]);
}

describe('a file that cannot be read', () => {
  const OLE = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

  it.each([
    ['kosong.xlsx', '', 'Berkas kosong (0 bita)'],
    ['lama.xls', OLE, 'Format Excel lama (.xls)'],
    ['rahasia.xlsx', OLE, 'kata sandi'],
    ['foto.xlsx', 'bukan excel', 'Bernama .xlsx tetapi bukan berkas Excel'],
    ['surat.pdf', '%PDF-1.4', 'Jenis berkas ".pdf" tidak dikenal'],
    ['data', 'a;b', 'Jenis berkas "tanpa akhiran" tidak dikenal'],
    ['gambar.csv', Uint8Array.from([0, 1, 2, 0, 255]), 'Baris 1: isinya bukan teks CSV'],
    ['bom.xlsx', zip(deflateRawSync(Buffer.alloc(1_000_000)), 3_000_000_000), 'terlalu besar bila dibuka'],
    ['bom-tanpa-ukuran.xlsx', zip(deflateRawSync(Buffer.alloc(1_000_000)), 0), 'terlalu besar bila dibuka'],
    ['bom-terselubung.xlsx', zip(deflateRawSync(Buffer.alloc(1_000_000)), 0, 8), 'terlalu besar bila dibuka'],
    ['panjang.csv', 'a;b\n'.repeat(20_001), 'Lebih dari 20000 baris'],
  ])('%s says why', async (name, content, sentence) => {
    const message = await refusal(file(name, content));
    expect(message).toContain(`${name}: `);
    expect(message).toContain(sentence);
  });

  it('is cut off, has CSV inside out, is a folder, too big or not there', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'x', rows: [['a', 'b']] }] });
    expect(await refusal(file('potong.xlsx', bytes.slice(0, bytes.length / 2)))).toContain('Isi berkas rusak');
    expect(await refusal(file('excel.csv', bytes))).toContain('berisi berkas Excel');
    const folder = join(temporary(), 'map.xlsx');
    mkdirSync(folder);
    expect(await refusal(folder)).toContain('Ini folder');
    const huge = file('besar.xlsx', 'PK');
    truncateSync(huge, 21 * 1024 * 1024);
    expect(await refusal(huge)).toContain('lebih dari 20 MB');
    expect(await refusal(join(temporary(), 'tidak-ada.xlsx'))).toContain('tidak ada');
  });

  it('has cells so far apart that they would fill the memory', async () => {
    const cell = new Map([['1048575,16383', { value: 'x' }]]);
    const bytes = await writeXlsx({ sheets: [{ name: 'x', rows: [['a']], cells: cell }] });
    expect(await refusal(file('jauh.xlsx', bytes))).toMatch(/lebih dari|sel XFD1048576, jauh di kanan/);
  });

  it('ends the program with code 3, without a stack', async () => {
    const ended = await pbi('impor', file('lama.xls', OLE), '--kelurahan', '3271011001');
    expect(ended).toEqual({ code: 3, out: '', err: expect.stringMatching(/^galat: lama\.xls: [^\n]+\n$/) });
  });
});
