/** Files of Format 34/37 as commands (BGR-10): from a kelurahan's own spreadsheet, or from the register by Dinsos. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeBatch } from '../support/batches.ts';
import { SEMUA_CEK } from '../support/checks.ts';
import { citizen } from '../support/citizens.ts';
import { history } from '../support/invariants.ts';
import { type Office, openOffice, type Row } from '../support/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T03:00:00Z' });
});
afterEach(() => office.workspace.close());

const KELURAHAN = '3271011001';
const HASH = 'ab'.repeat(32);

interface Sent {
  id?: string;
  berkas?: string;
  kelurahan?: string;
  format?: string;
  people?: Row[];
  dibuat?: string;
}

/** Appends a command with the API, as the command line does; API writes fire no trigger. */
function append(user: string, book: string, more: Sent = {}): void {
  const { id = 'c1', berkas = HASH, kelurahan = KELURAHAN, format = '34', people = [citizen(1)] } = more;
  const baris = people.map((isi, i) => ({ nomor: 17 + i, isi }));
  const muatan = JSON.stringify({ berkas, format, kelurahan, baris });
  const sender = office.person(user);
  const row = [id, 'MENUNGGU', more.dibuat ?? '2026-11-09T10:00:00+07:00', sender.email, 'IMPOR', muatan, '', ''];
  office.workspace.sheets.values.append(
    sender,
    office.files.spreadsheets[book] ?? '',
    "'Antrean'!A1",
    { values: [row] },
    { valueInputOption: 'RAW' },
  );
}

const answer = (book: string, id = 'c1') =>
  office.tab('Antrean', office.files.spreadsheets[book]).find((row) => row['id'] === id);
const outcome = (book: string, id = 'c1') =>
  (JSON.parse(answer(book, id)?.['jawaban'] ?? '{}') as { hasil?: [number, string, string, string][] }).hasil;

