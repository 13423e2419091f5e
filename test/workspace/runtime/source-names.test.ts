/** Stack traces of the minified bundle name the source. */
import { transform } from 'esbuild';
import { expect, it } from 'vitest';
import { positionReader } from '#workspace/runtime/source-names.ts';

const SOURCE = `export function outer(value) {
  const inner = () => {
    throw new Error('broken');
  };
  return inner(value);
}`;

it('reads a position of the minified file back to file and line', async () => {
  const { code, map } = await transform(SOURCE, { minify: true, sourcemap: true, sourcefile: 'apps-script/outer.ts' });
  const column = code.indexOf('new Error') + 1;
  const read = positionReader(map);
  expect(read(`    at x (Code.js:1:${column})`)).toBe('    at x (apps-script/outer.ts:3)');
  expect(read('Code.js:99:1 and text')).toMatch(/and text$/);
});

it('leaves texts alone without a map', () => {
  expect(positionReader(undefined)('at x (Code.js:1:5)')).toBe('at x (Code.js:1:5)');
});
