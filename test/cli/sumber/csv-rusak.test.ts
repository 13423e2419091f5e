/** Damaged CSV: every row of the file is a row of the result, with its defects and their places. */
import { describe, expect, it } from 'vitest';
import { codes, file, nik, read, readStream, refusal } from './support/sumber.ts';

const row = (n: number): string => `${nik(n)},BUDI,Jl. ${n}\n`;
const HEAD = 'nik,nama,alamat\n';

describe('a row of CSV', () => {
  it.each([
    ['too few fields', `${nik(2)},BUDI\n`, ['E_KOLOM_KURANG']],
    ['too many fields', `${nik(2)},BUDI,Jl. 2,RT 1\n`, ['E_KOLOM_LEBIH']],
    ['text behind a closing quote', `${nik(2)},"BUDI"X,Jl. 2\n`, ['E_KUTIP']],
    ['separators too many at its end', `${nik(2)},BUDI,Jl. 2,,\n`, []],
    ['quotes inside a field', `${nik(2)},BU"DI,Jl. "2"\n`, []],
    ['a broken letter', `${nik(2)},BU\uFFFDDI,Jl. 2\n`, ['W_HURUF_RUSAK']],
    ['an invisible letter', `${nik(2)},BU\u0007DI,Jl. 2\n`, ['W_KENDALI']],
  ])('with %s is reported, and its neighbours are read', async (_, line, expected) => {
    const result = await readStream(HEAD + row(1) + line + row(3));
    expect(codes(result)).toEqual([[], expected, []]);
    expect(result.baris.map(({ nomor }) => nomor)).toEqual([2, 3, 4]);
    expect(result.ringkasan).toMatchObject({ dibaca: 3, data: 3, cacat: expected.length });
  });

  it('that does not fit its headings gives nobody, but the cells by which a person finds it', async () => {
    const { baris } = await readStream(`tiket,nik,nama\nT-1,${nik(1)},BUDI,X\n`);
    expect(baris).toMatchObject([{ orang: { nik: '', nama: '' }, lain: { tiket: 'T-1' } }]);
    expect(baris[0]?.cacat[0]?.pesan).toBe(
      'Barisnya 4 isian, judulnya 3 kolom: pemisah kurang atau berlebih. Betulkan di berkas asal.',
    );
  });

  it('with an open quote does not swallow those below it', async () => {
    const result = await readStream(`${HEAD}${row(1)}${nik(2)},"BUDI,Jl. 2\n${nik(3)},"SITI",Jl. 3\n${row(4)}`);
    expect(codes(result)).toEqual([[], ['E_KUTIP'], [], []]);
    expect(result.baris.map(({ nomor, orang }) => [nomor, orang.nama])).toEqual([
      [2, 'BUDI'],
      [3, ''],
      [4, 'SITI'],
      [5, 'BUDI'],
    ]);
    expect(result.baris[1]?.cacat[0]).toMatchObject({ kolom: 'nama', pesan: expect.stringContaining('kolom 2') });
  });

  it('over several lines that lacks fields does not swallow lines either', async () => {
    const result = await readStream(`${HEAD}${nik(1)},"BUDI\n${row(2)}${nik(3)}","SITI",Jl. 3\n`);
    expect(result.baris.map(({ nomor }) => nomor)).toEqual([2, 3, 4]);
    expect(codes(result)).toEqual([['E_KUTIP'], [], []]);
  });
});

