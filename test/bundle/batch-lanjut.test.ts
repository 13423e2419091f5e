/** Batches that are interrupted, limited by a quota, or go straight to BPJS; and what a large one costs. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Execution } from '#workspace/workspace.ts';
import { application } from '../support/applicants.ts';
import {
  BATCH,
  batchRow,
  closeBatch,
  eligible,
  first,
  multiply,
  press,
  second,
  snapshot,
  view,
} from '../support/batch-officers.ts';
import { SEMUA_CEK } from '../support/checks.ts';
import { disturb, sorted } from '../support/disturbance.ts';
import { history } from '../support/invariants.ts';
import { type Office, openOffice, type Row } from '../support/office.ts';

let office: Office;
afterEach(() => office.workspace.close());

const bogor = async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T03:00:00Z' });
};

async function setting(key: string, value: string): Promise<void> {
  const row = office.tab('Pengaturan').findIndex(({ kunci }) => kunci === key) + 2;
  await office.edit(`'Pengaturan'!B${row}`, [[value]], office.workspace.users.owner);
}

const WRITE = 'Sheets.Spreadsheets.batchUpdate';

describe('a closing that Google interrupts', () => {
  // The first part carries the approval; the second is lost before or after it was written.
  it.each([
    { what: 'before it was written', after: false, cases: 1200 },
    { what: 'after it was written', after: true, cases: 2100 },
  ])(
    'goes on with the next tick and loses or doubles nothing when a part is lost $what',
    async ({ after, cases }) => {
      await bogor();
      const [tiket = ''] = await eligible(office, 1);
      multiply(office, tiket, cases - 1);
      await press(office, 'AJUKAN', first(office));
      office.workspace.faults.set({ failCall: { n: 2, method: WRITE, function: 'batchTindakan', after } });
      await expect(press(office, 'SETUJUI', second(office))).rejects.toThrow(/Galat tak terduga/);
      office.workspace.faults.clear();
      expect(batchRow(office)['keadaan']).toBe('MENUTUP');
      const halfway = office.cases().filter(({ status }) => status === 'DIKIRIM_DINKES').length;
      expect(halfway).toBe(after ? 2000 : 1000);
      expect((await view(office)).kemajuan).toEqual({ selesai: halfway, dari: cases });
      await office.tick();
      const row = batchRow(office);
      expect(row).toMatchObject({ keadaan: 'DITUTUP', baris: String(cases), catatan: '' });
      expect(row['hash']).toBe(JSON.parse(row['total_kontrol'] ?? '{}').disetujui.hash);
      const tickets = snapshot(office).map((one) => one['tiket']);
      expect(new Set(tickets).size).toBe(cases);
      expect(tickets).toHaveLength(cases);
      expect(new Set(snapshot(office).map(({ urut }) => urut)).size).toBe(cases);
      expect(office.cases().every(({ status, versi }) => status === 'DIKIRIM_DINKES' && versi === '4')).toBe(true);
      history(office);
      expect(office.tab('Sistem').find(({ kunci }) => kunci === 'batch_berjalan')?.['nilai']).toBe('');
    },
    120_000,
  );

  it('leaves out what was changed meanwhile, and says so', async () => {
    await bogor();
    const [tiket = ''] = await eligible(office, 1);
    multiply(office, tiket, 1100);
    await press(office, 'AJUKAN', first(office));
    office.workspace.faults.set({ failCall: { n: 2, method: WRITE, function: 'batchTindakan' } });
    await press(office, 'SETUJUI', second(office)).catch(() => undefined);
    office.workspace.faults.clear();
    const [returned = '', changed = ''] = office
      .cases()
      .filter(({ status }) => status === 'LOLOS')
      .map((row) => row['tiket']);
    office.workspace.clock.set(office.workspace.clock.now() + 60_000);
    await office.act(returned, 'KEMBALIKAN', { alasan: 'Data', isi: { kode_kembali: 'K-NIK' } }, first(office));
    // Still eligible, but no longer what both officers have seen.
    await office.act(changed, 'GESER_PERIODE', { alasan: 'Salah bulan', isi: { periode: '2026-10' } }, first(office));
    await office.tick();
    expect(batchRow(office)).toMatchObject({ keadaan: 'DITUTUP', baris: '1099' });
    expect(batchRow(office)['catatan']).toContain('jumlah baris 1099, tercatat 1101');
    expect(office.case(returned)['status']).toBe('DIKEMBALIKAN');
    expect(office.case(changed)).toMatchObject({ status: 'LOLOS', batch: '', periode: '2026-10' });
    expect((await view(office)).batch).toBe(`${BATCH}-A1`);
  }, 120_000);
});

describe('a register that people sort while a batch closes', () => {
  it('has every change in its own row', async () => {
    await bogor();
    const [tiket = ''] = await eligible(office, 1);
    multiply(office, tiket, 1099);
    await press(office, 'AJUKAN', first(office));
    disturb(office, 'batchTindakan', sorted(office, 'Kasus'), 2);
    expect(await press(office, 'SETUJUI', second(office))).toMatchObject({ jenis: 'selesai' });
    office.workspace.faults.clear();
    expect(batchRow(office)).toMatchObject({ keadaan: 'DITUTUP', baris: '1100', catatan: '' });
    const frozen = new Map(snapshot(office).map((row) => [row['tiket'], JSON.parse(row['isi'] ?? '{}') as Row]));
    for (const row of office.cases()) {
      const { tiket: own, nik, status, batch, versi, salinan } = row;
      expect([own, status, batch, versi]).toEqual([own, 'DIKIRIM_DINKES', BATCH, '4']);
      expect(frozen.get(own)?.['nik'], own).toBe(nik);
      expect((JSON.parse(salinan ?? '{}') as Row)['tiket']).toBe(own);
    }
    history(office);
  }, 120_000);
});

describe('a sending that Google interrupts', () => {
  it('goes on with the next tick, and every case is sent once', async () => {
    await bogor();
    const [tiket = ''] = await eligible(office, 1);
    multiply(office, tiket, 1199);
    await closeBatch(office);
    await office.tick();
    const { dinkes = '' } = office.files.spreadsheets;
    const column = Object.keys(office.tab('Batch', dinkes)[0] ?? {}).indexOf('dikirim');
    // Its writes: the batch, the answer in the spreadsheet of Dinkes, then the parts.
    office.workspace.faults.set({ failCall: { n: 4, method: WRITE, function: 'saatDinkesDiubah' } });
    const cell = `'Batch'!${String.fromCharCode(65 + column)}2`;
    await office.editFile(dinkes, cell, [['sudah']], office.person('pembiayaan.dinkes'));
    office.workspace.faults.clear();
    expect(batchRow(office)['keadaan']).toBe('MENGIRIM');
    const sent = () => office.cases().filter(({ status }) => status === 'DIKIRIM_BPJS').length;
    expect(sent()).toBe(1000);
    await office.tick();
    expect(sent()).toBe(1200);
    expect(batchRow(office)).toMatchObject({
      keadaan: 'DIKIRIM',
      dikirim_oleh: office.person('pembiayaan.dinkes').email,
    });
    expect(office.cases().every(({ versi }) => versi === '5')).toBe(true);
    history(office);
  }, 120_000);
});

describe('a quota', () => {
  it('lets the first in the order of priority through; the others wait for the next month', async () => {
    await bogor();
    const [one = '', two = '', three = ''] = await eligible(office, 1, 2, 3);
    // Of two that are otherwise equal the poorer one comes first, whenever it was sent.
    await office.act(two, 'KEMBALIKAN', { alasan: 'x', isi: { kode_kembali: 'K-NIK' } }, first(office));
    await setting('kuota_periode', '2');
    await setting('prioritas', 'desil, tanggal');
    const rest = [one, three].sort();
    expect((await view(office)).peringatan.join(' ')).not.toContain('Kuota');
    const [four = ''] = await eligible(office, 4);
    const seen = await view(office);
    expect(seen.total.baris).toBe(2);
    expect(seen.peringatan.join(' ')).toContain('1 usulan menurut urutan prioritas tidak termuat');
    expect(await closeBatch(office)).toMatchObject({ jenis: 'selesai' });
    expect(snapshot(office).map(({ tiket }) => tiket)).toEqual(rest);
    expect(office.case(four)).toMatchObject({ status: 'LOLOS', periode: '2026-12', tanda: 'daftar_tunggu', batch: '' });
    expect(office.tab('Riwayat').findLast(({ tiket }) => tiket === four)).toMatchObject({
      aksi: 'GESER_PERIODE',
      alasan: 'Kuota November 2026 sudah terisi; menunggu periode berikut.',
    });
    // The month's places are gone: an addendum has none left.
    await eligible(office, 5);
    expect((await view(office)).total.baris).toBe(0);
    office.workspace.clock.set(Date.parse('2026-12-12T03:00:00Z'));
    expect(await closeBatch(office, { periode: '2026-12' })).toMatchObject({ jenis: 'selesai' });
    expect(office.case(four)).toMatchObject({ status: 'DIKIRIM_DINKES', tanda: '', batch: 'BGR-U 2026-12' });
  });
});

describe('the collective proposal of Bantul', () => {
  it('is before BPJS as soon as it is closed, and its answers complete it', async () => {
    office = await openOffice({ clock: '2026-11-12T03:00:00Z' });
    const { tiket = '' } = await office.sendCase('loket', application(1), office.person('pelayanan.dinsos'));
    const screened = { isi: { dokumen: 'kk, ktp, permohonan' } };
    await office.act(tiket, 'SARING', screened, office.person('pelayanan.dinsos'));
    await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    await office.act(tiket, 'LOLOSKAN');
    const choice = { rute: 'BTL-N' };
    await press(office, 'AJUKAN', office.person('verifikator'), choice);
    const answer = await press(office, 'SETUJUI', office.person('loket'), choice);
    expect(answer).toMatchObject({ jenis: 'selesai' });
    const batch = 'BTL-N 2026-11';
    expect(office.case(tiket)).toMatchObject({ status: 'DIKIRIM_BPJS', batch, diserahkan_pada: '' });
    expect(batchRow(office, batch)).toMatchObject({
      keadaan: 'DIKIRIM',
      dikirim_oleh: office.person('loket').email,
      menunggu: '1',
    });
    await office.act(tiket, 'CATAT_HASIL', { isi: { hasil: 'berhasil', keterangan: '', tmt: '2026-12-01' } });
    await office.tick();
    expect(batchRow(office, batch)).toMatchObject({ keadaan: 'TUNTAS', berhasil: '1', menunggu: '0' });
    const mails = office.mails('kepesertaan@bpjs.test').map(({ subject }) => subject);
    expect(mails).toContain(`Batch ${batch}: 1 usulan menunggu jawaban`);
  });
});

const calls = (runs: readonly Execution[], match = /./): number =>
  runs.flatMap((run) => Object.entries(run.calls)).reduce((sum, [name, n]) => (match.test(name) ? sum + n : sum), 0);

describe('a batch of 5,000 cases', () => {
  it('closes and reaches Dinkes within 12 service calls and one for each 1,000 rows', async () => {
    await bogor();
    const [tiket = ''] = await eligible(office, 1);
    await office.tick();
    multiply(office, tiket, 4999);
    await press(office, 'AJUKAN', first(office));
    const { hash } = (await view(office)).total;
    const quiet = await calm();
    const before = office.workspace.scripts.executions().length;
    expect(await press(office, 'SETUJUI', second(office), { hash })).toMatchObject({ jenis: 'selesai' });
    const closing = office.workspace.scripts.executions().slice(before);
    onlyDinkesIsBehind();
    await tickLater();
    const all = office.workspace.scripts.executions().slice(before);
    expect(batchRow(office)).toMatchObject({ keadaan: 'DITUTUP', baris: '5000' });
    for (const tab of ['Usulan', 'Isi Batch']) {
      expect(office.tab(tab, office.files.spreadsheets['dinkes']), tab).toHaveLength(5000);
    }
    expect(all.length - closing.length).toBe(1);
    expect(calls(all) - quiet).toBeLessThanOrEqual(12 + 5000 / 1000);
    expect(Math.max(...all.map(({ estimatedGoogleMs }) => estimatedGoogleMs))).toBeLessThan(270_000);
  }, 180_000);
});

async function tickLater(): Promise<void> {
  office.workspace.clock.set(office.workspace.clock.now() + 5 * 60_000);
  await office.tick();
}

/** Lets ticks run until nothing is left to do. @returns the calls of a tick that finds nothing */
async function calm(): Promise<number> {
  for (let tries = 0; tries < 40; tries += 1) {
    const seen = office.workspace.scripts.executions().length;
    await tickLater();
    const spent = calls(office.workspace.scripts.executions().slice(seen));
    if (spent <= 4) return spent;
  }
  throw new Error('every tick finds something to do');
}

/** The books of kelurahan and the mail have budgets of their own. */
function onlyDinkesIsBehind(): void {
  const { sheets, users } = office.workspace;
  for (const [key, value] of [
    ['berbagi_tertinggal', 'dinkes'],
    ['surat_menunggu', '0'],
  ] as const) {
    const row = office.tab('Sistem').findIndex(({ kunci }) => kunci === key) + 2;
    const { register } = office.files.spreadsheets;
    sheets.values.update(users.owner, register, `'Sistem'!B${row}`, { values: [[value]] }, { valueInputOption: 'RAW' });
  }
}
