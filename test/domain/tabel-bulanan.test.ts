/** The tables of moves of the monthly routes: who may do what, and that every move names its clause. */
import { describe, expect, it } from 'vitest';
import { ATURAN_RUTE } from '#domain/usulan/aksi.ts';
import type { Aksi, AturanAksi, Pelaku } from '#domain/usulan/aturan.ts';
import { RUTE } from '#domain/usulan/rute.ts';
import { STATUS, sudahAkhir } from '#domain/usulan/status.ts';

const moves = RUTE.flatMap((rute) =>
  (Object.entries(ATURAN_RUTE[rute]) as [Aksi, AturanAksi][]).map(([aksi, aturan]) => ({ rute, aksi, aturan })),
);
const mayDo = (who: Pelaku) =>
  new Set(moves.filter(({ aturan }) => aturan.pelaku.includes(who)).map(({ aksi }) => aksi));

describe('the tables of moves', () => {
  it.each(moves)('$rute $aksi names a clause, somebody who does it, and moves between statuses', ({ aksi, aturan }) => {
    expect(aturan.klausul).toMatch(/^(BGR|BTL-[GND]|S)-\d\d/);
    expect(aturan.pelaku.length).toBeGreaterThan(0);
    expect(aturan.dari.length > 0 || aksi === 'AJUKAN').toBe(true);
    for (const status of aturan.dari) expect(STATUS).toContain(status);
  });

  it('leave a case that has ended only by a new attempt or by its sender', () => {
    const leaving = moves.filter(({ aturan }) => aturan.dari.some(sudahAkhir)).map(({ aksi }) => aksi);
    expect(new Set(leaving)).toEqual(new Set(['REVISI', 'AJUKAN_ULANG']));
  });

  it('pendukung may send and correct, and decides nothing (BGR-22)', () => {
    expect(mayDo('pendukung')).toEqual(new Set(['AJUKAN', 'REVISI', 'CATAT_KIS']));
  });

  it('other offices do their own step only', () => {
    expect(mayDo('kecamatan')).toEqual(new Set(['KETAHUI']));
    expect(mayDo('disdukcapil')).toEqual(new Set(['PERIKSA']));
    expect(mayDo('dinkes')).toEqual(new Set(['KIRIM_BPJS', 'CATAT_HASIL']));
    expect(mayDo('bpjs')).toEqual(new Set(['CATAT_HASIL']));
    expect(mayDo('loket')).toEqual(new Set(['AJUKAN', 'REVISI', 'SARING', 'KEMBALIKAN']));
  });
});
