/** `pbi verifikasi` and `pbi ganda` on the cases of an office, and what `pbi terapkan` makes of their plans. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bacaRencanaCocok } from '../../cli/reconcile/rencana.ts';
import { type RunningServer, startServer } from '../../cli/workspace/server.ts';
import { SEMUA_CEK } from '../support/checks.ts';
import { citizen, proposal } from '../support/citizens.ts';
import { type Office, openOffice, type Row } from '../support/office.ts';
import { type Ended, pbi, startIn, temporary } from './support/pbi.ts';
import { csv, type Isi } from './support/verifikasi.ts';

let office: Office;
let server: RunningServer;
/** Of citizens 1 to 7. */
const tickets: string[] = [];
const folder = temporary();
const plan = join(folder, 'cek.rencana.json');

/** Citizens who were born on other days, in other families. */
const nth = (n: number): number => 29_001 * n;

/** What the population register has of a citizen. */
const known = (n: number, ubah: Isi = {}): Isi => {
  const { nik, no_kk, nama, tempat_lahir, tgl_lahir, jk } = citizen(nth(n));
  return { nik, no_kk, nama, tempat_lahir, tgl_lahir, jk, ...ubah };
};
const typo = (n: number): string => citizen(nth(n)).nik.replace(/(.)(.)$/, (_, a, b) => `${(Number(a) + 1) % 10}${b}`);

const COLUMNS = ['nik', 'no_kk', 'nama', 'tempat_lahir', 'tgl_lahir', 'jk'];
const references: Record<string, readonly [readonly string[], readonly Isi[]]> = {
  kependudukan: [
    COLUMNS,
    [known(1), known(2, { nama: `${citizen(nth(2)).nama} Putra` }), known(3, { nik: typo(3) }), known(4), known(6)],
  ],
  dtks: [
    [...COLUMNS, 'desil'],
    [known(1, { desil: '3' }), known(2, { desil: '8' }), known(4, { desil: '4' }), known(6)],
  ],
  'pbi-jk': [
    [...COLUMNS, 'status'],
    [known(1, { status: 'NON AKTIF' }), known(6, { status: 'AKTIF' })],
  ],
};

beforeAll(async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T03:00:00Z' });
  server = await startServer(office.workspace, { port: 0 });
  for (const n of [1, 2, 3, 4, 5, 6, 7]) {
    const { tiket = '' } = await office.sendCase('usulan', proposal(nth(n)), office.person('kelurahan.satu'));
    tickets.push(tiket);
  }
  await office.act(tiket(5), 'PERIKSA', { isi: SEMUA_CEK });
  await office.act(tiket(6), 'PERIKSA', { isi: { cek_kependudukan: 'Pindah' } });
  await office.act(tiket(7), 'TARIK', { alasan: 'Atas permintaan' });
}, 120_000);
afterAll(() => server.close());

const tiket = (n: number): string => tickets[n - 1] ?? '';
const as = (person = 'verifikator') => ['--url', server.origin, '--sebagai', office.person(person).email];
const files = () =>
  Object.entries(references).flatMap(([name, [columns, rows]]) => [
    '--referensi',
    `${name}=${csv(join(folder, `${name}.csv`), columns, rows)}`,
  ]);
const verify = (...more: string[]): Promise<Ended> =>
  pbi('verifikasi', ...as(), ...files(), '--rencana', plan, ...more);
const apply = (path = plan): Promise<Ended> => pbi('terapkan', path, ...as(), '--tunggu', '60', '--json');
const log = (n: number): Row[] => office.tab('Riwayat').filter((row) => row['tiket'] === tiket(n));

