/** Who can sign in: the people of each profile, or those that a caller brings along. */
import { afterEach, describe, expect, it } from 'vitest';
import { cariKalurahan, kapanewon } from '#domain/wilayah/wilayah.ts';
import { discovery } from '#workspace/control/discovery.ts';
import { createWorkspace, type RunningWorkspace } from '#workspace/create-workspace.ts';
import { PROFILES, peopleOf } from '#workspace/profiles.ts';
import type { User } from '#workspace/users.ts';
import { writeBundle } from '../../support/mini-office.ts';

/** Keeps what the installation was told. */
const CODE = `
var pasangBiasa = pasang;
pasang = function (setelan) {
  pasangBiasa(setelan);
  PropertiesService.getScriptProperties().setProperty('PENGGUNA', JSON.stringify(setelan.pengguna));
};
`;

let workspace: RunningWorkspace | undefined;
const open = async (options: Partial<Parameters<typeof createWorkspace>[0]> = {}) => {
  const bundleDir = writeBundle(CODE);
  workspace = await createWorkspace({ dir: ':memory:', profile: 'kota-bogor', bundleDir, ...options });
  return workspace;
};
afterEach(async () => {
  await workspace?.close();
  workspace = undefined;
});

describe('the people of the profiles', () => {
  it('work for regions that exist', () => {
    const areas = PROFILES.flatMap(peopleOf).flatMap(({ area }) => (area === undefined ? [] : [area]));
    expect(areas.length).toBeGreaterThan(0);
    for (const area of areas) {
      const found = area.length === 6 ? kapanewon(area).find(({ kode }) => kode === area) : cariKalurahan(area);
      expect(found, area).toBeDefined();
    }
  });

  it.each(PROFILES)('of %s have different addresses that lead nowhere, and the owner is the admin', (profile) => {
    const people = peopleOf(profile);
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
    for (const { email } of people) expect(email).toMatch(/^[a-z.]+@[a-z]+\.test$/);
    expect(people[0]?.role).toBe('admin');
  });

  it('are told to the installation with their regions, and to whoever asks where everything is', async () => {
    const opened = await open();
    const told = JSON.parse(opened.scripts.properties()['PENGGUNA'] ?? '[]');
    expect(told).toHaveLength(opened.users.list().length);
    expect(told).toContainEqual({
      email: 'kelurahan.dua@kotabogor.test',
      peran: 'kelurahan',
      nama: 'Petugas Kelurahan Dua',
      wilayah: '3271011002',
    });
    expect(told[0]).toMatchObject({ peran: 'admin', wilayah: '' });
    const { users } = JSON.parse(JSON.stringify(discovery(opened)));
    expect(users[0]).toEqual({
      email: 'sistem.pbi@kotabogor.test',
      role: 'admin',
      name: 'Akun Sistem Dinsos Kota Bogor',
    });
    expect(users).toContainEqual(expect.objectContaining({ role: 'kecamatan', area: '327101' }));
  });
});

describe('people that a caller brings', () => {
  const people: User[] = [
    { email: 'pemilik@uji.test', role: 'admin', name: 'Pemilik' },
    ...Array.from(
      { length: 68 },
      (_, n): User => ({
        email: `kelurahan.${n}@uji.test`,
        role: 'kelurahan',
        name: `Kelurahan ${n}`,
        area: String(3271011001 + n),
      }),
    ),
  ];

  it('take the place of the profile’s, also after a reset', async () => {
    const opened = await open({ people });
    expect(opened.users.list()).toEqual(people);
    expect(opened.users.owner.email).toBe('pemilik@uji.test');
    expect(JSON.parse(opened.scripts.properties()['PENGGUNA'] ?? '[]')).toHaveLength(69);
    workspace = await opened.reset();
    expect(workspace.users.find('kelurahan.67@uji.test')?.area).toBe('3271011068');
    expect(workspace.users.find('sistem.pbi@kotabogor.test')).toBeUndefined();
  });
});
