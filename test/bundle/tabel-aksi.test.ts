/** The typed table of moves, for every status and action, through the sidebar of the built bundle. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Aksi, AturanAksi } from '#domain/usulan/aturan.ts';
import { ATURAN_BTL_D } from '#domain/usulan/aturan-darurat.ts';
import { STATUS, type Status } from '#domain/usulan/status.ts';
import { SEMUA_CEK } from '../support/checks.ts';
import { checkOffice, history } from '../support/invariants.ts';
import { type Office, openOffice, type Row } from '../support/office.ts';
import { person } from '../support/people.ts';

type AksiDarurat = keyof typeof ATURAN_BTL_D;
const AKSI = Object.keys(ATURAN_BTL_D) as AksiDarurat[];

let office: Office;
let made = 0;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => {
  await office.workspace.close();
});

type Step = [Aksi, { alasan?: string; isi?: Row }];
const WHY = { alasan: 'Alasan uji' };
const CHECKED: Step = ['PERIKSA', { isi: SEMUA_CEK }];
const PROPOSED: Step[] = [CHECKED, ['USULKAN', {}]];
const answer = (hasil: string, keterangan = '', tmt = ''): Step => ['CATAT_HASIL', { isi: { hasil, keterangan, tmt } }];

/** How an officer brings a new case to each status. LOLOS and DIKIRIM_DINKES belong to other routes. */
const PATHS: Partial<Record<Status, Step[]>> = {
  DIAJUKAN: [],
  DIKEMBALIKAN: [['KEMBALIKAN', WHY]],
  DIVERIFIKASI: [CHECKED],
  TIDAK_LOLOS: [CHECKED, ['TIDAK_LOLOSKAN', WHY]],
  DIKIRIM_BPJS: PROPOSED,
  BERHASIL: [...PROPOSED, answer('berhasil', '', '01/12/2026')],
  TIDAK_BERHASIL: [...PROPOSED, answer('tidak berhasil', 'Ganda')],
  DITANGGUHKAN: [...PROPOSED, answer('ditangguhkan', 'Menunggu')],
  SELESAI: [...PROPOSED, answer('berhasil', '', '01/12/2026'), ['SELESAIKAN', {}]],
  DIBATALKAN: [
    ['PERIKSA', { isi: { ...SEMUA_CEK, cek_kependudukan: 'Tidak ditemukan' } }],
    ['BATALKAN', WHY],
  ],
  DITARIK: [['TARIK', WHY]],
  DITUTUP: [['TUTUP', WHY]],
};

/** What an action needs besides a status that allows it. */
const WITH: Partial<Record<Aksi, { alasan?: string; isi?: Row }>> = {
  KOREKSI: { isi: { catatan: 'Uji tabel' } },
  PERIKSA: { isi: { cek_dtks: 'Tidak terdaftar' } },
  CATAT_HASIL: { isi: { hasil: 'ditangguhkan', keterangan: 'Jawaban lain', tmt: '' } },
};

async function bring(status: Status): Promise<string> {
  made += 1;
  const { tiket = '' } = await office.newCase(person(made));
  for (const [aksi, more] of PATHS[status] ?? []) {
    expect(await office.act(tiket, aksi, more), `${status}: ${aksi}`).toMatchObject({ jenis: 'selesai' });
  }
  expect(office.case(tiket)['status']).toBe(status);
  return tiket;
}

/** What the table says, and the guards for a case that has just been brought here. */
function expected(aksi: AksiDarurat, status: Status): boolean {
  const rule: AturanAksi = ATURAN_BTL_D[aksi];
  const started = !['AJUKAN', 'REVISI', 'TANDAI'].includes(aksi);
  const guarded = aksi === 'BUKAN_GANDA' || aksi === 'BATALKAN';
  return started && !guarded && rule.pelaku.includes('dinsos') && rule.dari.includes(status);
}

const reachable = STATUS.filter((status) => PATHS[status]);

