/** `pbi rekonsiliasi`: feedback files against a register that the bundle keeps, and the answers back into it (BGR-19). */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KelasUmpanBalik } from '#domain/cocok/kelas.ts';
import { readXlsx } from '../../cli/berkas/xlsx.ts';
import { bacaRencanaCocok, type EntriCocok, tulisRencanaCocok } from '../../cli/reconcile/rencana.ts';
import { type RunningServer, startServer } from '../../cli/workspace/server.ts';
import { BATCH } from '../support/batch-officers.ts';
import { citizen } from '../support/citizens.ts';
import { type Office, openOffice, type Row } from '../support/office.ts';
import { type Ended, pbi, temporary } from './support/pbi.ts';
import { feedback, gagal, rowOf, sentCases, sukses } from './support/umpan-balik.ts';

let office: Office;
let server: RunningServer;
/** Citizens 1 to 5, sent to BPJS. */
let cases: Row[];
beforeAll(async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T03:00:00Z' });
  server = await startServer(office.workspace, { port: 0 });
  cases = await sentCases(office, 1, 2, 3, 4, 5);
  office.workspace.clock.set(Date.parse('2026-11-30T03:00:00Z'));
}, 120_000);
afterAll(() => server.close());

const as = (person = 'verifikator') => [
  '--url',
  server.origin,
  '--sebagai',
  office.person(person).email,
  '--tunggu',
  '60',
];
const run = (path: string, ...more: string[]): Promise<Ended> => pbi('rekonsiliasi', path, ...as(), ...more);
const tiket = (n: number): string => cases[n - 1]?.['tiket'] ?? '';
const nik = (n: number): string => citizen(n).nik;

interface Laporan {
  readonly rows: number;
  readonly kelas: Record<KelasUmpanBalik, number>;
  readonly siapDicatat: number;
  readonly perluDiputus: number;
  readonly keteranganTakDikenal: { keterangan: string; jumlah: number }[];
}
const report = ({ out }: Ended): Laporan => JSON.parse(out) as Laporan;
const entries = async (path: string) => (await bacaRencanaCocok(`${path}.rencana.json`)).entri;
const apply = (path: string): Promise<Ended> => pbi('terapkan', `${path}.rencana.json`, ...as(), '--json');

