/** Whatever one thing an office has lost, a run of the set-up restores exactly that, and names exactly that. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUKU_BERBAGI, JUDUL_BERBAGI } from '#domain/kolom/berbagi.ts';
import { TAB, type Tab } from '#domain/kolom/tab.ts';
import { type Office, openOffice } from '../support/office.ts';
import { type Buku, cariBuku } from '../support/shape.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ profile: 'kota-bogor' });
});
afterAll(async () => {
  await office.workspace.close();
});

/** As `pbi pasang` has it run: with the profile and the people of this office. */
async function pasang(): Promise<string[]> {
  const pengguna = office.workspace.users
    .list()
    .map(({ email, role, name, area = '' }) => ({ email, peran: role, nama: name, wilayah: area }));
  const result = await office.run('pasang', [{ profil: 'kota-bogor', pengguna }], office.workspace.users.owner);
  expect(result.ok ? '' : result.error).toBe('');
  return (result as { value: string[] }).value;
}

/** The workbooks by the name in which the office keeps them, with the words in which they are spoken of. */
const BOOKS: readonly (readonly [name: string, words: string])[] = [
  ['register', ''],
  ...Object.entries(JUDUL_BERBAGI).map(([name, title]) => [name, ` di spreadsheet ${title}`] as const),
  ['kelurahan_3271011001', ' di spreadsheet kelurahan 3271011001'],
];
const TABS = BOOKS.flatMap(([book, words]) => {
  const kind = book.startsWith('kelurahan') ? 'kelurahan' : (book as keyof typeof BUKU_BERBAGI);
  const tabs = book === 'register' ? TAB : BUKU_BERBAGI[kind].map(({ tab }) => tab);
  return tabs.map((tab: Tab) => ({ book, words, tab, label: `${book}: ${tab.nama}` }));
});

describe.each(TABS)('$label', ({ book, words, tab }) => {
  const at = (): Buku => cariBuku(office, book, tab.nama);

  it.each(tab.kolom.map(({ id }, i) => [id, i] as const))('has its header %s restored', async (id, column) => {
    const before = at().shape();
    at().change((sheetId) => [
      {
        updateCells: {
          start: { sheetId, rowIndex: 0, columnIndex: column },
          rows: [{ values: [{}] }],
          fields: 'userEnteredValue',
        },
      },
    ]);
    expect(await pasang()).toEqual([`Tajuk ${id} di tab ${tab.nama}${words} dipulihkan.`]);
    expect(at().shape()).toEqual(before);
  });

  it('has each of its protections restored', async () => {
    const before = at().shape();
    for (const protectedRangeId of at().protections()) {
      at().change(() => [{ deleteProtectedRange: { protectedRangeId } }]);
      expect(await pasang()).toEqual([`Perlindungan di tab ${tab.nama}${words} dipulihkan.`]);
      expect(at().shape()).toEqual(before);
    }
  });

  it('has the text format and the choices of its columns restored', async () => {
    const before = at().shape();
    const columns = tab.kolom.map(({ id, pilihan }, i) => ({ id, i, pilihan }));
    for (const { id, i } of [columns[0], columns.at(-1)].filter((one) => one !== undefined)) {
      const range = { startRowIndex: 1, startColumnIndex: i, endColumnIndex: i + 1 };
      at().change((sheetId) => [
        { repeatCell: { range: { sheetId, ...range }, cell: {}, fields: 'userEnteredFormat' } },
      ]);
      expect(await pasang()).toEqual([`Format teks kolom ${id} di tab ${tab.nama}${words} dipulihkan.`]);
    }
    for (const { id, i, pilihan } of columns) {
      if (!pilihan) continue;
      const range = { startRowIndex: 1, startColumnIndex: i, endColumnIndex: i + 1 };
      at().change((sheetId) => [{ setDataValidation: { range: { sheetId, ...range } } }]);
      expect(await pasang()).toEqual([`Pilihan kolom ${id} di tab ${tab.nama}${words} dipulihkan.`]);
    }
    expect(at().shape()).toEqual(before);
  });

  it('has its name and its frozen header restored', async () => {
    const before = at().shape();
    at().change((sheetId) => [
      { updateSheetProperties: { properties: { sheetId, title: 'Coba' }, fields: 'title' } },
      {
        updateSheetProperties: {
          properties: { sheetId, gridProperties: { frozenRowCount: 0 } },
          fields: 'gridProperties.frozenRowCount',
        },
      },
    ]);
    const of = `di tab ${tab.nama}${words} dipulihkan.`;
    expect(await pasang()).toEqual([`Nama ${of}`, `Baris beku ${of}`]);
    expect(at().shape()).toEqual(before);
  });
});

