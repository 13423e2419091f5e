/** Names of the register come from the glossary: a new word is a decision, not an accident. */
import { describe, expect, it } from 'vitest';
import { GLOSARIUM } from '#domain/glosarium.ts';
import { ID_KOLOM_KASUS } from '#domain/kolom/kasus.ts';
import { AKSI } from '#domain/usulan/aturan.ts';
import { STATUS } from '#domain/usulan/status.ts';
import { TANDA } from '#domain/usulan/tanda.ts';

const words = (names: readonly string[]) => names.flatMap((name) => name.toLowerCase().split('_'));

describe('the glossary', () => {
  it.each([
    ['columns', ID_KOLOM_KASUS],
    ['statuses', STATUS],
    ['actions', AKSI],
    ['flags', Object.keys(TANDA)],
  ])('explains every word in the names of %s', (_what, names) => {
    const unknown = words(names).filter((word) => !(word in GLOSARIUM) && !/^\d+jam$/.test(word));
    expect(unknown).toEqual([]);
  });

  it('has no word that no name uses', () => {
    const used = new Set(words([...ID_KOLOM_KASUS, ...STATUS, ...AKSI, ...Object.keys(TANDA)]));
    expect(Object.keys(GLOSARIUM).filter((word) => !used.has(word))).toEqual([]);
  });
});
