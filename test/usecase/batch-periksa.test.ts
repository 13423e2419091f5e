/** Closed batches against the log: every change of snapshot or line is found, each batch has its turn (S-37). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kasusKosong } from '#domain/kolom/kasus.ts';
import { bacaKodeFaskes } from '#domain/pengaturan/kode-faskes.ts';
import { totalKontrol } from '#domain/periode/total-kontrol.ts';
import type { BarisBatch } from '#usecase/batch/baris.ts';
import { type BarisIsi, barisIsi, kontrolIsi, kontrolKasus } from '#usecase/batch/isi.ts';
import { batchBerubah, catatanTutup, giliran } from '#usecase/batch/periksa.ts';
import { rapatkan } from '#usecase/rapat.ts';

const kode = bacaKodeFaskes([{ nama: 'Puskesmas Contoh', kode: '0110U001' }]);

const kasus = (n: number) =>
  kasusKosong({
    tiket: `BGR-U-2026-${String(n).padStart(6, '0')}`,
    percobaan: '1',
    nik: `327101010880${9000 + n}`,
    nama: 'Sekar Rekaan',
    fktp: 'Puskesmas Contoh',
    kode_wilayah: '3271011001',
  });

const isi = [1, 2, 3].map((n) => barisIsi('BGR-U 2026-11', n, kasus(n), kode));
const total = totalKontrol(isi.map(kontrolIsi));
const batch = { batch: 'BGR-U 2026-11', keadaan: 'DITUTUP', baris: '3', hash: total.hash } as BarisBatch;
const catatan = { batch: 'BGR-U 2026-11', baris: '3', hash: total.hash };

describe('a snapshot', () => {
  it('has the control totals of the cases it was made of', () => {
    expect(total).toEqual(totalKontrol([1, 2, 3].map((n) => kontrolKasus(kasus(n), kode))));
    expect(JSON.parse(isi[0]?.isi ?? '')).toMatchObject({ kode_fktp: '0110U001', nik: kasus(1).nik });
  });

  it('that is whole is not complained about, however its rows were sorted', () => {
    expect(batchBerubah([catatan], [batch], [...isi].reverse())).toEqual([]);
  });

  it.each<[string, (baris: BarisIsi) => BarisIsi | undefined]>([
    ['a lost row', () => undefined],
    ['a changed cell', (baris) => ({ ...baris, isi: baris.isi.replace('Sekar', 'Bagas') })],
    ['another attempt', (baris) => ({ ...baris, percobaan: '2' })],
    ['a broken cell', (baris) => ({ ...baris, isi: '{' })],
  ])('with %s is named', (_what, change) => {
    const berubah = isi.flatMap((baris, i) => (i === 1 ? (change(baris) ?? []) : [baris]));
    expect(batchBerubah([catatan], [batch], berubah)[0]).toMatch(/^BATCH BERUBAH: BGR-U 2026-11, isinya di tab Isi/);
  });

  it.each<[string, Partial<BarisBatch>]>([
    ['hash', { hash: 'x' }],
    ['number of rows', { baris: '4' }],
    ['standing', { keadaan: 'DITARIK' }],
  ])('whose line has another %s is named, even if rows and line agree', (_what, change) => {
    expect(batchBerubah([catatan], [{ ...batch, ...change }], isi)).toEqual([
      'BATCH BERUBAH: BGR-U 2026-11, barisnya di tab Batch.',
    ]);
  });
});

describe('the log of closings', () => {
  it('counts the last word about a batch, and forgets those of which nothing was left', () => {
    const line = (nomor: string, rujukan: string, baris: string) => ({
      nomor,
      rujukan,
      baru: JSON.stringify({ baris, hash: nomor }),
    });
    expect(catatanTutup([line('12', 'B', '5'), line('7', 'A', '0'), line('3', 'B', '0')])).toEqual([
      { batch: 'B', baris: '5', hash: '12' },
    ]);
  });

  it('is gone through in as many days as it needs, at least one batch a day', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 900 }), { minLength: 1, maxLength: 30 }),
        fc.nat({ max: 1000 }),
        (besar, muat) => {
          const semua = besar.map((baris, i) => ({ batch: `B${i}`, baris: String(baris), hash: '' }));
          const dilihat = new Set<string>();
          for (let hari = 0; hari < semua.length; hari += 1) {
            const kini = giliran(semua, hari, muat);
            expect(kini.length).toBeGreaterThan(0);
            for (const satu of kini) dilihat.add(satu.batch);
          }
          expect(dilihat.size).toBe(semua.length);
        },
      ),
    );
  });
});

describe('scattered rows', () => {
  it('become few runs that hold all of them', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 2, max: 400 }), { maxLength: 80 }),
        fc.integer({ min: 1, max: 20 }),
        (nomor, maks) => {
          const rapat = rapatkan(nomor, maks);
          const runs = rapat.filter((satu, i) => i === 0 || satu !== (rapat[i - 1] ?? 0) + 1).length;
          expect(runs).toBeLessThanOrEqual(maks);
          expect(nomor.filter((satu) => !rapat.includes(satu))).toEqual([]);
          expect(rapat).toEqual([...new Set(rapat)].sort((a, b) => a - b));
        },
      ),
    );
  });
});