describe('a feedback file', () => {
  it('becomes a plan, and what is said of it names rows and tickets, and nobody', async () => {
    const rows = [
      sukses(nik(1), { 'No HP': '6281234567890' }),
      gagal(nik(2), 'Lihat berita acara nomor 12'),
      sukses('3271010108609999'),
      gagal('', 'NIK tidak ditemukan', { 'Nama Peserta': citizen(3).nama }),
    ];
    const path = await feedback(rows);
    const ended = await run(path, '--batch', BATCH, '--json');
    expect(ended.code).toBe(4);
    expect(report(ended)).toMatchObject({
      rows: 7,
      kelas: { COCOK: 2, TIDAK_DIKENAL: 1, CACAT: 1, BELUM_DIJAWAB: 3 },
      siapDicatat: 2,
      keteranganTakDikenal: [{ keterangan: 'Lihat berita acara nomor 12', jumlah: 1 }],
    });
    expect(await entries(path)).toMatchObject([
      { nomor: rowOf(0), tiket: tiket(1), kelas: 'COCOK', putusan: 'OTOMATIS', perubahan: { aksi: 'CATAT_HASIL' } },
      { nomor: rowOf(1), tiket: tiket(2), putusan: 'OTOMATIS', perubahan: { isi: { kode: 'X99' } } },
      { nomor: rowOf(2), tiket: '', kelas: 'TIDAK_DIKENAL', putusan: 'TUNDA', perubahan: null },
      { nomor: rowOf(3), tiket: '', kelas: 'CACAT', putusan: 'TUNDA', perubahan: null },
    ]);
    expect(statSync(`${path}.rencana.json`).mode & 0o777).toBe(0o600);
    const words = await run(path);
    for (const text of [words.out, words.err, ended.out, ended.err]) expect(text).not.toMatch(/\d{16}|rekaan/i);
    expect(words.out).toContain(`${tiket(3)} Belum dijawab`);
    expect(words.out).toContain('Status = hasil');
    expect(words.out).toContain('1 x Lihat berita acara nomor 12');
    expect(office.case(tiket(1))['status']).toBe('DIKIRIM_BPJS');
  });

  it('is recorded by the bundle once, with code and remark as they are, and comes back as recorded', async () => {
    const remark = 'Lihat berita acara nomor 12';
    const path = await feedback([
      sukses(nik(1)),
      gagal(nik(2), remark),
      gagal(nik(3), 'Menunggu konsolidasi', { Status: 'Pending' }),
    ]);
    expect((await run(path)).code).toBe(4);
    const applied = await apply(path);
    expect(JSON.parse(applied.out)).toMatchObject({ jumlah: { dicatat: 3, sudah: 0, ditolak: 0, menunggu: 0 } });
    expect(office.case(tiket(1))).toMatchObject({
      ...{ status: 'BERHASIL', kode_hasil: 'B02', tmt_aktif: '2026-12-01' },
      // When BPJS answered, so that what it says later is not taken for older.
      dijawab_pada: expect.stringMatching(/^2026-11-27T/),
    });
    expect(office.case(tiket(2))).toMatchObject({
      status: 'TIDAK_BERHASIL',
      kode_hasil: 'X99',
      keterangan_bpjs: remark,
    });
    expect(office.case(tiket(3))).toMatchObject({ status: 'DITANGGUHKAN', kode_hasil: 'D02' });
    const before = { cases: office.cases(), log: office.tab('Riwayat'), queue: office.tab('Antrean') };
    expect(JSON.parse((await apply(path)).out)).toMatchObject({ jumlah: { dicatat: 0, sudah: 3 } });
    const seen = await run(path, '--json');
    expect(report(seen)).toMatchObject({ kelas: { COCOK: 3 }, siapDicatat: 0, perluDiputus: 0 });
    await office.tick();
    expect({ cases: office.cases(), log: office.tab('Riwayat'), queue: office.tab('Antrean') }).toEqual(before);
  });

  it('of an older day does not undo what is recorded; a newer one lets a suspended case succeed', async () => {
    const older = await feedback([gagal(nik(3), 'NIK ganda', { 'Tgl Proses': '26/11/2026' })]);
    const plan = `${older}.json`;
    expect(report(await run(older, '--json', '--yes', '--rencana', plan))).toMatchObject({
      kelas: { USANG: 1, COCOK: 0 },
      siapDicatat: 0,
    });
    expect(office.case(tiket(3))['status']).toBe('DITANGGUHKAN');
    // Given after the answer of the 27th, though before that was recorded.
    const newer = await feedback([sukses(nik(3), { 'Tgl Proses': '28/11/2026' })]);
    expect((await run(newer, '--yes')).out).toContain('1 dicatat');
    expect(office.case(tiket(3))).toMatchObject({ status: 'BERHASIL', tmt_aktif: '2026-12-01', keterangan_bpjs: '' });
  });

  it('planned before a case changed is refused for it, with what changed', async () => {
    const path = await feedback([sukses(nik(4))]);
    await run(path);
    await office.act(tiket(4), 'CATAT_HASIL', { isi: { hasil: 'tidak berhasil', keterangan: 'NIK ganda', tmt: '' } });
    const applied = await apply(path);
    expect(applied.code).toBe(4);
    expect(JSON.parse(applied.out)).toMatchObject({
      jumlah: { berubah: 1 },
      baris: [{ tiket: tiket(4), hasil: 'berubah', kalimat: expect.stringMatching(/status \(.* -> Tidak berhasil\)/) }],
    });
    expect(office.case(tiket(4))['status']).toBe('TIDAK_BERHASIL');
  });

  it('together with others is matched in one run, and each row says from which file it is', async () => {
    const [one, two] = [
      await feedback([sukses(nik(5))], 'satu.xlsx'),
      await feedback([gagal(nik(5), 'NIK ganda')], 'dua.xlsx'),
    ];
    const result = `${one}.hasil.csv`;
    const ended = await run(one, two, '--json', '--keluaran', result);
    expect(report(ended).kelas).toMatchObject({ BERTENTANGAN: 2 });
    const lines = readFileSync(result, 'utf8').split('\r\n');
    expect(lines[0]).toMatch(/^"tiket","referensi","kelas","nik","nik_referensi","skor","alasan","beda",.*"berkas"$/);
    expect(lines[1]).toContain('Baris 4 berkas dua.xlsx tentang orang yang sama menjawab lain');
    expect(lines[1]).toMatch(/"satu.xlsx"$/);
    const [first, second] = await entries(one);
    expect([first?.putusan, second?.putusan]).toEqual(['TUNDA', 'TUNDA']);
    // A person believes the second file.
    const plan = `${one}.rencana.json`;
    await tulisRencanaCocok(plan, {
      ...(await bacaRencanaCocok(plan)),
      entri: [first, second].map((satu, i) => ({ ...satu, putusan: i === 0 ? 'TOLAK' : 'TERIMA' }) as EntriCocok),
    });
    expect(JSON.parse((await apply(one)).out)).toMatchObject({ jumlah: { dicatat: 1 } });
    expect(office.case(tiket(5))).toMatchObject({ status: 'TIDAK_BERHASIL', kode_hasil: 'T03' });
  });
});

