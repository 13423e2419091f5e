/** Lines of a large CSV whose NIK is asked for, found by threads, or the file left to a reader that knows more. */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BerkasDicari, Regu } from '../../../cli/reconcile/pencari/cari.ts';
import { KumpulanNik } from '../../../cli/reconcile/pencari/kumpulan-nik.ts';

const dir = mkdtempSync(join(tmpdir(), 'pbi-cari-'));
/** More than two pieces. */
const ROWS = 200_000;
const nik = (n: number): string => `${320_101_010_000 + Math.floor(n / 1000)}${9000 + (n % 1000)}`;
const WIDE = 'NAMA YANG CUKUP PANJANG SUPAYA BERKASNYA BESAR';
/** Quoted fields with separators and doubled quotes, and letters of several bytes. */
const NAMES = [WIDE, `"${WIDE}, S.PD"`, `"${WIDE} ""BUDI"" , SE"`, 'ÑAMA É', '', '""'];
const name = (n: number): string => NAMES[n % NAMES.length] ?? '';

const plain = { pemisah: ',', lebar: 3, nik: 0, dataLine: 2 };
let files = 0;
function file(lines: readonly string[], shape: Partial<BerkasDicari> = {}, end = '\n', last = end): BerkasDicari {
  files += 1;
  const path = join(dir, `${files}.csv`);
  writeFileSync(path, `judul${end}${lines.join(end)}${last}`);
  return { path, ...plain, ...shape };
}

/** @returns the copied text, or undefined */
async function search(asked: BerkasDicari, wanted: Iterable<string>, henti = new AbortController().signal) {
  const all = [...wanted];
  const set = KumpulanNik.untuk(all.length);
  for (const one of all) set.tambah(one);
  const out = join(dir, 'hasil.csv');
  return (await new Regu(2).cari(asked, set, out, { henti })) ? readFileSync(out, 'utf8') : undefined;
}

const some = Array.from({ length: ROWS }, (_, n) => n).filter((n) => n % 977 === 0 || n === ROWS - 1);
const wanted = [...some.map(nik), nik(ROWS + 5), '9999999999999999'];
const all = (line: (n: number) => string): string[] => Array.from({ length: ROWS }, (_, n) => line(n));

describe('the lines that are asked for', () => {
  const ways: [string, (n: number) => string, Partial<BerkasDicari>, string?, string?][] = [
    ['the NIK first', (n) => `${nik(n)},${name(n)},x`, {}],
    ['the NIK behind quoted fields', (n) => `${name(n)},${name(n + 1)},${nik(n)}`, { nik: 2 }],
    ['the NIK in quotes', (n) => `${n},"${nik(n)}",${name(n)}`, { nik: 1 }],
    ['semicolons', (n) => `${nik(n)};A,B,C,D;x`, { pemisah: ';' }],
    ['CR and LF', (n) => `${nik(n)},${name(n)},x`, {}, '\r\n'],
    ['no end of the last line', (n) => `${nik(n)},${name(n)},${WIDE}`, {}, '\n', ''],
    ['one column only', (n) => nik(n), { lebar: 1 }],
  ];
  it.each(ways)('with %s', async (_, line, shape, end = '\n', last = end) => {
    const expected = some.map(line).join(end) + last;
    expect(await search(file(all(line), shape, end, last), wanted)).toBe(expected);
  });

  it('are not those whose number is longer, shorter, or no number', async () => {
    const odd = [`${nik(1)}0,a,b`, `${nik(1).slice(1)},a,b`, `${nik(1).slice(0, 15)}X,a,b`, ',a,b'];
    expect(await search(file(odd), [nik(1)])).toBe('');
  });

  it('are those too whose number is written with something in it', async () => {
    const dotted = nik(1).replace(/^(..)(..)(.{8})/, '$1.$2-$3 ');
    const written = [` ${nik(1)},a,b`, `'${nik(1)},a,b`, `"${dotted}",a,b`, `${nik(1)}\u00A0,a,b`];
    expect(await search(file([...written, `'${nik(2)},a,b`]), [nik(1)])).toBe(`${written.join('\n')}\n`);
  });

  it('are all of them, twice where they stand twice', async () => {
    // Of 64 bytes each, so that lines begin where pieces do.
    const lines = all((n) => `${nik(n % 1000)},${'a'.repeat(44)},b`);
    expect(
      await search(
        file(lines),
        Array.from({ length: 1000 }, (_, n) => nik(n)),
      ),
    ).toBe(`${lines.join('\n')}\n`);
  });
});

describe('is left to another reader', () => {
  const lines = all((n) => `${nik(n)},${name(n)},x`);
  const odd: [string, string][] = [
    ['a field too few', `${nik(1)},a`],
    ['a field too many', `${nik(1)},a,b,c`],
    ['two lines that have become one', `${nik(1)},a,${nik(2)},b,c`],
    ['a blank line', ''],
    ['a line break between quotes', `${nik(1)},"a\nb",c`],
    ['a quote that nobody closes', `${nik(1)},"a,b`],
    ['a quote in a field', `${nik(1)},a"b,c`],
    ['text behind a quote', `${nik(1)},"a"b,c`],
    ['a NUL', `${nik(1)},a\0b,c`],
    ['a lone CR', `${nik(1)},a\rb,c`],
    ['another end of the line', `${nik(1)},a,b\r`],
    ['a line longer than any of people', `${nik(1)},${'a'.repeat(5_000_000)},c`],
  ];
  it.each(odd)('a file with %s', async (_, line) => {
    for (const at of [0, 150_000, ROWS])
      expect(await search(file(lines.toSpliced(at, 0, line)), wanted)).toBeUndefined();
  });

  it('a file that is no UTF-8, or cut off', async () => {
    const whole = file(lines);
    const bytes = readFileSync(whole.path);
    bytes[bytes.indexOf('NAMA', 7_000_000)] = 0xff;
    writeFileSync(whole.path, bytes);
    expect(await search(whole, wanted)).toBeUndefined();
    expect(await search(file(lines.with(-1, nik(7))), wanted)).toBeUndefined();
  });
});

it('stops when it is told to', async () => {
  const henti = new AbortController();
  const found = search(file(all((n) => `${nik(n)},a,b`)), wanted, henti.signal);
  henti.abort();
  await expect(found).rejects.toThrow('abort');
});

const FULL = '/dev/full';
it.skipIf(!existsSync(FULL))('leaves the file to another reader when the disk is full', async () => {
  const set = KumpulanNik.untuk(1);
  set.tambah(nik(ROWS - 1));
  const asked = file(all((n) => `${nik(n)},a,b`));
  await expect(new Regu(2).cari(asked, set, FULL, { henti: new AbortController().signal })).resolves.toBe(false);
});
