/** `pbi verifikasi`: people who are written otherwise than in the reference, and numbers that are somebody else's. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../cli/berkas/xlsx.ts';
import { bacaRencanaCocok } from '../../cli/reconcile/rencana.ts';
import { pbi } from './support/pbi.ts';
import { csv, type Isi, TAJUK, TAJUK_REFERENSI, verifikasi, warga } from './support/verifikasi.ts';

const folder = mkdtempSync(join(tmpdir(), 'pbi-nama-'));

const SHORTER = [
  ['YOHANES SUNARDI', 'Yoh. Sunardi'],
  ['YOHANES SUNARDI', 'Bp. Yohanes Sunardi'],
  ['RATNA DEWI SARTIKA', 'R.D. Sartika'],
  ['RATNA DEWI SARTIKA', 'Sartika R.D.'],
  ['RATNA DEWI SARTIKA', 'RD Sartika'],
  ['RATNA DEWI SARTIKA', 'Ratna DS'],
  ['RATNA DEWI SARTIKA', 'Ny. Ratna Dewi Sartika'],
  ['AGUS MULYADI KUSWOYO', 'Agus M. Kuswoyo'],
  ['MUHAMMAD ALI SUKUR', 'Mohd Ali'],
  ['I MADE SUARTA', 'I. M. Suarta'],
  ['I MADE SUARTA', 'I Md Suarta'],
  ['ALI MUHAMMAD YUSUF', 'ALI MUHAMMAD'],
] as const;
/** Too many slips for so short a name. */
const MISREAD = [
  ['SUKARNI', 'Sukami'],
  ['SLAMET', 'Samlet'],
] as const;

/** Rows about people of a reference of hundreds, each under the name of the pair. */
async function verified(
  pairs: readonly (readonly [string, string])[],
  change: (row: Isi, n: number) => Isi,
): Promise<Isi[]> {
  const people = [
    ...pairs.map(([nama], n) => warga(n, { nama })),
    ...Array.from({ length: 300 }, (_, n) => warga(50 + n)),
  ];
  const rows = pairs.map(([, nama], n) => ({ tiket: `T-${n}`, ...change(warga(n, { nama }), n) }));
  const reference = csv(join(folder, 'ref.csv'), TAJUK_REFERENSI, people);
  const register = csv(join(folder, 'usulan.csv'), TAJUK, rows);
  return (await verifikasi(register, '--referensi', `kependudukan=${reference}`)).rows;
}

const classes = (rows: readonly Isi[]) => rows.map(({ kelas, nik_referensi }) => `${kelas} ${nik_referensi}`);
const everybody = (pairs: readonly unknown[], kelas: string) => pairs.map((_, n) => `${kelas} ${warga(n)['nik']}`);

describe('a name that is shortened', () => {
  it('is the same person with an equal NIK', async () => {
    expect(classes(await verified(SHORTER, (row) => row))).toEqual(everybody(SHORTER, 'COCOK_BEDA'));
  });

  it('is found by birth date and mother alone', async () => {
    const rows = await verified(SHORTER, (row) => ({ ...row, nik: '', no_kk: '' }));
    expect(classes(rows)).toEqual(everybody(SHORTER, 'SARAN'));
    for (const { alasan } of rows) expect(alasan).toContain('nama lebih pendek atau disingkat');
  });
});

it('another name with the same NIK, family card and birth date is for a person to decide, not somebody else', async () => {
  const rows = await verified(MISREAD, (row) => row);
  expect(classes(rows)).toEqual(everybody(MISREAD, 'COCOK_BEDA'));
  for (const { alasan } of rows) expect(alasan).toContain('nama berbeda');
});

it('without a name the family card and the birth date say who is meant, and nothing less', async () => {
  const pairs = SHORTER.slice(0, 3).map(([nama]) => [nama, ''] as const);
  const slip = (nik = '') => `${nik.slice(0, 15)}${(Number(nik[15]) + 1) % 10}`;
  const near = await verified(pairs, (row) => ({ ...row, nik: slip(row['nik']) }));
  expect(classes(near)).toEqual(everybody(pairs, 'SARAN'));
  const without = await verified(pairs, (row) => ({ ...row, nik: slip(row['nik']), no_kk: '' }));
  expect(classes(without)).toEqual(pairs.map(() => 'TIDAK_DITEMUKAN '));
});

