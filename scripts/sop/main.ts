/**
 * Prints for every clause of the two SOPs, and every case on which they are silent, where it is built and which test
 * shows it. A clause without code or test, a file that is gone, or a name that no longer stands in it fails.
 */
import { readFileSync } from 'node:fs';
import type { Klausul } from './jenis.ts';
import { BANYAK_KLAUSUL, KLAUSUL } from './klausul.ts';

const read = new Map<string, string>();

function text(file: string): string | undefined {
  try {
    const known = read.get(file) ?? readFileSync(file, 'utf8');
    read.set(file, known);
    return known;
  } catch {
    return undefined;
  }
}

/** What is wrong with a reference `file#what stands in it`; undefined when it is true. */
function broken(reference: string): string | undefined {
  const [file = '', ...rest] = reference.split('#');
  const wanted = rest.join('#');
  const content = text(file);
  if (content === undefined) return `${file} does not exist`;
  if (wanted === '') return `${reference} names nothing in its file`;
  return content.includes(wanted) ? undefined : `"${wanted}" is not in ${file}`;
}

function problems({ id, kode, uji, tidakDibangun }: Klausul): string[] {
  const missing =
    tidakDibangun === undefined && (kode.length === 0 || uji.length === 0) ? [`${id}: no code or no test`] : [];
  const references = [...kode, ...uji].flatMap((reference) => {
    const why = broken(reference);
    return why ? [`${id}: ${why}`] : [];
  });
  return [...missing, ...references];
}

const found: string[] = [];
for (const klausul of KLAUSUL) {
  const { id, isi, kode, uji, tidakDibangun } = klausul;
  console.log(`${id}  ${isi}`);
  for (const one of kode) console.log(`    kode ${one}`);
  for (const one of uji) console.log(`    uji  ${one}`);
  if (tidakDibangun !== undefined) console.log(`    tidak dibangun: ${tidakDibangun}`);
  found.push(...problems(klausul));
}
for (const [kind, { banyak, pola }] of Object.entries(BANYAK_KLAUSUL)) {
  const ids = new Set(KLAUSUL.map(({ id }) => id).filter((id) => pola.test(id)));
  if (ids.size !== banyak) found.push(`${kind}: ${ids.size} of ${banyak}`);
}
for (const problem of found) console.error(problem);
const built = KLAUSUL.filter(({ tidakDibangun }) => tidakDibangun === undefined).length;
console.log(`${built} built, ${KLAUSUL.length - built} deliberately not, ${found.length} problems`);
if (found.length > 0) process.exitCode = 1;
