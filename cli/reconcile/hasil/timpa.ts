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

/** Options that name files: what is read, then what is written. */
const MASUKAN = ['register', 'pengaturan'] as const;
const KELUARAN = ['keluaran', 'html', 'xlsx', 'csv', 'rencana'] as const;
type OpsiBerkas = { readonly [opsi in (typeof MASUKAN | typeof KELUARAN)[number]]?: string | undefined };

/**
 * @param berkas what is read besides what the options name
 * @throws UserError code 2, before anything is read
 */
export function periksaTimpa(berkas: readonly string[], semua: OpsiBerkas): void {
  const ada = (nama: keyof OpsiBerkas) => {
    const path = semua[nama];
    return path === undefined ? [] : [{ opsi: `--${nama}`, path }];
  };
  const ditulis = KELUARAN.flatMap(ada);
  const dibaca = [...berkas, ...MASUKAN.flatMap(ada).map(({ path }) => path)].filter((path) => path !== '-');
  const salah = ditulis.flatMap(({ opsi, path }, i) => {
    if (dibaca.some((satu) => isSatuBerkas(satu, path))) {
      return [`${opsi} ${path} adalah berkas yang dibaca; isinya akan hilang. Pakai nama lain.`];
    }
    const sama = ditulis.slice(0, i).find((satu) => isSatuBerkas(satu.path, path));
    return sama ? [`${opsi} dan ${sama.opsi} menyebut berkas yang sama, ${path}. Pakai nama lain.`] : [];
  });
  if (salah.length > 0) throw new UserError(EXIT.usage, salah.join('\n'));
}