describe('the NIK of a relative', () => {
  const family = { no_kk: '3402010101109777', kode_wilayah: '3402012001' };
  const wife = warga(0, { ...family, nama: 'SITI RAHAYU INDAH LESTARI', tgl_lahir: '1999-03-05' });
  const sister = warga(1, { ...family, nama: 'SRI LESTARI', tgl_lahir: '2003-07-08' });
  const father = warga(2, { ...family, nama: 'SUNARDI', tgl_lahir: '1970-03-05' });
  const child = warga(3, { ...family, nama: 'BUDI SUNARDI', tgl_lahir: '2001-07-08' });
  const twin = { tgl_lahir: '2005-03-05', nama_ibu: 'WAGIYEM' };
  const twins = [
    warga(4, { ...family, ...twin, nama: 'SITI AMINAH PUTRI' }),
    warga(5, { ...family, ...twin, nama: 'SITI AMINAH' }),
  ] as const;
  const people = [wife, sister, father, child, ...twins, ...Array.from({ length: 300 }, (_, n) => warga(50 + n))];

  it.each([
    ['a sister’s, whose longer name holds one’s own', sister, wife, 'SARAN'],
    ['a father’s, whose name is in one’s own', child, father, 'SARAN'],
    ['a twin’s, whose longer name holds one’s own', twins[1], twins[0], 'GANDA'],
  ])('%s does not hide who is meant', async (_, who, other, kelas) => {
    const reference = csv(join(folder, 'ref.csv'), TAJUK_REFERENSI, people);
    const register = csv(join(folder, 'usulan.csv'), TAJUK, [{ tiket: 'T-1', ...who, nik: other['nik'] ?? '' }]);
    const plan = join(folder, `${kelas}-${who['nik']}.json`);
    const { rows } = await verifikasi(register, '--referensi', `kependudukan=${reference}`, '--rencana', plan);
    expect(rows[0]?.['kelas']).toBe(kelas);
    const [entri] = (await bacaRencanaCocok(plan)).entri;
    expect(entri?.calon.map(({ orang }) => orang.nik)).toContain(who['nik']);
    if (kelas === 'SARAN') expect(rows[0]?.['nik_referensi']).toBe(who['nik']);
  });

  it('with a form of address before the name is no certain match', async () => {
    const reference = csv(join(folder, 'ref.csv'), TAJUK_REFERENSI, people);
    const rows = ['Ny.', 'An.', 'Ibu', 'Tn'].map((sapaan) => ({
      ...{ tiket: sapaan, nik: child['nik'] ?? '', nama: `${sapaan} ${child['nama']}` },
    }));
    const register = csv(join(folder, 'usulan.csv'), TAJUK, rows);
    const found = await verifikasi(register, '--referensi', `kependudukan=${reference}`);
    expect(found.rows.map(({ kelas }) => kelas)).toEqual(rows.map(() => 'COCOK_BEDA'));
  });
});

it('says the status that the reference has of whom it met', async () => {
  const people = [warga(0, { status: 'Meninggal' }), warga(1)];
  const reference = csv(join(folder, 'status.csv'), [...TAJUK_REFERENSI, 'status'], people);
  const register = csv(join(folder, 'usulan.csv'), TAJUK, [warga(0), warga(1)]);
  const { rows } = await verifikasi(register, '--referensi', `kependudukan=${reference}`);
  expect(rows.map(({ kelas, alasan }) => [kelas, alasan])).toEqual([
    ['COCOK', 'Semua isian yang dapat dibandingkan sama; status di referensi: Meninggal'],
    ['COCOK', 'Semua isian yang dapat dibandingkan sama'],
  ]);
});

it('says that a sheet was asked of what has none', async () => {
  const reference = csv(join(folder, 'ref.csv'), TAJUK_REFERENSI, [warga(0)]);
  const register = csv(join(folder, 'usulan.csv'), TAJUK, [warga(0)]);
  const { err } = await pbi(
    'verifikasi',
    '--register',
    register,
    '--referensi',
    `dtks=${reference}`,
    '--lembar',
    'Mei',
    '--json',
  );
  expect(err).toContain('--lembar tidak dipakai: berkas ini tidak punya lembar.');
});

