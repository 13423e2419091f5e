/** Ends of lines as the WebAssembly module finds them, against a plain loop over the bytes. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Garis } from '../../../cli/reconcile/pencari/garis.ts';
import { GARIS } from '../../../cli/reconcile/pencari/garis-wasm.ts';
import { rakit } from '../../../scripts/wasm/rakit.ts';

const WAT = new URL('../../../cli/reconcile/pencari/garis.wat', import.meta.url);
const ROOM = 4096;

it('is made of the text beside it', async () => {
  const made = await rakit(readFileSync(WAT, 'utf8'));
  expect(Buffer.from(made).toString('base64')).toBe(GARIS);
});

/** The same outcome, one byte after the other. */
function plain(bytes: Uint8Array, separator: number, wanted: number) {
  const ends: number[] = [];
  const kinds = new Set<string>();
  let [separators, odd] = [0, false];
  for (const [i, byte] of bytes.entries()) {
    const afterCr = bytes[i - 1] === 13;
    if (byte === separator) separators += 1;
    odd ||= byte === 34 || byte === 0 || (afterCr && byte !== 10);
    if (byte !== 10) continue;
    kinds.add(afterCr ? 'crlf' : 'lf');
    ends.push(odd || separators !== wanted ? ~(i + 1) : i + 1);
    [separators, odd] = [0, false];
  }
  return { ends, lf: kinds.has('lf'), crlf: kinds.has('crlf') };
}

it('finds the lines of any bytes, from any place on', () => {
  const garis = new Garis(ROOM);
  const byte = fc.constantFrom(...Buffer.from('a1 ,,,;"\r\n\n\0é'));
  fc.assert(
    fc.property(
      fc.array(byte, { maxLength: 200 }),
      fc.nat(20),
      fc.constantFrom(',', ';'),
      fc.nat(4),
      (bytes, from, separator, wanted) => {
        // What stands behind the piece is of another one.
        garis.bita.fill(10, from + bytes.length, from + bytes.length + 40);
        garis.bita.set(bytes, from);
        const found = garis.cari(from, from + bytes.length, separator.charCodeAt(0), wanted);
        const { ends, lf, crlf } = plain(Uint8Array.from(bytes), separator.charCodeAt(0), wanted);
        expect([...found.akhir].map((end) => (end < 0 ? ~(~end - from) : end - from))).toEqual(ends);
        expect(found.macam).toBe((lf ? 1 : 0) + (crlf ? 2 : 0));
      },
    ),
    { numRuns: 3_000 },
  );
});
