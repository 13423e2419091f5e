/** An office of the first release gets the present bundle: nothing is lost, and work goes on where it was. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEMUA_CEK } from '../support/checks.ts';
import { checkOffice } from '../support/invariants.ts';
import type { Office, Row } from '../support/office.ts';
import {
  everything,
  expectKept,
  fillOldOffice,
  keepsakes,
  openOldOffice,
  setUp,
  upgrade,
} from '../support/old-office.ts';
import { person } from '../support/people.ts';

const settings = (office: Office) =>
  Object.fromEntries(office.tab('Pengaturan').map(({ kunci, nilai }) => [kunci, nilai]));
const markers = (office: Office) => Object.fromEntries(office.tab('Sistem').map(({ kunci, nilai }) => [kunci, nilai]));
const fileNames = (office: Office) =>
  (office.workspace.files.list(office.workspace.users.owner, {}).files ?? []).map(({ name }) => name).sort();

describe('an office of the first release', () => {
  let office: Office;
  let before: Record<string, Row[]>;
  let said: string[];
  let files: (string | null | undefined)[];

  beforeAll(async () => {
    office = await openOldOffice();
    await fillOldOffice(office, 1, 3);
    before = keepsakes(office);
    files = fileNames(office);
    said = await upgrade(office);
  }, 60_000);
  afterAll(() => office.workspace.close());

  it('keeps every cell, log line, mail, setting and counter', () => {
    expectKept(before, keepsakes(office));
    checkOffice(office);
  });

  it('goes on with the same form and the same spreadsheet of BPJS, and gets no others but the copy', () => {
    expect(fileNames(office)).toEqual([...files, 'Register PBI - cadangan sebelum versi 2, 2026-11-23'].sort());
    const { berkas = '', formulir = '', versi_skema } = markers(office);
    expect(versi_skema).toBe('2');
    expect(JSON.parse(berkas)).toEqual({ bpjs: office.files.spreadsheets.bpjs });
    expect(JSON.parse(formulir).darurat.id).toBe(office.files.forms.darurat.id);
  });

  it('says what was done and logs it, once', async () => {
    expect(said).toContain(
      'Salinan cadangan dibuat: Register PBI - cadangan sebelum versi 2, 2026-11-23. Hanya akun ini dapat membukanya.',
    );
    expect(said.filter((sentence) => sentence.startsWith('Register dinaikkan ke versi 2: '))).toHaveLength(1);
    const log = office.tab('Riwayat').filter(({ aksi }) => aksi === 'NAIK_VERSI');
    expect(log).toMatchObject([
      { pelaku: office.workspace.users.owner.email, lama: '{"versi_skema":"1"}', rujukan: markers(office)['cadangan'] },
    ]);
    expect(await setUp(office)).toMatchObject({ ok: true, value: [] });
  });

  it('serves emergencies alone until the office wants more, and knows the reasons of BPJS', () => {
    expect(settings(office)['rute_aktif']).toBe('BTL-D');
    const uses = new Set(office.tab('Alasan').map(({ untuk }) => untuk));
    expect([...uses].sort()).toEqual(['bpjs', 'gagal_kis', 'kembali', 'tutup', 'usul']);
  });

  it('has a copy of the register as it was, which only its owner may open', async () => {
    const { owner } = office.workspace.users;
    const copy = markers(office)['cadangan'] ?? '';
    const people = office.workspace.files
      .listPermissions(owner, copy)
      .map(({ emailAddress, role }) => [emailAddress, role]);
    expect(people).toEqual([[owner.email, 'owner']]);
    const then = Object.fromEntries(
      Object.keys(before)
        .filter((tab) => tab !== 'Sistem')
        .map((tab) => [tab, office.tab(tab, copy)]),
    );
    const { Sistem: _, ...tabs } = before;
    expect(then).toEqual(tabs);
    expect(office.tab('Sistem', copy).find(({ kunci }) => kunci === 'versi_skema')?.['nilai']).toBe('1');
  });

  it('takes old cases and new ones through the emergency route', async () => {
    const [first] = before['Kasus'] ?? [];
    const { tiket: newTicket } = await office.newCase(person(700));
    expect(newTicket).toBe('BTL-D-2026-000016');
    for (const ticket of [first?.['tiket'], newTicket]) {
      await office.act(ticket, 'PERIKSA', { isi: SEMUA_CEK });
      await office.act(ticket, 'USULKAN');
      await office.tick();
      await office.answer(ticket, 'tmt_aktif', '23/11/2026');
      await office.answer(ticket, 'hasil', 'berhasil');
      expect(office.case(ticket)).toMatchObject({ status: 'BERHASIL', tmt_aktif: '2026-11-23' });
    }
    checkOffice(office);
  });

  it('takes an answer of BPJS to a case that the first release had proposed', async () => {
    const { tiket } = (before['Kasus'] ?? []).find(({ status }) => status === 'DIKIRIM_BPJS') ?? {};
    await office.answer(tiket, 'keterangan', 'NIK tidak padan');
    await office.answer(tiket, 'hasil', 'tidak berhasil');
    expect(office.case(tiket)).toMatchObject({ status: 'TIDAK_BERHASIL', keterangan_bpjs: 'NIK tidak padan' });
    expect(office.case(tiket)['kode_hasil']).not.toBe('');
  });
});

it('takes a changed answer to a case of before', async () => {
  const office = await openOldOffice();
  const { id, editToken } = office.submit(person(5));
  await office.workspace.scripts.idle();
  await upgrade(office);
  office.submit(person(5, { alamat: 'Jalan Sesudah Naik' }), editToken);
  await office.workspace.scripts.idle();
  expect(office.cases()).toMatchObject([{ id_respons: id, alamat: 'Jalan Sesudah Naik', versi: '2' }]);
  await office.workspace.close();
});

it('lets an empty setting mean what it meant', async () => {
  const office = await openOldOffice();
  const rows = office.tab('Pengaturan');
  const clear = (kunci: string) =>
    office.edit(
      `'Pengaturan'!B${rows.findIndex((row) => row['kunci'] === kunci) + 2}`,
      [['']],
      office.workspace.users.owner,
    );
  await clear('nama_kantor');
  await clear('jalur_alternatif');
  await clear('piket');
  await upgrade(office);
  expect(settings(office)).toMatchObject({ nama_kantor: 'Dinas Sosial Kabupaten Bantul', piket: '' });
  expect(settings(office)['jalur_alternatif']).toContain('Perda Bantul 4/2020');
  await office.workspace.close();
});

it('is not raised in the backup copy itself', async () => {
  const office = await openOldOffice();
  const { files, users } = office.workspace;
  const { register } = office.files.spreadsheets;
  files.update(users.owner, register, { name: 'Register PBI - cadangan sebelum versi 2, 2026-11-23' });
  const before = everything(office);
  await expect(upgrade(office)).rejects.toThrow('Ini salinan cadangan, bukan register kantor.');
  expect(everything(office)).toEqual(before);
  await office.workspace.close();
});
