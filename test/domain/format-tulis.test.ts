/** What is written is found and read again unchanged, and written again is the same to the byte. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amankanSel, bukaSel, tulisCsv } from '#domain/format/csv.ts';
import { type Format, KOLOM_MUTASI, kolomFormat } from '#domain/format/kolom.ts';
import { type Rekaman, rekamanKosong } from '#domain/format/rekaman.ts';
import { barisTeks, rapikanTeks } from '#domain/format/sel.ts';
import { type OpsiTulis, tulisBerkas } from '#domain/format/tulis.ts';
import { parseNoKk } from '#domain/nik/kk.ts';
import { parseNik } from '#domain/nik/nik.ts';
import { buatTanggal, parseTanggal, type Tanggal } from '#domain/waktu/tanggal.ts';
import { kalurahan } from '#domain/wilayah/wilayah.ts';
import { baca, KONTEKS, letak, PAYLOAD } from './support/format.ts';

const tanggal = fc
  .record({
    y: fc.integer({ min: 1930, max: 2025 }),
    m: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ y, m, d }) => buatTanggal(y, m, d) as Tanggal);
const digit = (panjang: number) => fc.stringMatching(new RegExp(`^\\d{${panjang}}$`));
const seri = fc.integer({ min: 9000, max: 9999 });
/** Text as a record keeps it, payloads among it. */
const teks = fc
  .oneof(fc.string({ unit: 'grapheme', maxLength: 25 }), fc.constantFrom(...PAYLOAD))
  .map((satu) => rapikanTeks(satu.replace(/[\u0000-\u001F\u007F-\u009F]/g, ' ')))
  .map((satu) => (/^[\s'-]*$/.test(satu) ? '' : satu))
  .filter((satu) => rapikanTeks(satu) === satu);
const boleh = <T>(isi: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: isi }, fc.constant('' as const));

/** Any valid person: NIK of any province, also Papua's, where a double would change the last digit. */
const nik = fc
  .tuple(fc.constantFrom('3271', '9171', '9602', '1101'), tanggal, fc.boolean(), seri)
  .map(([daerah, t, p, s]) => {
    const hari = Number(t.slice(8)) + (p ? 40 : 0);
    const hasil = parseNik(
      `${daerah}01${String(hari).padStart(2, '0')}${t.slice(5, 7)}${t.slice(2, 4)}${s}`,
      KONTEKS.hariIni,
    ).nik;
    if (!hasil) throw new Error('bad NIK in a test');
    return hasil;
  });
const noKk = fc.tuple(fc.constantFrom('3271', '9171'), seri).map(([daerah, s]) => {
  const hasil = parseNoKk(`${daerah}01150810${s}`, KONTEKS.hariIni).noKk;
  if (!hasil) throw new Error('bad No KK in a test');
  return hasil;
});
const desa = fc.constantFrom(...kalurahan('3271'));

const rekaman = (format: Format): fc.Arbitrary<Rekaman> =>
  fc
    .record({
      no_kartu: boleh(digit(13)),
      jenis_mutasi: boleh(fc.constantFrom('REAKTIVASI', 'PINDAH_FASKES')),
      tgl_berlaku: boleh(tanggal),
      no_kk: noKk,
      nik,
      nama: fc.stringMatching(/^[A-Z][A-Z' .]{0,20}[A-Z]$/).map((satu) => satu.replace(/ +/g, ' ')),
      hubkel: fc.constantFrom('1', '2', '3', '4', '5'),
      tempat_lahir: teks,
      tgl_lahir: tanggal,
      jk: fc.constantFrom('1', '2'),
      kawin: boleh(fc.constantFrom('BELUM_KAWIN', 'KAWIN', 'CERAI_HIDUP', 'CERAI_MATI', 'TIDAK_TAHU')),
      alamat: teks,
      rt: digit(3),
      rw: digit(3),
      kode_pos: boleh(digit(5)),
      kode_fktp: fc.stringMatching(/^\d{4}[0-9A-Z]\d{3}$/),
      nama_fktp: teks,
      nama_fkg: teks,
      hp: boleh(fc.stringMatching(/^081[1-9]\d{7}$/)),
      email: boleh(fc.stringMatching(/^[a-z]{1,9}@[a-z]{1,9}\.go\.id$/)),
      npp: teks,
      kelas: fc.constantFrom('1', '2', '3'),
      wn: fc.constantFrom('1', '2'),
      nama_asuransi: teks,
      desa,
    })
    .map(({ desa: d, ...isi }) => {
      const hanya37 = format === 'F34' ? Object.fromEntries(KOLOM_MUTASI.map((kunci) => [kunci, ''])) : {};
      return rekamanKosong({ ...isi, nama_desa: d.nama, nama_kec: d.kapanewon.nama, kode_desa: d.kode, ...hanya37 });
    });

const bernomor = (daftar: readonly Rekaman[]) => daftar.map((satu, i) => ({ ...satu, no: String(i + 1) }));

/** Reads CSV text with quoted fields, as RFC 4180 says; written apart from the code under test. */
const pisahCsv = (csv: string, pemisah: string): string[][] =>
  csv
    .slice(0, -3)
    .split('"\r\n')
    .map((satu) =>
      satu
        .slice(1)
        .split(`"${pemisah}"`)
        .map((isi) => isi.replace(/""/g, '"')),
    );

describe('write, find, read, write', () => {
  it.each<[Format, 'HB' | 'BH']>([
    ['F34', 'HB'],
    ['F37', 'HB'],
    ['F34', 'BH'],
    ['F37', 'BH'],
  ])('%s with dates %s', (format, urutan) => {
    fc.assert(
      fc.property(fc.array(rekaman(format), { minLength: 1, maxLength: 6 }), (daftar) => {
        const opsi: OpsiTulis = { format, urutan };
        const satu = tulisBerkas(daftar, opsi);
        const isi = satu.baris.map(barisTeks);
        expect(letak(isi)).toMatchObject({ format, dataMulai: satu.dataMulai, hilang: [] });
        const terbaca = baca(isi, { urutan }).baris.map((b) => b.rekaman);
        expect(terbaca).toEqual(bernomor(daftar));
        expect(tulisBerkas(terbaca, opsi)).toEqual(satu);
      }),
      { numRuns: 60 },
    );
  });

  it('day first is read back without being told, also where the NIK disagrees with the birth date', () => {
    fc.assert(
      fc.property(fc.array(rekaman('F34'), { minLength: 1, maxLength: 4 }), (daftar) => {
        // Dates that allow both orders and that no NIK confirms.
        const kabur = daftar.map((satu) => ({ ...satu, tgl_lahir: parseTanggal('1929-03-04') ?? satu.tgl_lahir }));
        const isi = tulisBerkas(kabur, { format: 'F34' }).baris.map(barisTeks);
        expect(baca(isi).baris.map((b) => b.rekaman)).toEqual(bernomor(kabur));
      }),
      { numRuns: 30 },
    );
  });

  it.each([',', ';'] as const)('through CSV with %j: the records, and the same bytes again', (pemisah) => {
    fc.assert(
      fc.property(fc.array(rekaman('F37'), { minLength: 1, maxLength: 4 }), (daftar) => {
        const csv = tulisCsv(tulisBerkas(daftar, { format: 'F37' }).baris, pemisah);
        const isi = pisahCsv(csv, pemisah).map((satu) => barisTeks(satu.map(bukaSel)));
        const terbaca = baca(isi, { urutan: 'HB' }).baris.map((b) => b.rekaman);
        expect(terbaca).toEqual(bernomor(daftar));
        expect(tulisCsv(tulisBerkas(terbaca, { format: 'F37' }).baris, pemisah)).toBe(csv);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the sheet', () => {
  const satu = rekamanKosong({ nama: 'SITI', kawin: 'CERAI_HIDUP', tgl_lahir: parseTanggal('1990-08-05') ?? '' });

  it('has labels above, three heading rows from row 14, data from row 17, all rows equally wide', () => {
    const { baris, dataMulai } = tulisBerkas([satu], { format: 'F37', kepala: { 'KODE KC': '1001' } });
    expect(dataMulai).toBe(16);
    expect(new Set(baris.map((b) => b.length))).toEqual(new Set([37]));
    expect(baris[0]?.[0]).toBe('FORM MUTASI DATA PESERTA');
    expect(baris[10]?.slice(0, 3)).toEqual(['KODE KC', '', '1001']);
    expect(baris[13]?.slice(4, 7)).toEqual(['No KK', 'NIK/KITAS/KITAP', 'Nama Lengkap']);
    expect(baris[15]).toEqual(kolomFormat('F37').map((_, i) => String(i + 1)));
    expect(baris[16]?.[9]).toBe('05/08/1990');
    expect(tulisBerkas([satu], { format: 'F34', urutan: 'BH' }).baris[16]?.[6]).toBe('08/05/1990');
  });

  it('marital status in the branch numbering; what it cannot say is left empty and named', () => {
    const kawin = (nilai: string, varian: '0-3' | '1-5') => {
      const { baris, tanpaKode } = tulisBerkas([satu, { ...satu, kawin: nilai }], { format: 'F34', kawin: varian });
      return [baris[17]?.[8], tanpaKode];
    };
    expect(kawin('CERAI_MATI', '1-5')).toEqual(['4', []]);
    expect(kawin('CERAI_MATI', '0-3')).toEqual(['3', []]);
    expect(kawin('CERAI', '1-5')).toEqual(['', [{ indeks: 1, kolom: 'kawin' }]]);
  });

  it('a kind of change as the number that the branch gave, and read back as its label', () => {
    const jenisMutasi = [{ label: 'REAKTIVASI', kode_bpjs: '7' }];
    const opsi: OpsiTulis = { format: 'F37', jenisMutasi };
    const { baris } = tulisBerkas(
      [
        { ...satu, jenis_mutasi: 'REAKTIVASI' },
        { ...satu, jenis_mutasi: 'LAIN' },
      ],
      opsi,
    );
    expect(baris.slice(16).map((b) => b[2])).toEqual(['7', 'LAIN']);
    expect(baca(baris.map(barisTeks), { jenisMutasi }).baris[0]?.rekaman.jenis_mutasi).toBe('REAKTIVASI');
  });

  it('typed cells carry text unchanged; no neutralising outside CSV', () => {
    expect(tulisBerkas([{ ...satu, alamat: '=1+1' }], { format: 'F34' }).baris[16]?.[9]).toBe('=1+1');
  });
});

describe('cells of CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+62812', "'+62812"],
    ['-1', "'-1"],
    ['@SUM(1)', "'@SUM(1)"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['\nx', "'\nx"],
    ['\u0000x', "'\u0000x"],
    [' =1', " '=1"],
    ['＝1', "'＝1"],
    ['|cmd', "'|cmd"],
    ['a;=1', "a;'=1"],
    ['a,@x', "a,'@x"],
    ["'=1", "''=1"],
    ['BUDI', 'BUDI'],
    ["'AISYAH", "'AISYAH"],
    ['A-1', 'A-1'],
    ['a@b.id', 'a@b.id'],
    ['', ''],
  ])('%j becomes %j and comes back', (isi, aman) => {
    expect(amankanSel(isi)).toBe(aman);
    expect(bukaSel(aman)).toBe(isi);
  });

  it('no cell starts a formula, and each comes back exactly', () => {
    const huruf = fc.constantFrom(...'=+-@|\t\r\n\u0000 \';,"a1＝＋－＠\u00A0');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: huruf }), fc.string({ unit: 'binary' })), (isi) => {
        const aman = amankanSel(isi);
        expect(aman).not.toMatch(/(?:^|[;,\t\r\n])[\s\u0000]*[=+@|＝＋＠－-]|^[\t\r\n\u0000]/);
        expect(bukaSel(aman)).toBe(isi);
      }),
      { numRuns: 3_000 },
    );
  });

  it('quotes every field and doubles quotes', () => {
    expect(tulisCsv([['a"b', '', 'x,y\nz'], ['=1']], ';')).toBe('"a""b";"";"x,y\nz"\r\n"\'=1"\r\n');
  });
});
