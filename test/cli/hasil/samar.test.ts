/** What of numbers of people a page shows that does not show them whole. */
import { describe, expect, it } from 'vitest';
import { KOLOM_ORANG, type Orang } from '#domain/cocok/orang.ts';
import { samarkan } from '../../../cli/reconcile/hasil/samar.ts';

const NIK = '3402014705929013';
const orang = (nik: string) => ({ ...Object.fromEntries(KOLOM_ORANG.map((kolom) => [kolom, ''])), nik }) as Orang;
const shown = (nik: string, ...candidates: string[]) => {
  const { orang: satu, calon } = samarkan(
    { orang: orang(nik), calon: candidates.map((candidate) => ({ orang: orang(candidate) })) },
    false,
  );
  return [satu, ...calon.map((candidate) => candidate.orang)].map((person) => person.nik);
};

describe('the middle of a number', () => {
  it('is hidden except where two differ by a slip', () => {
    expect(shown(NIK, '3402014708929013')).toEqual(['340201•••5••9013', '340201•••8••9013']);
    expect(shown(NIK)).toEqual(['340201••••••9013']);
  });

  it('is hidden of quite different numbers', () => {
    expect(shown(NIK, '3402010811779011')).toEqual(['340201••••••9013', '340201••••••9011']);
  });

  it('looks the same where it is the same', () => {
    const [row, , same] = shown(NIK, '3402014708929013', NIK);
    expect(same).toBe(row);
  });
});
