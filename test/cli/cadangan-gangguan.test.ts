/** Backups on a bad line, with a full disk, and while people work: whole, or nothing. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArsipBaca } from '../../cli/cadangan/arsip-baca.ts';
import { cadangkan } from '../../cli/cadangan/cadangkan.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';
import { folder, isiTab, layani, sebelumBaca, type Terlayani } from './support/cadangan.ts';
import { diGanggu } from './support/gangguan.ts';
import { openJaringan } from './support/jaringan.ts';
import { startIn } from './support/pbi.ts';

let office: Office;
let terlayani: Terlayani;
let dir: string;
beforeAll(async () => {
  office = await openOffice();
  terlayani = await layani(office);
  for (let n = 1; n <= 6; n += 1) await office.newCase(person(n));
  await office.tick();
  dir = folder();
}, 60_000);
afterAll(() => terlayani.server.close());

/** Small requests, so that a small office takes many. */
const SEDIKIT = { sekaligus: 0, sekali: 20_000 };
let urut = 0;
const baru = () => join(dir, `${++urut}.zip`);
const tiketDi = async (path: string) => (await isiTab(path, 'Kasus')).slice(1).map(([tiket]) => String(tiket));

describe('a backup', () => {
  it('on a line where every request fails once is the same', async () => {
    const bersih = await cadangkan(terlayani.kantor, { keluaran: baru() });
    const hasil = await diGanggu(office, terlayani, (kantor) => cadangkan(kantor, { keluaran: baru() }));
    expect(hasil.anggota).toEqual(bersih.anggota);
  }, 60_000);

  it('during which somebody works is read again, and is of one moment', async () => {
    const keluaran = baru();
    let bekerja = true;
    const kantor = sebelumBaca(terlayani.kantor, async (ke) => {
      if (ke !== 6 || !bekerja) return;
      bekerja = false;
      await Promise.all([office.newCase(person(20)), office.newCase(person(21))]);
    });
    await cadangkan(kantor, { keluaran, takaran: SEDIKIT });
    expect(bekerja).toBe(false);
    expect(await tiketDi(keluaran)).toEqual(office.cases().map(({ tiket }) => tiket));
    const sistem = new Map((await isiTab(keluaran, 'Sistem')).map(([kunci, nilai]) => [kunci, nilai]));
    const riwayat = (await isiTab(keluaran, 'Riwayat')).slice(1);
    expect(sistem.get('riwayat_nomor')).toBe(riwayat.at(-1)?.[0]);
  });

  it.each([
    ['sorts the rows', new Map([[3, 'DESCENDING']])],
    // Before and after it is the same.
    [
      'sorts the rows and sorts them back',
      new Map([
        [3, 'DESCENDING'],
        [4, 'ASCENDING'],
      ]),
    ],
  ])(
    'during which somebody %s holds each case once',
    async (_apa, urutkan) => {
      const keluaran = baru();
      const { sheets, users } = office.workspace;
      const urut = (sortOrder: string) => {
        const range = { sheetId: 100, startRowIndex: 1, startColumnIndex: 0 };
        const requests = [{ sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder }] } }];
        sheets.batchUpdate(users.owner, terlayani.kantor.register, { requests });
      };
      urut('ASCENDING');
      const kantor = sebelumBaca(terlayani.kantor, async (ke) => {
        const sortOrder = urutkan.get(ke);
        if (sortOrder) urut(sortOrder);
        urutkan.delete(ke);
      });
      // Six rows of cases in each request.
      await cadangkan(kantor, { keluaran, takaran: { sekaligus: 0, sekali: 522 } });
      expect(urutkan.size).toBe(0);
      const tiket = await tiketDi(keluaran);
      expect([...tiket].sort()).toEqual(
        office
          .cases()
          .map((satu) => satu['tiket'])
          .sort(),
      );
      expect(new Set(tiket).size).toBe(tiket.length);
    },
    60_000,
  );

  it('of a register that never stands still ends with a sentence and no file', async () => {
    const keluaran = baru();
    const { sheets, users } = office.workspace;
    let ke = 0;
    const kantor = sebelumBaca(terlayani.kantor, async () => {
      ke += 1;
      const id = terlayani.kantor.register;
      sheets.values.append(users.owner, id, "'Sistem'!A1", { values: [[`x${ke}`, '']] }, { valueInputOption: 'RAW' });
    });
    await expect(cadangkan(kantor, { keluaran, takaran: SEDIKIT })).rejects.toMatchObject({
      exitCode: 5,
      message: expect.stringContaining('di luar jam kerja'),
    });
    expect(existsSync(keluaran)).toBe(false);
    expect(readdirSync(dir).filter((nama) => nama.startsWith('.'))).toEqual([]);
  });

  it('of a log that somebody changed is made all the same, and says which line', async () => {
    const { sheets, users } = office.workspace;
    const id = terlayani.kantor.register;
    const alasan = "'Riwayat'!H4";
    const { values: lama } = sheets.values.get(users.owner, id, alasan);
    sheets.values.update(users.owner, id, alasan, { values: [['diubah']] }, { valueInputOption: 'RAW' });
    const keluaran = baru();
    const args = ['cadangkan', '--url', terlayani.server.origin, '--sebagai', terlayani.kantor.email];
    const { code, err } = await startIn({}, ...args, '--keluaran', keluaran).ended;
    expect({ code, err }).toEqual({ code: 4, err: expect.stringContaining('Rantai Riwayat putus di catatan 3') });
    const arsip = await ArsipBaca.buka(keluaran);
    await arsip.periksa();
    await arsip.tutup();
    sheets.values.update(users.owner, id, alasan, { values: lama ?? [['']] }, { valueInputOption: 'RAW' });
    const utuh = await cadangkan(terlayani.kantor, { keluaran: baru(), takaran: SEDIKIT });
    expect(utuh.riwayat.putus).toBeUndefined();
  });

  it('killed at any point leaves a whole archive or none', async () => {
    const args = ['cadangkan', '--url', terlayani.server.origin, '--sebagai', terlayani.kantor.email];
    const mati = (keluaran: string, di: number) =>
      startIn({ helpers: ['mati'], env: { MATI_DI: String(di) } }, ...args, '--keluaran', keluaran).ended;
    const titik = Number(/titik: (\d+)/.exec((await mati(baru(), 0)).err)?.[1]);
    expect(titik).toBeGreaterThan(20);
    for (let di = 1; di <= titik; di += 13) {
      const keluaran = baru();
      expect(await mati(keluaran, di), `killed at ${di}`).toMatchObject({ code: null });
      if (!existsSync(keluaran)) {
        await cadangkan(terlayani.kantor, { keluaran });
        expect(readdirSync(dir).filter((nama) => nama.startsWith('.'))).toEqual([]);
      }
      const arsip = await ArsipBaca.buka(keluaran);
      await arsip.periksa();
      await arsip.tutup();
    }
  }, 120_000);

  it('that somebody interrupts leaves nothing', async () => {
    const tempat = folder();
    let ke = 0;
    const jaringan = await openJaringan(terlayani.server.origin, () => (++ke > 4 ? 'macet' : 'lewat'));
    const args = ['cadangkan', '--url', jaringan.url, '--sebagai', terlayani.kantor.email];
    const { child, ended } = startIn({}, ...args, '--keluaran', join(tempat, 'henti.zip'));
    while (ke <= 4) await pause(5);
    expect(readdirSync(tempat)).toHaveLength(1);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130, err: expect.stringContaining('Tidak ada cadangan yang dibuat') });
    expect(readdirSync(tempat)).toEqual([]);
    await jaringan.close();
  });

  it('on a full disk says so and leaves nothing', async () => {
    const tempat = folder();
    const keluaran = join(tempat, 'penuh.zip');
    const args = ['cadangkan', '--url', terlayani.server.origin, '--sebagai', terlayani.kantor.email];
    const { code, err } = await startIn({ helpers: ['penuh'] }, ...args, '--keluaran', keluaran).ended;
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('masih ada ruang disk') });
    expect(readdirSync(tempat)).toEqual([]);
  });
});
