/** The plan file: what is written is read again, and nothing else is taken for a plan. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bacaRencanaCocok, type RencanaCocok, tulisRencanaCocok } from '../../../cli/reconcile/rencana.ts';
import { temporary } from '../support/pbi.ts';
import { hasil } from './support/hasil.ts';
import { entri, rencana } from './support/rencana.ts';

const path = (): string => join(temporary(), 'rencana.json');

async function written(isi: RencanaCocok): Promise<string> {
  const file = path();
  await tulisRencanaCocok(file, isi);
  return file;
}

describe('plan file', () => {
  it('is read as it was written, for nobody else', async () => {
    const isi = rencana(20);
    const file = await written(isi);
    expect(await bacaRencanaCocok(file)).toEqual(isi);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(file))).toEqual(['rencana.json']);
  });

  it('has one entry a line', async () => {
    const text = readFileSync(await written(rencana(20)), 'utf8');
    expect(text.split('\n').filter((line) => line.startsWith('{"urutan"'))).toHaveLength(20);
  });

  it('takes entries one by one and the counts made while they pass', async () => {
    const file = path();
    const { entri: semua, ...kepala } = rencana(20);
    const isi = { ...kepala, jumlah: {} as RencanaCocok['jumlah'] };
    async function* satuSatu() {
      for (const satu of semua) {
        isi.jumlah[satu.kelas] = (isi.jumlah[satu.kelas] ?? 0) + 1;
        yield satu;
      }
    }
    await tulisRencanaCocok(file, { ...isi, entri: satuSatu() });
    expect((await bacaRencanaCocok(file)).jumlah).toEqual(kepala.jumlah);
  });

  it('stays as it was when the entries break off', async () => {
    const isi = rencana(3);
    const file = await written(isi);
    async function* putus() {
      yield entri(hasil(9));
      throw new Error('cut');
    }
    await expect(tulisRencanaCocok(file, { ...isi, entri: putus() })).rejects.toThrow('cut');
    expect(await bacaRencanaCocok(file)).toEqual(isi);
    expect(readdirSync(dirname(file))).toEqual(['rencana.json']);
  });

  it('never replaces a file that is no plan', async () => {
    for (const there of ['nik,nama\n', '{"versi":1,"jenis":"IMPOR"}', '[]', '']) {
      const file = path();
      writeFileSync(file, there);
      await expect(tulisRencanaCocok(file, rencana(1))).rejects.toMatchObject({ exitCode: 2 });
      expect(readFileSync(file, 'utf8')).toBe(there);
    }
  });

  it('says that its folder is not there', async () => {
    const file = join(temporary(), 'tidak-ada', 'rencana.json');
    await expect(tulisRencanaCocok(file, rencana(1))).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('Periksa apakah foldernya ada'),
    });
  });
});

describe('a file that is no good plan', () => {
  const NIK = hasil(0).orang.nik;

  async function refused(text: string): Promise<string> {
    const file = path();
    writeFileSync(file, text);
    const error = await bacaRencanaCocok(file).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ exitCode: 3 });
    const { message } = error as Error;
    expect(message).not.toContain(NIK);
    return message;
  }

  it('is named with its fault and without its contents', async () => {
    const good = readFileSync(await written(rencana(5)), 'utf8');
    expect(await refused(good.slice(0, -40))).toContain('terpotong');
    expect(await refused(`{"nik": ${NIK}`)).toContain('terpotong');
    expect(await refused('{"nama":"lain"}')).toContain('bukan rencana');
    expect(await refused('{"versi":1,"jenis":"IMPOR"}')).toContain('rencana jenis lain');
    expect(await refused(good.replace('"versi":2', '"versi":3'))).toContain('lebih baru');
    expect(await refused(good.replace('"jenis":"VERIFIKASI"', '"jenis":"LAIN"'))).toContain('bagian jenis');
    expect(await refused(good.replace('"kelas":"COCOK_BEDA"', '"kelas":"MUNGKIN"'))).toMatch(
      /entri ke-3, bagian kelas/,
    );
    expect(await refused(good.replace('"pilihan":null', '"pilihan":2'))).toMatch(/entri ke-1, bagian pilihan/);
    expect(await refused(good.replace(/"entri":\[.*\n\],/s, '"entri":5,'))).toContain('bagian entri');
  });

  it('may be absent', async () => {
    await expect(bacaRencanaCocok(path())).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringContaining('tidak ada'),
    });
  });
});
