/** Ageing: days that pass, thresholds they reach, and what follows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cekUlang, jatuhTempo, tindakanKembali, umpanBalik } from '#domain/periode/menunggu.ts';
import { ambangTercapai, hariKerjaAntara, kelompokUmur, umur } from '#domain/periode/umur.ts';
import { isHariKerja } from '#domain/waktu/jam-kerja.ts';
import { tambahHari } from '#domain/waktu/tanggal.ts';
import { tgl } from './support/buat.ts';
import { LIBUR_2026, TANPA_LIBUR } from './support/libur-2026.ts';

describe('age', () => {
  it.each([
    ['2026-03-17', '2026-03-17', 0, 0],
    ['2026-03-17', '2026-03-24', 7, 0],
    ['2026-03-17', '2026-03-25', 8, 1],
    ['2026-03-20', '2026-03-25', 5, 1],
    ['2026-12-18', '2027-01-04', 17, 9],
    ['2026-03-17', '2026-03-01', 0, 0],
  ])('from %s to %s is %i days, %i working days', (dari, sampai, hari, hariKerja) => {
    expect(umur(tgl(dari), tgl(sampai), LIBUR_2026)).toEqual({ hari, hariKerja });
  });

  it('in working days equals counting them one by one', () => {
    const day = fc.integer({ min: -20_000, max: 800 }).map((n) => tambahHari(tgl('2026-01-01'), n));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 500 }), fc.boolean(), (dari, length, holidays) => {
        const libur = holidays ? LIBUR_2026 : TANPA_LIBUR;
        let counted = 0;
        for (let n = 1; n <= length; n += 1) if (isHariKerja(tambahHari(dari, n), libur)) counted += 1;
        expect(hariKerjaAntara(dari, tambahHari(dari, length), libur)).toBe(counted);
      }),
    );
  });

  it.each([
    [0, undefined, '0-9 hari'],
    [9, undefined, '0-9 hari'],
    [10, 10, '10-19 hari'],
    [19, 10, '10-19 hari'],
    [20, 20, '20 hari atau lebih'],
    [400, 20, '20 hari atau lebih'],
  ])('of %i days has reached %s and is in "%s"', (hari, reached, bucket) => {
    expect(ambangTercapai(hari, [20, 10])).toBe(reached);
    expect(kelompokUmur(hari, [20, 10])).toBe(bucket);
  });
});

describe('an unanswered batch', () => {
  const state = (date: string) => {
    const { surat, jatuhTempo: due, lewat } = umpanBalik(tgl('2026-04-20'), tgl(date), LIBUR_2026);
    return [surat, due, lewat];
  };

  it.each([
    ['2026-04-29', undefined, false],
    ['2026-04-30', 10, false],
    ['2026-05-09', 10, false],
    ['2026-05-10', 20, false],
    ['2026-05-20', 20, false],
    ['2026-05-21', 20, true],
  ])('sent on 20 April is on %s at letter %s, overdue %s', (date, surat, lewat) => {
    expect(state(date)).toEqual([surat, '2026-05-20', lewat]);
  });

  it('follows other thresholds and service times', () => {
    const lama = { satuan: 'HARI_KERJA', jumlah: 5 } as const;
    expect(umpanBalik(tgl('2026-03-17'), tgl('2026-04-01'), LIBUR_2026, [3], lama)).toEqual({
      umur: { hari: 15, hariKerja: 6 },
      surat: 3,
      jatuhTempo: '2026-03-31',
      lewat: true,
    });
  });

  it.each([
    ['2026-02-20', '2026-03-25'],
    ['2026-01-31', '2026-03-02'],
    ['2026-12-18', '2027-01-18'],
  ])('one working month from %s is %s', (sent, due) => {
    expect(jatuhTempo(tgl(sent), { satuan: 'BULAN_KERJA', jumlah: 1 }, LIBUR_2026)).toBe(due);
  });
});

describe('a suspended row', () => {
  it('is looked at after a week, moved to a working day; an emergency on the next working day', () => {
    const date = tgl('2026-03-13');
    expect(cekUlang(date, false, LIBUR_2026)).toEqual({ cekUlang: '2026-03-25', eskalasi: '2026-04-12' });
    expect(cekUlang(date, true, LIBUR_2026)).toEqual({ cekUlang: '2026-03-16', eskalasi: '2026-04-12' });
    const rule = { hari: 1, hariKerjaDarurat: 4, hariEskalasi: 2 };
    expect(cekUlang(date, false, TANPA_LIBUR, rule)).toEqual({ cekUlang: '2026-03-16', eskalasi: '2026-03-15' });
    expect(cekUlang(date, true, LIBUR_2026, rule).cekUlang).toBe('2026-03-26');
  });
});

describe('a returned row', () => {
  const start = tgl('2026-02-01');
  const onDay = (days: number, emergency = false) => tindakanKembali(start, tambahHari(start, days), emergency);

  it.each([
    [-1, undefined],
    [6, undefined],
    [7, { jenis: 'INGATKAN', hari: 7 }],
    [13, { jenis: 'INGATKAN', hari: 7 }],
    [14, { jenis: 'INGATKAN', hari: 14 }],
    [59, { jenis: 'INGATKAN', hari: 14 }],
    [60, { jenis: 'TUTUP' }],
    [900, { jenis: 'TUTUP' }],
  ])('needs after %i days: %j', (days, action) => {
    expect(onDay(days)).toEqual(action);
  });

  it('of an emergency is left to a person', () => {
    expect([7, 14, 60, 900].map((days) => onDay(days, true))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('follows other thresholds', () => {
    const rule = { ingatkan: [2], tutup: 5 };
    const actions = [1, 2, 4, 5].map((days) => tindakanKembali(start, tambahHari(start, days), false, rule)?.jenis);
    expect(actions).toEqual([undefined, 'INGATKAN', 'INGATKAN', 'TUTUP']);
  });
});
