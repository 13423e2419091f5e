/** Restores on a bad line, broken off anywhere, or into a place that is taken: whole, or nothing that looks whole. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ArsipBaca } from '../../cli/cadangan/arsip-baca.ts';
import { cadangkan } from '../../cli/cadangan/cadangkan.ts';
import { pulihkanRegister } from '../../cli/cadangan/pulih/pulihkan.ts';
import { UserError } from '../../cli/errors.ts';
import { type Office, openOffice } from '../support/office.ts';
import { person } from '../support/people.ts';
import { folder, kantorDi, layani, sebelumBaca, type Terlayani } from './support/cadangan.ts';
import { diGanggu, SEMENTARA } from './support/gangguan.ts';
import { type Nasib, openJaringan } from './support/jaringan.ts';
import { pulihkanDari } from './support/pulihan.ts';

let office: Office;
let terlayani: Terlayani;
let dir: string;
beforeAll(async () => {
  office = await openOffice();
  terlayani = await layani(office);
  for (let n = 1; n <= 3; n += 1) await office.newCase(person(n));
  await office.tick();
  dir = folder();
}, 60_000);
afterAll(() => terlayani.server.close());

let urut = 0;
const baru = () => join(dir, `${++urut}.zip`);

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

  it.each<[string, readonly Nasib[]]>([
    ['every request fails', SEMENTARA],
    ['every answer is lost', ['jawaban hilang']],
  ])(
    'on a line where %s once is the same',
    async (_apa, nasib) => {
      await hancurkan();
      const register = await diGanggu(office, terlayani, (kantor) => pulihkanDari(arsip, kantor), nasib);
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