describe('a file of the office', () => {
  const files = () => {
    const { spreadsheets, forms } = office.files;
    return [
      ...Object.entries(spreadsheets).map(([name, id]) => [name, id] as const),
      ...Object.entries(forms).map(([name, { id }]) => [`formulir ${name}`, id] as const),
    ];
  };
  const permissions = (id: string) => office.workspace.files.listPermissions(office.workspace.users.owner, id);
  const people = (id: string) =>
    permissions(id)
      .map(({ role, emailAddress }) => `${role} ${emailAddress}`)
      .sort();

  it('is shared again with each who lost it, and with nobody else', async () => {
    const { files: drive, users } = office.workspace;
    let looked = 0;
    for (const [, id] of files()) {
      const before = people(id);
      for (const { id: permission = '', role, emailAddress } of permissions(id)) {
        if (role === 'owner') continue;
        looked += 1;
        drive.deletePermission(users.owner, id, permission ?? '');
        const said = await pasang();
        expect(said).toHaveLength(1);
        expect(said[0]).toMatch(/^Izin ubah .+ diberikan kepada \S+\.$/);
        expect(said[0]).toContain(`kepada ${emailAddress}.`);
        expect(people(id)).toEqual(before);
      }
    }
    expect(looked).toBeGreaterThan(15);
  });

  it('is taken away from strangers, by name and by link', async () => {
    const { files: drive, users } = office.workspace;
    const { register } = office.files.spreadsheets;
    const before = people(register);
    drive.createPermission(users.owner, register, { type: 'user', role: 'reader', emailAddress: 'asing@contoh.test' });
    expect(await pasang()).toEqual(['Izin register dicabut dari asing@contoh.test.']);
    drive.createPermission(users.owner, register, { type: 'anyone', role: 'reader' });
    expect(await pasang()).toEqual(['1 berbagi lewat tautan dicabut.']);
    expect(people(register)).toEqual(before);
  });
});

describe('the script', () => {
  it('gets back each trigger that was removed', async () => {
    const store = office.workspace.store.documents<object>('triggers');
    const facts = () =>
      office.workspace.scripts
        .triggers()
        .map(({ function: name, sourceId, event, everyMinutes }) => `${name} ${sourceId} ${event} ${everyMinutes}`)
        .sort();
    const before = facts();
    for (const { id, function: name } of office.workspace.scripts.triggers()) {
      store.delete(id);
      const said = await pasang();
      expect(said).toHaveLength(1);
      expect(said[0]).toMatch(new RegExp(`^Pemicu ${name}( untuk formulir \\w+)? dipasang\\.$`));
      expect(facts()).toEqual(before);
    }
    expect(before.length).toBeGreaterThan(6);
  });

  it('publishes each form again, and sets lists anew that somebody has changed', async () => {
    const { forms } = office.workspace;
    for (const [name, { id, items }] of Object.entries(office.files.forms)) {
      const whole = forms.get(id);
      if (!whole) throw new Error(`no form ${name}`);
      forms.put({ ...whole, published: false });
      expect(await pasang()).toEqual([`Formulir ${name} diterbitkan lagi.`]);
      expect(forms.get(id)).toEqual(whole);
      const field = Object.entries(items).find(([one]) => one === 'kode_wilayah' || one === 'fktp')?.[0];
      if (!field) continue;
      const changed = whole.items.map((item) =>
        item.id === items[field] && 'choices' in item ? { ...item, choices: item.choices.slice(1) } : item,
      );
      forms.put({ ...whole, items: changed });
      expect(await pasang()).toEqual([`Pertanyaan ${field} di formulir ${name} disegarkan.`]);
      expect(forms.get(id)).toEqual(whole);
    }
  });
});

// Last: what was in a removed tab is gone.
describe.each(TABS)('$label, removed', ({ book, words, tab }) => {
  it('is made again, with what a new office has in it', async () => {
    const at = cariBuku(office, book, tab.nama);
    const before = at.shape();
    at.change((sheetId) => [{ addSheet: { properties: { title: 'sementara' } } }, { deleteSheet: { sheetId } }]);
    const said = await pasang();
    expect(said[0]).toBe(`Tab ${tab.nama} dibuat${words}.`);
    for (const more of said.slice(1)) expect(more).toMatch(new RegExp(`awal diisi di tab ${tab.nama}\\.$`));
    const again = cariBuku(office, book, tab.nama);
    expect(again.shape()).toEqual(before);
    again.changeBook(again.sheetsNamed('sementara').map((sheetId) => ({ deleteSheet: { sheetId } })));
  });
});

it('run once more, nothing is changed', async () => {
  expect(await pasang()).toEqual([]);
});
