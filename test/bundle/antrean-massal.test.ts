/** Commands of many actions: each action is decided on its own, answered on its own, and applied once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAKS_TINDAKAN, type TindakanRencana } from '#usecase/bentuk-perintah.ts';
import { checkOffice, history } from '../support/invariants.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';
import { plantCases } from '../support/plant.ts';

let office: Office;
/** Tickets of three new cases, each of version 1. */
let tiket: string[];
beforeEach(async () => {
  office = await openOffice();
  tiket = [];
  for (const n of [1, 2, 3]) tiket.push((await office.newCase(person(n)))['tiket'] ?? '');
});
afterEach(() => office.workspace.close());

function append(id: string, payload: unknown, pelaku = office.user('dinsos').email): void {
  const values = [[id, 'MENUNGGU', '2026-11-23T10:00:00+07:00', pelaku, 'TINDAKAN_MASSAL', JSON.stringify(payload)]];
  const { sheets, users } = office.workspace;
  const { register } = office.files.spreadsheets;
  sheets.values.append(users.owner, register, 'Antrean', { values }, { valueInputOption: 'RAW' });
}

const check = (n: number, more: Partial<TindakanRencana> = {}): TindakanRencana => ({
  id: `rencana-${n}`,
  tiket: tiket[n] ?? '',
  versi: '1',
  aksi: 'PERIKSA',
  alasan: '',
  isi: { cek_dtks: 'Tidak terdaftar' },
  ...more,
});
const row = (id: string) => office.tab('Antrean').find((one) => one['id'] === id);
const results = (id: string) => (JSON.parse(row(id)?.['jawaban'] ?? '') as { hasil: [string, string][] }).hasil;

