/** Backups and restores on a bad line, with a full disk, and while people work: whole, or nothing. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArsipBaca } from '../../cli/cadangan/arsip-baca.ts';
import { cadangkan } from '../../cli/cadangan/cadangkan.ts';
import type { Kantor } from '../../cli/cadangan/layanan.ts';
import { pulihkanRegister } from '../../cli/cadangan/pulih/pulihkan.ts';
import { UserError } from '../../cli/errors.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';
import { folder, isiTab, kantorDi, layani, sebelumBaca, type Terlayani } from './support/cadangan.ts';
import { type Nasib, openJaringan } from './support/jaringan.ts';
import { startIn } from './support/pbi.ts';
import { pulihkanDari } from './support/pulihan.ts';

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

/** Everything that can happen to a request and be over the next time. */
const SEMENTARA: Nasib[] = [
  { status: 429, tunggu: '0' },
  'jawaban hilang',
  { status: 503, tunggu: '0' },
  'terpotong',
  'bukan JSON',
  'halaman 502',
  'hilang',
];

/** Each request meets the next of these at its first try. */
async function diGanggu<T>(
  kerja: (kantor: Kantor) => Promise<T>,
  nasib = SEMENTARA,
): Promise<{ hasil: T; permintaan: number }> {
  const dilihat = new Set<string>();
  let banyak = 0;
  let ke = 0;
  const jaringan = await openJaringan(terlayani.server.origin, (permintaan) => {
    ke += 1;
    // The next try of the same request passes.
    if (dilihat.delete(permintaan)) return 'lewat';
    dilihat.add(permintaan);
    banyak += 1;
    return nasib[banyak % nasib.length] as Nasib;
  });
  try {
    return {
      hasil: await kerja({ ...(await kantorDi(office, jaringan.url)), register: terlayani.kantor.register }),
      permintaan: ke,
    };
  } finally {
    await jaringan.close();
  }
}

describe('a backup', () => {
  it('on a line where every request fails once is the same', async () => {
    const bersih = await cadangkan(terlayani.kantor, { keluaran: baru() });
    const { hasil } = await diGanggu((kantor) => cadangkan(kantor, { keluaran: baru() }));
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
    for (let di = 1; di <= titik; di += 7) {
      const keluaran = baru();
      expect(await mati(keluaran, di), `killed at ${di}`).toMatchObject({ code: null });
      if (!existsSync(keluaran)) continue;
      const arsip = await ArsipBaca.buka(keluaran);
      await arsip.periksa();
      await arsip.tutup();
    }
  }, 120_000);

  it('on a full disk says so and leaves nothing', async () => {
    const tempat = folder();
    const keluaran = join(tempat, 'penuh.zip');
    const args = ['cadangkan', '--url', terlayani.server.origin, '--sebagai', terlayani.kantor.email];
    const { code, err } = await startIn({ helpers: ['penuh'] }, ...args, '--keluaran', keluaran).ended;
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('masih ada ruang disk') });
    expect(readdirSync(tempat)).toEqual([]);
  });
});

/** How the tabs look, without the numbers that a spreadsheet gives its filter views. */
async function bentukDi(path: string): Promise<unknown> {
  const arsip = await ArsipBaca.buka(path);
  const bentuk = await arsip.json('register/bentuk.json');
  await arsip.tutup();
  return JSON.parse(JSON.stringify(bentuk, (nama, isi: unknown) => (nama === 'filterViewId' ? undefined : isi)));
}

