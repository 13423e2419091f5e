/** Formula and script payloads in every text field of the form arrive as the text that they are, everywhere. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEMUA_CEK } from '../support/checks.ts';
import { checkOffice } from '../support/invariants.ts';
import { type Office, openOffice, type Row } from '../support/office.ts';
import { PAYLOADS } from '../support/payloads.ts';
import { person } from '../support/people.ts';

let office: Office;
/** The row of each payload. */
let rows: Row[];

/** Fields that take any text, with the column each fills. */
const FREE = ['tempat_lahir', 'alamat', 'no_surat', 'pic_nama', 'disetujui_nama'];

beforeAll(async () => {
  office = await openOffice();
  office.workspace.faults.set({ dropFormEventEvery: 1 });
  const ids = PAYLOADS.map((text, n) => {
    const fields = Object.fromEntries([...FREE, 'nama'].map((field) => [field, text]));
    return office.submit(person(n + 1, fields)).id;
  });
  await office.tick();
  office.workspace.faults.clear();
  const byId = new Map(office.cases().map((row) => [row['id_respons'], row]));
  rows = ids.map((id) => byId.get(id) ?? {});
}, 60_000);
afterAll(async () => {
  checkOffice(office);
  await office.workspace.close();
});

/** Cells as stored. */
function stored(spreadsheetId: string, tab: string) {
  const { sheets, users } = office.workspace;
  const book = sheets.get(users.owner, spreadsheetId, { ranges: [`'${tab}'`], includeGridData: true });
  return (book.sheets?.[0]?.data?.[0]?.rowData ?? []).flatMap(({ values = [] }) => values ?? []);
}

const tidy = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/[\u2018\u2019\u00B4`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase();

describe('payloads', () => {
  it('are sixty and more', () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(60);
    expect(rows.filter(({ tiket }) => tiket).length).toBe(PAYLOADS.length);
  });

  it.each(PAYLOADS.map((text, i) => [text, i] as const))('%s arrives unchanged', (text, i) => {
    for (const field of FREE) expect(rows[i]?.[field], field).toBe(text.trim());
    expect(rows[i]?.['nama']).toBe(tidy(text));
  });

  it('are nowhere formulas, numbers or dates in the register', () => {
    for (const tab of ['Kasus', 'Riwayat', 'Kotak Keluar']) {
      const cells = stored(office.files.spreadsheets.register, tab).filter((cell) => cell.userEnteredValue);
      expect(cells.length).toBeGreaterThan(PAYLOADS.length);
      for (const { userEnteredValue } of cells) expect(Object.keys(userEnteredValue ?? {})).toEqual(['stringValue']);
    }
  });

  it('reach BPJS as the same texts', async () => {
    const good = rows.filter(({ masalah = '' }) => !/^!/m.test(masalah)).slice(0, 12);
    expect(good.length).toBeGreaterThan(5);
    for (const { tiket } of good) {
      await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
      expect(await office.act(tiket, 'USULKAN')).toMatchObject({ jenis: 'selesai' });
    }
    await office.tick();
    const shared = new Map(
      office.tab('Usulan Darurat', office.files.spreadsheets.bpjs).map((row) => [row['tiket'], row['nama']]),
    );
    for (const { tiket, nama } of good) expect(shared.get(tiket)).toBe(nama);
    for (const { userEnteredValue } of stored(office.files.spreadsheets.bpjs, 'Usulan Darurat')) {
      if (userEnteredValue) expect(Object.keys(userEnteredValue)).toEqual(['stringValue']);
    }
  }, 60_000);

  it('that an officer or BPJS types stay texts too', async () => {
    const { tiket } = rows.find(({ status, masalah = '' }) => status === 'DIAJUKAN' && !/^!/m.test(masalah)) ?? {};
    for (const text of ['=1+1', '+62', '<img src=x onerror=alert(1)>', '01/02/2026']) {
      await office.edit(office.cell(tiket, 'catatan'), [[text]]);
      expect(office.case(tiket)['catatan']).toBe(text);
    }
    const { tiket: sent } = office.cases().find(({ status }) => status === 'DIKIRIM_BPJS') ?? {};
    await office.answer(sent, 'keterangan', '=HYPERLINK("http://x.test","klik")');
    await office.answer(sent, 'hasil', 'ditangguhkan');
    expect(office.case(sent)['keterangan_bpjs']).toBe('=HYPERLINK("http://x.test","klik")');
    office.workspace.faults.set({ mailQuota: 1000 });
    for (let i = 0; i < 8; i += 1) await office.tick();
    office.workspace.faults.clear();
    const mail = office.mails('pic.rsud@rumahsakit.test').find(({ subject }) => subject === `${sent}: ditangguhkan`);
    expect(mail?.body).toContain('=HYPERLINK("http://x.test","klik")');
    expect(mail?.htmlBody).toBeUndefined();
    await office.tick();
  });

  it('have not moved a NIK: an odd last digit of Papua stays', async () => {
    const { tiket } = await office.newCase(person(500, { nik: '9102084108909003', no_kk: '9102080101109007' }));
    expect(office.case(tiket)).toMatchObject({ nik: '9102084108909003', no_kk: '9102080101109007' });
    const text = JSON.stringify(stored(office.files.spreadsheets.register, 'Kasus').map((cell) => cell.formattedValue));
    expect(text).toContain('9102084108909003');
  });
});