describe('a command of many actions', () => {
  afterEach(() => checkOffice(office));

  it('stores check results as the sidebar does: in the name of the sender, with a log line each', async () => {
    append('a', { tindakan: [check(0), check(1, { isi: { cek_pbi_jk: 'Tidak terdaftar' } })] });
    await office.tick();
    expect(row('a')?.['keadaan']).toBe('SELESAI');
    expect(results('a')).toEqual([
      ['selesai', ''],
      ['selesai', ''],
    ]);
    const { email } = office.user('dinsos');
    expect(office.case(tiket[0])).toMatchObject({ cek_dtks: 'Tidak terdaftar', cek_dtks_oleh: email, versi: '2' });
    expect(office.case(tiket[1])).toMatchObject({ cek_pbi_jk: 'Tidak terdaftar', cek_dtks: '' });
    expect(history(office).slice(-2)).toMatchObject([
      { tiket: tiket[0], aksi: 'PERIKSA', rujukan: 'rencana-0', pelaku: email },
      { tiket: tiket[1], aksi: 'PERIKSA', rujukan: 'rencana-1', pelaku: email },
    ]);
  });

  it('refuses a case that has changed, says what changed without whose data, and goes on with the rest', async () => {
    await office.act(tiket[0], 'KOREKSI', { isi: { catatan: 'Dihubungi', nama: 'Warga Rekaan Lain' } });
    await office.act(tiket[0], 'TARIK', { alasan: 'Permintaan keluarga' });
    append('a', { tindakan: [check(0), check(1)] });
    await office.tick();
    const [[hasil, kalimat] = [], kedua] = results('a');
    expect(hasil).toBe('berubah');
    expect(kalimat).toMatch(/versi 3, perintah dibuat untuk versi 1.*nama.*catatan/);
    expect(kalimat).toContain('status (Diajukan -> Ditarik)');
    expect(kalimat).not.toMatch(/rekaan|\d{16}/i);
    expect(kedua).toEqual(['selesai', '']);
    expect(office.case(tiket[0])).toMatchObject({ status: 'DITARIK', cek_dtks: '' });
  });

  it('names what another action of the same run changed', async () => {
    append('a', { tindakan: [check(0), check(0, { id: 'lain', isi: { cek_pbi_jk: 'Tidak terdaftar' } })] });
    await office.tick();
    expect(results('a')).toEqual([
      ['selesai', ''],
      ['berubah', expect.stringContaining('cek_dtks')],
    ]);
    expect(office.case(tiket[0])).toMatchObject({ versi: '2', cek_pbi_jk: '' });
  });

  it('applies an action once, in whatever command it comes again', async () => {
    append('a', { tindakan: [check(0)] });
    await office.tick();
    await office.act(tiket[0], 'KOREKSI', { isi: { catatan: 'Sesudahnya' } });
    const lines = history(office).length;
    append('b', { tindakan: [check(1), check(0)] });
    await office.tick();
    expect(results('b')).toEqual([
      ['selesai', ''],
      ['sudah', ''],
    ]);
    expect(history(office)).toHaveLength(lines + 1);
  });

  it('holds each action against the rights of the sender and the rules of the register', async () => {
    append('a', { tindakan: [check(0)] }, 'orang@lain.test');
    append('b', {
      tindakan: [
        check(0, { aksi: 'HAPUS' }),
        check(1, { isi: { status: 'BERHASIL' } }),
        check(2, { tiket: 'BTL-D-2026-777777' }),
        check(2),
      ],
    });
    await office.tick();
    expect(results('a')).toEqual([['ditolak', expect.stringContaining('wewenang')]]);
    expect(results('b')).toEqual([
      ['ditolak', expect.stringContaining('tidak dikenal')],
      ['ditolak', expect.stringContaining('tidak dapat diubah')],
      ['ditolak', expect.stringContaining('tidak ada di register')],
      ['selesai', ''],
    ]);
  });

  it.each([
    ['no list', {}],
    ['null', null],
    ['an action without a version', { tindakan: [{ id: 'x', tiket: 'y', aksi: 'PERIKSA', alasan: '', isi: {} }] }],
    [
      'cells that are no text',
      { tindakan: [{ id: 'x', tiket: 'y', versi: '1', aksi: 'z', alasan: '', isi: { a: 1 } }] },
    ],
    ['cells that are null', { tindakan: [{ id: 'x', tiket: 'y', versi: '1', aksi: 'z', alasan: '', isi: null }] }],
    ['more actions than answers fit', { tindakan: Array.from({ length: MAKS_TINDAKAN + 1 }, () => ({})) }],
  ])('with %s is no command', async (_, payload) => {
    append('a', payload);
    await office.tick();
    expect(row('a')).toMatchObject({ keadaan: 'DITOLAK', jawaban: 'Muatan bukan perintah yang dikenal.' });
  });

  it('of which the same row stands twice is answered once with its results', async () => {
    for (const id of ['a', 'a']) append(id, { tindakan: [check(0)] });
    await office.tick();
    await office.tick();
    const states = office.tab('Antrean').map(({ keadaan }) => keadaan);
    expect(states.sort()).toEqual(['DITOLAK', 'SELESAI']);
    expect(office.case(tiket[0])['versi']).toBe('2');
  });
});

describe('many commands of many actions', () => {
  it('are worked off in one tick, with few service calls', async () => {
    await office.tick();
    const many = plantCases(office, office.case(tiket[0]), 4 * MAKS_TINDAKAN, (n) => ({ nik: '', no_kk: String(n) }));
    for (let n = 0; n < 4; n += 1) {
      const some = many.slice(n * MAKS_TINDAKAN, (n + 1) * MAKS_TINDAKAN);
      append(`c${n}`, { tindakan: some.map((satu) => check(0, { id: satu, tiket: satu })) });
    }
    await office.tick();
    for (let n = 0; n < 4; n += 1) {
      expect(results(`c${n}`).filter(([hasil]) => hasil === 'selesai')).toHaveLength(MAKS_TINDAKAN);
    }
    const { executions } = office.workspace.scripts;
    const calls = executions().findLast(({ function: name }) => name === 'tick')?.calls ?? {};
    expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBeLessThan(30);
  });
});
