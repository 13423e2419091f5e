/** `pbi verifikasi --register`: what other programs rely on, from outside. */
import { existsSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { KELAS } from '#domain/cocok/kelas.ts';
import { readXlsx } from '../../cli/berkas/xlsx.ts';
import { bacaRencanaCocok } from '../../cli/reconcile/rencana.ts';
import { pbi, startIn } from './support/pbi.ts';
import { csv, type Isi, parquet, TAJUK, TAJUK_REFERENSI, verifikasi, warga } from './support/verifikasi.ts';

const folder = mkdtempSync(join(tmpdir(), 'pbi-verifikasi-'));
const at = (name: string): string => join(folder, name);
const KONTRAK = ['tiket', 'referensi', 'kelas', 'nik', 'nik_referensi', 'skor', 'alasan', 'beda'];

const namesake = { nama: 'NUR HAYATI', tgl_lahir: '1975-03-09', jk: 'P', no_kk: '', nama_ibu: '', kode_wilayah: '' };
const people = [
  ...Array.from({ length: 300 }, (_, n) => warga(n)),
  warga(300, { ...namesake, nik: '3402014903759301' }),
  warga(301, { ...namesake, nik: '3402014903759842' }),
];
const oneOff = (n: number): string => `${warga(n)['nik']?.slice(0, 15)}${(n + 1) % 10}`;

/** What a row is, and what becomes of it. */
const cases: readonly (readonly [Isi, keyof typeof KELAS])[] = [
  [warga(1), 'COCOK'],
  [warga(2, { tgl_lahir: warga(2)['tgl_lahir']?.split('-').reverse().join('-') ?? '' }), 'COCOK'],
  [warga(3, { nama: `${warga(3)['nama']}A` }), 'COCOK_BEDA'],
  [warga(804, { nik: warga(4)['nik'] ?? '' }), 'BENTROK'],
  [warga(5, { nik: oneOff(5) }), 'SARAN'],
  [warga(6, { nik: '' }), 'SARAN'],
  [warga(0, { ...namesake, nik: '' }), 'GANDA'],
  [warga(900), 'TIDAK_DITEMUKAN'],
  [{ nik: '3.40201E+15' }, 'CACAT'],
  [{}, 'CACAT'],
  [{ nik: warga(7)['nik'] ?? '' }, 'COCOK_BEDA'],
  [warga(8, { tgl_lahir: '31/02/1992' }), 'COCOK_BEDA'],
];
const proposals = cases.map(([row], i) => ({ tiket: `T-${i}`, ...row, catatan: `=${i}` }));

let register: string;
let reference: string;
beforeAll(async () => {
  register = csv(at('usulan.csv'), [...TAJUK, 'no_kartu', 'catatan'], proposals);
  reference = csv(at('ref.csv'), TAJUK_REFERENSI, people);
  await parquet(reference);
});

describe('a result that would take the place of what is read', () => {
  const link = at('tautan.csv');
  it.each([
    ['--keluaran', 'usulan.csv'],
    ['--keluaran', './usulan.csv'],
    ['--rencana', 'ref.csv'],
    ['--keluaran', 'tautan.csv'],
  ])('is refused: %s %s', async (option, path) => {
    if (!existsSync(link)) symlinkSync(register, link);
    const before = [register, reference].map((file) => readFileSync(file, 'utf8'));
    const { code, out, err } = await startIn(
      { cwd: folder },
      ...['verifikasi', '--register', register, '--referensi', `dtks=${reference}`, option, path],
    ).ended;
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`${option} ${path} adalah berkas yang dibaca; isinya akan hilang. Pakai nama lain.`);
    expect([register, reference].map((file) => readFileSync(file, 'utf8'))).toEqual(before);
  });

  it('is refused too when two of them are one file, and by the other commands', async () => {
    const sources = ['--register', register, '--referensi', `dtks=${reference}`];
    const twice = await pbi('verifikasi', ...sources, '--keluaran', at('satu.csv'), '--rencana', at('satu.csv'));
    expect(twice.err).toContain('--rencana dan --keluaran menyebut berkas yang sama');
    for (const command of [
      ['ganda', register],
      ['rekonsiliasi', register, '--register', reference],
    ]) {
      const { code, err } = await pbi(...command, '--keluaran', register);
      expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('adalah berkas yang dibaca') });
    }
  });
});

