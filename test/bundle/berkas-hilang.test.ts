/** A file that somebody deleted for good is made again by the next installation, which repairs everything else as well. */
import { afterEach, describe, expect, it } from 'vitest';
import { SEMUA_CEK } from '../support/checks.ts';
import { proposal } from '../support/citizens.ts';
import * as d from '../support/disturbance.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';

let office: Office;
afterEach(() => office.workspace.close());

const lose = (id: string): void => office.workspace.files.delete(office.workspace.users.owner, id);

async function install(): Promise<string[]> {
  const result = await office.run('pasang', [], office.workspace.users.owner);
  expect(result.ok ? '' : [result.error, ...result.execution.log].join('\n')).toBe('');
  return (result as { value: string[] }).value;
}

const sources = (name: string) =>
  office.workspace.scripts
    .triggers()
    .filter((one) => one.function === name)
    .map(({ sourceId }) => sourceId);

const editors = (id: string): string[] =>
  office.workspace.files
    .listPermissions(office.workspace.users.owner, id)
    .map(({ emailAddress }) => emailAddress ?? '')
    .sort();

describe('a lost spreadsheet of BPJS', () => {
  it('is made again with its trigger, its people and its cases, and the rest is repaired', async () => {
    office = await openOffice();
    const { tiket } = await office.newCase(person(1));
    await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    await office.act(tiket, 'USULKAN');
    await office.tick();
    const { bpjs, register } = office.files.spreadsheets;
    const before = { rows: office.tab('Usulan Darurat', bpjs), editors: editors(bpjs) };
    lose(bpjs);
    d.change(office, [{ updateSheetProperties: { properties: { sheetId: 101, title: 'Lama' }, fields: 'title' } }]);
    const said = await install();
    expect(said).toContain('Spreadsheet Berbagi BPJS sudah terhapus dan dibuat baru.');
    expect(said).toContain('Nama di tab Riwayat dipulihkan.');
    const fresh = office.files.spreadsheets.bpjs;
    expect(fresh).not.toBe(bpjs);
    const noted = office.tab('Sistem', register).find(({ kunci }) => kunci === 'berkas')?.['nilai'];
    expect(JSON.parse(noted ?? '')).toMatchObject({ bpjs: fresh });
    expect(sources('saatBpjsDiubah')).toEqual([fresh]);
    expect(editors(fresh)).toEqual(before.editors);
    await office.tick();
    expect(office.tab('Usulan Darurat', fresh)).toEqual(before.rows);
    expect(before.rows).toMatchObject([{ tiket }]);
    expect(await install()).toEqual([]);
  });
});

describe('a lost form', () => {
  it('is made again, published, and its answers become cases', async () => {
    office = await openOffice();
    const { id } = office.files.forms.darurat;
    lose(id);
    const said = await install();
    expect(said.join('\n')).toMatch(
      /Formulir darurat sudah terhapus.*tautan.*\nFormulir darurat dibuat dan diterbitkan/,
    );
    expect(office.files.forms.darurat.id).not.toBe(id);
    expect(sources('saatFormulirDikirim')).toContain(office.files.forms.darurat.id);
    expect(sources('saatFormulirDikirim')).not.toContain(id);
    expect((await office.newCase(person(1)))['tiket']).toBe('BTL-D-2026-000001');
    expect(await install()).toEqual([]);
  });
});

describe('in an office with kelurahan', () => {
  it('lost spreadsheets of Dinkes and of a kelurahan are made again and filled', async () => {
    office = await openOffice({ profile: 'kota-bogor' });
    const officer = office.person('kelurahan.satu');
    await office.sendCase('usulan', proposal(1), officer);
    await office.tick();
    await office.tick();
    const { dinkes = '', ...others } = office.files.spreadsheets;
    const [name = '', book = ''] = Object.entries(others).find(([, id]) => editors(id).includes(officer.email)) ?? [];
    const rows = office.tab('Usulan Kami', book);
    expect(rows).toHaveLength(1);
    lose(dinkes);
    lose(book);
    const said = (await install()).join('\n');
    expect(said).toContain('Berbagi Dinkes sudah terhapus dan dibuat baru');
    expect(said).toContain(`${name.replace('_', ' ')} sudah terhapus`);
    const fresh = office.files.spreadsheets[name] ?? '';
    expect([book, '']).not.toContain(fresh);
    expect(sources('saatDinkesDiubah')).toEqual([office.files.spreadsheets['dinkes']]);
    await office.tick();
    await office.tick();
    expect(office.tab('Usulan Kami', fresh)).toEqual(rows);
    expect(editors(fresh)).toContain(officer.email);
    expect(await install()).toEqual([]);
  });
});

describe('a file in the bin', () => {
  it('is named, and not made a second time', async () => {
    office = await openOffice();
    const { files, users } = office.workspace;
    files.update(users.owner, office.files.forms.darurat.id, { trashed: true });
    const before = office.files;
    expect(await install()).toEqual(['Berkas formulir darurat ada di Sampah Google Drive: keluarkan dari sana.']);
    expect(office.files).toEqual(before);
  });
});
