/** `pbi periksa` as people run it: what it prints, how it ends, and that healthy offices of both profiles have no finding. */
import { afterEach, describe, expect, it } from 'vitest';
import { connect } from '../../cli/google/target.ts';
import { periksaSkema } from '../../cli/periksa/isi-register.ts';
import { banyak } from '../../cli/periksa/laporan.ts';
import { periksa } from '../../cli/periksa/periksa.ts';
import type { Temuan } from '../../cli/periksa/temuan.ts';
import { createWorkspace } from '../../cli/workspace/create-workspace.ts';
import { type RunningServer, startServer } from '../../cli/workspace/server.ts';
import { change } from '../support/disturbance.ts';
import { Office, openOffice } from '../support/office.ts';
import { pbi } from './support/pbi.ts';
import { kantorSehat, kodeSalah, temuan, tulis } from './support/periksa.ts';

let server: RunningServer;
afterEach(() => server.close());

/** An office with the practice data that everybody gets. */
async function latihan(profile: 'bantul' | 'kota-bogor'): Promise<Office> {
  const workspace = await createWorkspace({ dir: ':memory:', profile, bundleDir: 'dist/apps-script' });
  server = await startServer(workspace, { port: 0 });
  return new Office(workspace);
}

const sebagai = (office: Office, role: 'admin' | 'dinsos' | 'loket' | 'bpjs') => [
  '--url',
  server.origin,
  '--sebagai',
  office.user(role).email,
];

const json = (out: string) => JSON.parse(out) as { temuan: Temuan[]; perbaikan?: string[]; gagal?: string };

describe('a healthy office', () => {
  it.each(['bantul', 'kota-bogor'] as const)(
    'of %s has no finding, for its admin and for its officer',
    async (profile) => {
      const office = await latihan(profile);
      const admin = await pbi('periksa', ...sebagai(office, 'admin'));
      expect(admin).toMatchObject({ code: 0, err: '' });
      expect(admin.out).toContain('Kantor sehat');
      expect(admin.out).not.toMatch(/[✗!-] [A-Z_]+:/);
      const dinsos = await pbi('periksa', '--json', ...sebagai(office, 'dinsos'));
      expect(dinsos).toMatchObject({ code: 0, err: '' });
      const { temuan: semua } = json(dinsos.out);
      expect(kodeSalah(semua)).toEqual([]);
      expect(banyak(semua, 'BAIK')).toBeGreaterThan(15);
      // Forms, and spreadsheets of kelurahan, are open to administrators and their own people only.
      expect(semua.filter(({ tingkat }) => tingkat === 'LEWAT').map(({ kode }) => kode)).toEqual(
        profile === 'bantul' ? ['FORMULIR'] : ['BERBAGI', 'FORMULIR'],
      );
    },
  );

  it('says no name, number or address of a citizen', async () => {
    const office = await latihan('bantul');
    change(office, [{ deleteSheet: { sheetId: 115 } }]);
    tulis(office, "'Usulan Darurat'!A2:H9", Array(8).fill(Array(8).fill('')), office.files.spreadsheets.bpjs);
    const { out } = await pbi('periksa', ...sebagai(office, 'admin'));
    for (const { nik = '', no_kk = '', nama = '', hp = '' } of office.cases())
      for (const isi of [nik, no_kk, nama, hp]) if (isi.length > 4) expect(out).not.toContain(isi);
  });
});

describe('an office with a finding', () => {
  it('ends with code 4, says what to do, and heals with --perbaiki', async () => {
    const { office, server: melayani } = await kantorSehat();
    server = melayani;
    change(office, [{ deleteSheet: { sheetId: 115 } }]);
    const awal = await pbi('periksa', ...sebagai(office, 'admin'));
    expect(awal.code).toBe(4);
    expect(awal.out).toMatch(/✗ TAB_HILANG: Tab KIS tidak ada di register\.\n {4}→ Jalankan pbi periksa --perbaiki/);
    const petugas = await pbi('periksa', '--perbaiki', '--json', ...sebagai(office, 'dinsos'));
    expect(petugas.code).toBe(4);
    expect(json(petugas.out).gagal).toContain('admin');
    const sembuh = await pbi('periksa', '--perbaiki', '--json', ...sebagai(office, 'admin'));
    expect(sembuh.code).toBe(0);
    // The server of this test is new, and so are the addresses of its forms.
    expect(json(sembuh.out).perbaikan).toEqual(['Tab KIS dibuat.', '12 tautan fasilitas diperbarui.']);
    const lagi = await pbi('periksa', '--perbaiki', ...sebagai(office, 'admin'));
    expect(lagi).toMatchObject({ code: 0, out: expect.stringContaining('Tidak ada yang perlu diperbaiki') });
  });

  it('that does not answer is told of while everything that REST shows is looked at', async () => {
    const sehat = await kantorSehat();
    server = sehat.server;
    sehat.office.workspace.clock.set(sehat.office.workspace.clock.now() + 90 * 60_000);
    change(sehat.office, [{ deleteSheet: { sheetId: 115 } }]);
    expect(kodeSalah(await temuan(sehat))).toEqual(['DENYUT_MATI', 'TAB_HILANG']);
  });
});

