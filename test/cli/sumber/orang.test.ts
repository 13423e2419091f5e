/** From cells to people: headings as people write them, values that can be compared, damage by its name. */
import { describe, expect, it } from 'vitest';
import { codes, nik, readStream, refusal } from './support/sumber.ts';

const KK = '3402121708900001';

describe('headings', () => {
  it.each([
    ['tiket,nik,no_kk,nama,tempat_lahir,tgl_lahir,jk,nama_ibu,kode_wilayah,no_kartu', 1],
    ['NIK/KITAS|No. KK|NAMA LENGKAP|Tempat Lahir|Tgl. Lahir|L/P|NAMA IBU KANDUNG|Kode Desa|No Kartu JKN', 0],
    [
      'NIK/KITAS/KITAP|Nomor Kartu Keluarga|Nama Peserta|Tmp Lahir|TANGGAL LAHIR|Jenis Kelamin|Ibu|Kode Wilayah|NOKA',
      0,
    ],
    ['No. NIK|KK|Nama|Kota Lahir|Tanggal Lahir (dd/mm/yyyy)|JK|Nama Ibu|Kode Kelurahan|No. Peserta', 0],
  ])('%s', async (line, skip) => {
    const { sumber } = await readStream(`${line.replaceAll('|', ',')}\n`);
    expect(sumber.kolom.slice(skip).map(({ sebagai }) => sebagai)).toEqual(
      'nik no_kk nama tempat_lahir tgl_lahir jk nama_ibu kode_wilayah no_kartu'.split(' '),
    );
  });

  it('that name somebody else, or nothing of a person, are other columns', async () => {
    // The last one has no name; what stands there is kept under its letter.
    const line = 'nik,NIK Ayah,NIK Ibu,Nama Ayah,Nama Kepala Keluarga,Tgl Lahir Ibu,Desa,Alamat,';
    const { sumber, baris } = await readStream(`${line}\n${nik(1)},2,3,4,5,6,7,8,9\n`);
    expect(sumber.kolom.map(({ sebagai }) => sebagai)).toEqual(['nik', ...Array(7).fill('lain')]);
    expect(Object.keys(baris[0]?.lain ?? {})).toEqual([...line.split(',').slice(1, 8), 'Kolom I']);
  });

  it('of an office come before those that everybody knows', async () => {
    const opsi = { alias: { nik: ['No ID BDT'], nama: ['ART'] } };
    const { baris, sumber } = await readStream(`NIK,No. ID BDT,ART\n1,${nik(1)},BUDI\n`, opsi);
    expect(baris).toMatchObject([{ orang: { nik: nik(1), nama: 'BUDI' }, lain: { NIK: '1' } }]);
    expect(sumber.kolom[0]).toEqual({ indeks: 0, judul: 'NIK', sebagai: 'lain' });
  });

  it('of further fields are found by their names, the best first, and keep them', async () => {
    const kolomTambahan = { hasil: ['Hasil', 'Status'], tmt: ['TMT', 'Tanggal Aktif'], tiket: ['tiket'] };
    const { sumber, baris } = await readStream(`NIK,Status,HASIL,Tgl Aktif\n${nik(1)},x,BERHASIL,1 Mei 2026\n`, {
      kolomTambahan,
    });
    expect(sumber.tambahan).toEqual({ hasil: 'HASIL', tmt: 'Tgl Aktif' });
    expect(baris[0]?.lain).toEqual({ Status: 'x', HASIL: 'BERHASIL', 'Tgl Aktif': '1 Mei 2026' });
  });

  it('over two rows, below a title, are read together', async () => {
    const { sumber, baris } = await readStream(
      `DATA WARGA;;;;\nNIK;NAMA;LAHIR;;JENIS\n;;TEMPAT;TANGGAL;KELAMIN\n${nik(1)};BUDI;SEWON;17-08-1990;L\n`,
    );
    expect(sumber.kolom.map(({ sebagai }) => sebagai)).toEqual(['nik', 'nama', 'tempat_lahir', 'tgl_lahir', 'jk']);
    expect(baris).toMatchObject([{ nomor: 4, orang: { tempat_lahir: 'SEWON', tgl_lahir: '1990-08-17', jk: 'L' } }]);
  });

  it('that occur twice among the other columns lose nothing', async () => {
    const { baris } = await readStream(`nik,Ket,Ket,__proto__\n${nik(1)},a,b,c\n`);
    expect(Object.entries(baris[0]?.lain ?? {})).toEqual([
      ['Ket', 'a'],
      ['Ket (2)', 'b'],
      ['__proto__', 'c'],
    ]);
  });
});

/** The field and the codes of one cell. */
async function cell(heading: string, text: string): Promise<readonly unknown[]> {
  const result = await readStream(`No KK;Nama;${heading}\n${KK};BUDI;"${text.replaceAll('"', '""')}"\n`);
  const field = result.sumber.kolom[2]?.sebagai as 'nik';
  return [result.baris[0]?.orang[field], ...(codes(result)[0] ?? [])];
}

