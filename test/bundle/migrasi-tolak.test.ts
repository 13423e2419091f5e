/** A bundle and a register of different versions: nothing is written by any way in, somebody is told, nothing is lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UiEffect } from '#workspace/workspace.ts';
import { type Office, openOffice } from '../support/office.ts';
import { everything, openOldOffice, pushPresent } from '../support/old-office.ts';
import { person } from '../support/people.ts';

const setVersion = (office: Office, version: string) => {
  const { sheets, users } = office.workspace;
  const row = office.tab('Sistem').findIndex(({ kunci }) => kunci === 'versi_skema') + 2;
  const body = { values: [[version]] };
  sheets.values.update(users.owner, office.files.spreadsheets.register, `Sistem!B${row}`, body, {
    valueInputOption: 'RAW',
  });
};

const WIB_MS = 7 * 3_600_000;

const queue = (office: Office, id: string, jenis: string, muatan: object, pelaku: string) => {
  const { sheets, users } = office.workspace;
  const now = new Date(office.workspace.clock.now() + WIB_MS).toISOString().replace(/\.\d+Z$/, '+07:00');
  const values = [[id, 'MENUNGGU', now, pelaku, jenis, JSON.stringify(muatan)]];
  const { register } = office.files.spreadsheets;
  sheets.values.append(users.owner, register, 'Antrean', { values }, { valueInputOption: 'RAW' });
};

const menu = (office: Office, name: string) =>
  office.workspace.scripts.run({ function: name, args: [], user: office.workspace.users.owner, source: 'menu' });

const MENU = ['perbaikiRegister', 'pasangAtauPerbaiki', 'jalankanSekarang', 'kirimSuratSekarang', 'segarkanSekarang'];
const MORE_MENU = ['segarkanDasborSekarang', 'periksaRiwayat', 'ambilAlihKantor'];

const warnings = (office: Office) =>
  office.mails().filter(({ subject }) => subject.includes('versi skrip dan register'));

describe('a register that a later release has raised', () => {
  let office: Office;
  let ticket: string;
  let before: Record<string, unknown>;
  let bpjs: unknown;
  const readBpjs = () => office.tab('Usulan Darurat', office.files.spreadsheets.bpjs);

  beforeAll(async () => {
    office = await openOffice();
    ticket = (await office.newCase())['tiket'] ?? '';
    await office.tick();
    setVersion(office, '9');
    before = everything(office);
    bpjs = readBpjs();
  });
  afterAll(() => office.workspace.close());

  const untouched = () => {
    expect(everything(office)).toEqual(before);
    expect(readBpjs()).toEqual(bpjs);
  };

  it('is left alone by forms and the clock', async () => {
    office.submit(person(2));
    await office.workspace.scripts.idle();
    await office.tick();
    await office.later(60);
    untouched();
  });

  it('tells whoever types into it, and takes nothing over', async () => {
    const { workspace, files } = office;
    const edit = { range: office.cell(ticket, 'catatan'), values: [['dari tangan']], confirmed: true };
    const effects: UiEffect[] = await workspace.scripts.edited(
      workspace.sheets.userEdit(office.user('dinsos'), files.spreadsheets.register, edit),
      office.user('dinsos'),
    );
    expect(effects).toMatchObject([
      { kind: 'toast', message: expect.stringContaining('Register ini bersusunan versi 9') },
    ]);
    before = { ...before, Kasus: everything(office)['Kasus'] };
    untouched();
    expect(office.case(ticket)).toMatchObject({ versi: '1', catatan: 'dari tangan' });
  });

  it('is refused to the sidebar and the panels with the same sentence', async () => {
    for (const [name, args] of [
      ['panelBuka', [{ tiket: ticket, baris: 2 }]],
      ['panelTindakan', [{ tiket: ticket, baris: 2, versi: '1', aksi: 'TUTUP', alasan: 'Ganda', isi: {} }]],
      ['batchBuka', [{}]],
    ] as const) {
      const result = await office.run(name, [...args]);
      expect(result, name).toMatchObject({ ok: false, error: expect.stringContaining('Tidak ada yang ditulis') });
    }
    untouched();
  });

  it.each([...MENU, ...MORE_MENU])('is refused to the menu item %s', async (name) => {
    const result = await menu(office, name);
    expect(result).toMatchObject({
      ok: false,
      error: expect.stringContaining('pasang skrip rilis terbaru dengan pbi pasang'),
    });
    untouched();
  });

  it('leaves commands in the queue', async () => {
    const { email } = office.workspace.users.owner;
    queue(office, 'p-1', 'PERBAIKI', {}, email);
    before = { ...before, Antrean: everything(office)['Antrean'] };
    await office.tick();
    untouched();
  });

  it('warns the administrators once a day', async () => {
    expect(warnings(office)).toHaveLength(1);
    expect(warnings(office)[0]).toMatchObject({ to: office.workspace.users.owner.email });
    await office.later(24 * 60);
    await office.tick();
    await office.tick();
    expect(warnings(office)).toHaveLength(2);
  });

  it('has lost nothing when the right bundle is there', async () => {
    setVersion(office, '2');
    await office.tick();
    await office.later(24 * 60);
    expect(office.cases().map(({ nik }) => nik)).toContain(person(2)['nik']);
    const log = office
      .tab('Riwayat')
      .filter(({ tiket, baru = '' }) => tiket === ticket && baru.includes('dari tangan'));
    expect(log).toHaveLength(1);
    expect(office.tab('Antrean')).toMatchObject([{ id: 'p-1', keadaan: expect.stringMatching(/SELESAI|DITOLAK/) }]);
  });
});

describe('a register of an earlier release under this bundle', () => {
  it('waits untouched until somebody installs, and is then worked off', async () => {
    const office = await openOldOffice();
    const { tiket } = await office.newCase(person(1));
    const before = everything(office);
    pushPresent(office);
    office.submit(person(2));
    await office.workspace.scripts.idle();
    await office.tick();
    await office.edit(office.cell(tiket, 'kode_wilayah'), [['']]);
    expect(await office.run('panelBuka', [{ tiket, baris: 2 }])).toMatchObject({
      ok: false,
      error: expect.stringContaining('Pasang atau perbaiki kantor'),
    });
    expect(await menu(office, 'perbaikiRegister')).toMatchObject({ ok: false });
    const { Kasus: _, ...rest } = everything(office);
    expect(before).toMatchObject(rest);
    expect(warnings(office)).toHaveLength(1);
    expect(await menu(office, 'pasangAtauPerbaiki')).toMatchObject({ ok: true });
    await office.tick();
    expect(office.cases().map(({ nik }) => nik)).toEqual([person(1)['nik'], person(2)['nik']]);
    await office.workspace.close();
  });

  it('is raised by the clock when an administrator has asked for a repair', async () => {
    const office = await openOldOffice();
    pushPresent(office);
    queue(office, 'x-1', 'PERBAIKI', {}, office.user('dinsos').email);
    await office.tick();
    expect(office.tab('Sistem').find(({ kunci }) => kunci === 'versi_skema')?.['nilai']).toBe('1');
    queue(office, 'p-1', 'PERBAIKI', {}, office.workspace.users.owner.email);
    await office.tick();
    expect(office.tab('Sistem').find(({ kunci }) => kunci === 'versi_skema')?.['nilai']).toBe('2');
    const answer = office.tab('Antrean').find(({ id }) => id === 'p-1');
    expect(answer).toMatchObject({
      keadaan: 'SELESAI',
      jawaban: expect.stringContaining('Register dinaikkan ke versi 2'),
    });
    await office.workspace.close();
  });
});