describe('an office whose scheduled work has never run', () => {
  it('is dead once it is old enough, and new before that', async () => {
    const office = await openOffice();
    server = await startServer(office.workspace, { port: 0 });
    office.workspace.faults.set({ dropTriggers: true });
    const opsi = { target: 'local', url: server.origin, sebagai: office.user('admin').email, tunggu: 30 } as const;
    await office.later(120);
    expect(kodeSalah(await temuan({ office, opsi }))).toContain('DENYUT_MATI');
  });
});

describe('an office whose script refuses the account', () => {
  it('is not called healthy', async () => {
    const { office, server: melayani } = await kantorSehat();
    server = melayani;
    const opsi = { target: 'local', url: server.origin, sebagai: office.user('dinsos').email, tunggu: 30 } as const;
    const masuk = await connect(opsi);
    // Given another role while the doctor is at work.
    const baris = office.tab('Peran').findIndex(({ email }) => email === opsi.sebagai) + 2;
    tulis(office, `Peran!B${baris}`, [['loket']]);
    const semua = await periksa(masuk, office.files.spreadsheets.register, opsi);
    expect(kodeSalah(semua)).toContain('SKRIP_TAK_DITANYA');
    expect(semua.find(({ kode }) => kode === 'SKRIP_TAK_DITANYA')?.kalimat).toMatch(/menolak.*PERIKSA hanya untuk/);
  });
});

describe('a repair that cannot be done', () => {
  it('because a column is gone says which', async () => {
    const { office, server: melayani } = await kantorSehat();
    server = melayani;
    const kolom = Object.keys(office.cases()[0] ?? {}).indexOf('nama');
    change(office, [
      { deleteDimension: { range: { sheetId: 100, dimension: 'COLUMNS', startIndex: kolom, endIndex: kolom + 1 } } },
    ]);
    const { code, out } = await pbi('periksa', '--perbaiki', ...sebagai(office, 'admin'));
    expect(code).toBe(4);
    expect(out).toMatch(/Tidak diperbaiki: Kolom "nama" di tab "Kasus" hilang dan tempatnya kini berisi "\w+"/);
    expect(out).toMatch(/Isi register\n─+\n {2}- ISI: /);
  });

  it('is not waited for where the office stands still', async () => {
    const { office, server: melayani } = await kantorSehat();
    server = melayani;
    office.workspace.clock.set(office.workspace.clock.now() + 90 * 60_000);
    change(office, [{ deleteSheet: { sheetId: 115 } }]);
    const { code, out } = await pbi('periksa', '--perbaiki', ...sebagai(office, 'admin'));
    expect(code).toBe(4);
    expect(out).toMatch(/Tidak diperbaiki: Buka Register PBI dengan akun sistem/);
    expect(office.tab('Antrean').filter(({ jenis }) => jenis === 'PERBAIKI')).toEqual([]);
  });

  it('names the way that is left where the queue itself is gone', async () => {
    const { office, server: melayani } = await kantorSehat();
    server = melayani;
    change(office, [{ deleteSheet: { sheetId: 104 } }]);
    const { code, out } = await pbi('periksa', '--perbaiki', ...sebagai(office, 'admin'));
    expect(code).toBe(4);
    expect(out).toMatch(
      /Tidak diperbaiki: .*Antrean.* Buka Register PBI, lalu pilih menu Usulan PBI > Perbaiki register/,
    );
    expect(out).toContain('TAB_HILANG: Tab Antrean tidak ada');
  });
});

describe('commands of other offices', () => {
  it('that nobody works on are told of', async () => {
    const office = await openOffice({ profile: 'kota-bogor' });
    server = await startServer(office.workspace, { port: 0 });
    await office.tick();
    const kelurahan = office.files.spreadsheets['kelurahan_3271011001'];
    // Written by the office's own account, which Drive does not count as a change.
    tulis(
      office,
      'Antrean!A2:F2',
      [['x', 'MENUNGGU', '2026-11-23T08:00:00+07:00', 'kelurahan', 'IMPOR', '{}']],
      kelurahan,
    );
    const opsi = { target: 'local', url: server.origin, sebagai: office.user('admin').email, tunggu: 30 } as const;
    const semua = await temuan({ office, opsi });
    expect(kodeSalah(semua)).toEqual(['ANTREAN_BERBAGI']);
    expect(semua.find(({ kode }) => kode === 'ANTREAN_BERBAGI')?.kalimat).toMatch(
      /1 perintah.*kelurahan 3271011001.*2 jam/,
    );
  });
});

describe('people without a part in the register', () => {
  it.each(['loket', 'bpjs'] as const)('of role %s are refused with code 7', async (role) => {
    const sehat = await kantorSehat();
    server = sehat.server;
    expect(await pbi('periksa', ...sebagai(sehat.office, role))).toMatchObject({ code: 7, out: '' });
  });
});

describe('the version of a register', () => {
  it.each([
    ['1', 'SKEMA_LAMA'],
    ['2', undefined],
    ['99', 'SKEMA_BARU'],
  ])('%s is judged by what this program knows', async (versi_skema, kode) => {
    server = (await kantorSehat()).server;
    expect(kodeSalah(periksaSkema({ sistem: { versi_skema } }))).toEqual(kode === undefined ? [] : [kode]);
  });
});
