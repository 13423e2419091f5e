/** Where the columns of a tab are now, compared with where they were: a header may be lost while its column stays. */
import type { Tab } from '#domain/kolom/tab.ts';
import type { Tajuk } from './baca.ts';

/**
 * A column whose header is lost counts as still there if nothing else has moved and no other known header took its
 * place; otherwise it is gone and missing from the answer.
 */
export function tajukSekarang(tab: Tab, kepala: readonly string[], dulu: Tajuk): Tajuk {
  const kenal = tab.kolom.map(({ id }) => id);
  const kini = new Map<string, number>();
  kepala.forEach((sel, indeks) => {
    const id = sel.trim();
    // Of two equal headers the one that stands where it stood is the column.
    if (kenal.includes(id) && (!kini.has(id) || dulu.get(id) === indeks)) kini.set(id, indeks);
  });
  const bergeser = [...kini].some(([id, indeks]) => dulu.get(id) !== indeks);
  for (const id of bergeser ? [] : kenal) {
    const indeks = dulu.get(id);
    if (!kini.has(id) && indeks !== undefined && !kenal.includes((kepala[indeks] ?? '').trim())) kini.set(id, indeks);
  }
  return kini;
}

export const samaLetak = (dulu: Tajuk, kini: Tajuk): boolean =>
  [...dulu].every(([id, indeks]) => kini.get(id) === indeks);