it('says whose status it is where several records have the number', async () => {
  const people = [warga(0, { status: 'Meninggal' }), warga(0, { status: 'Meninggal' })];
  const reference = csv(join(folder, 'banyak.csv'), [...TAJUK_REFERENSI, 'status'], people);
  const register = csv(join(folder, 'usulan.csv'), TAJUK, [warga(0)]);
  const { rows } = await verifikasi(register, '--referensi', `kependudukan=${reference}`);
  expect(rows[0]?.['alasan']).toContain('status di referensi (calon 1): Meninggal');
});

it('says that the number is somebody else’s where the person was found by the rest', async () => {
  const pairs = SHORTER.slice(2, 3).map(([nama]) => [nama, nama] as const);
  const [row] = await verified(pairs, (one) => ({ ...one, nik: warga(60)['nik'] ?? '' }));
  expect(row).toMatchObject({ kelas: 'SARAN', nik_referensi: warga(0)['nik'] });
  expect(row?.['alasan']).toContain('nomor yang ditulis milik orang lain');
});

describe('one NIK on two records', () => {
  const [who, other] = [warga(0), { ...warga(0), no_kk: warga(9)['no_kk'] ?? '' }];
  const columns = [...TAJUK_REFERENSI, 'status'];
  const people = [
    { ...other, status: '9' },
    { ...who, status: '3' },
  ];
  const crowd = Array.from({ length: 3_000 }, (_, i) => warga(100 + i));

  it.each([
    ['alone', [], []],
    ['among few', crowd.slice(0, 100), []],
    ['among many', crowd, []],
    ['by equal NIK only', [], ['--tepat']],
  ] as const)('is the one that is equal in all fields, %s', async (_, lain, opsi) => {
    const reference = csv(join(folder, `dua-${lain.length}.csv`), columns, [...people, ...lain]);
    const register = csv(join(folder, 'usulan.csv'), TAJUK, [who]);
    const { rows } = await verifikasi(register, '--referensi', `dtks=${reference}`, ...opsi);
    expect(rows[0]).toMatchObject({ kelas: 'COCOK', nik_referensi: who['nik'] });
    expect(rows[0]?.['alasan']).toMatch(
      /nomornya juga ada pada catatan lain di referensi; status di referensi \(calon 1\): 3/,
    );
  });
});

it.each([[], ['--tepat']])('finds a NIK that is written with something in it %j', async (...opsi) => {
  const nik = warga(0)['nik'] ?? '';
  const written = [`'${nik}`, nik.replace(/^(..)(..)/, '$1.$2.'), ` ${nik} `];
  for (const satu of written) {
    const reference = csv(join(folder, 'tulis.csv'), TAJUK_REFERENSI, [{ ...warga(0), nik: satu }, warga(1)]);
    const register = csv(join(folder, 'usulan.csv'), TAJUK, [warga(0)]);
    const { rows } = await verifikasi(register, '--referensi', `dtks=${reference}`, ...opsi);
    expect(rows[0]).toMatchObject({ kelas: 'COCOK', nik_referensi: nik });
  }
});

it('names the NIK of a record that was met by its card', async () => {
  const kartu = '0009000000017';
  const reference = csv(
    join(folder, 'kartu.csv'),
    [...TAJUK_REFERENSI, 'no_kartu'],
    [{ ...warga(0), no_kartu: kartu }],
  );
  const register = csv(join(folder, 'usulan.csv'), [...TAJUK, 'no_kartu'], [{ ...warga(0), nik: '', no_kartu: kartu }]);
  const plan = join(folder, 'kartu.rencana.json');
  const xlsx = join(folder, 'kartu.xlsx');
  const opsi = ['--register', register, '--referensi', `dtks=${reference}`, '--rencana', plan, '--keluaran', xlsx];
  await pbi('verifikasi', ...opsi);
  const [sheet] = (await readXlsx(xlsx)).filter(({ nama }) => nama === 'Semua');
  expect(sheet?.lembar[1]?.map(({ teks }) => teks)).toEqual(expect.arrayContaining(['COCOK', warga(0)['nik']]));
});
