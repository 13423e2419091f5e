/** Decisions reach the disk as they are made, and nobody else's are lost. */
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { bacaRencanaCocok, tulisRencanaCocok } from '../../../cli/reconcile/rencana.ts';
import { Penyimpan } from '../../../cli/reconcile/tinjau/simpan.ts';
import { Tinjauan } from '../../../cli/reconcile/tinjau/tinjauan.ts';
import { rencana } from '../hasil/support/rencana.ts';
import { temporary } from '../support/pbi.ts';

async function dibuka(banyak: number) {
  const path = join(temporary(), 'rencana.json');
  await tulisRencanaCocok(path, rencana(banyak));
  const isi = await bacaRencanaCocok(path);
  return { path, tinjauan: new Tinjauan(isi), penyimpan: await Penyimpan.buka(path, isi) };
}

describe('saving a review', () => {
  it('keeps every decision, however fast they come', async () => {
    const { path, tinjauan, penyimpan } = await dibuka(2_000);
    while (tinjauan.entri?.putusan === 'TUNDA') {
      tinjauan.putuskan('TOLAK');
      penyimpan.simpan();
    }
    await penyimpan.selesai();
    expect((await bacaRencanaCocok(path)).entri).toEqual(tinjauan.rencana.entri);
    expect((await bacaRencanaCocok(path)).entri.filter(({ putusan }) => putusan === 'TUNDA')).toEqual([]);
    expect(readdirSync(dirname(path))).toEqual(['rencana.json']);
  });

  it('writes again what was decided while it wrote', async () => {
    const { path, tinjauan, penyimpan } = await dibuka(5_000);
    tinjauan.putuskan('TOLAK');
    penyimpan.simpan();
    await vi.waitFor(() => expect(readdirSync(dirname(path))).toHaveLength(2), { timeout: 10_000, interval: 1 });
    tinjauan.urungkan();
    penyimpan.simpan();
    await penyimpan.selesai();
    expect((await bacaRencanaCocok(path)).entri).toEqual(tinjauan.rencana.entri);
  });

  it('refuses to write over what another program has written', async () => {
    const { path, tinjauan, penyimpan } = await dibuka(20);
    tinjauan.putuskan('TOLAK');
    writeFileSync(path, 'lain');
    penyimpan.simpan();
    await expect(penyimpan.selesai()).rejects.toMatchObject({ exitCode: 5 });
    expect(penyimpan.galat).toContain('diubah program lain');
    await expect(bacaRencanaCocok(path)).rejects.toMatchObject({ exitCode: 3 });
  });
});
