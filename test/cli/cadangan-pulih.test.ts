/** An office is saved, its register destroyed, and made again from the archive: it lives on where it stopped. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TAB } from '#domain/kolom/tab.ts';
import { VERSI_SKEMA } from '#domain/skema/versi.ts';
import type { Profile } from '#workspace/profiles.ts';
import { cadangkan } from '../../cli/cadangan/cadangkan.ts';
import { SEEDERS } from '../../cli/workspace/seed/seeders.ts';
import { proposal } from '../support/citizens.ts';
import { checkCases, checkMails, checkShared } from '../support/invariants.ts';
import { type Office, openOffice } from '../support/office.ts';
import { fillOldOffice, openOldOffice } from '../support/old-office.ts';
import { person } from '../support/people.ts';
import { folder, layani, type Terlayani } from './support/cadangan.ts';
import { pasangDi, pulihkanDari } from './support/pulihan.ts';

const dir = folder();
const NAMA = TAB.map(({ nama }) => nama);

/** All tabs of the register, the markers without those that name files, the header without the heartbeat. */
const isiRegister = (office: Office, id: string) => {
  const { sheets, users } = office.workspace;
  const ranges = NAMA.map((nama) => `'${nama}'`);
  const { valueRanges = [] } = sheets.values.batchGet(users.owner, id, ranges, {
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  return new Map(NAMA.map((nama, i) => [nama, valueRanges[i]?.values ?? []]));
};

describe.each<{ profile: Profile; baru: (office: Office) => Promise<string> }>([
  { profile: 'bantul', baru: async (office) => (await office.newCase(person(77)))['tiket'] ?? '' },
  {
    profile: 'kota-bogor',
    baru: async (office) =>
      (await office.sendCase('usulan', proposal(77), office.person('kelurahan.satu')))['tiket'] ?? '',
  },
])('an office of $profile', ({ profile, baru }) => {
  let office: Office;
  let terlayani: Terlayani;
  const keluaran = join(dir, `${profile}.zip`);
  beforeAll(async () => {
    const seeder = SEEDERS[profile];
    office = await openOffice({ dir: join(folder(), 'kantor'), profile, seed: true, ...(seeder ? { seeder } : {}) });
    terlayani = await layani(office);
    await office.tick();
  }, 120_000);
  afterAll(() => terlayani.server.close());

  it('lives on after its register was destroyed', async () => {
    const { kantor } = terlayani;
    const lama = office.files;
    const tiket = await baru(office);
    const status = new Set(office.cases().map((satu) => satu['status']));
    expect(status.size, [...status].join()).toBeGreaterThan(5);
    const sebelum = isiRegister(office, kantor.register);
    await cadangkan(kantor, { keluaran });
    await kantor.drive.files.delete({ fileId: kantor.register });

    const register = await pulihkanDari(keluaran, kantor);
    expect(register).not.toBe(kantor.register);
    const pulih = isiRegister(office, register);
    for (const nama of NAMA.filter((satu) => satu !== 'Sistem'))
      expect(pulih.get(nama), nama).toEqual(sebelum.get(nama));
    const penanda = (isi: Map<string, unknown[][]>) =>
      Object.fromEntries((isi.get('Sistem') ?? []).slice(1).map(([kunci, nilai = '']) => [kunci, nilai]));
    expect(penanda(pulih)).toEqual({
      ...penanda(sebelum),
      berkas: '',
      formulir: '',
      berkas_lama: expect.stringContaining(lama.spreadsheets.bpjs),
      bpjs_tertinggal: 'ya',
      berbagi_tertinggal: 'dinkes disdukcapil kecamatan',
    });

    await pasangDi(office, register);
    await office.tick();
    await office.tick();
    expect(office.files.spreadsheets.register).toBe(register);
    // Whoever still has the old form's link is told at once that it leads nowhere.
    for (const { id } of Object.values(lama.forms))
      expect(office.workspace.forms.get(id)?.acceptingResponses).toBe(false);
    const bpjs = office.workspace.users.list().find(({ role }) => role === 'bpjs');
    if (bpjs) expect(office.workspace.files.role(bpjs, lama.spreadsheets.bpjs)).toBeUndefined();
    expect(office.files.spreadsheets.bpjs).not.toBe(lama.spreadsheets.bpjs);
    const riwayat = (sebelum.get('Riwayat') ?? []).slice(1);
    expect(office.tab('Riwayat').slice(0, riwayat.length).map(Object.values)).toEqual(
      riwayat.map((baris) => baris.map(String)),
    );
    // A case of the new form follows the last ticket.
    const berikut = await baru(office);
    expect(Number(berikut.slice(-6))).toBe(Number(tiket.slice(-6)) + 1);
    await office.tick();
    checkCases(office);
    checkMails(office);
    if (profile === 'bantul') checkShared(office);
  }, 120_000);
});

it('an office of the first release is saved with its form and restored as one of today', async () => {
  const office = await openOldOffice();
  await fillOldOffice(office, 1, 1);
  const { server, kantor } = await layani(office);
  try {
    const keluaran = join(dir, 'lama.zip');
    const { skema, berbagi, formulir } = await cadangkan(kantor, { keluaran });
    expect({ skema, berbagi: berbagi.map(({ nama }) => nama), formulir: formulir.map(({ nama }) => nama) }).toEqual({
      skema: '1',
      berbagi: ['bpjs'],
      formulir: ['darurat'],
    });
    const kasus = office.cases();
    const [lama] = formulir;
    await kantor.drive.files.delete({ fileId: kantor.register });
    const register = await pulihkanDari(keluaran, kantor);
    await pasangDi(office, register);
    await office.tick();
    for (const { tiket } of kasus)
      expect(office.case(tiket)).toMatchObject(kasus.find((satu) => satu['tiket'] === tiket) ?? {});
    const sistem = Object.fromEntries(office.tab('Sistem').map(({ kunci = '', nilai = '' }) => [kunci, nilai]));
    expect(sistem['versi_skema']).toBe(String(VERSI_SKEMA));
    expect(office.files.forms.darurat.id).not.toBe(lama?.id);
    const { tiket = '' } = await office.newCase(person(77));
    expect(Number(tiket.slice(-6))).toBe(kasus.length + 1);
    checkCases(office);
    checkMails(office);
  } finally {
    await server.close();
  }
}, 120_000);
