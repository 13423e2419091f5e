/** A repair that Google interrupts anywhere: it is answered once in the end, and the office is as it should be. */
import { afterEach, describe, expect, it } from 'vitest';
import type { HasilPerbaiki, HasilPeriksa } from '#usecase/bentuk-perintah.ts';
import { change } from '../support/disturbance.ts';
import { type Office, openOffice } from '../support/office.ts';

let office: Office;
afterEach(() => office.workspace.close());

function append(id: string, jenis: string): void {
  const values = [[id, 'MENUNGGU', '2026-11-23T10:00:00+07:00', office.user('admin').email, jenis, '{}']];
  const { sheets, users } = office.workspace;
  const { register } = office.files.spreadsheets;
  sheets.values.append(users.owner, register, 'Antrean', { values }, { valueInputOption: 'RAW' });
}

const row = (id: string) => office.tab('Antrean').find((one) => one['id'] === id);

async function broken(): Promise<void> {
  office = await openOffice();
  await office.tick();
  change(office, [{ deleteSheet: { sheetId: 115 } }]);
  const { bpjs } = office.files.spreadsheets;
  const { sheets, users } = office.workspace;
  sheets.values.update(users.owner, bpjs, "'Usulan Darurat'!A1", { values: [['']] }, { valueInputOption: 'RAW' });
}

const WRITE = 'Sheets.Spreadsheets.batchUpdate';

describe('PERBAIKI of which a write is lost', () => {
  // The tab, the header of another file, the markers, the answer: at Google each can be lost before or after it is done.
  it.each([1, 2, 3, 4, 5].flatMap((n) => [false, true].map((after) => ({ n, after }))))(
    'is answered with the next run (write $n, done: $after)',
    async ({ n, after }) => {
      await broken();
      append('a', 'PERBAIKI');
      office.workspace.faults.set({ failCall: { function: 'tick', method: WRITE, n, after } });
      await office.tick().catch(() => undefined);
      // Only an answer that was written before the line broke is there already.
      expect(row('a')?.['keadaan']).toBe(n === 5 && after ? 'SELESAI' : 'MENUNGGU');
      office.workspace.faults.clear();
      await office.tick();
      expect(row('a')).toMatchObject({ keadaan: 'SELESAI' });
      append('b', 'PERIKSA');
      await office.tick();
      expect((JSON.parse(row('b')?.['jawaban'] ?? '{}') as HasilPeriksa).bentuk).toEqual([]);
    },
  );

  it('says what it did where nothing was in the way', async () => {
    await broken();
    append('a', 'PERBAIKI');
    await office.tick();
    expect((JSON.parse(row('a')?.['jawaban'] ?? '{}') as HasilPerbaiki).laporan).toEqual([
      'Tab KIS dibuat.',
      'Tajuk tiket di tab Usulan Darurat di spreadsheet Berbagi BPJS dipulihkan.',
    ]);
  });
});

describe('PERIKSA of which a part fails', () => {
  it('says which, and the rest of what it saw', async () => {
    office = await openOffice();
    await office.tick();
    append('a', 'PERIKSA');
    office.workspace.faults.set({ failCall: { function: 'tick', method: 'ScriptApp.getProjectTriggers', n: 1 } });
    await office.tick();
    const look = JSON.parse(row('a')?.['jawaban'] ?? '{}') as HasilPeriksa;
    expect(look).toMatchObject({ gagal: ['pemicu'], bentuk: [] });
    expect(look.pemicu).toBeUndefined();
  });
});