describe('a restore', () => {
  let arsip: string;
  beforeAll(async () => {
    arsip = baru();
    await cadangkan(terlayani.kantor, { keluaran: arsip });
  });

  /** The register, unless a test before has done it. */
  const hancurkan = async (): Promise<void> => {
    const { register: fileId, drive } = terlayani.kantor;
    if (office.workspace.files.role(office.user('admin'), fileId)) await drive.files.delete({ fileId });
  };

  const bukuBernama = (potongan: string) =>
    (office.workspace.files.list(office.workspace.users.owner, { fields: 'files(id,name)' }).files ?? []).filter(
      ({ name }) => name?.includes(potongan),
    );

  it('never touches an office that is there', async () => {
    await expect(pulihkanDari(arsip, terlayani.kantor)).rejects.toMatchObject({ exitCode: 5 });
    // Nor one that this account may not open.
    const jaringan = await openJaringan(terlayani.server.origin, (satu) => (satu.includes('/v4/') ? 403 : 'lewat'));
    const asing = { ...(await kantorDi(office, jaringan.url)), register: terlayani.kantor.register };
    await expect(pulihkanDari(arsip, asing)).rejects.toMatchObject({ exitCode: 7 });
    await jaringan.close();
    expect(bukuBernama('pemulihan belum selesai')).toEqual([]);
    // One in the bin is no office.
    const { register: fileId } = terlayani.kantor;
    await terlayani.kantor.drive.files.update({ fileId, requestBody: { trashed: true } });
    const baru = await pulihkanDari(arsip, terlayani.kantor);
    await terlayani.kantor.drive.files.delete({ fileId: baru });
    await terlayani.kantor.drive.files.update({ fileId, requestBody: { trashed: false } });
  });

  it('that breaks off at any request leaves nothing that looks whole, and the next one finishes', async () => {
    await hancurkan();
    let terakhir = 0;
    for (let batas = 1; terakhir === 0; batas += 1) {
      let ke = 0;
      const jaringan = await openJaringan(terlayani.server.origin, () => (++ke > batas ? 403 : 'lewat'));
      const kantor = { ...(await kantorDi(office, jaringan.url)), register: terlayani.kantor.register };
      const hasil = await pulihkanDari(arsip, kantor).catch((error: unknown) => error);
      await jaringan.close();
      if (typeof hasil === 'string') {
        terakhir = batas;
        await terlayani.kantor.drive.files.delete({ fileId: hasil });
        break;
      }
      expect(hasil, `after ${batas} requests`).toBeInstanceOf(UserError);
      expect(bukuBernama('Register PBI').filter(({ name }) => name === 'Register PBI')).toEqual([]);
    }
    expect(terakhir).toBeGreaterThan(20);
    const register = await pulihkanDari(arsip, terlayani.kantor);
    expect(bukuBernama('Register PBI').map(({ id, name }) => [id, name])).toEqual([[register, 'Register PBI']]);
    await terlayani.kantor.drive.files.delete({ fileId: register });
  }, 120_000);

  it.each<[string, Nasib[]]>([
    ['every request fails', SEMENTARA],
    ['every answer is lost', ['jawaban hilang']],
  ])(
    'on a line where %s once is the same',
    async (_apa, nasib) => {
      await hancurkan();
      const { hasil: register } = await diGanggu((kantor) => pulihkanDari(arsip, kantor), nasib);
      const keluaran = baru();
      const pulih = await cadangkan({ ...terlayani.kantor, register }, { keluaran });
      const asal = await ArsipBaca.buka(arsip);
      const sidik = (nama: string, dari: typeof pulih.anggota) => dari.find((satu) => satu.nama === nama);
      for (const { anggota, judul } of asal.manifes.register.tab.filter(({ judul }) => judul !== 'Sistem'))
        expect(sidik(anggota, pulih.anggota), judul).toEqual(sidik(anggota, asal.manifes.anggota));
      // Headers, notes, formats, choices, colours and filter views too, and none of them twice.
      expect(await bentukDi(keluaran)).toEqual(await bentukDi(arsip));
      await asal.tutup();
      expect(bukuBernama('Register PBI')).toHaveLength(1);
      await terlayani.kantor.drive.files.delete({ fileId: register });
    },
    120_000,
  );

  it('says which tab came out otherwise', async () => {
    await hancurkan();
    const { sheets, users } = office.workspace;
    const buka = await ArsipBaca.buka(arsip);
    const sela = sebelumBaca(terlayani.kantor, async (_ke, id) => {
      if (id === terlayani.kantor.register) return;
      sheets.values.update(users.owner, id, "'Peran'!A2", { values: [['x@y.test']] }, { valueInputOption: 'RAW' });
    });
    await expect(pulihkanRegister(sela, buka, buka.sidik)).rejects.toThrow('Isi tab Peran di register baru tidak sama');
    await buka.tutup();
  });
});
