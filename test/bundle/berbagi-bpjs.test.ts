/** The spreadsheet that BPJS works in: who is in it, what becomes of its answers, and what BPJS may not touch. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SEMUA_CEK } from '../support/checks.ts';
import { checkOffice, history } from '../support/invariants.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';

let office: Office;
let tiket: string;
beforeEach(async () => {
  office = await openOffice();
  tiket = await proposed(1);
});
afterEach(async () => {
  checkOffice(office);
  await office.workspace.close();
});

const PIC = 'pic.rsud@rumahsakit.test';
const shared = () => office.tab('Usulan Darurat', office.files.spreadsheets.bpjs).filter((row) => row['tiket'] !== '');
const row = (ticket = tiket) => shared().find((one) => one['tiket'] === ticket);

async function proposed(n: number): Promise<string> {
  const made = (await office.newCase(person(n)))['tiket'] ?? '';
  await office.act(made, 'PERIKSA', { isi: SEMUA_CEK });
  await office.act(made, 'USULKAN');
  await office.tick();
  return made;
}

/** Types without any event reaching the script. */
async function answerUnheard(column: string, value: string): Promise<void> {
  const { bpjs } = office.files.spreadsheets;
  const range = office.cell(tiket, column, 'Usulan Darurat', bpjs);
  office.workspace.sheets.userEdit(office.user('bpjs'), bpjs, { range, values: [[value]], confirmed: true });
}

describe('the rows', () => {
  it('are the proposed cases only, with the columns that BPJS needs', async () => {
    await office.newCase(person(2));
    const failed = (await office.newCase(person(3)))['tiket'];
    await office.act(failed, 'PERIKSA', { isi: SEMUA_CEK });
    await office.act(failed, 'TIDAK_LOLOSKAN', { alasan: 'Desil 6-10' });
    await office.act(failed, 'SELESAIKAN');
    await proposed(4);
    expect(shared().map((one) => one['nama'])).toEqual(['SITI CONTOH B', 'BUDI CONTOH E']);
    const columns = Object.keys(shared()[0] ?? {});
    for (const hidden of ['hp', 'alamat', 'pic_nama', 'pic_email', 'pic_hp', 'catatan', 'masalah', 'alasan']) {
      expect(columns).not.toContain(hidden);
    }
  });

  it('lose their personal cells when the case is withdrawn', async () => {
    await office.act(tiket, 'TARIK', { alasan: 'Pasien menarik kesediaan' });
    await office.tick();
    const { tanggapan, ...rest } = row() ?? {};
    expect(tanggapan).toBe('Tidak perlu dijawab: ditarik.');
    expect(Object.entries(rest).filter(([, text]) => text !== '')).toEqual([['tiket', tiket]]);
  });

  it('follow a correction by Dinsos', async () => {
    await office.edit(office.cell(tiket, 'nama'), [['Siti Contoh Benar']]);
    await office.tick();
    expect(row()?.['nama']).toBe('SITI CONTOH BENAR');
  });
});

