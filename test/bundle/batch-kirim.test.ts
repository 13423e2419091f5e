/** A closed batch at Dinkes and at BPJS: sent once, answered row by row, counted, complete (BGR-17 to BGR-19, S-08). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BATCH, batchRow, closeBatch, eligible, snapshot } from '../support/batch-officers.ts';
import { type Office, openOffice, type Row } from '../support/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T03:00:00Z' });
});
afterEach(() => office.workspace.close());

const dinkesBook = () => office.files.spreadsheets['dinkes'] ?? '';
const dinkes = () => office.person('pembiayaan.dinkes');

const letter = (index: number) => String.fromCharCode(65 + index);

/** The address of a cell in a tab of a shared book by the text in its key column. */
function at(id: string, tab: string, key: string, value: string, column: string): string {
  const { values = [] } = office.workspace.sheets.values.get(office.workspace.users.owner, id, `'${tab}'`);
  const [header = [], ...rows] = (values ?? []) as string[][];
  const row = rows.findIndex((cells) => cells[header.indexOf(key)] === value);
  expect(row, `${tab}: ${value}`).toBeGreaterThanOrEqual(0);
  return `'${tab}'!${letter(header.indexOf(column))}${row + 2}`;
}

const shown = (batch = BATCH): Row | undefined =>
  office.tab('Batch', dinkesBook()).find((row) => row['batch'] === batch);

async function sent(batch = BATCH): Promise<void> {
  const cell = at(dinkesBook(), 'Batch', 'batch', batch, 'dikirim');
  await office.editFile(dinkesBook(), cell, [['sudah']], dinkes());
}

async function answered(tiket: string, hasil: string, more: Row = {}): Promise<void> {
  const { bpjs } = office.files.spreadsheets;
  for (const [column, value] of Object.entries({ ...more, hasil })) {
    await office.editFile(bpjs, at(bpjs, 'Usulan Bulanan', 'tiket', tiket, column), [[value]], office.user('bpjs'));
  }
}

async function closed(...numbers: number[]): Promise<string[]> {
  const tickets = await eligible(office, ...numbers);
  await closeBatch(office);
  await office.tick();
  return tickets;
}

describe('Dinkes', () => {
  it('sees the batch and its cases, says that it was sent, and the cases are at BPJS', async () => {
    const tickets = await closed(1, 2);
    expect(shown()).toMatchObject({ keadaan: 'Ditutup', baris: '2', dikirim: '', berhasil: '' });
    expect(shown()?.['tanggapan']).toContain('paling lambat tanggal 20');
    expect(office.tab('Usulan', dinkesBook()).map(({ tiket }) => tiket)).toEqual(tickets);
    await sent();
    for (const tiket of tickets) {
      expect(office.case(tiket)).toMatchObject({ status: 'DIKIRIM_BPJS', diubah_oleh: dinkes().email });
    }
    expect(batchRow(office)).toMatchObject({ keadaan: 'DIKIRIM', dikirim_oleh: dinkes().email });
    expect(shown()?.['tanggapan']).toBe(`Batch ${BATCH} dicatat dikirim ke BPJS: 2 usulan. Usulannya sedang ditandai.`);
    await office.tick();
    expect(shown()).toMatchObject({ keadaan: 'Dikirim ke BPJS', dikirim: 'sudah', menunggu: '2' });
    const { bpjs } = office.files.spreadsheets;
    expect(office.tab('Usulan Bulanan', bpjs).map(({ tiket, batch }) => [tiket, batch])).toEqual(
      tickets.map((tiket) => [tiket, BATCH]),
    );
    await office.tick();
    expect(office.mails('kepesertaan@bpjs.test').at(-1)?.subject).toBe(`Batch ${BATCH}: 2 usulan menunggu jawaban`);
  });

  it('is told that a batch has already been sent, and the first word counts', async () => {
    const [tiket = ''] = await closed(1);
    await sent();
    const { dikirim_pada } = batchRow(office);
    const lines = office.tab('Riwayat').length;
    await office.later(60);
    await sent();
    expect(shown()?.['tanggapan']).toMatch(
      /sudah dicatat dikirim pada 9 November 2026 pukul 10\.\d\d WIB; tidak dicatat lagi/,
    );
    expect(batchRow(office)['dikirim_pada']).toBe(dikirim_pada);
    expect(office.tab('Riwayat').length).toBe(lines);
    expect(office.case(tiket)['status']).toBe('DIKIRIM_BPJS');
  });

  it('is heard although the event of its edit was lost', async () => {
    await closed(1);
    office.workspace.faults.set({ dropTriggers: true });
    await sent();
    office.workspace.faults.clear();
    expect(batchRow(office)['keadaan']).toBe('DITUTUP');
    await office.later(10);
    expect(batchRow(office)).toMatchObject({ keadaan: 'DIKIRIM', dikirim_oleh: 'Dinas Kesehatan' });
  });

  it('cannot send what it cleared: the cell comes back', async () => {
    await closed(1);
    await sent();
    await office.tick();
    const cell = at(dinkesBook(), 'Batch', 'batch', BATCH, 'dikirim');
    await office.editFile(dinkesBook(), cell, [['']], dinkes());
    expect(shown()?.['dikirim']).toBe('sudah');
    expect(batchRow(office)['keadaan']).toBe('DIKIRIM');
  });
});

describe('the answers of BPJS', () => {
  it('are counted in the batch by the next tick; it is complete when nothing waits', async () => {
    const [one = '', two = '', three = ''] = await closed(1, 2, 3);
    await sent();
    await office.tick();
    await answered(one, 'berhasil', { tmt_aktif: '01/12/2026' });
    await answered(two, 'ditangguhkan', { keterangan: 'Data belum sinkron' });
    await office.tick();
    const counts = ({ berhasil, tidak_berhasil, ditangguhkan, menunggu }: Row) =>
      [berhasil, tidak_berhasil, ditangguhkan, menunggu].join(' ');
    expect(counts(batchRow(office))).toBe('1 0 1 1');
    expect(batchRow(office)['keadaan']).toBe('DIKIRIM');
    await answered(three, 'tidak berhasil', { keterangan: 'NIK ganda' });
    await office.act(two, 'CATAT_HASIL', { isi: { hasil: 'berhasil', keterangan: '', tmt: '2026-12-01' } });
    await office.tick();
    expect(counts(batchRow(office))).toBe('2 1 0 0');
    expect(batchRow(office)['keadaan']).toBe('TUNTAS');
    expect(shown()).toMatchObject({ keadaan: 'Tuntas, semua sudah dijawab', berhasil: '2', menunggu: '0' });
    // A new attempt leaves the batch; what BPJS said of the first one stays counted.
    await office.act(three, 'AJUKAN_ULANG', { alasan: 'NIK diperbaiki' });
    await office.tick();
    expect(counts(batchRow(office))).toBe('2 1 0 0');
    expect(snapshot(office)).toHaveLength(3);
  });

  it('make a complete batch open again when one is taken back', async () => {
    const [one = ''] = await closed(1);
    await sent();
    await office.tick();
    await answered(one, 'berhasil', { tmt_aktif: '01/12/2026' });
    await office.tick();
    expect(batchRow(office)['keadaan']).toBe('TUNTAS');
    await office.act(one, 'CATAT_HASIL', { isi: { hasil: 'ditangguhkan', keterangan: 'Ralat', tmt: '' } });
    await office.tick();
    expect(batchRow(office)).toMatchObject({ keadaan: 'DIKIRIM', ditangguhkan: '1', berhasil: '0' });
  });
});
