/** Files of Format 34/37 all the way into the register: the real program, the real bundle (BGR-07 to BGR-10). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HasilBaris } from '../../cli/rencana/hasil.ts';
import { type RunningServer, startServer } from '../../cli/workspace/server.ts';
import { type Office, openOffice } from '../support/office.ts';
import { KELURAHAN, orang, xlsx } from './support/berkas.ts';
import { type Ended, pbi } from './support/pbi.ts';

let office: Office;
let server: RunningServer;
beforeAll(async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T03:00:00Z' });
  server = await startServer(office.workspace, { port: 0 });
});
afterAll(() => server.close());

const impor = (path: string, start: string, ...more: string[]): Promise<Ended> => {
  const sender = ['--url', server.origin, '--sebagai', office.person(start).email, '--tunggu', '60'];
  return pbi('impor', path, '--kelurahan', KELURAHAN, '--yes', '--json', ...sender, ...more);
};
const rows = ({ out }: Ended) => (JSON.parse(out) as { baris: HasilBaris[] }).baris;
const cases = () => office.cases();

describe('a file of a kelurahan', () => {
  it('becomes cases once, through the kelurahan’s own spreadsheet', async () => {
    const path = await xlsx('F34', [orang(1), orang(2, { nik: '9171011708909002' })]);
    const first = await impor(path, 'kelurahan.satu');
    expect(first.code).toBe(0);
    expect(rows(first)).toMatchObject([
      { hasil: 'baru', tiket: 'BGR-U-2026-000001' },
      { hasil: 'baru', tiket: 'BGR-U-2026-000002' },
    ]);
    expect(cases()).toMatchObject([
      { nik: '3271011708909001', status: 'DIAJUKAN', sumber: 'MANUAL', kode_wilayah: KELURAHAN, periode: '2026-11' },
      { nik: '9171011708909002', kawin: 'Kawin', tgl_lahir: '1990-08-17', fktp: 'PUSKESMAS BOGOR SELATAN' },
    ]);
    const before = { cases: cases(), log: office.tab('Riwayat') };
    const again = await impor(path, 'kelurahan.satu', '--rencana', `${path}.lagi`);
    expect(rows(again)).toMatchObject([{ hasil: 'sudah', tiket: 'BGR-U-2026-000001' }, { hasil: 'sudah' }]);
    await office.tick();
    expect({ cases: cases(), log: office.tab('Riwayat') }).toEqual(before);
  });

  it('corrects the same tickets when it comes again with changes', async () => {
    const path = await xlsx('F34', [orang(1, { alamat: 'JL. KENANGA NO. 7' }), orang(3)]);
    const { code, ...ended } = await impor(path, 'kelurahan.satu');
    expect(code).toBe(0);
    expect(rows({ code, ...ended })).toMatchObject([
      { hasil: 'revisi', tiket: 'BGR-U-2026-000001' },
      { hasil: 'baru', tiket: 'BGR-U-2026-000003' },
    ]);
    expect(cases()[0]).toMatchObject({ alamat: 'JL. KENANGA NO. 7', tiket: 'BGR-U-2026-000001' });
  });

  it('is refused from the kelurahan next door', async () => {
    const before = cases();
    const ended = await impor(await xlsx('F34', [orang(4)]), 'kelurahan.dua');
    expect(ended).toMatchObject({ code: 7, out: '', err: expect.stringContaining('tidak berhak') });
    await office.tick();
    expect(cases()).toEqual(before);
  });
});

describe('a file that Dinsos enters for a kelurahan', () => {
  it('goes through the register and takes mutations with it', async () => {
    const ended = await impor(await xlsx('F37', [orang(5)]), 'verifikator');
    expect(ended.code).toBe(0);
    expect(rows(ended)).toMatchObject([{ hasil: 'baru', tiket: 'BGR-M-2026-000001' }]);
    expect(cases().at(-1)).toMatchObject({
      rute: 'BGR-M',
      no_kartu: '0001234509005',
      jenis_mutasi: 'PENGALIHAN_KE_PBI_APBD',
      tgl_berlaku: '2026-12-01',
    });
  });

  it('says which facilities the office has no code for, since that of the file is not kept', async () => {
    const path = await xlsx('F34', [orang(7, { nama_fktp: 'PUSKESMAS REKAAN' })]);
    const check = (start: string) =>
      pbi(
        'impor',
        path,
        '--kelurahan',
        KELURAHAN,
        '--dry-run',
        '--url',
        server.origin,
        '--sebagai',
        office.person(start).email,
      );
    expect((await check('verifikator')).err).toContain('sebelum batch ditutup: PUSKESMAS REKAAN (1 baris)');
    expect((await check('kelurahan.satu')).err).toContain('Pastikan nama faskesnya ada di sana');
  });

  it('belongs to the day on which it was sent, not on which the file was made', async () => {
    const path = await xlsx('F34', [orang(6)]);
    office.workspace.clock.set(Date.parse('2026-11-10T17:00:00Z'));
    const ended = await impor(path, 'verifikator');
    expect(rows(ended)).toMatchObject([{ hasil: 'baru' }]);
    expect(cases().at(-1)).toMatchObject({ periode: '2026-12', tanda: expect.stringContaining('lewat_cutoff') });
  });
});