describe('an answer', () => {
  it.each([
    [{ hasil: 'berhasil' }, 'Isi TMT'],
    [{ hasil: 'tidak berhasil' }, 'Isi keterangan'],
    [{ hasil: 'ditangguhkan' }, 'Isi keterangan'],
    [{ keterangan: 'Lupa hasil' }, 'Pilih hasil'],
    [{ tmt_aktif: '31/02/2027' }, 'TMT bukan tanggal'],
  ])('that is incomplete, %j, is explained beside it and changes nothing', async (cells, sentence) => {
    for (const [column, value] of Object.entries(cells)) await office.answer(tiket, column, value);
    expect(row()?.['tanggapan']).toContain(sentence);
    expect(office.case(tiket)['status']).toBe('DIKIRIM_BPJS');
    await office.tick();
    expect(row()?.['tanggapan']).toContain(sentence);
    expect(office.tab('Umpan Balik').filter(({ nomor }) => nomor !== '')).toHaveLength(1);
  });
  it.each([
    ['01/01/2019', 'TMT 01/01/2019 terlalu awal untuk usulan ini'],
    ['22/11/2036', 'TMT 22/11/2036 terlalu jauh'],
  ])('with a first day of cover that cannot be, %s, is refused beside it and told nobody', async (day, sentence) => {
    await office.answer(tiket, 'hasil', 'berhasil');
    await office.answer(tiket, 'tmt_aktif', day);
    expect(row()?.['tanggapan']).toContain(sentence);
    expect(office.case(tiket)).toMatchObject({ status: 'DIKIRIM_BPJS', tmt_aktif: '' });
    expect(office.tab('Kotak Keluar').some(({ isi }) => isi?.includes('aktif mulai'))).toBe(false);
  });

  it('that cannot be, is explained even after the case was answered', async () => {
    await office.answer(tiket, 'keterangan', 'Data ganda');
    await office.answer(tiket, 'hasil', 'tidak berhasil');
    await office.answer(tiket, 'hasil', 'berhasil');
    await proposed(2);
    await office.tick();
    expect(office.case(tiket)['status']).toBe('TIDAK_BERHASIL');
    expect(row()?.['tanggapan']).toContain('Isi TMT');
  });

  it('tells the PIC once, with reason and another way', async () => {
    await office.answer(tiket, 'keterangan', 'Data tidak padan');
    await office.answer(tiket, 'hasil', 'tidak berhasil');
    await office.tick();
    await office.tick();
    const told = office.mails(PIC).filter(({ subject }) => subject.includes('tidak berhasil'));
    expect(told).toHaveLength(1);
    expect(told[0]?.body).toMatch(/Data tidak padan[\s\S]*Jalan lain/);
  });

  it('of suspension returns on the next working day and can be answered anew', async () => {
    await office.answer(tiket, 'keterangan', 'Menunggu konfirmasi');
    await office.answer(tiket, 'hasil', 'ditangguhkan');
    expect(office.case(tiket)).toMatchObject({ status: 'DITANGGUHKAN', cek_ulang: '2026-11-24' });
    await office.tick();
    await office.later(13 * 60);
    expect(office.case(tiket)['status']).toBe('DITANGGUHKAN');
    await office.later(2 * 60);
    await office.tick();
    expect(office.case(tiket)['status']).toBe('DIKIRIM_BPJS');
    expect(row()).toMatchObject({ hasil: '', keterangan: '', tanggapan: expect.stringContaining('Diajukan kembali') });
    await office.answer(tiket, 'hasil', 'berhasil');
    await office.answer(tiket, 'tmt_aktif', '01/12/2026');
    expect(office.case(tiket)).toMatchObject({ status: 'BERHASIL', tmt_aktif: '2026-12-01', cek_ulang: '' });
    await office.tick();
    await office.tick();
  });

  it('of an earlier attempt is not taken for the next one', async () => {
    await office.answer(tiket, 'keterangan', 'Data ganda');
    await office.answer(tiket, 'hasil', 'tidak berhasil');
    await office.tick();
    await office.act(tiket, 'AJUKAN_ULANG', { alasan: 'Data sudah diperbaiki' });
    await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK });
    await office.tick();
    expect(row()?.['tanggapan']).toContain('Tidak perlu dijawab');
    await office.act(tiket, 'USULKAN');
    await office.tick();
    expect(row()).toMatchObject({ hasil: '', keterangan: '', tanggapan: 'Menunggu jawaban.' });
    await office.later(125);
    expect(office.case(tiket)['status']).toBe('DIKIRIM_BPJS');
  });

  it('on a Friday comes back on Monday', async () => {
    await office.later(4 * 1440);
    await office.answer(tiket, 'keterangan', 'Menunggu');
    await office.answer(tiket, 'hasil', 'ditangguhkan');
    expect(office.case(tiket)['cek_ulang']).toBe('2026-11-30');
    await office.tick();
  });

  it('whose event was lost is found within the hour', async () => {
    await answerUnheard('hasil', 'berhasil');
    await answerUnheard('tmt_aktif', '05/12/2026');
    await office.later(61);
    expect(office.case(tiket)).toMatchObject({ status: 'BERHASIL', tmt_aktif: '2026-12-05' });
    await office.tick();
  });

  it('that was incomplete and whose completion was lost is found within the hour', async () => {
    await office.answer(tiket, 'hasil', 'berhasil');
    await answerUnheard('tmt_aktif', '05/12/2026');
    await office.later(61);
    expect(office.case(tiket)['status']).toBe('BERHASIL');
    await office.tick();
    expect(row()?.['tanggapan']).toContain('Diterima');
  });

  it('for an unknown ticket is kept in Umpan Balik', async () => {
    const { bpjs } = office.files.spreadsheets;
    const filled: Record<string, string> = {
      tiket: 'BTL-D-2026-555555',
      hasil: 'tidak berhasil',
      keterangan: 'Bukan kiriman kami',
    };
    const cells = Object.keys(shared()[0] ?? {}).map((column) => filled[column] ?? '');
    await office.editFile(bpjs, "'Usulan Darurat'!A9", [cells], office.workspace.users.owner);
    const kept = office.tab('Umpan Balik').find((one) => one['tiket'] === 'BTL-D-2026-555555');
    expect(kept).toMatchObject({ hasil: 'tidak berhasil', keterangan: 'Bukan kiriman kami' });
    expect(kept?.['tindak_lanjut']).toContain('tidak ada di register');
  });

  it('pasted for many cases at once reaches each of them', async () => {
    const tickets = [tiket, await proposed(2), await proposed(3)];
    const range = office.cell(tiket, 'hasil', 'Usulan Darurat', office.files.spreadsheets.bpjs);
    const block = tickets.map((_, i) => ['ditangguhkan', `Sebab ${i}`]);
    await office.editFile(office.files.spreadsheets.bpjs, range, block, office.user('bpjs'));
    expect(tickets.map((one) => office.case(one)['keterangan_bpjs'])).toEqual(['Sebab 0', 'Sebab 1', 'Sebab 2']);
    await office.tick();
  });
});

describe('what BPJS may not do', () => {
  it.each(['tiket', 'nik', 'nama', 'tanggapan'])('type over %s', async (column) => {
    const lines = history(office).length;
    await expect(office.answer(tiket, column, 'X')).rejects.toThrow('dilindungi');
    expect(history(office)).toHaveLength(lines);
  });

  it('open the register', () => {
    const { register } = office.files.spreadsheets;
    for (const role of ['bpjs', 'pic'] as const) {
      expect(() => office.workspace.sheets.values.get(office.user(role), register, 'Kasus!A1')).toThrow(/permission/i);
    }
  });
});