describe('the result', () => {
  it('has one row for each row, in their order, with its class; further columns are kept', async () => {
    const {
      folder: result,
      header,
      rows,
      report,
      code,
      out,
    } = await verifikasi(register, '--referensi', `dtks=${reference}`);
    expect(header).toEqual([...KONTRAK, 'catatan']);
    expect(rows.map(({ tiket, kelas }) => [tiket, kelas])).toEqual(cases.map(([, kelas], i) => [`T-${i}`, kelas]));
    expect(rows.map(({ catatan }) => catatan)).toEqual(cases.map((_, i) => `=${i}`));
    expect(readFileSync(join(result, 'hasil.csv'), 'utf8')).toContain(`,"'=0"\r\n`.trimEnd());
    expect(code).toBe(4);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(Object.keys(report).sort()).toEqual(['kelas', 'peakMiB', 'rows', 'seconds']);
    const counted = Object.groupBy(cases, ([, kelas]) => kelas);
    expect(report).toMatchObject({
      rows: cases.length,
      kelas: Object.fromEntries(Object.keys(KELAS).map((k) => [k, counted[k as keyof typeof KELAS]?.length ?? 0])),
    });
  });

  it('says whom a row met, how surely, why and what differs', async () => {
    const { rows } = await verifikasi(register, '--referensi', `dtks=${reference}`);
    expect(rows[3]).toMatchObject({ nik: warga(4)['nik'], nik_referensi: warga(4)['nik'] });
    expect(rows[4]).toMatchObject({
      nik: oneOff(5),
      nik_referensi: warga(5)['nik'],
      alasan: expect.stringContaining('berbeda satu angka'),
      beda: `nik: ${oneOff(5)} -> ${warga(5)['nik']}`,
    });
    expect(rows[2]?.['beda']).toBe(`nama: ${warga(3)['nama']}A -> ${warga(3)['nama']}`);
    expect(rows[7]).toMatchObject({ nik_referensi: '', skor: '', beda: '' });
    expect(rows[8]?.['alasan']).toContain('Rusak oleh Excel');
    expect(rows[10]?.['alasan']).toBe('NIK sama, tidak ada isian lain yang dapat dibandingkan');
    expect(rows[11]?.['alasan']).toContain('tgl_lahir: ');
    for (const { skor } of rows) expect(skor).toMatch(/^(-?\d+(\.\d{1,2})?)?$/);
  });

  it('by equal numbers only says that nobody alike was looked for', async () => {
    const { rows } = await verifikasi(register, '--referensi', `dtks=${reference}`, '--tepat');
    expect([4, 5].map((i) => [rows[i]?.['kelas'], rows[i]?.['alasan']])).toEqual(
      [4, 5].map(() => ['TIDAK_DITEMUKAN', 'Tidak ada nomor yang sama; yang mirip tidak dicari']),
    );
  });

  it('is the same of Parquet on either side, and of standard input', async () => {
    const [fromCsv, fromParquet] = [
      await verifikasi(register, '--referensi', `dtks=${reference}`),
      await verifikasi(await parquet(register), '--referensi', `dtks=${at('ref.parquet')}`),
    ];
    expect(fromParquet.rows).toEqual(fromCsv.rows);
    const turned = people.map((row) => ({ ...row, tgl_lahir: row['tgl_lahir']?.split('-').reverse().join('-') ?? '' }));
    const dayFirst = csv(at('hari.csv'), TAJUK_REFERENSI, turned);
    expect((await verifikasi(register, '--referensi', `dtks=${dayFirst}`)).rows).toEqual(fromCsv.rows);
    const options = ['verifikasi', '--register', '-', '--referensi', `dtks=${reference}`, '--json'];
    const { child, ended } = startIn({ stdin: true }, ...options);
    child.stdin?.end(readFileSync(register));
    const { out } = await ended;
    expect(JSON.parse(out)).toMatchObject({ rows: cases.length, kelas: fromCsv.report.kelas });
  });

  it('has one row for each reference too, side by side', async () => {
    const few = csv(at('sedikit.csv'), TAJUK_REFERENSI, [warga(1)]);
    const two = csv(at('dua.csv'), TAJUK, [
      { tiket: 'A', ...warga(1) },
      { tiket: 'B', ...warga(2) },
    ]);
    const { rows, report } = await verifikasi(two, '--referensi', `pbi-jk=${few}`, '--referensi', `dtks=${reference}`);
    expect(rows.map(({ tiket, referensi, kelas }) => `${tiket} ${referensi} ${kelas}`)).toEqual([
      'A pbi-jk COCOK',
      'A dtks COCOK',
      'B pbi-jk TIDAK_DITEMUKAN',
      'B dtks COCOK',
    ]);
    expect(report.rows).toBe(4);
  });

  it('does with few columns: missing ones are no defect', async () => {
    const bare = csv(at('ringkas.csv'), ['tiket', 'nik', 'nama'], [{ tiket: 'A', ...warga(7) }]);
    const { rows, code, report } = await verifikasi(bare, '--referensi', `dtks=${reference}`);
    expect(rows).toMatchObject([{ tiket: 'A', kelas: 'COCOK' }]);
    expect({ code, rows: report.rows }).toEqual({ code: 0, rows: 1 });
  });

  it('keeps headings of every kind, and runs none of them', async () => {
    const headings = ['catatan "x"', 'kelas', 'Kelas', 'a.b', "it's", 'mi/ring~', '\\', '$uang', '0', '=1+1'];
    const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
    const path = at('judul-aneh.csv');
    const { nik = '', nama = '' } = warga(7);
    writeFileSync(
      path,
      `${quoted(['tiket', 'nik', 'nama', ...headings])}\n${quoted(['A', nik, nama, ...Object.keys(headings)])}\n`,
    );
    const { header, rows, folder: result } = await verifikasi(path, '--referensi', `dtks=${reference}`);
    expect(header.slice(KONTRAK.length)).toEqual(
      headings.map((h) => ({ kelas: 'kelas (masukan)', Kelas: 'Kelas (masukan 2)' })[h] ?? h),
    );
    expect(Object.values(rows[0] ?? {})).toEqual(expect.arrayContaining(Object.keys(headings)));
    expect(readFileSync(join(result, 'hasil.csv'), 'utf8')).toContain(`"'=1+1"`);
  });

  it('of remarks about cells is no CACAT; of rows that cannot be read it is', async () => {
    // Six NIK that end in 0: perhaps cut off, but there.
    const ends = [0, 10, 20, 30, 40, 50].map((n, i) => ({ tiket: `N${i}`, ...warga(n) }));
    const cut = await verifikasi(csv(at('nol.csv'), TAJUK, ends), '--referensi', `dtks=${reference}`);
    expect(cut.rows.map(({ kelas }) => kelas)).toEqual(ends.map(() => 'COCOK'));
    expect(cut.err).toContain('berakhir 0');
    const text = readFileSync(csv(at('kurang.csv'), TAJUK, [{ tiket: 'K', ...warga(8) }]), 'utf8');
    writeFileSync(
      at('kurang.csv'),
      `${text}L,${warga(9)['nik']}\nM,${Object.values(warga(10)).join(',')},lebih,lagi\n`,
    );
    const uneven = await verifikasi(at('kurang.csv'), '--referensi', `dtks=${reference}`);
    expect(uneven.rows.map(({ kelas }) => kelas)).toEqual(['COCOK', 'CACAT', 'CACAT']);
    expect(uneven.rows[1]?.['alasan']).toMatch(/kolom/i);
  });
});

