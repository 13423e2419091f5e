/** Phone numbers as people write them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hp, hpLokal, parseHp, samarkanHp } from '#domain/hp/hp.ts';
import { kode } from './support/buat.ts';

describe('parseHp', () => {
  it.each<[unknown, string]>([
    ['081234567890', '+6281234567890'],
    ['0812-3456-7890', '+6281234567890'],
    ['0812 3456 7890', '+6281234567890'],
    ['(0812) 3456.7890', '+6281234567890'],
    ['6281234567890', '+6281234567890'],
    ['+62 812-3456-7890', '+6281234567890'],
    ['+62 (0)812 3456 7890', '+6281234567890'],
    ['006281234567890', '+6281234567890'],
    ['62081234567890', '+6281234567890'],
    ['81234567890', '+6281234567890'],
    ["'081234567890", '+6281234567890'],
    ['\u202A+6281234567890\u202C', '+6281234567890'],
    [81234567890, '+6281234567890'],
    ['0812345678', '+62812345678'],
    ['0812345678901', '+62812345678901'],
  ])('%s', (masukan, hp) => {
    expect(parseHp(masukan)).toEqual({ hp, temuan: [] });
  });

  it.each<[unknown, string[], string | undefined]>([
    ['0274-367509', ['W_HP_RUMAH'], '+62274367509'],
    ['+62 251 8321075', ['W_HP_RUMAH'], '+622518321075'],
    ['0621 21234', ['W_HP_RUMAH'], '+6262121234'],
    ['0844 1234 5678', ['W_HP_AWALAN'], '+6284412345678'],
    ['', ['E_HP_KOSONG'], undefined],
    [' - ', ['E_HP_KOSONG'], undefined],
    ['081234567', ['E_HP_PANJANG'], undefined],
    ['08123456789012', ['E_HP_PANJANG'], undefined],
    ['0812345678/0813456789', ['E_HP_PANJANG'], undefined],
    ['0274 12', ['E_HP_PANJANG'], undefined],
    ['0274 123456789', ['E_HP_PANJANG'], undefined],
    ['+60 12 345 6789', ['E_HP_ASING'], undefined],
    ['0060123456789', ['E_HP_ASING'], undefined],
    ['tidak punya', ['E_HP_FORMAT'], undefined],
    ['0812+3456789', ['E_HP_FORMAT'], undefined],
    ['274367509', ['E_HP_FORMAT'], undefined],
    ['0112345678', ['E_HP_FORMAT'], undefined],
    [8.1e30, ['E_HP_FORMAT'], undefined],
    [null, ['E_HP_FORMAT'], undefined],
  ])('%s', (masukan, harapan, hp) => {
    const hasil = parseHp(masukan);
    expect([kode(hasil.temuan), hasil.hp]).toEqual([harapan, hp]);
    for (const satu of hasil.temuan) expect(satu.tingkat).toBe(satu.kode.startsWith('E_') ? 'galat' : 'peringatan');
  });

  it('keeps what it has written itself, and gives the local form back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^08[1235789]\d{7,10}$/), (lokal) => {
        const { hp } = parseHp(lokal);
        expect(parseHp(hp).hp).toBe(hp);
        expect(hpLokal(String(hp) as Hp)).toBe(lokal);
      }),
    );
  });
});

describe('samarkanHp', () => {
  it('shows operator and last two digits only', () => {
    expect(samarkanHp('+6281234567890')).toBe('+62812******90');
    expect(samarkanHp('081234567890')).toBe('************');
    expect(samarkanHp('')).toBe('');
    fc.assert(
      fc.property(fc.stringMatching(/^\+?\d{0,20}$/), (teks) => {
        expect(samarkanHp(teks)).toMatch(/^(?:\+62\d{3}\*{3,7}\d{2}|\*{0,15})$/);
      }),
    );
  });
});
