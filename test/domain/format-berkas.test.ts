/** All rows of a file: nothing skipped silently, duplicates name each other, truncation shows across rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barisTeks } from '#domain/format/sel.ts';
import { baca, baris, lembar, nomor, tabel } from './support/format.ts';

/** NIK of different people: the serial differs. */
const nik = (seri: number) => `327101170890${9000 + seri}`;
const kosong = barisTeks([]);

describe('rows that are not data', () => {
  it('are recognised and reported with their reason', () => {
    const [judul] = tabel('No|No KK|NIK|Nama');
    const isi = [
      nomor('F34'),
      baris('F34', { nik: nik(1) }),
      kosong,
      baris('F34', { nik: nik(2) }),
      ...tabel('JUMLAH|2||'),
      judul ?? [],
      nomor('F34'),
      baris('F34', { nik: nik(3) }),
      ...tabel('4|||', '5|||', '', '||Jumlah|3', '||||Bogor, 9 November 2026', '|||||Lurah Batu Tulis', ''),
      ...tabel('', '|||||(CITRA LESTARI)', '||NIP. 197001011990031001', '', ''),
    ];
    const hasil = baca(isi);
    expect(hasil.baris.map((satu) => satu.baris)).toEqual([2, 4, 8]);
    expect(hasil.lewat).toEqual([
      { baris: 3, sebab: 'kosong' },
      { baris: 5, sebab: 'jumlah' },
      { baris: 6, sebab: 'judul' },
      { baris: 7, sebab: 'judul' },
      { baris: 9, sebab: 'nomor' },
      { baris: 10, sebab: 'nomor' },
      { baris: 11, sebab: 'kosong' },
      { baris: 12, sebab: 'penutup' },
      { baris: 13, sebab: 'penutup' },
      { baris: 14, sebab: 'penutup' },
      { baris: 15, sebab: 'kosong' },
      { baris: 16, sebab: 'kosong' },
      { baris: 17, sebab: 'penutup' },
      { baris: 18, sebab: 'penutup' },
    ]);
    expect(hasil.jumlah).toEqual({ dibaca: 17, data: 3, lewat: 14, galat: 0 });
  });

  it('a row with little in it is data with errors, not a signature', () => {
    const hasil = baca([nomor('F34'), baris('F34'), barisTeks(['2', '', '', 'SITI AMINAH'])]);
    expect(hasil.baris.map((satu) => satu.baris)).toEqual([2, 3]);
    expect(hasil.jumlah).toMatchObject({ data: 2, lewat: 0, galat: 1 });
  });

  it('a last row without numbers that lives in Jalan Camat is data', () => {
    const isi = lembar('F34', {}, { nik: '', no_kk: '', alamat: 'JL. CAMAT NO. 1' });
    expect(baca(isi)).toMatchObject({ jumlah: { data: 2, lewat: 0 } });
  });

  it('a name in the first column that reads like a sum is a person when the row has a NIK', () => {
    const isi = tabel(
      'Nama|NIK|No KK|Tgl Lahir|Alamat|RT|RW',
      'TOTAL SUTOTO|3271011708909001|3271011508109001|17/08/1990|JL. MELATI|3|10',
      'JUMLAH|1|1|||',
    );
    expect(baca(isi)).toMatchObject({ jumlah: { data: 1, lewat: 1 } });
  });

  it('a person called Total, or living in Jalan Camat, is data', () => {
    const isi = lembar('F34', { nama: 'TOTAL SUTOTO' }, { no: '', nama: 'JUMLAH', alamat: 'JL. CAMAT', nik: nik(2) });
    expect(baca(isi).baris).toHaveLength(2);
  });

  it('every row is either data or reported, whatever the sheet holds', () => {
    const isi = fc.oneof(
      fc.constant(kosong),
      fc.constant(baris('F34')),
      fc.constant(nomor('F34')),
      fc
        .array(fc.constantFrom('', 'Jumlah', 'NIP. 19', 'Mengetahui', '7', 'x', '3271011708909001', '-', '\u0000'))
        .map(barisTeks),
    );
    fc.assert(
      fc.property(fc.array(isi, { maxLength: 12 }), (badan) => {
        const sheet = [nomor('F34'), ...badan];
        const { baris: data, lewat, jumlah } = baca(sheet);
        const semua = [...data, ...lewat].map((satu) => satu.baris).sort((a, b) => a - b);
        expect(semua).toEqual(semua.map((_, i) => i + 2));
        expect(jumlah).toMatchObject({ dibaca: semua.length, data: data.length, lewat: lewat.length });
        // What lies behind the last reported row is empty.
        const sisa = sheet.slice(semua.length + 1).flat();
        expect(sisa.every(({ teks }) => /^[\s\u0000'-]*$/.test(teks))).toBe(true);
      }),
    );
  });
});

describe('findings across rows', () => {
  it('the same NIK twice names the other row, on both', () => {
    const isi = lembar('F34', {}, { nik: nik(2) }, { nik: '32.7101.170890.9001' }, { nik: nik(1) });
    const { baris: data } = baca(isi);
    const ganda = data.map((satu) => satu.temuan.find(({ kode }) => kode === 'E_GANDA_BERKAS')?.pesan);
    expect(ganda.map((pesan) => /baris ([\d, ]+) di/.exec(pesan ?? '')?.[1])).toEqual([
      '4, 5',
      undefined,
      '2, 5',
      '2, 4',
    ]);
    expect(ganda.join()).not.toContain('3271');
  });

  it('names a few rows, not thousands', () => {
    const pesan = baca(lembar('F34', ...Array.from({ length: 9 }, () => ({})))).baris[0]?.temuan[0]?.pesan;
    expect(pesan).toContain('baris 3, 4, 5, 6, 7 dan 3 baris lain');
  });

  it('a family shares its No KK', () => {
    expect(baca(lembar('F34', {}, { nik: nik(2) })).baris.flatMap((satu) => satu.temuan)).toEqual([]);
  });

  it('most NIK ending in 0 were cut off by Excel', () => {
    const isi = lembar('F34', ...[10, 20, 30, 40, 5].map((seri) => ({ nik: nik(seri) })));
    const kode = (opsi = {}) => baca(isi, opsi).baris.map(({ temuan }) => temuan.map((t) => `${t.kolom}:${t.kode}`));
    expect(kode()).toEqual([...Array.from({ length: 4 }, () => ['nik:W_EXCEL0']), []]);
    expect(kode({ abaikan: ['W_SERI9', 'W_EXCEL0'] }).flat()).toEqual([]);
    const kk = lembar('F34', ...[1, 2, 3, 4, 5].map((seri) => ({ nik: nik(seri), no_kk: '3271011508109000' })));
    expect(baca(kk).baris.every(({ temuan }) => temuan.some((t) => t.kolom === 'no_kk' && t.kode === 'W_EXCEL0'))).toBe(
      true,
    );
  });

  it('errors come before warnings', () => {
    const isi = lembar('F34', { hp: '' }, { hp: '' });
    expect(baca(isi).baris[0]?.temuan.map(({ kode }) => kode)).toEqual(['E_GANDA_BERKAS', 'W_PERLU']);
  });

  it('no sentence repeats a value of the row', () => {
    const isi = lembar('F37', {
      nik: '327101170890900',
      nama: 'S1TI',
      hp: '0812',
      alamat: '=RAHASIA()',
      nama_desa: 'ATLANTIS',
    });
    const pesan = baca(isi).baris.flatMap(({ temuan }) => temuan.map((t) => t.pesan));
    expect(pesan.length).toBeGreaterThan(4);
    expect(pesan.join()).not.toMatch(/3271|S1TI|RAHASIA|ATLANTIS/);
  });

  it('5,000 rows are read in seconds', () => {
    const mulai = performance.now();
    const isi = lembar('F37', ...Array.from({ length: 5_000 }, (_, i) => ({ no: String(i + 1) })));
    expect(baca(isi).jumlah).toMatchObject({ data: 5_000, lewat: 0 });
    expect(performance.now() - mulai).toBeLessThan(10_000);
  });
});
