/** Keeps results from taking the place of what they were made from: a result has not all columns of its input. */
import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { EXIT, UserError } from '../../errors.ts';

/** One name for a file however it is written; a file that is not there yet by the folder it will lie in. */
function sebutanAsli(path: string): string {
  const utuh = resolve(path);
  for (const baca of [() => realpathSync(utuh), () => join(realpathSync(dirname(utuh)), basename(utuh))]) {
    try {
      return baca();
    } catch {
      // Not there: the next way, or whoever opens it says so.
    }
  }
  return utuh;
}

/** Two names of one file on disk. */
function isSatuBerkas(a: string, b: string): boolean {
  if (sebutanAsli(a) === sebutanAsli(b)) return true;
  const [satu, dua] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false, bigint: true }));
  return satu !== undefined && dua !== undefined && satu.ino === dua.ino && satu.dev === dua.dev;
}

/**
 * @param masukan files that are read; `-` and what was not named are left out
 * @param keluaran files that will be written, by their options
 * @throws UserError code 2, before anything is read
 */
export function periksaTimpa(
  masukan: readonly (string | undefined)[],
  keluaran: Readonly<Record<`--${string}`, string | undefined>>,
): void {
  const ditulis = Object.entries(keluaran).flatMap(([opsi, path]) => (path === undefined ? [] : [{ opsi, path }]));
  const dibaca = masukan.filter((path) => path !== undefined && path !== '-') as string[];
  const salah = ditulis.flatMap(({ opsi, path }, i) => {
    if (dibaca.some((satu) => isSatuBerkas(satu, path))) {
      return [`${opsi} ${path} adalah berkas yang dibaca; isinya akan hilang. Pakai nama lain.`];
    }
    const sama = ditulis.slice(0, i).find((satu) => isSatuBerkas(satu.path, path));
    return sama ? [`${opsi} dan ${sama.opsi} menyebut berkas yang sama, ${path}. Pakai nama lain.`] : [];
  });
  if (salah.length > 0) throw new UserError(EXIT.usage, salah.join('\n'));
}
