/** People sort, insert, delete and rename between the bundle's read and its write; nobody else's row may change. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as d from '../support/disturbance.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';

let office: Office;

async function open(cases: number): Promise<void> {
  office = await openOffice();
  for (let n = 1; n <= cases; n += 1) office.submit(person(n));
  await office.workspace.scripts.idle();
}

const close = async () => office.workspace.close();

/** Row index (from 0) of a case. */
const rowOf = (ticket: string | undefined) => office.cases().findIndex((row) => row['tiket'] === ticket) + 1;
const columnOf = (id: string) => d.header(office, 'Kasus').indexOf(id);

interface Disturbance {
  name: string;
  /** @param target the case that is being written */
  requests: (target: string) => object[];
  /** Puts the layout back, so that the next one begins in order. */
  undo?: (target: string) => object[];
}

const DISTURBANCES: Disturbance[] = [
  { name: 'sorts by ticket, downwards', requests: () => d.sorted(office, 'Kasus') },
  { name: 'sorts by ticket, upwards', requests: () => d.sorted(office, 'Kasus', 0, 'ASCENDING') },
  {
    name: 'inserts a row above',
    requests: (target) => d.insertRow('Kasus', rowOf(target)),
    undo: (target) => d.deleteRow('Kasus', rowOf(target) - 1),
  },
  {
    name: 'deletes the row of the case above',
    requests: (target) => d.deleteRow('Kasus', rowOf(target) - 1),
  },
  {
    name: 'inserts a column in the middle',
    requests: () => d.insertColumn('Kasus', columnOf('nik')),
    undo: () => d.deleteColumn('Kasus', columnOf('nik') - 1),
  },
  {
    name: 'inserts three columns before the ticket',
    requests: () => d.insertColumn('Kasus', 0, 3),
    undo: () => d.deleteColumn('Kasus', 0, 3),
  },
  {
    name: 'moves a column to the front',
    requests: () => d.moveColumn('Kasus', columnOf('catatan'), 0),
    undo: () => d.moveColumn('Kasus', 0, columnOf('rute')),
  },
  {
    name: 'moves a column and sorts',
    requests: () => [...d.moveColumn('Kasus', columnOf('catatan'), 2), ...d.sorted(office, 'Kasus')],
    undo: () => d.moveColumn('Kasus', 2, columnOf('rute')),
  },
];

/** Runs `act` on the middle case while `disturbance` happens, and compares every other row before and after. */
async function under(
  disturbance: Disturbance,
  name: string,
  act: (target: string, text: string) => Promise<void>,
): Promise<void> {
  const rows = office.cases();
  const target = rows[Math.floor(rows.length / 2)]?.['tiket'] ?? '';
  const before = d.others(office, 'Kasus', 'tiket', [target]);
  const text = `Catatan ${disturbance.name}`;
  const order = office.cases().map(({ tiket }) => tiket);
  const columns = d.header(office, 'Kasus');
  d.disturb(office, name, disturbance.requests(target));
  await act(target, text);
  office.workspace.faults.clear();
  expect(
    [office.cases().map(({ tiket }) => tiket), d.header(office, 'Kasus')],
    'the disturbance took place',
  ).not.toEqual([order, columns]);
  const after = d.others(office, 'Kasus', 'tiket', [target]);
  const removed = Object.keys(before).filter((ticket) => !(ticket in after));
  expect(removed.length).toBeLessThanOrEqual(disturbance.name.includes('deletes') ? 1 : 0);
  for (const ticket of removed) delete before[ticket];
  expect(after).toEqual(before);
  expect(office.case(target)['catatan']).toBe(text);
  if (disturbance.undo) d.change(office, disturbance.undo(target));
  expect(d.header(office, 'Kasus')).toEqual(columns);
}

/** The cell `versi` goes up and the copy fits the row: nothing of the row was lost. */
async function expectWhole(): Promise<void> {
  await office.tick();
  const history = office.tab('Riwayat').length;
  const rows = office.cases();
  await office.edit(
    `'Kasus'!A2:C${rows.length + 1}`,
    rows.map(({ tiket = '', status = '', batas_72jam = '' }) => [tiket, status, batas_72jam]),
  );
  expect(office.tab('Riwayat').slice(history), 'an edit that changes nothing finds nothing to put back').toEqual([]);
  expect(office.cases()).toEqual(rows);
}

describe('an action in the sidebar', () => {
  beforeAll(() => open(9));
  afterAll(close);

  it.each(DISTURBANCES)('lands in its row when somebody $name', async (disturbance) => {
    await under(disturbance, 'panelTindakan', async (target, catatan) => {
      expect(await office.act(target, 'KOREKSI', { isi: { catatan } })).toMatchObject({ jenis: 'selesai' });
    });
  });

  it('leaves rows whole', expectWhole);
});

describe('a hand edit', () => {
  beforeAll(() => open(9));
  afterAll(close);

  it.each(DISTURBANCES)('is logged in its row when somebody $name', async (disturbance) => {
    await under(disturbance, 'saatRegisterDiubah', async (target, catatan) => {
      const versi = Number(office.case(target)['versi']);
      await office.edit(office.cell(target, 'catatan'), [[catatan]]);
      expect(Number(office.case(target)['versi'])).toBe(versi + 1);
      expect(office.case(target)['diubah_oleh']).toBe(office.user('dinsos').email);
    });
  });

  it('leaves rows whole', expectWhole);
});

describe('a row that is deleted while it is written', () => {
  beforeAll(() => open(4));
  afterAll(close);

  it('is reported, and the case that took its place keeps every cell', async () => {
    const target = office.cases()[1]?.['tiket'] ?? '';
    const before = d.others(office, 'Kasus', 'tiket', [target]);
    d.disturb(office, 'panelTindakan', d.deleteRow('Kasus', rowOf(target)));
    await expect(office.act(target, 'KOREKSI', { isi: { catatan: 'Hilang' } })).rejects.toThrow('tidak ditemukan');
    office.workspace.faults.clear();
    expect(d.others(office, 'Kasus', 'tiket', [])).toEqual(before);
  });
});

describe('a new case', () => {
  beforeAll(() => open(4));
  afterAll(close);

  it.each([
    ['inserts a column', () => d.insertColumn('Kasus', 6), () => d.deleteColumn('Kasus', 6)],
    ['inserts a column before the ticket', () => d.insertColumn('Kasus', 0), () => d.deleteColumn('Kasus', 0)],
    ['moves a column', () => d.moveColumn('Kasus', 8, 3), () => d.moveColumn('Kasus', 3, 9)],
    ['sorts', () => d.sorted(office, 'Kasus'), () => d.sorted(office, 'Kasus', 0, 'ASCENDING')],
  ])('stands under its headers when somebody %s', async (name, requests, undo) => {
    const before = d.others(office, 'Kasus', 'tiket', []);
    const columns = d.header(office, 'Kasus');
    d.disturb(office, 'saatFormulirDikirim', requests());
    const answers = person(30 + name.length);
    const { id } = office.submit(answers);
    await office.workspace.scripts.idle();
    office.workspace.faults.clear();
    const made = office.cases().find((row) => row['id_respons'] === id);
    expect(made).toMatchObject({ nik: answers['nik'], alamat: answers['alamat'], status: 'DIAJUKAN', versi: '1' });
    expect(d.others(office, 'Kasus', 'tiket', [made?.['tiket']])).toEqual(before);
    d.change(office, undo());
    expect(d.header(office, 'Kasus')).toEqual(columns);
  });

  it('leaves rows whole', expectWhole);
});