describe('a NIK', () => {
  it.each([
    ['3402121708909001', '3402121708909001'],
    ["'3402 1217.0890-9001", '3402121708909001'],
    ['="3402121708909001"', '3402121708909001'],
    ['３４０２１２１７０８９０９００１', '3402121708909001'],
    ['-', ''],
    ['3.40212E+15', '', 'E_ILMIAH'],
    ['3,40212170890900E+15', '', 'E_ILMIAH'],
    ['340212170890901', '340212170890901', 'E_KURANG_1'],
    ['34021217089090', '34021217089090', 'E_KURANG'],
    ['3402121708909', '', 'E_KURANG'],
    ['34021217089090011', '34021217089090011', 'E_LEBIH'],
    ['3402121708909001340212', '', 'E_LEBIH'],
    ['34O2121708909001', '', 'E_BUKAN_ANGKA'],
    ['0402121708909001', '0402121708909001', 'E_SEMENTARA'],
    ['#N/A', '', 'E_SEL_GALAT'],
  ])('%s', async (text, ...expected) => {
    expect(await cell('NIK', text)).toEqual(expected);
  });

  it('that ends in 0 like most of a file is named in each row and for the file', async () => {
    const rows = Array.from({ length: 6 }, (_, n) => `34021217089090${n}0,A\n`).join('');
    const result = await readStream(`nik,nama\n${rows}${nik(1)},B\n`);
    expect(codes(result)).toEqual([...Array(6).fill(['W_EXCEL0']), []]);
    expect(result.ringkasan.peringatan).toEqual([expect.stringContaining('berakhir 0')]);
  });
});

describe('other cells', () => {
  it.each([
    ['jk', 'L', 'L'],
    ['jk', '2', 'P'],
    ['jk', 'Laki-laki', 'L'],
    ['jk', 'WANITA', 'P'],
    ['jk', 'pria', 'L'],
    ['jk', 'X', '', 'E_JK'],
    ['no kartu', '0001234509001', '0001234509001'],
    ['no kartu', '1234509001', '', 'E_KARTU'],
    ['kode wilayah', '34.02.12.1001', '3402121001'],
    ['kode wilayah', '1001', '', 'W_KODE_WILAYAH'],
    ['nama ibu', ' siti  aminah, S.Pd. ', 'SITI AMINAH, S.PD.'],
    ['tgl lahir', '1990-08-17', '1990-08-17'],
    ['tgl lahir', '1990/8/17', '1990-08-17'],
    ['tgl lahir', '17-08-1990', '1990-08-17'],
    ['tgl lahir', '17/8/1990', '1990-08-17'],
    ['tgl lahir', '17 Agustus 1990', '1990-08-17'],
    ['tgl lahir', '31/02/1990', '', 'E_TANGGAL'],
    ['tgl lahir', '07/08/1990', '1990-08-07', 'W_URUTAN'],
  ])('%s: %s', async (heading, text, ...expected) => {
    expect(await cell(heading, text)).toEqual(expected);
  });
});

describe('the order of day and month', () => {
  const dates = (...list: string[]) =>
    `nik,nama,tgl lahir\n${list.map((date, n) => `34021201019${n}9001,A,${date}\n`).join('')}`;
  const read = async (text: string, urutan?: 'HB' | 'BH') => {
    const result = await readStream(text, { urutan });
    return {
      lahir: result.baris.map(({ orang }) => orang.tgl_lahir),
      codes: codes(result).flat(),
      ...result.ringkasan,
    };
  };

  it('is the one that some date proves', async () => {
    expect(await read(dates('02/03/1990', '25/03/1990'))).toMatchObject({
      lahir: ['1990-03-02', '1990-03-25'],
      urutan: 'HB',
      codes: [],
    });
    expect(await read(dates('02/03/1990', '03/25/1990'))).toMatchObject({
      lahir: ['1990-02-03', '1990-03-25'],
      urutan: 'BH',
    });
  });

  it('is the one that is named', async () => {
    const { lahir, codes: found, peringatan } = await read(dates('02/03/1990', '04/05/1990'), 'BH');
    expect([lahir, found, peringatan]).toEqual([['1990-02-03', '1990-04-05'], [], []]);
  });

  it('is day first with a warning where nothing proves it', async () => {
    const { lahir, codes: found, peringatan } = await read(dates('02/03/1990', '04/05/1990'));
    expect([lahir, found]).toEqual([
      ['1990-03-02', '1990-05-04'],
      ['W_URUTAN', 'W_URUTAN'],
    ]);
    expect(peringatan).toEqual([expect.stringContaining('--urutan')]);
  });

  it('is open where a file uses both', async () => {
    const { codes: found, lahir } = await read(dates('25/03/1990', '03/25/1990', '02/03/1990'));
    expect([lahir, found]).toEqual([['1990-03-25', '1990-03-25', ''], ['E_URUTAN']]);
  });
});

it('no sentence about a file repeats what stands in it', async () => {
  const secret = '9999888877776666';
  const { baris } = await readStream(
    `nik,nama,no kartu,tgl lahir\n${secret}1,${secret},${secret},${secret}\n"${secret}"x,a\n`,
  );
  expect(JSON.stringify(baris.map(({ cacat }) => cacat))).not.toContain('9999');
  expect(await refusal(readStream(`nik,nama\n${secret},"${secret}`))).not.toContain('9999');
});
