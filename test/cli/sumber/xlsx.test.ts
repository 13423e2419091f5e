/** Workbooks as every program writes them: each cell with its kind, each defect with its name. */
import { describe, expect, it } from 'vitest';
import { type KunciKolom, kolomFormat } from '#domain/format/kolom.ts';
import { orang, sheet, xlsx } from '../support/berkas.ts';
import { codes, file, nik, read, refusal } from './support/sumber.ts';
import { textRow, type WorkbookContent, workbook } from './support/zip.ts';

const book = (content: WorkbookContent): string => file('data.xlsx', workbook(content));
const one = (rows: string, more: Partial<WorkbookContent> = {}) => read(book({ tabs: [{ rows }], ...more }));

const HEAD = textRow('NIK', 'Nama', 'Tgl Lahir', 'Ket');
const cell = (content: string) => `<row><c t="inlineStr"><is><t>${nik(1)}</t></is></c>${content}</row>`;

describe('a cell', () => {
  it.each([
    ['text of its own', '<c t="inlineStr"><is><t>BUDI</t></is></c>', 'BUDI', []],
    [
      'runs of text and how to read them',
      '<c t="inlineStr"><is><r><t>BU</t></r><r><t>DI</t></r><rPh><t>PH</t></rPh></is></c>',
      'BUDI',
      [],
    ],
    ['shared text', '<c t="s"><v>0</v></c>', 'BUDI', []],
    ['shared runs of text', '<c t="s"><v>1</v></c>', 'SITI AYU', []],
    ['a line break', '<c t="inlineStr"><is><t>BUDI_x000D_&#10;ADI</t></is></c>', 'BUDI ADI', []],
    ['the result of a formula', '<c t="str"><v>BUDI</v></c>', 'BUDI', []],
    ['a formula', '<c t="str"><f>UPPER(A1)</f><v>BUDI</v></c>', '', ['E_RUMUS']],
    ['a formula without a result', '<c><f>HYPERLINK("http://x/?"&amp;A1)</f></c>', '', ['E_RUMUS']],
    ['a shared formula', '<c t="str"><f t="shared" si="0"/><v>BUDI</v></c>', '', ['E_RUMUS']],
    ['an error', '<c t="e"><v>#N/A</v></c>', '', ['E_SEL_GALAT']],
    ['nothing but a format', '<c s="1"/>', '', []],
    ['text as data', '<c t="inlineStr"><is><t><![CDATA[A & B]]></t></is></c>', 'A & B', []],
  ])('with %s', async (_, content, nama, expected) => {
    const shared = ['<t>BUDI</t>', '<r><t>SITI </t></r><r><rPr/><t>AYU</t></r><rPh><t>PH</t></rPh>'];
    const result = await one(HEAD + cell(content), { shared });
    expect(result.baris[0]?.orang.nama).toBe(nama);
    expect(codes(result)).toEqual([expected]);
  });

  it.each([
    ['a number with the format of a date', '<c s="1"><v>33102</v></c>', '1990-08-17', []],
    ['one of an own format', '<c s="2"><v>33102.75</v></c>', '1990-08-17', []],
    ['a date by itself', '<c t="d"><v>1990-08-17T00:00:00</v></c>', '1990-08-17', []],
    ['a bare number', '<c><v>33102</v></c>', '', ['E_TANGGAL_BILANGAN']],
    ['text', '<c t="inlineStr"><is><t>17/08/1990</t></is></c>', '1990-08-17', []],
  ])('with a date as %s', async (_, content, lahir, expected) => {
    const formats = ['numFmtId="0"', 'numFmtId="14"', 'numFmtId="164"'];
    const result = await one(HEAD + cell(`<c t="inlineStr"><is><t>BUDI</t></is></c>${content}`), { formats });
    expect(result.baris[0]?.orang.tgl_lahir).toBe(lahir);
    expect(codes(result)).toEqual([expected]);
  });

  it('with a date that is counted from 1904', async () => {
    const content = cell('<c t="inlineStr"><is><t>BUDI</t></is></c><c s="0"><v>31640</v></c>');
    const { baris } = await one(HEAD + content, {
      formats: ['numFmtId="14"'],
      properties: '<workbookPr date1904="1"/>',
    });
    expect(baris[0]?.orang.tgl_lahir).toBe('1990-08-17');
  });

  it.each([
    ['3402121708900000', '3402121708900000', ['E_ANGKA', 'E_EXCEL_15']],
    ['3.4021217089E+15', '3402121708900000', ['E_ANGKA', 'E_EXCEL_15']],
    ['3402121708909001', '', ['E_ANGKA']],
    ['340212170890901', '340212170890901', ['E_ANGKA', 'E_KURANG_1']],
  ])('with the NIK as the number %s', async (number, expected, names) => {
    const result = await one(`${HEAD}<row><c><v>${number}</v></c><c t="inlineStr"><is><t>BUDI</t></is></c></row>`);
    expect(result.baris[0]?.orang).toMatchObject({ nik: expected, nama: 'BUDI' });
    expect(codes(result)).toEqual([names]);
  });

  it('of an asked column must be a value; of others what is shown suffices', async () => {
    const row = `<row><c r="A2" t="inlineStr"><is><t>${nik(1)}</t></is></c><c r="B2" t="str"><f>X()</f><v>BERHASIL</v></c><c r="C2"><f>1+1</f><v>2</v></c></row>`;
    const path = book({ tabs: [{ rows: textRow('NIK', 'Hasil', 'Ket') + row }] });
    const result = await read(path, { kolomTambahan: { hasil: ['Hasil'] } });
    expect(result.baris[0]?.lain).toEqual({ Hasil: '', Ket: '2' });
    expect(codes(result)).toEqual([['E_RUMUS']]);
  });
});

