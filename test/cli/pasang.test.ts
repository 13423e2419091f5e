/** An office out of nothing by `pbi pasang`, in a local Workspace, with the real clasp: once, again, cut short, with gaps. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from '../support/people.ts';
import { cariBuku } from '../support/shape.ts';
import { temporary } from './support/pbi.ts';
import { type Mesin, mesinKosong } from './support/pemasangan.ts';

const NOTHING = 'Tidak ada yang perlu diubah.';

/** Everything that a run could change: all workbooks whole, files and who may open them, triggers, forms, the script. */
function keadaan({ office }: Mesin): string {
  const { workspace, files } = office;
  const { owner } = workspace.users;
  const books = Object.values(files.spreadsheets).map((id) =>
    workspace.sheets.get(owner, id, { includeGridData: true }),
  );
  const forms = Object.values(files.forms).map(({ id }) => workspace.forms.get(id));
  const all = (workspace.files.list(owner, {}).files ?? []).map(({ id, name }) => [
    id,
    name,
    workspace.files.listPermissions(owner, id ?? ''),
  ]);
  const triggers = workspace.scripts.triggers().map(({ id, function: name }) => [id, name]);
  return JSON.stringify([books, forms, all, triggers, workspace.scripts.files()]);
}

const claspFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('usulan-pbi-clasp-'));

