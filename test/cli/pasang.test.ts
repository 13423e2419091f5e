/** An office out of nothing by `pbi pasang`, in a local Workspace, with the real clasp: once, again, with gaps. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from '../support/people.ts';
import { cariBuku } from '../support/shape.ts';
import { temporary } from './support/pbi.ts';
import { claspFolders, formTitles, type Mesin, mesinKosong } from './support/pemasangan.ts';

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

  it('does not touch a register that a later release has made', async () => {
    const { workspace, files } = mesin.office;
    const versi = (wanted: string) => {
      const row = mesin.office.tab('Sistem').findIndex(({ kunci }) => kunci === 'versi_skema') + 2;
      const range = `'Sistem'!B${row}`;
      workspace.sheets.values.update(
        workspace.users.owner,
        files.spreadsheets.register,
        range,
        { values: [[wanted]] },
        { valueInputOption: 'RAW' },
      );
    };
    const { versi_skema: now = '' } = Object.fromEntries(
      mesin.office.tab('Sistem').map(({ kunci = '', nilai = '' }) => [kunci, nilai]),
    );
    versi('99');
    const before = keadaan(mesin);
    const changed = bundleWith((code) => `${code}\n// rilis lama\n`);
    const { code, err } = await withBundle(mesin, changed, 'pasang');
    expect([code, err]).toEqual([5, expect.stringContaining('lebih lama daripada register (versi 99)')]);
    expect((await withBundle(mesin, changed, 'pasang', '--rencana')).out).toContain('Akan ditolak');
    expect(keadaan(mesin)).toBe(before);
    versi(now);
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
