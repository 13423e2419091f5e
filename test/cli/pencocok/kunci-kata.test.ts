/** Whether people whose names are written otherwise meet under a common key. */
import { afterAll, describe, expect, it } from 'vitest';
import { bahanKataSql, KOLOM_KATA, KUNCI_KATA, kunciKataSql } from '../../../cli/reconcile/pencocok/kunci-kata-sql.ts';
import { bukaMesin } from '../support/mesin.ts';
import { bothWays, slips } from './support/salah-huruf.ts';

const {
  mesin: { jalankan, baca },
  tutup,
} = await bukaMesin();
afterAll(tutup);

const LAHIR = 19_870_614;

/** Which of the pairs have no key in common: the name of a record, and the one under which it is looked for. */
async function strangers(
  pairs: readonly (readonly [record: string, asked: string])[],
  [born, askedBorn] = [LAHIR, LAHIR],
): Promise<string[]> {
  const rows = pairs.map(([record, asked], i) => `(${i}, '${record}', ${born}, '${asked}', ${askedBorn})`).join(', ');
  await jalankan(`CREATE OR REPLACE TEMP TABLE pasangan AS FROM (VALUES ${rows}) t(u, nama, lahir_r, kunci, lahir)`);
  await jalankan(`CREATE OR REPLACE TEMP TABLE dicari AS ${kunciKataSql('pasangan')}`);
  const found = await baca(`
    SELECT nama || ' / ' || kunci AS pasangan
    FROM (SELECT u, nama, kunci, ${KOLOM_KATA} FROM (${bahanKataSql('(FROM pasangan)', 'lahir_r', 'nama')})) r
    WHERE NOT EXISTS (FROM dicari k WHERE k.u = r.u AND k.k IN (${KUNCI_KATA.map((k) => `r.${k}`).join(', ')}))`);
  return found.map(({ pasangan }) => String(pasangan));
}

const WORDS = 'SUGIARTO WINARNI HARTONO KUSUMAWATI YULIANTO PERMATASARI DARMAWAN RAHAYU BUDIONO LESTARI'.split(' ');
const SHORT = ['ALI', 'NUR', 'ANI', 'SRI'];
const SINGLE = [...WORDS, 'SUGENG', 'WAHYUDI', 'SURYATI', 'KASMINI', 'PONIRAN', 'TUMINAH'];
const twos = WORDS.flatMap((a) => WORDS.filter((b) => b !== a).map((b) => [a, b] as const));
const threes = twos.flatMap(([a, b]) => SHORT.map((c) => [a, c, b] as const));