describe('on an empty Workspace', () => {
  let mesin: Mesin;
  beforeAll(async () => {
    mesin = await mesinKosong();
  });
  afterAll(() => mesin.server.close());

  it('a plan names what would be made and sent, and touches nothing', async () => {
    const { code, out } = await mesin.pbi('pasang', '--rencana');
    expect(code).toBe(0);
    expect(out).toContain('Spreadsheet Register PBI.');
    expect(out).toContain('Proyek skrip di dalam register.');
    expect(out).toMatch(/Code\.js: baru, \d+ byte \([\da-f]{12}\)/);
    expect(mesin.made()).toEqual({ files: [], skrip: null });
    expect(() => mesin.remembered()).toThrow();
  });

  it('makes a whole office, and says where it is', async () => {
    const { code, out, err } = await mesin.pbi('pasang', '--json');
    expect([code, err]).toEqual([0, expect.stringContaining('Proyek skrip: dibuat')]);
    const said = JSON.parse(out);
    const { files } = mesin.office;
    expect(said.register).toBe(files.spreadsheets.register);
    expect(said.skrip).toBe(mesin.office.workspace.scripts.scriptId);
    expect(said.diubah).toContain('Formulir darurat dibuat dan diterbitkan.');
    expect(said.diubah).toContain('Pemicu tick dipasang.');
    expect(said.tautan.berbagi.bpjs).toContain(files.spreadsheets.bpjs);
    for (const url of Object.values<string>(said.tautan.formulir)) expect((await fetch(url)).status).toBe(200);
    expect(mesin.made().files).toEqual(['Berbagi BPJS', ...formTitles(mesin), 'Register PBI'].sort());
    const book = mesin.office.workspace.sheets.get(mesin.office.workspace.users.owner, files.spreadsheets.register, {});
    expect(book.properties).toMatchObject({ locale: 'id_ID', timeZone: 'Asia/Jakarta' });
    expect(book.developerMetadata ?? []).toEqual([]);
    expect(mesin.remembered()).toMatchObject({
      [`kantor-127.0.0.1-${new URL(mesin.server.origin).port}.json`]: {
        mode: 0o600,
        isi: { registerId: files.spreadsheets.register, scriptId: said.skrip },
      },
    });
    expect(claspFolders()).toEqual([]);
  });

  it('gives an office in which a case goes its way', async () => {
    const row = await mesin.office.newCase(person(1));
    expect(row['status']).toBe('DIAJUKAN');
    await mesin.office.tick();
    expect(mesin.office.mails().length).toBeGreaterThan(0);
  });

  it('run again changes nothing, and says so', async () => {
    const before = keadaan(mesin);
    const { code, out, err } = await mesin.pbi('pasang');
    expect([code, out.split('\n')[0]]).toEqual([0, NOTHING]);
    expect(err).toContain('sudah sama');
    expect(keadaan(mesin)).toBe(before);
  });

  it('finds its office again on a machine that remembers nothing', async () => {
    const before = keadaan(mesin);
    const { ended } = mesin.start(
      { env: { PBI_CONFIG_DIR: temporary() } },
      'pasang',
      '--target',
      'local',
      '--url',
      mesin.server.origin,
    );
    expect((await ended).out).toContain(NOTHING);
    expect(keadaan(mesin)).toBe(before);
  });

  it.each<[string, (mesin: Mesin) => void, string]>([
    [
      'a tab',
      ({ office }) => cariBuku(office, 'register', 'Libur').change((sheetId) => [{ deleteSheet: { sheetId } }]),
      'Tab Libur dibuat.',
    ],
    [
      'a header',
      ({ office }) =>
        cariBuku(office, 'bpjs', 'Usulan Darurat').change((sheetId) => [
          {
            updateCells: {
              start: { sheetId, rowIndex: 0, columnIndex: 2 },
              rows: [{ values: [{}] }],
              fields: 'userEnteredValue',
            },
          },
        ]),
      'Tajuk ',
    ],
    [
      'a protection',
      ({ office }) => {
        const tab = cariBuku(office, 'register', 'Peran');
        tab.change(() => [{ deleteProtectedRange: { protectedRangeId: tab.protections()[0] ?? 0 } }]);
      },
      'Perlindungan di tab Peran dipulihkan.',
    ],
    [
      'a trigger',
      ({ office }) => {
        const tick = office.workspace.scripts.triggers().find((one) => one.function === 'tick');
        office.workspace.store.documents<object>('triggers').delete(tick?.id ?? '');
      },
      'Pemicu tick dipasang.',
    ],
    [
      'a share',
      ({ office }) => {
        const { files, users } = office.workspace;
        const { bpjs } = office.files.spreadsheets;
        const other = files
          .listPermissions(users.owner, bpjs)
          .find(({ emailAddress }) => emailAddress?.includes('@bpjs'));
        files.deletePermission(users.owner, bpjs, other?.id ?? '');
      },
      'Izin ubah Berbagi BPJS diberikan kepada kepesertaan@bpjs.test.',
    ],
  ])('without %s gets that back, and is told nothing else', async (_, spoil, sentence) => {
    const shape = () => cariBuku(mesin.office, 'register', 'Kasus').shape();
    const before = shape();
    spoil(mesin);
    const { code, out } = await mesin.pbi('pasang', '--json');
    const { diubah } = JSON.parse(out);
    expect([code, diubah[0]]).toEqual([0, expect.stringContaining(sentence)]);
    // A settings tab comes back with what a new office has in it.
    expect(diubah.slice(1)).toEqual(sentence.startsWith('Tab') ? ['25 baris awal diisi di tab Libur.'] : []);
    expect((await mesin.pbi('pasang')).out).toContain(NOTHING);
    expect(shape()).toEqual(before);
  });

  it('sends a program that differs, and shows before which files do', async () => {
    const changed = bundleWith((code) => `${code}\n// rilis lain\n`);
    const { out } = await withBundle(mesin, changed, 'pasang', '--rencana');
    expect(out).toMatch(/Code\.js: \d+ byte \(\w+\) menjadi \d+ byte \(\w+\)/);
    expect(out).not.toContain('panel.html');
    expect((await withBundle(mesin, changed, 'pasang')).out).toMatch(/Program \S+ dikirim: Code\.js\./);
    expect((await mesin.pbi('pasang')).out).toMatch(/Program \S+ dikirim: Code\.js\./);
  });

  it('keeps the script as it is when Google refuses the program, in clasp’s words and with its code', async () => {
    const before = JSON.stringify(mesin.office.workspace.scripts.files());
    const broken = bundleWith((code) => `${code}\nclass Rusak { #rahasia = 1; }\n`);
    const { code, err } = await withBundle(mesin, broken, 'pasang');
    expect(code).toBe(1);
    expect(err).toMatch(
      /berkas Code.* baris \d+ tidak sah\. Isi skrip tidak berubah\. Kata clasp \(kode 1\): .*Syntax error/,
    );
    expect(JSON.stringify(mesin.office.workspace.scripts.files())).toBe(before);
    expect(claspFolders()).toEqual([]);
  });
});

const formTitles = ({ office }: Mesin): string[] =>
  Object.values(office.files.forms).map(({ id }) => office.workspace.forms.get(id)?.title ?? '');

/** A copy of the built folder with another program. */
function bundleWith(change: (code: string) => string): string {
  const dir = temporary();
  cpSync('dist/apps-script', dir, { recursive: true });
  const code = join(dir, 'Code.js');
  writeFileSync(code, change(readFileSync(code, 'utf8')));
  return dir;
}

const withBundle = ({ start, server }: Mesin, dir: string, ...args: string[]) =>
  start({ env: { PBI_BUNDLE: dir } }, ...args, '--target', 'local', '--url', server.origin).ended;

