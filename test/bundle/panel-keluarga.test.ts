/** Family, duplicates and suggested NIKs in the sidebar, through the built bundle: shown, taken or turned down by people. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BarisRiwayat, JawabanKeluarga } from '#usecase/panel-jenis.ts';
import { application } from '../support/applicants.ts';
import { checkOffice, history } from '../support/invariants.ts';
import { type Office, openOffice, type Row } from '../support/office.ts';
import { person } from '../support/people.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.workspace.close());

const counter = () => office.person('pelayanan.dinsos');
const apply = (n: number, changes = {}) => office.sendCase('loket', application(n, changes), counter());

async function call<T>(name: string, request: object, user = office.user('dinsos')): Promise<T> {
  const result = await office.run(name, [request], user);
  if (!result.ok) throw new Error(result.error);
  return result.value as T;
}
const family = (ticket: string | undefined) => call<JawabanKeluarga>('panelKeluarga', { tiket: ticket });

/** A NIK whose year of birth is one off. */
const slipped = (nik = '') => `${nik.slice(0, 11)}${nik[11] === '1' ? '2' : '1'}${nik.slice(12)}`;

describe('the family', () => {
  it('is everybody with the same card on any route, and costs few calls', async () => {
    const emergency = await office.newCase(person(1));
    const child = await apply(2, { no_kk: emergency['no_kk'], hubkel: 'Anak' });
    await apply(3);
    const { anggota } = await family(child['tiket']);
    expect(anggota.map(({ tiket, hubkel, jalur, ini }) => [tiket, hubkel, jalur, ini])).toEqual([
      [child['tiket'], 'Anak', 'Non-darurat, Desember 2026', true],
      [emergency['tiket'], '', 'Darurat', false],
    ]);
    expect(JSON.stringify(anggota)).not.toContain(emergency['nik']);
    const { calls = {} } = office.workspace.scripts.executions().at(-1) ?? {};
    expect(Object.values(calls).reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(5);
  });

  it('that moves only in part is warned of (S-15), unless the office does not want it', async () => {
    const one = await apply(1, { segmen_asal: 'PBPU mandiri' });
    expect((await family(one['tiket'])).peringatan.join()).toContain('Baru satu orang dari KK ini');
    const two = await apply(2, { no_kk: one['no_kk'], hubkel: 'Istri' });
    expect((await family(one['tiket'])).peringatan).toEqual([]);
    await office.act(two['tiket'], 'TARIK', { alasan: 'Menarik kesediaan' });
    expect((await family(one['tiket'])).peringatan).toEqual([
      `Hanya sebagian anggota KK yang pindah pada periode ini. Tidak bersama: ${two['tiket']} (Ditarik).`,
    ]);
    const row = office.tab('Pengaturan').findIndex(({ kunci }) => kunci === 'satu_kk') + 2;
    await office.edit(`'Pengaturan'!B${row}`, [['tidak']], office.workspace.users.owner);
    expect((await family(one['tiket'])).peringatan).toEqual([]);
  });

  it('is not told of a ticket that does not exist', async () => {
    await expect(family('BTL-N-2026-000099')).rejects.toThrow('tidak ada di register');
  });
});

describe('two people with the same name and birthday', () => {
  it('are shown to each other and stay two (scenario 27)', async () => {
    const one = await apply(1);
    const twin = application(1001, {
      nama: application(1)['nama'] ?? '',
      tgl_lahir: application(1)['tgl_lahir'] ?? '',
    });
    const two = await office.sendCase('loket', { ...twin, no_kk: person(2)['no_kk'] ?? '' }, counter());
    const { serupa, anggota } = await family(two['tiket']);
    expect(serupa).toMatchObject([{ tiket: one['tiket'], sebab: expect.stringContaining('dapat orang lain') }]);
    expect(anggota).toHaveLength(1);
    expect(two['tanda']).not.toContain('potensi_ganda');
    expect(office.cases().map(({ status }) => status)).toEqual(['DIAJUKAN', 'DIAJUKAN']);
  });
});

describe('a suggested NIK', () => {
  let right: Row;
  let wrong: Row;
  beforeEach(async () => {
    right = await apply(1);
    wrong = await apply(1, { nik: slipped(right['nik']) });
  });

  it('says what speaks for it, and changes nothing by itself', async () => {
    const { saranNik, serupa } = await family(wrong['tiket']);
    expect(saranNik).toHaveLength(1);
    expect(saranNik[0]).toMatchObject({ nik: right['nik'], bukti: expect.arrayContaining(['tanggal lahir sama']) });
    expect(serupa.map(({ tiket }) => tiket)).toEqual([right['tiket']]);
    expect(office.case(wrong['tiket'])).toEqual(wrong);
    expect((await family(right['tiket'])).saranNik).toEqual([]);
  });

  it('that is taken is a logged correction, and the duplicate shows', async () => {
    const [saran] = (await family(wrong['tiket'])).saranNik;
    const alasan = `Saran NIK, keyakinan 95%: ${saran?.bukti.join('; ')}.`;
    await office.act(wrong['tiket'], 'KOREKSI', { isi: { nik: saran?.nik ?? '' }, alasan });
    expect(office.case(wrong['tiket'])).toMatchObject({
      nik: right['nik'],
      tanda: expect.stringContaining('potensi_ganda'),
    });
    expect(history(office).find(({ aksi }) => aksi === 'KOREKSI')).toMatchObject({
      alasan,
      pelaku: office.user('dinsos').email,
    });
    expect((await family(wrong['tiket'])).serupa[0]?.sebab).toBe('NIK sama, jalur sama');
  });

  it('that is turned down is logged without the number and never offered again', async () => {
    const before = office.case(wrong['tiket']);
    const answer = await call<JawabanKeluarga>('panelTolakSaran', { tiket: wrong['tiket'], nik: right['nik'] });
    expect(answer.saranNik).toEqual([]);
    expect((await family(wrong['tiket'])).saranNik).toEqual([]);
    expect(office.case(wrong['tiket'])).toEqual(before);
    const line = history(office).at(-1);
    expect(line).toMatchObject({ aksi: 'TOLAK_SARAN', rujukan: wrong['tiket'], pelaku: office.user('dinsos').email });
    expect(JSON.stringify(line)).not.toContain(right['nik']);
    const [newest] = await call<BarisRiwayat[]>('panelRiwayat', { tiket: wrong['tiket'] });
    expect(newest).toMatchObject({ aksi: 'Saran NIK ditolak', perubahan: [] });
    expect((await call<BarisRiwayat[]>('panelRiwayat', { tiket: right['tiket'] })).map(({ aksi }) => aksi)).toEqual([
      'Terima permohonan',
    ]);
  });

  it('is not turned down by somebody who may not correct, nor twice', async () => {
    const request = { tiket: wrong['tiket'], nik: right['nik'] };
    await expect(call('panelTolakSaran', request, counter())).rejects.toThrow('bukan wewenang');
    await call('panelTolakSaran', request);
    const lines = history(office).length;
    await call('panelTolakSaran', request);
    expect(history(office)).toHaveLength(lines);
  });
});

it('leaves an office that is whole', async () => {
  const one = await office.newCase(person(1));
  const two = await office.newCase(person(1, { nik: slipped(one['nik']) }));
  const [saran] = (await family(two['tiket'])).saranNik;
  expect(saran?.nik).toBe(one['nik']);
  await call('panelTolakSaran', { tiket: two['tiket'], nik: saran?.nik });
  await office.tick();
  await office.tick();
  checkOffice(office);
});