describe('a sheet', () => {
  it('with prefixed names, cells without references and numbers of rows that leap', async () => {
    const rows = `<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>
      <x:row r="3"><x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c></x:row>
      <x:row r="9"><x:c r="B9" t="s"><x:v>2</x:v></x:c><x:c t="inlineStr"><x:is><x:t>catatan</x:t></x:is></x:c></x:row>
      <x:row><x:c r="A10" t="inlineStr"><x:is><x:t>${nik(1)}</x:t></x:is></x:c></x:row>
      </x:sheetData><x:mergeCells/></x:worksheet>`;
    const { baris } = await one(rows, { shared: ['<t>NIK</t>', '<t>Nama</t>', '<t>BUDI</t>'] });
    expect(baris).toMatchObject([
      { nomor: 9, orang: { nik: '', nama: 'BUDI' }, lain: { 'Kolom C': 'catatan' } },
      { nomor: 10, orang: { nik: nik(1), nama: '' } },
    ]);
  });

  it('with headings that are merged over two rows', async () => {
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>' +
      '<row r="2"><c r="C2" t="s"><v>3</v></c><c r="D2" t="s"><v>4</v></c></row>' +
      `<row r="3"><c r="A3" t="inlineStr"><is><t>${nik(1)}</t></is></c><c r="D3" t="inlineStr"><is><t>17-08-1990</t></is></c></row>`;
    const shared = ['NIK', 'NAMA', 'LAHIR', 'TEMPAT', 'TANGGAL'].map((text) => `<t>${text}</t>`);
    const { sumber, baris } = await one(rows, { shared });
    expect(sumber.kolom.map(({ sebagai }) => sebagai)).toEqual(['nik', 'nama', 'tempat_lahir', 'tgl_lahir']);
    expect(baris).toMatchObject([{ nomor: 3, orang: { nik: nik(1), tgl_lahir: '1990-08-17' } }]);
  });

  it.each(['F34', 'F37'] as const)('of %s is read by the numbers of its columns', async (format) => {
    const { sumber, baris, ringkasan } = await read(await xlsx(format, [orang(1), orang(2)]));
    const keys = new Map(kolomFormat(format).map(({ kunci }, n) => [kunci as string, n]));
    const wanted: readonly KunciKolom[] = ['nik', 'no_kk', 'nama', 'tempat_lahir', 'tgl_lahir', 'jk'];
    for (const key of wanted) expect(sumber.kolom[keys.get(key) ?? -1]?.sebagai).toBe(key);
    expect(baris.map(({ orang: satu }) => satu.nik)).toEqual([orang(1).nik, orang(2).nik]);
    expect(baris[0]?.lain['Alamat Tempat Tinggal']).toBe(orang(1).alamat);
    expect(ringkasan).toMatchObject({ data: 2, dibaca: 2, cacat: 0 });
  });

  it('of Format 34 with a signature below has only its people', async () => {
    const rows = [...sheet('F34', [orang(1)]), ['', '', 'Mengetahui,'], ['', '', 'Lurah Batu Tulis']];
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const { baris, ringkasan } = await one(rows.map((row) => textRow(...row.map(escaped))).join(''));
    expect(baris).toHaveLength(1);
    expect(ringkasan.lewat).toMatchObject({ penutup: { jumlah: 2 } });
  });
});

describe('a workbook with several tabs', () => {
  const people = HEAD + cell('');
  const tabs = (...list: WorkbookContent['tabs']) => book({ tabs: list });

  it('gives the one that has a table of people in it', async () => {
    const { sumber } = await read(
      tabs(
        { name: 'Petunjuk', rows: textRow('Isi tabel di lembar berikut') },
        { name: 'Kosong', rows: HEAD },
        { name: 'Data', rows: people },
        { name: 'Lama', rows: people, hidden: true },
      ),
    );
    expect(sumber).toMatchObject({ jenis: 'xlsx', lembar: 'Data' });
  });

  it('that has two asks which, and takes the answer', async () => {
    const path = tabs({ name: 'Maret', rows: people }, { name: 'April', rows: people });
    expect(await refusal(read(path))).toBe(
      'data.xlsx: Ada tabel di lembar "Maret", "April". Sebutkan salah satu dengan --lembar.',
    );
    expect((await read(path, { lembar: 'April' })).sumber.lembar).toBe('April');
    expect(await refusal(read(path, { lembar: 'Mei' }))).toContain(
      'Tidak ada lembar "Mei". Yang ada: "Maret", "April".',
    );
  });

  it('none of which is a table of people is refused', async () => {
    expect(await refusal(read(tabs({ rows: textRow('a', 'b') })))).toContain('Judul kolom tidak ditemukan');
  });
});