describe('cut short', () => {
  it('after any step, it goes on where it ended and makes nothing twice', { timeout: 120_000 }, async () => {
    const mesin = await mesinKosong();
    const steps = ['Memasang sebagai', 'Register PBI: dibuat', 'Proyek skrip: dibuat', /Program \S+: dikirim/];
    for (const step of steps) await killedAfter(mesin, step);
    // The script was asked; whether it had ended its work or not, its office is the same.
    const { code, out } = await mesin.pbi('pasang');
    expect(code).toBe(0);
    expect(out).toMatch(/Yang diubah|Tidak ada yang perlu diubah/);
    await mesin.office.workspace.scripts.idle();
    expect((await mesin.pbi('pasang')).out).toContain(NOTHING);
    expect(mesin.made().files).toEqual(['Berbagi BPJS', ...formTitles(mesin), 'Register PBI'].sort());
    await mesin.server.close();
  });

  it('while clasp is at work, by Ctrl+C or by force, its folder with the token goes, at the latest with the next run', {
    timeout: 60_000,
  }, async () => {
    const mesin = await mesinKosong();
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      const { child, ended } = mesin.start({}, 'pasang', '--target', 'local', '--url', mesin.server.origin);
      await expect.poll(() => claspFolders().length, { timeout: 20_000, interval: 20 }).toBe(1);
      child.kill(signal);
      const { code, err } = await ended;
      expect(code).toBe(signal === 'SIGINT' ? 130 : null);
      if (signal === 'SIGINT') expect([claspFolders(), err]).toEqual([[], expect.stringContaining('Dihentikan.')]);
    }
    expect((await mesin.pbi('pasang')).code).toBe(0);
    expect(claspFolders()).toEqual([]);
    await mesin.server.close();
  });

  it('between making the workbook and remembering it, it is found by its mark', { timeout: 60_000 }, async () => {
    const mesin = await mesinKosong();
    await killedAfter(mesin, 'Register PBI: dibuat');
    rmSync(mesin.config, { recursive: true });
    const { out } = await mesin.pbi('pasang', '--json');
    expect(JSON.parse(out).diubah).not.toContain('Spreadsheet Register PBI dibuat.');
    expect(mesin.made().files.filter((name) => name === 'Register PBI')).toHaveLength(1);
    await mesin.server.close();
  });
});

/** Ends the program as a power cut does, as soon as it has said something. */
async function killedAfter({ start, server }: Mesin, word: string | RegExp): Promise<void> {
  const { child, ended } = start({}, 'pasang', '--target', 'local', '--url', server.origin);
  let said = '';
  child.stderr?.on('data', (data) => {
    said += String(data);
    if (typeof word === 'string' ? said.includes(word) : word.test(said)) child.kill('SIGKILL');
  });
  const { code, err } = await ended;
  expect([code, err]).toEqual([null, expect.stringMatching(word)]);
}

describe('the file of people', () => {
  const file = (text: string): string => {
    const path = join(temporary(), 'orang.csv');
    writeFileSync(path, text);
    return path;
  };
  let mesin: Mesin;
  beforeAll(async () => {
    mesin = await mesinKosong();
  });
  afterAll(() => mesin.server.close());

  it('is refused with all that is wrong in it, before anything is made', async () => {
    const path = file('email,peran,nama\nbukan-surel,admin,A\na@contoh.test,raja,B\na@contoh.test,pic,C\n');
    const { code, err } = await mesin.pbi('pasang', '--pengguna', path);
    expect(code).toBe(3);
    for (const sentence of [
      'Baris 2: alamat surel tidak lengkap.',
      'Baris 3: peran harus salah satu dari admin, dinsos',
      'Baris 4: alamat ini sudah ada di baris lain.',
      'Tidak ada orang berperan dinsos.',
    ])
      expect(err).toContain(sentence);
    const missing = await mesin.pbi('pasang', '--pengguna', file('surel;peran\nx;y\n'));
    expect([missing.code, missing.err]).toEqual([3, expect.stringContaining('kolom email, nama tidak ada')]);
    expect(mesin.made().files).toEqual([]);
  });

  it('fills the tab of roles, and files are shared as it says', { timeout: 60_000 }, async () => {
    const path = file(
      'Email;Peran;Nama\nsistem.pbi@bantul.test;admin;Akun Sistem\nVerifikator.Dinsos@bantul.test;DINSOS;Petugas\n',
    );
    expect((await mesin.pbi('pasang', '--pengguna', path)).code).toBe(0);
    expect(mesin.office.tab('Peran').map(({ email, peran }) => [email, peran])).toEqual([
      ['sistem.pbi@bantul.test', 'admin'],
      ['verifikator.dinsos@bantul.test', 'dinsos'],
    ]);
    const { files, users } = mesin.office.workspace;
    const editors = files
      .listPermissions(users.owner, mesin.office.files.spreadsheets.register)
      .map(({ emailAddress }) => emailAddress);
    expect(editors.sort()).toEqual(['sistem.pbi@bantul.test', 'verifikator.dinsos@bantul.test']);
  });
});