describe('a CSV file is refused with the place', () => {
  it.each([
    [
      'of a quote that nobody closes',
      `${HEAD}${row(1)}${nik(2)},"BUDI,Jl. 2\n${row(3)}`,
      'Baris 3, kolom 2: tanda kutip',
    ],
    ['where it breaks off in a row', `${HEAD}${row(1)}${nik(2)},BUDI`, 'Baris 3, kolom 2: berkas terpotong'],
    ['where it breaks off in its headings', 'nik,nama,alamat\nnik,na', 'Baris 2, kolom 2: berkas terpotong'],
    ['of a zero byte', `${HEAD}${row(1)}${nik(2)},BU\0DI,Jl. 2\n`, 'Baris 3, kolom 2: isinya bukan teks'],
    ['of a field without end', `${HEAD}${row(1)}${nik(2)},"${'x'.repeat(10 << 20)}`, 'Baris 3, kolom 2: tanda kutip'],
    ['of a line without end', `${HEAD}${row(1)}${nik(2)},${'x'.repeat(10 << 20)}`, 'Baris 3: lebih dari 1 juta huruf'],
    ['of other headings further down', `${HEAD}${row(1)}nama,alamat,nik,no kk\n`, 'Baris 3: ada tabel kedua'],
    ['of one heading twice', `nik,nama,NIK\n${nik(1)},A,B\n`, 'Kolom A dan C berjudul sama'],
    ['of rows above its headings', `${row(1)}nik,nama,alamat\n${row(2)}`, 'Judul kolom tidak ditemukan'],
    ['of two headings that mean the same', `nama,No KTP,NIK Penduduk\nA,1,2\n`, 'Kolom B dan C'],
  ])('%s', async (_, text, sentence) => {
    const path = file('rusak.csv', text);
    expect(await refusal(read(path))).toContain(`rusak.csv: ${sentence}`);
    expect(await refusal(readStream(text))).toContain(`stdin: ${sentence}`);
  });

  it.each([
    ['kosong.csv', '', 'Berkas kosong (0 bita)'],
    ['surat.csv', 'Kepada Yth.\nBapak Camat\n', 'Judul kolom tidak ditemukan'],
    ['tabel.pdf', '%PDF-1.4', 'Jenis berkas ".pdf" tidak dikenal'],
    ['tabel.csv', Buffer.from('PK\u0003\u0004'), 'berisi berkas Excel'],
    ['tabel.parquet', 'PAR', 'bukan Parquet'],
    ['gambar.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 0, 0, 7, 9, 0, 3, 0, 0]), 'bukan teks CSV'],
  ])('%s: %j', async (name, content, sentence) => {
    expect(await refusal(read(file(name, content)))).toContain(sentence);
  });

  it('when there is none', async () => {
    expect(await refusal(read('/tidak/ada.csv'))).toContain('Berkas tidak ada');
    expect(await refusal(readStream(''))).toContain('Judul kolom tidak ditemukan');
  });
});

describe('what is no row about a person', () => {
  const TABLE = [
    'DAFTAR PENERIMA;;;',
    'Kalurahan Panggungharjo;;;',
    'No;NIK;Nama;Keterangan',
    '1;2;3;4;5;6;7;8',
    `1;${nik(1)};BUDI;`,
    ';;;',
    'No;NIK;Nama;Keterangan',
    `2;${nik(2)};SITI;`,
    '3;;;',
    'JUMLAH;2;;',
    '',
    ';;Sewon, 17 Agustus 2026;',
    ';;Lurah Panggungharjo;',
    ';;NIP 196501011990031001;',
  ];

  it('is counted and named by its number, and everything else is data', async () => {
    const { baris, ringkasan } = await readStream(`${TABLE.join('\n')}\n`);
    expect(baris.map(({ nomor, orang }) => [nomor, orang.nama])).toEqual([
      [5, 'BUDI'],
      [8, 'SITI'],
    ]);
    expect(ringkasan.lewat).toEqual({
      kosong: { jumlah: 2, baris: [6, 11] },
      judul: { jumlah: 1, baris: [7] },
      nomor: { jumlah: 1, baris: [9] },
      jumlah: { jumlah: 1, baris: [10] },
      penutup: { jumlah: 3, baris: [12, 13, 14] },
    });
    expect(ringkasan).toMatchObject({ dibaca: 10, data: 2 });
  });

  it('is no person with a birth date or a ticket, whatever they are called', async () => {
    const text = `tiket,nik,nama,tgl_lahir\nA-1,${nik(1)},SITI,\nTOTAL-2,,SLAMET RIYADI,1990-02-01\nA-3,,JUMLAHWATI,\n,,TOTALIA CATATAN,1/2/1991\nA-4,,LURAHWATI,1991-02-03\n`;
    const people = await readStream(text);
    expect(people.baris.map(({ orang }) => orang.nama)).toEqual([
      'SITI',
      'SLAMET RIYADI',
      'JUMLAHWATI',
      'TOTALIA CATATAN',
      'LURAHWATI',
    ]);
    const signed = await readStream(`${text},,Mengetahui,"Bantul, 12 Januari 2026"\n,,Lurah,\nTOTAL 5,,,\n`);
    expect(signed.ringkasan).toMatchObject({ data: 5, lewat: { penutup: { jumlah: 2 }, jumlah: { jumlah: 1 } } });
  });

  it('is not guessed: a row with a name alone between others, and at the end, is data', async () => {
    const { baris } = await readStream(`nik,nama\n,BUDI\n${nik(1)},SITI\n,AHMAD\n`);
    expect(baris.map(({ orang }) => orang.nama)).toEqual(['BUDI', 'SITI', 'AHMAD']);
  });

  it('headings without rows are a table without rows', async () => {
    const { baris, ringkasan } = await readStream('nik,nama\n');
    expect(baris).toEqual([]);
    expect(ringkasan).toMatchObject({ dibaca: 0, data: 0, peringatan: [] });
  });
});
