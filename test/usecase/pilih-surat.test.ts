/** Which mail goes first when the day's quota does not suffice for all. */
import { describe, expect, it } from 'vitest';
import { type BarisSurat, pilihSurat } from '#usecase/kirim.ts';
import { wkt } from '../domain/support/buat.ts';

const KINI = wkt('2026-11-30 10:00');

const surat = (tiket: string, dibuat: string): BarisSurat => ({
  ...{ kunci: `${tiket} ${dibuat}`, keadaan: 'ANTRE', dibuat, tiket, kepada: 'pic@rs.test', subjek: '', isi: '' },
  ...{ kali: '0', berikutnya: '' },
});

describe('mail that waits', () => {
  const monthly = Array.from({ length: 5 }, (_, n) => surat(`BGR-U-2026-00000${n}`, `2026-11-30T08:0${n}:00+07:00`));
  const emergency = surat('BTL-D-2026-000001', '2026-11-30T09:00:00+07:00');
  const warning = surat('-', '2026-11-30T09:30:00+07:00');

  it('about emergencies and to admins overtakes a file of monthly answers; within each the oldest goes first', () => {
    const sent = pilihSurat([...monthly.toReversed(), warning, emergency], KINI, 4);
    expect(sent).toEqual([emergency, warning, ...monthly.slice(0, 2)]);
  });

  it('is not more than the quota, and none without one', () => {
    expect(pilihSurat(monthly, KINI, 0)).toEqual([]);
    expect(pilihSurat(monthly, KINI, -3)).toEqual([]);
  });
});
