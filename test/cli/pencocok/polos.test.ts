/** Rows of a CSV file are the same whether we read all of them or the database takes those that need no judgement. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mesin } from '../../../cli/reconcile/db/mesin.ts';
import { siapkanMakro } from '../../../cli/reconcile/pencocok/cocokkan.ts';
import { TIKET } from '../../../cli/reconcile/sumber/judul.ts';
import { bukaSumber } from '../../../cli/reconcile/sumber/sumber.ts';
import { masukkan } from '../../../cli/reconcile/verifikasi/masukkan.ts';
import { bukaMesin } from '../support/mesin.ts';

const dir = mkdtempSync(join(tmpdir(), 'pbi-polos-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const TAJUK = [
  'tiket',
  'nik',
  'no_kk',
  'nama',
  'tempat_lahir',
  'tgl_lahir',
  'jk',
  'nama_ibu',
  'kode_wilayah',
  'alamat',
];
const NIK = '3402010101909001';

/** What may stand in each column: mostly plain, sometimes not. */
const SEL: readonly (readonly string[])[] = [
  ['T-1', 'T-2', '', "'T-3", "'+T-4", '=1+1', 'JUMLAH', 'No'],
  [
    NIK,
    '3402014101909002',
    '3402010101909010',
    '',
    '340201010190900',
    '3402.0101.0190.9001',
    '3.40212E+15',
    '0402010101909001',
  ],
  ['3402010101109001', '', '0402010101109001', '34020101'],
  [
    'SITI AMINAH',
    "NUR'AINI",
    'H. AGUS, S.PD',
    'siti',
    ' BUDI',
    'JOSÉ',
    "'",
    '#N/A',
    '-',
    'M  YUSUF',
    '=A1',
    'MOCH. DJOKO',
  ],
  ['BANTUL', '', "'BANTUL", 'KAB. BANTUL', '12'],
  ['1990-01-01', '', '1990-02-30', '0000-01-01', '1990-1-1', '01/02/1990', '17-08-1990', '1990-01-01 '],
  ['L', 'P', '', 'Laki-laki', 'X'],
  ['SRI', '', 'ibu sri', 'SRI,', ','],
  ['3402012001', '', '34.02.01.2001', '3402'],
  ['JL. A NO. 1', '', "JL 'B'", '=HYPERLINK', 'a;b', 'RT "2"'],
];

const baris = fc.tuple(
  ...SEL.map((isi) => fc.oneof({ weight: 30, arbitrary: fc.constant(isi[0] ?? '') }, fc.constantFrom(...isi))),
);
/** Rows that are no data. */
const LAIN = [
  TAJUK.map(() => ''),
  TAJUK,
  TAJUK.map((_, i) => `${i + 1}`),
  ['Mengetahui', ...TAJUK.slice(1).map(() => '')],
  ['JUMLAH', '', '12', ...TAJUK.slice(3).map(() => '')],
];
const isi = fc.array(fc.oneof({ weight: 9, arbitrary: baris }, fc.constantFrom(...LAIN)), {
  minLength: 1,
  maxLength: 40,
});

