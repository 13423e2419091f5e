/** Chance that is the same in every run. */

/** @returns a function that gives numbers from 0 up to 1 (mulberry32) */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of several outcomes by weight. */
export function draw<T extends string>(roll: number, weights: Readonly<Record<T, number>>): T {
  let rest = roll * Object.values<number>(weights).reduce((sum, weight) => sum + weight, 0);
  const names = Object.keys(weights) as T[];
  for (const name of names) {
    rest -= weights[name];
    if (rest < 0) return name;
  }
  return names.at(-1) as T;
}
