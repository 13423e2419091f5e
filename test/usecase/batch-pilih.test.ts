/** Which proposals a batch takes, over arbitrary months: nobody is lost, nobody twice, the quota holds (S-22, S-23). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Kasus, kasusKosong } from '#domain/kolom/kasus.ts';
import type { Periode } from '#domain/periode/periode.ts';
import { STATUS } from '#domain/usulan/status.ts';
import type { BarisBatch } from '#usecase/batch/baris.ts';
import { batchKini } from '#usecase/batch/baris.ts';
import { BELUM_DIPUTUS, milikPeriode, pilih, siapIkut, sisaKuota } from '#usecase/batch/pilih.ts';

const november = '2026-11' as Periode;

const kasus = fc
  .record({
    nomor: fc.integer({ min: 1, max: 9999 }),
    status: fc.constantFrom(...STATUS),
    periode: fc.constantFrom('2026-09', '2026-10', '2026-11', '2026-12'),
    rute: fc.constantFrom('BGR-U', 'BGR-M'),
    tanda: fc.constantFrom('', 'bayi', 'banding', 'daftar_tunggu'),
    alasan: fc.constantFrom('', 'Penyakit kronis', 'Persalinan'),
    cek_dtks: fc.constantFrom('Terdaftar desil 1-5', 'Tidak terdaftar'),
    hari: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ nomor, hari, ...isi }) =>
    kasusKosong({
      ...isi,
      tiket: `BGR-U-2026-${String(nomor).padStart(6, '0')}`,
      dibuat: `2026-11-${String(hari).padStart(2, '0')}T08:00:00+07:00`,
    }),
  );
const banyakKasus = fc.uniqueArray(kasus, { selector: ({ tiket }) => tiket, maxLength: 60 });
const prioritas = fc.shuffledSubarray(['bayi', 'kronis', 'desil', 'tanggal'], { minLength: 1 });

const tiket = (semua: readonly Kasus[]) => semua.map((satu) => satu.tiket);

describe('the choice', () => {
  it('splits what is ready into those that go and those that wait, each once', () => {
    fc.assert(
      fc.property(banyakKasus, fc.option(fc.nat({ max: 80 }), { nil: undefined }), prioritas, (semua, sisa, urutan) => {
        const { ikut, tunggu } = pilih(semua, sisa, urutan);
        expect([...tiket(ikut), ...tiket(tunggu)].sort()).toEqual(tiket(semua).sort());
        expect(ikut.length).toBe(Math.min(semua.length, sisa ?? semua.length));
        expect(tiket(ikut)).toEqual([...tiket(ikut)].sort());
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(banyakKasus, fc.nat({ max: 60 }), prioritas, (semua, sisa, urutan) => {
        expect(tiket(pilih([...semua].reverse(), sisa, urutan).ikut)).toEqual(tiket(pilih(semua, sisa, urutan).ikut));
      }),
    );
  });

  it('after some have gone, chooses the rest of the same ones: a closing that goes on takes nobody else', () => {
    fc.assert(
      fc.property(banyakKasus, fc.nat({ max: 60 }), fc.nat({ max: 60 }), prioritas, (semua, sisa, sudah, urutan) => {
        const { ikut } = pilih(semua, sisa, urutan);
        const masuk = new Set(tiket(ikut).slice(0, sudah));
        const belum = semua.filter((satu) => !masuk.has(satu.tiket));
        const lagi = pilih(belum, sisa - masuk.size, urutan);
        expect([...masuk, ...tiket(lagi.ikut)].sort()).toEqual(tiket(ikut).sort());
      }),
    );
  });

  it('never lets somebody wait behind somebody of lower priority', () => {
    const kronis = kasusKosong({ tiket: 'B', alasan: 'Penyakit kronis', dibuat: '2026-11-09T08:00:00+07:00' });
    const lama = kasusKosong({ tiket: 'A', dibuat: '2026-11-01T08:00:00+07:00' });
    expect(tiket(pilih([lama, kronis], 1, ['kronis', 'tanggal']).ikut)).toEqual(['B']);
    expect(tiket(pilih([lama, kronis], 1, ['tanggal', 'kronis']).ikut)).toEqual(['A']);
    const bayi = kasusKosong({ tiket: 'C', tanda: 'bayi', dibuat: '2026-11-10T08:00:00+07:00' });
    expect(tiket(pilih([lama, kronis, bayi], 2, ['bayi', 'kronis', 'tanggal']).tunggu)).toEqual(['A']);
  });
});

describe('what belongs to a month', () => {
  it('is everything of that month and before that can still go, of that route alone', () => {
    fc.assert(
      fc.property(kasus, (satu) => {
        const milik = milikPeriode(satu, 'BGR-U', november);
        if (milik) expect([satu.rute, satu.periode <= '2026-11']).toEqual(['BGR-U', true]);
        if (siapIkut(satu, 'BGR-U', november)) expect([milik, satu.status]).toEqual([true, 'LOLOS']);
        if (satu.rute === 'BGR-U' && satu.periode <= '2026-11' && BELUM_DIPUTUS.includes(satu.status))
          expect(milik).toBe(true);
      }),
    );
  });
});

const baris = (batch: string, keadaan: string, banyak = '0'): BarisBatch =>
  ({ batch, keadaan, baris: banyak, periode: batch.slice(6, 13), rute: batch.slice(0, 5) }) as BarisBatch;

describe('the batch of a month', () => {
  it('is the open one, else the next addendum; other routes and months do not count', () => {
    const semua = [
      baris('BGR-U 2026-11', 'DIKIRIM'),
      baris('BGR-M 2026-11', 'DITUTUP'),
      baris('BGR-U 2026-10', 'TUNTAS'),
    ];
    expect(batchKini('BGR-U', november, []).nama).toBe('BGR-U 2026-11');
    expect(batchKini('BGR-U', november, semua).nama).toBe('BGR-U 2026-11-A1');
    const lagi = [...semua, baris('BGR-U 2026-11-A2', 'DITARIK'), baris('BGR-U 2026-11-A1', 'DITUTUP')];
    expect(batchKini('BGR-U', november, lagi)).toMatchObject({
      nama: 'BGR-U 2026-11-A2',
      baris: { keadaan: 'DITARIK' },
    });
    expect(batchKini('BGR-U', november, [...semua, baris('BGR-U 2026-11-A10', 'DITUTUP')]).nama).toBe(
      'BGR-U 2026-11-A11',
    );
  });

  it('has the places that other batches of the month have left, whatever their route', () => {
    const semua = [
      baris('BGR-U 2026-11', 'DITUTUP', '40'),
      baris('BGR-M 2026-11', 'MENUTUP', '25'),
      baris('BGR-M 2026-11-A1', 'DIAJUKAN_TUTUP', '99'),
      baris('BGR-U 2026-10', 'DITUTUP', '70'),
    ];
    expect(sisaKuota({ kuotaPeriode: 100 }, november, semua, 'BGR-U 2026-11-A1')).toBe(35);
    expect(sisaKuota({ kuotaPeriode: 50 }, november, semua, 'BGR-U 2026-11-A1')).toBe(0);
    expect(sisaKuota({ kuotaPeriode: 100 }, november, semua, 'BGR-M 2026-11')).toBe(60);
    expect(sisaKuota({ kuotaPeriode: undefined }, november, semua, '')).toBeUndefined();
  });
});
