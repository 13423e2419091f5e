/** Precision and recall of `pbi verifikasi` on questions that were made without knowing how it matches. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Nilai, type NilaiJenis, nilai, presisi, recall } from '../../scripts/bench-cocok/nilai.ts';
import { tabelMutu } from '../../scripts/bench-cocok/tabel.ts';
import { pbi, tulisCsv } from './support/pbi.ts';
import { buatSoal } from './support/soal.ts';

const ORANG = 60_000;
const USULAN = 20_000;
const BENIH = 4;
const KOLOM = ['nik', 'no_kk', 'nama', 'tempat_lahir', 'tgl_lahir', 'jk', 'nama_ibu', 'kode_wilayah'];

/** A twin's number with one's own name: both stand there, and a person chooses (`GANDA`). */
const DIPILIH_ORANG = 'nik_kembar';

const dir = mkdtempSync(join(tmpdir(), 'pbi-mutu-'));
let hasil: Nilai;

beforeAll(async () => {
  const [referensi, usulan, jawaban, keluaran] = ['r', 'u', 'j', 'k'].map((name) => join(dir, `${name}.csv`)) as [
    string,
    string,
    string,
    string,
  ];
  const soal = buatSoal(ORANG, USULAN, BENIH);
  await tulisCsv(referensi, KOLOM, soal.referensi);
  await tulisCsv(usulan, ['tiket', ...KOLOM, 'no_kartu'], soal.usulan);
  const truth = soal.jawaban.map((one) => ({ ...one, bentrok: one.bentrok ? 1 : 0 }));
  await tulisCsv(jawaban, ['tiket', 'jenis', 'nik_benar', 'bentrok'], truth);
  await pbi(
    'verifikasi',
    '--register',
    usulan,
    '--referensi',
    `kependudukan=${referensi}`,
    '--keluaran',
    keluaran,
    '--json',
  );
  hasil = await nilai(dir, keluaran, jawaban);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('20,000 rows against 60,000 people', () => {
  /** The table by kind is what a failure shows. */
  const report = () => tabelMutu([hasil.jumlah, ...hasil.jenis]);

  test('one answer for each row, in the order of the input', () => {
    expect(hasil.urut).toBe(true);
    expect(hasil.jumlah.baris).toBe(USULAN);
  });

  test('nobody is taken for somebody else without a person looking', () => {
    expect(hasil.jumlah.cocokSalah, report()).toBe(0);
  });

  test('of those named 999 in 1,000 are right', () => {
    expect(presisi(hasil.jumlah), report()).toBeGreaterThanOrEqual(0.999);
  });

  test('of those who are there 999 in 1,000 are found', () => {
    expect(recall(hasil.jumlah), report()).toBeGreaterThanOrEqual(0.999);
  });

  test('no kind of error is found less than 97 times in 100', () => {
    const lost = (one: NilaiJenis) => one.jenis !== DIPILIH_ORANG && recall(one) < 0.97;
    expect(
      hasil.jenis.filter(lost).map(({ jenis }) => jenis),
      report(),
    ).toEqual([]);
  });
});
