/** `pbi terapkan` of a matching plan: what was decided reaches its cases once, and everything else is said. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EntriCocok } from '../../cli/reconcile/rencana.ts';
import type { HasilEntri } from '../../cli/rencana/terapkan-cocok.ts';
import { type RunningServer, startServer } from '../../cli/workspace/server.ts';
import { checkOffice, history } from '../support/invariants.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';
import { type Ended, pbi } from './support/pbi.ts';
import { checked, matchingPlan } from './support/rencana-cocok.ts';

let office: Office;
let server: RunningServer;
let tiket: string[];
let last = 0;
beforeAll(async () => {
  office = await openOffice();
  server = await startServer(office.workspace, { port: 0 });
});
afterAll(async () => {
  checkOffice(office);
  await server.close();
});
beforeEach(async () => {
  tiket = [];
  for (let n = 0; n < 3; n += 1) tiket.push((await office.newCase(person(++last)))['tiket'] ?? '');
});

const apply = (path: string, ...more: string[]): Promise<Ended> =>
  pbi('terapkan', path, '--url', server.origin, '--sebagai', office.user('dinsos').email, '--tunggu', '60', ...more);

interface Laporan {
  readonly baris: HasilEntri[];
  readonly jumlah: Record<HasilEntri['hasil'], number>;
  readonly belumDiputus: number;
}
const report = ({ out }: Ended): Laporan => JSON.parse(out) as Laporan;
const entry = (n: number, ubah: Partial<EntriCocok> = {}): EntriCocok => checked(tiket[n] ?? '', n + 2, ubah);
const answer = (cek: string, isi: string) => ({ aksi: 'PERIKSA', isi: { [cek]: isi }, alasan: 'Menurut referensi.' });

describe('a matching plan', () => {
  it('that gives a case the NIK of another marks it, as typing it would', async () => {
    const { nik = '' } = office.case(tiket[1]);
    const isi = { cek_kependudukan: 'Padan', nik };
    const perubahan = { aksi: 'PERIKSA', isi, alasan: 'NIK dibetulkan.' } as const;
    const path = await matchingPlan([entry(0, { referensi: 'kependudukan', putusan: 'TERIMA', perubahan })]);
    expect(report(await apply(path, '--json'))).toMatchObject({ jumlah: { dicatat: 1 } });
    expect(office.case(tiket[0])).toMatchObject({ nik, tanda: expect.stringContaining('potensi_ganda') });
    expect(office.case(tiket[0])['masalah']).toContain(tiket[1]);
  });

  it('stores what four references say of a case in one change, and nothing that was not accepted', async () => {
    const path = await matchingPlan([
      entry(0, { referensi: 'kependudukan', perubahan: answer('cek_kependudukan', 'Padan') }),
      entry(0),
      entry(0, { referensi: 'pbi-jk', perubahan: answer('cek_pbi_jk', 'Tidak terdaftar') }),
      entry(0, { referensi: 'pbi-apbd', perubahan: answer('cek_pbi_apbd', 'Tidak terdaftar') }),
      entry(1, { kelas: 'SARAN', putusan: 'TERIMA' }),
      entry(2, { kelas: 'SARAN', putusan: 'TUNDA' }),
    ]);
    const ended = await apply(path, '--json');
    expect(report(ended)).toMatchObject({ jumlah: { dicatat: 5, ditolak: 0, menunggu: 0 }, belumDiputus: 1 });
    expect(ended.code).toBe(4);
    const cek_kependudukan_oleh = office.user('dinsos').email;
    expect(office.case(tiket[0])).toMatchObject({ versi: '2', status: 'DIVERIFIKASI', cek_kependudukan_oleh });
    expect(office.case(tiket[1])).toMatchObject({ versi: '2', cek_dtks: 'Tidak terdaftar' });
    expect(office.case(tiket[2])['versi']).toBe('1');
    expect(ended.out + ended.err).not.toMatch(/\d{16}/);
  });

  it('changes nothing the second time, with its journal or without', async () => {
    const path = await matchingPlan([entry(0), entry(1)]);
    expect(report(await apply(path, '--json')).jumlah).toMatchObject({ dicatat: 2 });
    const before = { cases: office.cases(), log: history(office), queue: office.tab('Antrean') };
    const again = await apply(path);
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Tidak ada yang berubah') });
    rmSync(`${path}.jurnal`);
    expect(report(await apply(path, '--json')).jumlah).toMatchObject({ dicatat: 0, sudah: 2 });
    expect({ cases: office.cases(), log: history(office), queue: office.tab('Antrean') }).toEqual(before);
  });

  it('sends what a person has decided meanwhile, and the rest not again', async () => {
    const path = await matchingPlan([entry(0), entry(1, { putusan: 'TUNDA' })]);
    await apply(path);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"TUNDA"', '"TERIMA"'));
    const lines = history(office).length;
    expect(report(await apply(path, '--json')).jumlah).toMatchObject({ dicatat: 1, sudah: 1 });
    expect(history(office)).toHaveLength(lines + 1);
    expect(office.case(tiket[0])['versi']).toBe('2');
  });

  it('leaves a case alone that has changed since, says what changed, and goes on with the rest', async () => {
    const path = await matchingPlan([entry(0), entry(1)]);
    await office.act(tiket[0], 'KOREKSI', { isi: { catatan: 'Sudah dihubungi' } });
    const ended = await apply(path, '--json');
    expect(report(ended)).toMatchObject({
      jumlah: { berubah: 1, dicatat: 1 },
      baris: [{ nomor: 2, tiket: tiket[0], hasil: 'berubah', kalimat: expect.stringContaining('catatan') }, {}],
    });
    expect(ended.code).toBe(4);
    expect(office.case(tiket[0])).toMatchObject({ versi: '2', cek_dtks: '' });
    const queue = office.tab('Antrean');
    expect((await apply(path)).out).toContain(`baris 2: ${tiket[0]} berubah - Usulan sudah berubah`);
    expect(office.tab('Antrean')).toEqual(queue);
  });

  it('tries again what was refused, once the reason is gone', async () => {
    const path = await matchingPlan([entry(0), entry(1)]);
    // The owner keeps the file whatever `Peran` says, so it is the script that refuses, at any speed of the machine.
    const { email } = office.user('admin');
    const row = office.tab('Peran').findIndex((one) => one['email'] === email) + 2;
    const role = async (peran: string) => {
      const column = Object.keys(office.tab('Peran')[0] ?? {}).indexOf('peran');
      await office.edit(`'Peran'!${String.fromCharCode(65 + column)}${row}`, [[peran]], office.user('admin'));
    };
    const asOwner = ['--json', '--sebagai', email, '--buku', office.files.spreadsheets.register];
    await role('loket');
    expect(report(await apply(path, ...asOwner)).jumlah).toMatchObject({ ditolak: 2 });
    await role('admin');
    expect(report(await apply(path, ...asOwner)).jumlah).toMatchObject({ dicatat: 2, ditolak: 0 });
  });

  it('does not guess between entries that contradict each other, and needs the register', async () => {
    const path = await matchingPlan([
      entry(0),
      entry(0, { nomor: 9, perubahan: answer('cek_dtks', 'Terdaftar desil 1-5') }),
      entry(1, { versi: '' }),
    ]);
    const { jumlah, baris } = report(await apply(path, '--json'));
    expect(jumlah).toMatchObject({ dicatat: 0, ditolak: 3 });
    expect(baris.map(({ kalimat }) => kalimat)).toEqual([
      expect.stringContaining('berlainan'),
      expect.stringContaining('tanpa register'),
      expect.stringContaining('berlainan'),
    ]);
    expect(office.case(tiket[0])['versi']).toBe('1');
  });
});
