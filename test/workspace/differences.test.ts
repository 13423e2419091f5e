/** The page of known differences against the code that it describes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REFUSED_FUNCTIONS } from '#workspace/engine/formula/functions.ts';
import { REQUEST_KINDS, UNSUPPORTED_KINDS } from '#workspace/engine/requests/index.ts';

const page = readFileSync('docs/perbedaan-workspace.md', 'utf8');

/** The names in backticks that stand in the first column of the table below a heading. */
function listed(heading: string): string[] {
  const [, section = ''] = page.split(`### ${heading}\n`);
  const rows = section.split(/\n#{2,3} /)[0]?.match(/^\|[^|]*\|/gm) ?? [];
  return rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));
}

describe('docs/perbedaan-workspace.md', () => {
  it('lists every request kind that Google has and the Workspace refuses', () => {
    expect(listed('Requests of `batchUpdate` that are refused').toSorted()).toEqual(UNSUPPORTED_KINDS.toSorted());
    expect(REQUEST_KINDS.filter((kind) => UNSUPPORTED_KINDS.includes(kind))).toEqual([]);
  });

  it('lists every function that is refused by name', () => {
    expect(listed('Formulas').toSorted()).toEqual(REFUSED_FUNCTIONS.toSorted());
  });
});