describe('other forms', () => {
  it('XLSX, Parquet and HTML hold the same rows; a plan waits for a person', async () => {
    const [xlsx, parket, html, plan] = ['h.xlsx', 'h.parquet', 'h.html', 'h.json'].map(at) as [
      string,
      string,
      string,
      string,
    ];
    const options = ['--register', register, '--referensi', `dtks=${reference}`];
    await pbi('verifikasi', ...options, '--keluaran', xlsx, '--html', html, '--rencana', plan);
    await pbi('verifikasi', ...options, '--keluaran', parket);
    const sheets = await readXlsx(xlsx);
    expect(sheets.find(({ nama }) => nama === 'Semua')?.lembar).toHaveLength(cases.length + 1);
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const all = await connection.runAndReadAll(`SELECT tiket, kelas, catatan, skor FROM '${parket}'`);
    const rows = all.getRowObjectsJson();
    expect(rows.map(({ tiket, kelas }) => [tiket, kelas])).toEqual(cases.map(([, kelas], i) => [`T-${i}`, kelas]));
    expect(rows[0]).toMatchObject({ catatan: '=0', skor: expect.any(Number) });
    connection.closeSync();
    expect(readFileSync(html, 'utf8')).not.toContain(warga(5)['nik']);
    const { entri, masukan, referensi } = await bacaRencanaCocok(plan);
    expect(entri.map(({ tiket }) => tiket)).toEqual(cases.flatMap(([, k], i) => (k === 'COCOK' ? [] : [`T-${i}`])));
    expect(entri.every(({ putusan, versi }) => putusan === 'TUNDA' && versi === '')).toBe(true);
    for (const { sha256 } of masukan) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    for (const { sidik } of referensi) expect(sidik).toMatch(/^[0-9a-f]{64}$/);
    for (const path of [xlsx, parket, html, plan]) expect(statSync(path).mode & 0o777, path).toBe(0o600);
  });

  it('in words: what was read as what, what was left out; nobody is named', async () => {
    const path = csv(at('judul.csv'), ['Nomor Induk', 'Nama Lengkap', 'Warna'], []);
    writeFileSync(
      path,
      `Daftar usulan\n${readFileSync(path, 'utf8')}${warga(1)['nik']},${warga(1)['nama']},biru\n,,\nJumlah,1,\n`,
    );
    const settings = at('p.json');
    writeFileSync(settings, JSON.stringify({ judul: { nik: ['Nomor Induk'] }, ambang: { saran: 3 } }));
    const ended = await pbi(
      'verifikasi',
      '--register',
      path,
      '--referensi',
      `dtks=${reference}`,
      '--pengaturan',
      settings,
    );
    expect(ended).toMatchObject({ code: 0, err: 'Membaca judul.csv ...\n' });
    expect(ended.out).toContain('Nomor Induk = NIK, Nama Lengkap = Nama');
    expect(ended.out).toContain('Diteruskan apa adanya: Warna');
    expect(ended.out).toMatch(/Dilewati, kosong: 1 \(baris \d+\)/);
    expect(ended.out).not.toMatch(/\d{16}/);
    expect(ended.out).not.toContain(warga(1)['nama']);
  });
});

