/** Where Ctrl and an arrow lead, as in Sheets: to the end of the filled cells, or to the next filled one. */

/**
 * @param filled whether a place holds something
 * @param at where the selection is @param length number of places @param step 1 or -1
 */
export function edge(filled: (place: number) => boolean, at: number, length: number, step: 1 | -1): number {
  const exists = (place: number) => place >= 0 && place < length;
  let place = at + step;
  if (!exists(place)) return at;
  if (filled(at) && filled(place)) {
    while (exists(place + step) && filled(place + step)) place += step;
    return place;
  }
  while (exists(place + step) && !filled(place)) place += step;
  return place;
}