describe('a record is met under a name', () => {
  const ways: [string, (readonly [string, string])[]][] = [
    ['that is the same', [...WORDS, ...SHORT].map((a) => [a, a] as const)],
    ['whose words are exchanged', twos.map(([a, b]) => [`${a} ${b}`, `${b} ${a}`] as const)],
    ['of three words in another order', threes.map(([a, b, c]) => [`${a} ${b} ${c}`, `${b} ${c} ${a}`] as const)],
    ['that has one of two words', twos.flatMap(([a, b]) => [a, b].map((one) => [`${a} ${b}`, one] as const))],
    [
      'that has two of three words',
      threes.flatMap(([a, b, c]) =>
        [`${a} ${b}`, `${b} ${c}`, `${a} ${c}`].map((two) => [`${a} ${b} ${c}`, two] as const),
      ),
    ],
    [
      'with a word shortened to its letter',
      twos.flatMap(
        ([a, b]) =>
          [
            [`${a} ${b}`, `${a} ${b[0]}`],
            [`${a} ${b}`, `${a[0]} ${b}`],
          ] as const,
      ),
    ],
    [
      'whose words are exchanged, one with another first letter',
      twos.map(([a, b]) => [`${a} ${b}`, `${b} X${a.slice(1)}`] as const),
    ],
    ['written as one word', [...twos, ['DE', 'WINARNI']].map(([a, b]) => [`${a} ${b}`, `${a}${b}`] as const)],
    [
      'of two words, one a letter, written as one',
      ['S', 'Z'].flatMap((z) => WORDS.map((a) => [`${a} ${z}`, `${a}${z}`] as const)),
    ],
    [
      'of four words, two of them written as one',
      threes.map(([a, c, b]) => [`${a} ${c} ${b} HIDAYATI`, `${a}${c} ${b} HIDAYATI`] as const),
    ],
    ['of three words written as one', threes.map(([a, b, c]) => [`${a} ${b} ${c}`, `${a}${b}${c}`] as const)],
    ['with the word that half of all men carry', twos.map(([a, b]) => [`${a} ${b}`, `MUHAMMAD ${a} ${b}`] as const)],
    [
      'with that word behind or between others',
      twos.flatMap(([a, b]) => [
        [`${a} MUHAMMAD ${b}`, `${a} MUHAMMAD`] as const,
        [`${a} MUHAMMAD`, `${a} ${b}`] as const,
        [`NUR${a} MUHAMMAD`, `NUR${a}`] as const,
      ]),
    ],
    ['with a word that has it within', twos.map(([a, b]) => [`NURMUHAMMAD ${a} ${b}`, `NUR ${a} ${b}`] as const)],
    [
      'with a word cut short',
      twos.flatMap(([a, b]) => [
        [`${a} ${b}`, `${a.slice(0, 3)} ${b}`] as const,
        [`${a} ${b}`, `${a} ${b.slice(0, 2)}`] as const,
      ]),
    ],
    [
      'of three words with two initials',
      threes.flatMap(([a, b, c]) =>
        [`${a[0]} ${b[0]} ${c}`, `${c} ${a[0]} ${b[0]}`, `${a[0]}${b[0]} ${c}`, `${a} ${b[0]}${c[0]}`].map(
          (short) => [`${a} ${b} ${c}`, short] as const,
        ),
      ),
    ],
    [
      'with a slip in one of two words',
      twos.flatMap(([a, b]) => [
        ...slips(a).map((s) => [`${a} ${b}`, `${s} ${b}`] as const),
        ...slips(b).map((s) => [`${a} ${b}`, `${a} ${s}`] as const),
      ]),
    ],
    [
      'with a slip in one of three words',
      threes.flatMap(([a, b, c]) => slips(a).map((s) => [`${a} ${b} ${c}`, `${s} ${b} ${c}`] as const)),
    ],
    ['of one short word with another letter in its middle', SHORT.map((a) => [a, `${a[0]}X${a[2]}`] as const)],
    [
      'of one word with a slip',
      SINGLE.filter(({ length }) => length > 5).flatMap((a) => slips(a).map((s) => [a, s] as const)),
    ],
  ];
  it.each(ways)('%s', async (_, pairs) => {
    expect(await strangers(bothWays(pairs))).toEqual([]);
  });
});

it('is not met under another name, on another day, or without either', async () => {
  const others = [
    ['SUGIARTO WINARNI', 'HARTONO KUSUMAWATI'],
    ['SUGIARTO', ''],
    ['', 'SUGIARTO'],
  ] as const;
  expect(await strangers(others)).toHaveLength(others.length);
  const same = [['SUGIARTO WINARNI', 'SUGIARTO WINARNI']] as const;
  expect(await strangers(same, [LAHIR, LAHIR + 1])).toHaveLength(1);
  expect(await strangers(same, [0, 0])).toHaveLength(1);
});

it('fits 32 bits whatever is written as a date', async () => {
  const name = [['ZZZZ ZZZZ ZZZZ', 'ZZZZ ZZZZ ZZZZ']] as const;
  expect(await strangers(name, [20_999_999, 20_999_999])).toEqual([]);
  expect(await strangers(name, [99_999_999, 99_999_999])).toHaveLength(1);
});
