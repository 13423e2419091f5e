/** Reminders before cut-offs, under ticks that are skipped, late or doubled; cut-offs explained in sentences. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUTOFF_BAWAAN } from '#domain/periode/cutoff.ts';
import { pengingat, pengingatBerlaku } from '#domain/periode/pengingat.ts';
import { kalimatMasuk, penjelasan } from '#domain/periode/penjelasan.ts';
import { isHariKerja } from '#domain/waktu/jam-kerja.ts';
import { tambahHari } from '#domain/waktu/tanggal.ts';
import { tgl } from './support/buat.ts';
import { LIBUR_2026 } from './support/libur-2026.ts';
import { prd } from './support/periode.ts';

const { kelurahan, dinkes, bantul } = CUTOFF_BAWAAN;
const keys = (date: string, cutoff = kelurahan) => pengingatBerlaku(tgl(date), cutoff, LIBUR_2026).map((r) => r.kunci);

describe('reminders', () => {
  it.each([
    ['2026-01', kelurahan, '2026-01-06', '2026-01-08'],
    ['2026-03', dinkes, '2026-03-12', '2026-03-16'],
    ['2026-05', CUTOFF_BAWAAN.dinsos, '2026-05-08', '2026-05-12'],
    ['2026-08', dinkes, '2026-08-14', '2026-08-19'],
    ['2026-11', kelurahan, '2026-11-05', '2026-11-09'],
  ])('of %s count working days before the work target', (periode, cutoff, h3, h1) => {
    const dates = pengingat(prd(periode), cutoff, LIBUR_2026).map((r) => [r.kode, r.tanggal]);
    expect(dates).toEqual([
      ['H-3', h3],
      ['H-1', h1],
    ]);
  });

  it('take their days from the settings, in any order, and never fall on a day off', () => {
    const cutoff = { ...dinkes, hariPengingat: [1, 5, 2] };
    const list = pengingat(prd('2026-03'), cutoff, LIBUR_2026);
    expect(list.map((r) => r.kode)).toEqual(['H-5', 'H-2', 'H-1']);
    expect(list.every((r) => isHariKerja(r.tanggal, LIBUR_2026))).toBe(true);
  });

  it.each([
    ['2026-01-05', []],
    ['2026-01-06', ['pengingat|kelurahan|2026-01|H-3']],
    ['2026-01-07', ['pengingat|kelurahan|2026-01|H-3']],
    ['2026-01-08', ['pengingat|kelurahan|2026-01|H-1']],
    ['2026-01-09', ['pengingat|kelurahan|2026-01|H-1']],
    ['2026-01-10', ['pengingat|kelurahan|2026-01|H-1']],
    ['2026-01-11', []],
  ])('in force on %s: %j', (date, expected) => {
    expect(keys(date)).toEqual(expected);
  });

  it('go on until a target after the legal date, and begin in the month before for a limit on the 1st', () => {
    expect(keys('2026-03-25', { ...dinkes, aturanLibur: 'SESUDAH' })).toEqual(['pengingat|dinkes|2026-03|H-1']);
    expect(keys('2026-03-26', { ...dinkes, aturanLibur: 'SESUDAH' })).toEqual([]);
    expect(keys('2026-03-30', { ...dinkes, hari: 1 })).toEqual(['pengingat|dinkes|2026-04|H-3']);
    expect(keys('2026-03-02', { ...bantul, hari: 31, aturanLibur: 'SESUDAH' })).toEqual([
      'pengingat|bantul|2026-02|H-1',
    ]);
  });

  it('are sent once each however often and late the tick runs', () => {
    const ticks = fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 200 });
    fc.assert(
      fc.property(ticks, (days) => {
        const ordered = [...days].sort((a, b) => a - b);
        const run = (list: readonly number[]) => {
          const ledger = new Set<string>();
          for (const day of list)
            for (const one of pengingatBerlaku(tambahHari(tgl('2026-01-01'), day), dinkes, LIBUR_2026))
              ledger.add(one.kunci);
          return [...ledger];
        };
        expect(run(ordered.flatMap((day) => [day, day]))).toEqual(run([...new Set(ordered)]));
      }),
    );
  });

  it('all go out in a year whose ticks skip every second day', () => {
    const sent = new Set<string>();
    for (let day = 0; day < 365; day += 2)
      for (const one of pengingatBerlaku(tambahHari(tgl('2026-01-01'), day), kelurahan, LIBUR_2026))
        sent.add(one.kunci);
    expect(sent.size).toBe(24);
  });
});

describe('the explanation of a cut-off', () => {
  it('of 20 March 2026 names limit, target, reasons, reminders and what happens later', () => {
    const names = new Map([[tgl('2026-03-20'), 'Idulfitri']]);
    const { batas, target, kalimat } = penjelasan(prd('2026-03'), dinkes, LIBUR_2026, names);
    expect([batas, target]).toEqual(['2026-03-20T23:59:59+07:00', '2026-03-17']);
    expect(kalimat).toEqual([
      'Batas resmi Dinas Kesehatan menyerahkan data ke BPJS Kesehatan periode Maret 2026 (BGR-17): ' +
        'Jumat, 20 Maret 2026 pukul 23.59 WIB.',
      'Target kerja Selasa, 17 Maret 2026 (hari kerja terakhir sebelumnya) karena 20 Maret 2026 hari libur atau cuti ' +
        'bersama (Idulfitri) dan 18 Maret 2026 sampai 20 Maret 2026 bukan hari kerja.',
      'Pengingat: H-3 Kamis, 12 Maret 2026; H-1 Senin, 16 Maret 2026 (dihitung hari kerja).',
      'Yang masuk mulai 21 Maret 2026 pukul 00.00 WIB ikut periode April 2026.',
    ]);
  });

  it.each([
    ['2026-02', kelurahan, 'Target kerja Selasa, 10 Februari 2026, sama dengan batas resmi karena hari kerja.'],
    [
      '2026-01',
      kelurahan,
      'Target kerja Jumat, 9 Januari 2026 (hari kerja terakhir sebelumnya) karena 10 Januari 2026 hari Sabtu.',
    ],
    [
      '2026-03',
      { ...dinkes, aturanLibur: 'TETAP' as const },
      'Target kerja Jumat, 20 Maret 2026: 20 Maret 2026 hari libur atau cuti bersama, tetapi pengaturan kantor tidak menggeser target.',
    ],
    [
      '2026-03',
      { ...dinkes, aturanLibur: 'SESUDAH' as const },
      'Target kerja Rabu, 25 Maret 2026 (hari kerja pertama sesudahnya) karena 20 Maret 2026 hari libur atau cuti bersama dan 20 Maret 2026 sampai 24 Maret 2026 bukan hari kerja.',
    ],
  ])('of %s says why the target is that day', (periode, cutoff, sentence) => {
    expect(penjelasan(prd(periode), cutoff, LIBUR_2026).kalimat[1]).toBe(sentence);
  });

  it('in December names January of the next year', () => {
    expect(penjelasan(prd('2026-12'), kelurahan, LIBUR_2026).kalimat.at(-1)).toBe(
      'Yang masuk mulai 11 Desember 2026 pukul 00.00 WIB ikut periode Januari 2027.',
    );
  });

  it('names the internal limit of Bantul on a working day', () => {
    expect(penjelasan(prd('2026-05'), bantul, LIBUR_2026).kalimat[2]).toContain('Batas internal Rabu, 13 Mei 2026;');
  });
});

describe('a sender', () => {
  it('who comes late is told the limit that passed, the new period and its dates', () => {
    expect(kalimatMasuk(prd('2027-01'), true, kelurahan, LIBUR_2026)).toBe(
      'Usulan masuk sesudah batas 10 Desember 2026, sehingga diproses pada periode Januari 2027: ' +
        'batas 10 Januari 2027 pukul 23.59 WIB, target kerja Jumat, 8 Januari 2027.',
    );
  });

  it('who is in time is told the period and its limit', () => {
    expect(kalimatMasuk(prd('2026-12'), false, kelurahan, LIBUR_2026)).toBe(
      'Usulan masuk periode Desember 2026: batas 10 Desember 2026 pukul 23.59 WIB.',
    );
  });
});