const kutip = (teks: string): string => (/[",]/.test(teks) ? `"${teks.replaceAll('"', '""')}"` : teks);
const BENTUK: readonly ((teks: readonly string[]) => string)[] = [
  (teks) => `${teks.map(kutip).join(',')}\n`,
  (teks) => `${teks.map((satu) => `"${satu.replaceAll('"', '""')}"`).join(',')}\r\n`,
  (teks) => `${teks.map((satu) => (satu === '' ? '""' : kutip(satu))).join(',')}\n`,
];

let mesin: Mesin;
let tutup: () => Promise<void>;
beforeAll(async () => {
  ({ mesin, tutup } = await bukaMesin());
  await siapkanMakro(mesin);
});
afterAll(() => tutup());

/** What was put in, and what is said of the file. */
async function baca(path: string, bersama: boolean) {
  let dipakai = false;
  const { sumber, jumlah } = await masukkan(mesin, new AbortController().signal, {
    kemajuan: () => undefined,
    bukaSumber: async (koneksi) => {
      const { bersama: cara, ...satu } = await bukaSumber(path, { koneksi, kolomTambahan: TIKET });
      if (!bersama || !cara) return satu;
      return {
        ...satu,
        bersama: async () => {
          const hasil = await cara();
          dipakai = hasil !== undefined;
          return hasil;
        },
      };
    },
  });
  const usulan = await mesin.baca(
    "SELECT usulan.*, coalesce(lain, '{}') AS lain FROM usulan LEFT JOIN lain_usulan USING (u) ORDER BY u",
  );
  return { dipakai, hasil: { usulan: usulan.map(rata), jumlah, ringkasan: sumber.ringkasan() } };
}

/** The order of fields in JSON says nothing. */
const rata = (satu: Record<string, unknown>) => ({ ...satu, lain: JSON.parse(String(satu['lain'])) });

describe('a clean file', () => {
  it('has no signature where rows of data follow', async () => {
    const path = join(dir, 'penutup.csv');
    const tanda = `Mengetahui${','.repeat(TAJUK.length - 1)}\n`;
    const data = `T-1,${NIK},,SITI,,,L,,,x\n`;
    writeFileSync(path, `${TAJUK.join(',')}\n${data}${tanda}${data}${data}${tanda}`);
    const { dipakai, hasil } = await baca(path, true);
    expect(dipakai).toBe(true);
    expect(hasil.ringkasan.lewat).toEqual({ penutup: { jumlah: 1, baris: [6] } });
    expect(hasil.usulan.map(({ nomor }: Record<string, unknown>) => nomor)).toEqual([2, 3, 4, 5]);
  });

  it('gives the same rows and the same summary either way', async () => {
    const path = join(dir, 'usulan.csv');
    let bersama = 0;
    await fc.assert(
      fc.asyncProperty(isi, fc.constantFrom(...BENTUK), async (rows, tulis) => {
        writeFileSync(path, [TAJUK, ...rows].map(tulis).join(''));
        const sendiri = await baca(path, false);
        const berdua = await baca(path, true);
        if (berdua.dipakai) bersama += 1;
        expect(berdua.hasil).toEqual(sendiri.hasil);
      }),
      { numRuns: 60, seed: 7 },
    );
    expect(bersama).toBeGreaterThan(55);
  }, 120_000);
});

describe('a file that readers could understand differently is read by us alone', () => {
  const [satu = '', dua = ''] = [0, 1].map((n) => `T-${n},${NIK},,SITI,,,L,,,x`);
  const kepala = TAJUK.join(',');
  it.each([
    ['a line break between quotes', `${kepala}\n${satu}\n"T\n1",${NIK},,SITI,,,L,,,x\n`],
    ['a quote inside a field', `${kepala}\n${satu}\nT"1,${NIK},,SITI,,,L,,,x\n`],
    ['text behind a quoted field', `${kepala}\n${satu}\n"T"1,${NIK},,SITI,,,L,,,x\n`],
    ['a row with too few fields', `${kepala}\n${satu}\nT-1,${NIK}\n`],
    ['a row with too many fields', `${kepala}\n${satu}\n${dua},y\n`],
    ['a row of more than a million letters', `${kepala}\n${satu}\n${dua}${'x'.repeat(1_100_000)}\n`],
    ['mixed line ends', `${kepala}\r\n${satu}\n${dua}\r\n`],
    ['lines that end in CR', `${kepala}\r${satu}\r${dua}\r`],
    ['a last line without its end', `${kepala}\n${satu}\n${dua}`],
    ['a letter that is not UTF-8', Buffer.from(`${kepala}\n${satu}\n${dua.replace('SITI', 'JOSÉ')}\n`, 'latin1')],
  ])('%s', async (_, bytes) => {
    const path = join(dir, 'lain.csv');
    writeFileSync(path, bytes);
    const { dipakai, hasil } = await baca(path, true);
    expect(dipakai).toBe(false);
    expect(hasil.jumlah).toBe(2);
  });
});