describe('the checks of an office', () => {
  it('are proposed for cases whose checks are open, each by its reference and class', async () => {
    const ended = await verify('--json');
    expect(ended).toMatchObject({ code: 4, err: 'Membaca usulan kantor ...\n' });
    expect(JSON.parse(ended.out)).toMatchObject({ rows: 15, siapDicatat: 7, rencana: plan });
    const { entri, jenis } = await bacaRencanaCocok(plan);
    expect(jenis).toBe('VERIFIKASI');
    const found = entri.map(({ tiket: satu, referensi, kelas, putusan, perubahan }) => {
      const isi = Object.entries(perubahan?.isi ?? {}).map(([kolom, nilai]) => `${kolom}=${nilai}`);
      return `${tickets.indexOf(satu) + 1} ${referensi} ${kelas} ${putusan} ${isi.join(' ')}`;
    });
    expect(found).toEqual([
      '1 kependudukan COCOK OTOMATIS cek_kependudukan=Padan',
      '1 dtks COCOK OTOMATIS cek_dtks=Terdaftar desil 1-5',
      '1 pbi-jk COCOK OTOMATIS cek_pbi_jk=Terdaftar nonaktif',
      '2 kependudukan COCOK_BEDA TUNDA cek_kependudukan=Beda data',
      '2 dtks COCOK OTOMATIS cek_dtks=Terdaftar desil 6-10',
      '2 pbi-jk TIDAK_DITEMUKAN TUNDA cek_pbi_jk=Tidak terdaftar',
      `3 kependudukan SARAN TUNDA cek_kependudukan=Padan nik=${typo(3)}`,
      '3 dtks TIDAK_DITEMUKAN TUNDA cek_dtks=Tidak terdaftar',
      '3 pbi-jk TIDAK_DITEMUKAN TUNDA cek_pbi_jk=Tidak terdaftar',
      '4 kependudukan COCOK OTOMATIS cek_kependudukan=Padan',
      '4 dtks COCOK OTOMATIS cek_dtks=Terdaftar desil 1-5',
      '4 pbi-jk TIDAK_DITEMUKAN TUNDA cek_pbi_jk=Tidak terdaftar',
      // A decile is missing in the extract; the population register has been looked at already.
      '6 dtks COCOK TUNDA ',
      '6 pbi-jk COCOK OTOMATIS cek_pbi_jk=Terdaftar aktif',
    ]);
    expect(office.case(tiket(1))['cek_dtks']).toBe('');
    expect((await verify()).out).toContain('Tidak di rencana: 1 yang sudah diperiksa di register.');
  });

  it('wait for a person where another record of the same NIK says something else', async () => {
    const path = join(folder, 'dua.rencana.json');
    const half = (n: number): string => citizen(nth(n)).nama.replace(/ \S+$/, ' S');
    const rows = [known(1, { desil: '3' }), known(1, { nama: half(1), no_kk: '', desil: '9' })];
    const same = [known(2, { desil: '8' }), known(2, { nama: half(2), no_kk: '', desil: '7' })];
    const dtks = csv(join(folder, 'dua.csv'), [...COLUMNS, 'desil'], [...rows, ...same]);
    await pbi('verifikasi', ...as(), '--referensi', `dtks=${dtks}`, '--rencana', path);
    const { entri } = await bacaRencanaCocok(path);
    const found = entri.slice(0, 2).map(({ kelas, putusan, perubahan, calon }) => ({
      ...{ kelas, putusan, isi: perubahan?.isi },
      calon: calon.map(({ tujuan }) => tujuan?.perubahan?.isi['cek_dtks']),
    }));
    const [low, high] = ['Terdaftar desil 1-5', 'Terdaftar desil 6-10'];
    expect(found).toEqual([
      { kelas: 'COCOK', putusan: 'TUNDA', isi: { cek_dtks: low }, calon: [low, high] },
      { kelas: 'COCOK', putusan: 'OTOMATIS', isi: { cek_dtks: high }, calon: [high, high] },
    ]);
    expect(entri[0]?.alasan).toContain('nomornya juga ada pada catatan lain di referensi');
  });

  it('what is certain is recorded at once, one change for each case, with its reason; twice changes nothing', async () => {
    const before = log(1).length;
    await office.act(tiket(4), 'PERIKSA', { isi: { cek_pbi_apbd: 'Tidak terdaftar' } });
    const applied = await apply();
    expect(applied.code).toBe(4);
    expect(JSON.parse(applied.out)).toMatchObject({ jumlah: { dicatat: 5, berubah: 2, ditolak: 0 } });
    expect(office.case(tiket(1))).toMatchObject({
      cek_kependudukan: 'Padan',
      cek_dtks: 'Terdaftar desil 1-5',
      cek_pbi_jk: 'Terdaftar nonaktif',
      cek_pbi_apbd: '',
      status: 'DIAJUKAN',
    });
    expect(office.case(tiket(1))['cek_dtks_oleh']).not.toBe('');
    expect(log(1)).toHaveLength(before + 1);
    expect(
      log(1).find(({ aksi, rujukan }) => aksi === 'PERIKSA' && rujukan?.startsWith('rencana-'))?.['alasan'],
    ).toContain('Kependudukan: NIK sama dan semua isian sama.');
    const now = office.cases();
    expect(JSON.parse((await apply()).out)).toMatchObject({ jumlah: { dicatat: 0, sudah: 5 } });
    expect(office.cases()).toEqual(now);
  });

  it('a case that changed since is refused with what changed', async () => {
    const { baris } = JSON.parse((await apply()).out) as { baris: { tiket: string; hasil: string; kalimat: string }[] };
    const refused = baris.filter(({ hasil }) => hasil === 'berubah');
    expect(refused.map((satu) => satu.tiket)).toEqual([tiket(4), tiket(4)]);
    expect(refused[0]?.kalimat).toContain('cek_pbi_apbd');
    expect(office.case(tiket(4))['cek_dtks']).toBe('');
  });

  it('what a person accepts is recorded too, a NIK that was mistyped with it; the rest stays open', async () => {
    const fresh = join(folder, 'lagi.json');
    await verify('--rencana', fresh);
    const { entri } = await bacaRencanaCocok(fresh);
    const no = (n: number, referensi: string): number =>
      entri.findIndex((satu) => satu.tiket === tiket(n) && satu.referensi === referensi) + 1;
    const accepted = [no(2, 'kependudukan'), no(3, 'kependudukan')].join(',');
    const reviewed = await pbi('tinjau', fresh, '--terima', accepted, '--tolak', String(no(2, 'pbi-jk')));
    expect(reviewed.code).toBe(4);
    await apply(fresh);
    expect(office.case(tiket(2))).toMatchObject({ cek_kependudukan: 'Beda data', cek_pbi_jk: '' });
    expect(office.case(tiket(3))).toMatchObject({ nik: typo(3), cek_kependudukan: 'Padan', cek_dtks: '' });
    const line = log(3).find(({ alasan }) => alasan?.includes('NIK dibetulkan'));
    expect(line).toMatchObject({ aksi: 'PERIKSA' });
    expect(line?.['alasan']).not.toMatch(/\d/);
  });

  it('a plan without a name is called after the day, and does not take the place of an earlier one', async () => {
    const cwd = temporary();
    for (const _ of [1, 2]) await startIn({ cwd }, 'verifikasi', ...as(), ...files()).ended;
    expect(existsSync(join(cwd, 'verifikasi-2026-11-09.rencana.json'))).toBe(true);
    expect(existsSync(join(cwd, 'verifikasi-2026-11-09-2.rencana.json'))).toBe(true);
  });

  it('come from all references that were loaded, with what was said of a whole file', async () => {
    const store = ['--indeks', join(temporary(), 'indeks')];
    const [jk, apbd] = ['jk.csv', 'apbd.csv'].map((name) => csv(join(folder, name), COLUMNS, [known(2)]));
    await pbi('referensi', 'muat', 'pbi-jk', jk ?? '', ...store, '--status', 'Terdaftar aktif');
    await pbi('referensi', 'muat', 'pbi-apbd', apbd ?? '', ...store);
    const loaded = join(folder, 'muat.json');
    const ended = await pbi('verifikasi', ...as(), ...store, '--rencana', loaded, '--json');
    expect(ended.code).toBe(4);
    const { entri, referensi } = await bacaRencanaCocok(loaded);
    const mine = entri.filter((satu) => satu.tiket === tiket(2));
    expect(mine.map(({ referensi: nama, perubahan, putusan }) => [nama, perubahan?.isi, putusan])).toEqual([
      ['pbi-jk', { cek_pbi_jk: 'Terdaftar aktif' }, 'OTOMATIS'],
      // Nobody has said what being in this file means.
      ['pbi-apbd', undefined, 'TUNDA'],
    ]);
    expect(referensi).toMatchObject([
      { nama: 'pbi-jk', baris: 1, sidik: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { nama: 'pbi-apbd', baris: 1 },
    ]);
  });

  it('nobody is named on the terminal', async () => {
    const { out, err } = await verify();
    expect(out + err).not.toMatch(/\d{16}|rekaan/i);
    expect(out).toContain('siap dicatat');
  });

  it('of another unit: code 7', async () => {
    expect(await pbi('verifikasi', ...as('kelurahan.satu'), ...files())).toMatchObject({ code: 7, out: '' });
  });
});

describe('people who are twice in an office', () => {
  it('are closed by a person who accepts it, the later case', async () => {
    const again = await office.sendCase('usulan', proposal(nth(2)), office.person('kelurahan.satu'));
    const path = join(folder, 'ganda.json');
    const ended = await pbi('ganda', ...as(), '--rencana', path, '--json');
    expect(JSON.parse(ended.out)).toMatchObject({ rows: 7, kelas: { GANDA: 1 } });
    const { entri } = await bacaRencanaCocok(path);
    const [double] = entri.filter(({ kelas }) => kelas === 'GANDA');
    expect(double).toMatchObject({
      tiket: again['tiket'],
      putusan: 'TUNDA',
      perubahan: { aksi: 'TUTUP', alasan: `Ganda dengan tiket ${tiket(2)}.` },
    });
    expect((await pbi('tinjau', path)).out).toContain('bila diterima: usulan ditutup');
    await pbi('tinjau', path, '--terima-semua', '--kelas', 'GANDA');
    expect(JSON.parse((await apply(path)).out)).toMatchObject({ jumlah: { dicatat: 1 } });
    expect(office.case(again['tiket'])['status']).toBe('DITUTUP');
    expect(await pbi('ganda', ...as(), '--rencana', path)).toMatchObject({
      code: 2,
      err: expect.stringContaining('memuat 1 putusan orang'),
    });
    const later = await pbi('ganda', ...as(), '--rencana', join(folder, 'ganda-lagi.json'), '--json');
    expect(JSON.parse(later.out)).toMatchObject({ rows: 6, kelas: { GANDA: 0 } });
  });
});