describe('what cannot be verified', () => {
  it.each([
    ['a reference that does not exist', ['--referensi', 'dtks=tidak-ada.csv'], 3, 'tidak-ada.csv'],
    ['a reference of another name', ['--referensi', 'lain=ref.csv'], 2, 'kependudukan, dtks'],
    ['one reference twice', ['--referensi', 'dtks=a.csv', '--referensi', 'dtks=b.csv'], 2, 'dua kali'],
    ['a result of another kind', ['--referensi', 'dtks=a.csv', '--keluaran', 'h.docx'], 2, '.parquet'],
    ['another order of dates', ['--urutan', 'XX'], 2, 'HB, BH'],
    ['no reference at all', ['--indeks', '/tidak/ada'], 2, 'referensi muat'],
  ])('%s: a code and a sentence', async (_what, options, code, sentence) => {
    const ended = await pbi('verifikasi', '--register', register, ...options);
    expect(ended).toMatchObject({ code, out: '', err: expect.stringContaining(sentence) });
  });

  it('a reference with broken rows: they are named, none is left out silently', async () => {
    const broken = csv(at('rusak.csv'), TAJUK_REFERENSI, people.slice(0, 3));
    writeFileSync(broken, `${readFileSync(broken, 'utf8')}${warga(9)['nik']},kurang\n`);
    const ended = await pbi('verifikasi', '--register', register, '--referensi', `dtks=${broken}`);
    expect(ended).toMatchObject({ code: 3, out: '', err: expect.stringContaining('rusak.csv baris 5') });
  });

  it('neither a file nor an office', async () => {
    expect(await pbi('verifikasi')).toMatchObject({ code: 2, err: expect.stringContaining('--sebagai') });
  });
});