describe('a file of a kelurahan', () => {
  it('becomes cases of its area, once, however often it is sent', async () => {
    const people = [citizen(1), citizen(2), citizen(3)];
    append('kelurahan.satu', `kelurahan_${KELURAHAN}`, { people });
    await office.tick();
    expect(outcome(`kelurahan_${KELURAHAN}`)).toEqual([
      [17, 'baru', 'BGR-U-2026-000001', ''],
      [18, 'baru', 'BGR-U-2026-000002', ''],
      [19, 'baru', 'BGR-U-2026-000003', ''],
    ]);
    expect(office.cases()[0]).toMatchObject({ sumber: 'MANUAL', kode_wilayah: KELURAHAN, periode: '2026-11' });
    append('kelurahan.satu', `kelurahan_${KELURAHAN}`, { id: 'c2', people });
    await office.later(6);
    expect(outcome(`kelurahan_${KELURAHAN}`, 'c2')?.map(([, what]) => what)).toEqual(['sudah', 'sudah', 'sudah']);
    expect(office.cases()).toHaveLength(3);
    expect(history(office)).toHaveLength(3);
  });

  it('says which month a row goes to when the month is closed for proposals', async () => {
    append('kelurahan.satu', `kelurahan_${KELURAHAN}`, { dibuat: '2026-11-11T10:00:00+07:00' });
    office.workspace.clock.set(Date.parse('2026-11-11T04:00:00Z'));
    await office.tick();
    expect(office.cases()[0]).toMatchObject({ periode: '2026-12' });
    expect(outcome(`kelurahan_${KELURAHAN}`)?.[0]?.[3]).toContain('Masuk periode Desember 2026');
  });

  it('keeps the code of a facility that the file writes in other letters than the tab Faskes', async () => {
    const row = office.tab('Faskes').findIndex(({ nama }) => nama === 'Puskesmas Bogor Selatan');
    const column = String.fromCharCode(65 + Object.keys(office.tab('Faskes')[0] ?? {}).indexOf('kode'));
    await office.edit(`'Faskes'!${column}${row + 2}`, [['09020107']], office.user('admin'));
    append('kelurahan.satu', `kelurahan_${KELURAHAN}`, {
      people: [{ ...citizen(1), fktp: 'PUSKESMAS  BOGOR SELATAN' }],
    });
    await office.tick();
    await office.act(office.cases()[0]?.['tiket'], 'PERIKSA', { isi: SEMUA_CEK });
    office.workspace.clock.set(Date.parse('2026-11-14T03:00:00Z'));
    await closeBatch(office, 'BGR-U', '2026-11');
    expect(JSON.parse(office.tab('Isi Batch')[0]?.['isi'] ?? '{}')).toMatchObject({ kode_fktp: '09020107' });
  });

  it('reaches no other kelurahan: neither by the code in it nor by the name in a row', async () => {
    append('kelurahan.satu', `kelurahan_${KELURAHAN}`, { kelurahan: '3271011002' });
    append('kelurahan.satu', `kelurahan_${KELURAHAN}`, {
      id: 'c2',
      people: [{ ...citizen(2), kalurahan: 'Bondongan (Bogor Selatan)' }],
    });
    expect(() => append('kelurahan.satu', 'kelurahan_3271011002')).toThrow();
    expect(() => append('kelurahan.satu', 'register')).toThrow();
    await office.tick();
    expect(answer(`kelurahan_${KELURAHAN}`)).toMatchObject({ keadaan: 'DITOLAK' });
    expect(outcome(`kelurahan_${KELURAHAN}`, 'c2')?.[0]?.slice(0, 2)).toEqual([17, 'ditolak']);
    expect(office.cases()).toHaveLength(0);
  });

  it('corrects what came back on the same ticket, and leaves alone what is on its way', async () => {
    const book = `kelurahan_${KELURAHAN}`;
    append('kelurahan.satu', book);
    await office.tick();
    await office.act('BGR-U-2026-000001', 'KEMBALIKAN', {
      alasan: 'Data belum lengkap',
      isi: { kode_kembali: 'K-NIK' },
    });
    append('kelurahan.satu', book, { id: 'c2', berkas: 'cd'.repeat(32), people: [{ ...citizen(1), rw: '9' }] });
    await office.later(6);
    expect(outcome(book, 'c2')).toEqual([[17, 'revisi', 'BGR-U-2026-000001', '']]);
    expect(office.case('BGR-U-2026-000001')).toMatchObject({ status: 'DIAJUKAN', percobaan: '2', rw: '9' });
  });

  it('is dated by when it was sent, as far as a sender can be believed', async () => {
    office.workspace.clock.set(Date.parse('2026-11-11T00:20:00+07:00'));
    append('kelurahan.satu', `kelurahan_${KELURAHAN}`, { dibuat: '2026-11-10T23:59:59+07:00' });
    append('kelurahan.dua', 'kelurahan_3271011002', {
      kelurahan: '3271011002',
      people: [citizen(2)],
      dibuat: '2026-10-01T08:00:00+07:00',
    });
    await office.tick();
    const periods = office.cases().map(({ kode_wilayah, periode }) => [kode_wilayah, periode]);
    expect(periods).toEqual([
      [KELURAHAN, '2026-11'],
      ['3271011002', '2026-11'],
    ]);
    append('kelurahan.tiga', 'kelurahan_3271021001', {
      kelurahan: '3271021001',
      people: [citizen(3)],
      dibuat: 'kapan-kapan',
    });
    await office.later(6);
    expect(office.cases().at(-1)).toMatchObject({ periode: '2026-12', tanda: 'lewat_cutoff' });
  });
});

describe('a command', () => {
  it('that was appended twice is applied once and answered twice', async () => {
    const book = `kelurahan_${KELURAHAN}`;
    append('kelurahan.satu', book);
    append('kelurahan.satu', book);
    await office.tick();
    const rows = office.tab('Antrean', office.files.spreadsheets[book]);
    expect(rows.map(({ keadaan }) => keadaan)).toEqual(['SELESAI', 'SELESAI']);
    expect(office.cases()).toHaveLength(1);
  });

  it('cannot put a case into a batch or send it on: only the closing of a batch does', async () => {
    append('verifikator.dinsos', 'register');
    await office.tick();
    for (const aksi of ['SERAHKAN', 'KIRIM_BPJS']) {
      const isi = { batch: 'BGR-U 2026-11' };
      expect(await office.act('BGR-U-2026-000001', aksi, { isi }), aksi).toMatchObject({ jenis: 'ditolak' });
    }
  });
});

describe('a file that Dinsos imports for a kelurahan', () => {
  it('goes through the register', async () => {
    append('verifikator.dinsos', 'register', { kelurahan: '3271021001', people: [citizen(5), citizen(5)] });
    await office.tick();
    expect(outcome('register')?.map(([, what]) => what)).toEqual(['baru', 'sudah']);
    expect(office.cases()[0]?.['kode_wilayah']).toBe('3271021001');
  });
});