describe.each(reachable)('a case that is %s', (status) => {
  it.each(AKSI)('allows %s as the table says, or refuses it with a sentence', async (aksi) => {
    const tiket = await bring(status);
    const before = office.case(tiket);
    const lines = history(office).length;
    const result = await office.act(tiket, aksi, { ...WHY, ...WITH[aksi] });
    const after = office.case(tiket);
    if (!expected(aksi, status)) {
      expect(result.jenis).toBe('ditolak');
      expect(result.sebab?.every((sentence) => /^\p{Lu}.+\.$/u.test(sentence))).toBe(true);
      expect(result.sebab?.length).toBeGreaterThan(0);
      expect(after).toEqual(before);
      expect(history(office)).toHaveLength(lines);
      return;
    }
    expect(result).toMatchObject({ jenis: 'selesai' });
    expect(Number(after['versi'])).toBe(Number(before['versi']) + 1);
    const { ke } = ATURAN_BTL_D[aksi];
    if (ke === 'hasil') expect(after['status']).toBe('DITANGGUHKAN');
    else expect(after['status']).toBe(ke === 'tetap' || ke === 'cek' ? status : ke);
    expect(history(office).at(-1)).toMatchObject({ tiket, aksi, pelaku: office.user('dinsos').email });
  });
});

describe('the rest of the table', () => {
  it.each(AKSI.filter((aksi) => (ATURAN_BTL_D[aksi] as AturanAksi).alasan))('asks a reason for %s', async (aksi) => {
    const rule: AturanAksi = ATURAN_BTL_D[aksi];
    const status = reachable.find((one) => rule.dari.includes(one)) ?? 'DIAJUKAN';
    const result = await office.act(await bring(status), aksi, { alasan: ' ' });
    expect(result.sebab?.join(' ')).toContain('alasannya');
  });

  it('cancels only what the population database does not know', async () => {
    const tiket = await bring('DIAJUKAN');
    await office.act(tiket, 'PERIKSA', { isi: { cek_kependudukan: 'Tidak ditemukan' } });
    expect(await office.act(tiket, 'BATALKAN', WHY)).toMatchObject({ jenis: 'selesai' });
    expect(office.case(tiket)).toMatchObject({ status: 'DIBATALKAN', kode_hasil: 'T01' });
  });

  it('refuses everybody who is no officer', async () => {
    const tiket = await bring('DIVERIFIKASI');
    for (const role of ['bpjs', 'pic'] as const) {
      const result = await office.act(tiket, 'USULKAN', {}, office.user(role)).then(
        ({ jenis }) => jenis,
        () => 'no access',
      );
      expect(result).not.toBe('selesai');
    }
    expect(office.case(tiket)['status']).toBe('DIVERIFIKASI');
  });

  it('shows a change by somebody else instead of overwriting it', async () => {
    const tiket = await bring('DIAJUKAN');
    const { versi = '' } = office.case(tiket);
    await office.act(tiket, 'KOREKSI', { isi: { catatan: 'Lebih dulu' } });
    const late = await office.act(tiket, 'KOREKSI', { isi: { catatan: 'Terlambat' }, versi });
    expect(late.jenis).toBe('bentrok');
    expect(office.case(tiket)['catatan']).toBe('Lebih dulu');
  });
});

describe('the log of all this', () => {
  const check = async () => {
    const result = await office.run('periksaRiwayat', [], office.workspace.users.owner);
    return JSON.stringify(result.ui);
  };

  it('is a whole chain, and folds to the cases', async () => {
    await office.tick();
    for (let i = 0; i < 20; i += 1) await office.tick();
    checkOffice(office);
    expect(await check()).toContain('utuh');
  });

  it.each([
    ['alasan', 'diganti'],
    ['waktu', '2026-01-01T00:00:00+07:00'],
    ['pelaku', 'bukan@saya.test'],
    ['hash', '0'.repeat(64)],
  ])('shows a tampered %s', async (column, text) => {
    const { register } = office.files.spreadsheets;
    const lines = office.tab('Riwayat');
    const letter = String.fromCharCode(65 + Object.keys(lines[0] ?? {}).indexOf(column));
    const range = `'Riwayat'!${letter}9`;
    const old = lines[7]?.[column] ?? '';
    const { sheets, users } = office.workspace;
    sheets.values.update(users.owner, register, range, { values: [[text]] }, { valueInputOption: 'RAW' });
    expect(await check()).toContain('RANTAI PUTUS pada catatan nomor 8');
    sheets.values.update(users.owner, register, range, { values: [[old]] }, { valueInputOption: 'RAW' });
    expect(await check()).toContain('utuh');
  });

  it('shows a removed line', async () => {
    const range = { sheetId: 101, dimension: 'ROWS', startIndex: 11, endIndex: 12 };
    const { sheets, users } = office.workspace;
    sheets.batchUpdate(users.owner, office.files.spreadsheets.register, { requests: [{ deleteDimension: { range } }] });
    expect(await check()).toContain('RANTAI PUTUS pada catatan nomor 12');
  });
});