describe('recaps', () => {
  it('are one file for Dinkes, one for Dinsos, one for each kelurahan, all of text', async () => {
    const remark = '=HYPERLINK("x") NIK ganda';
    const failure = gagal(nik(5), remark, { 'Tgl Proses': '30/11/2026' });
    const rows = [failure, failure, sukses('3271010108609999')];
    const folder = join(temporary(), 'rekap');
    await run(await feedback(rows, 'nov.xlsx'), '--rekap', folder);
    const files = ['rekap-nov-dinkes.xlsx', 'rekap-nov-dinsos.xlsx', 'rekap-nov-kelurahan-3271011001.xlsx'];
    expect(readdirSync(folder).sort()).toEqual(files);
    const [dinkes, dinsos, kelurahan] = await Promise.all(files.map((name) => readXlsx(join(folder, name))));
    const first = dinkes?.[0]?.lembar[1]?.map(({ teks }) => teks) ?? [];
    expect(first).toEqual(expect.arrayContaining([tiket(5), 'tidak berhasil', 'T03', '=HYPERLINK("x") NIK ganda']));
    expect(first.at(-1)).toContain('Disdukcapil');
    // The row that says the same again is nobody else.
    expect(dinkes?.[0]?.lembar).toHaveLength(2);
    expect(first.at(-1)).not.toContain('Sama dengan');
    expect(kelurahan?.[0]?.lembar).toEqual(dinkes?.[0]?.lembar);
    expect(dinsos?.map(({ nama }) => nama)).toEqual(['Jawaban BPJS', 'Perlu orang', 'Belum dijawab']);
    expect(dinsos?.[1]?.lembar).toHaveLength(2);
    const sel = [dinkes, dinsos, kelurahan].flatMap((buku) => buku?.flatMap(({ lembar }) => lembar.flat()) ?? []);
    expect(sel.filter(({ jenis }) => jenis !== 'teks' && jenis !== 'kosong')).toEqual([]);
    expect(sel.filter(({ teks }) => /\d{16}/.test(teks))).toEqual([]);
  });
});

describe('what cannot be reconciled', () => {
  const csv = (text: string): string => {
    const path = join(temporary(), 'hasil.csv');
    writeFileSync(path, text);
    return path;
  };

  it.each([
    ['a file without outcomes', 'NIK;Nama\n3271014108609001;A\n', 'tidak ada kolom hasil'],
    ['headings without rows', 'NIK;Hasil\n', 'osong'],
    ['dates of two orders', `NIK;Hasil;TMT\n1;Gagal;01/12/2026\n2;Gagal;02/12/2026\n`, '--urutan'],
  ])('%s: code 3 and a sentence', async (_what, text, sentence) => {
    const ended = await run(csv(text));
    expect(ended).toMatchObject({ code: 3, out: '', err: expect.stringContaining(sentence) });
  });

  it('by somebody of another unit: code 7', async () => {
    const ended = await pbi('rekonsiliasi', await feedback([sukses(nik(1))]), ...as('kelurahan.satu'));
    expect(ended).toMatchObject({ code: 7, out: '' });
  });
});
