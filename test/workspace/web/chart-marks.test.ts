import { describe, expect, it } from 'vitest';
import { marks } from '#workspace/web/sheet/charts/ticks.ts';

describe('the marks of an axis', () => {
  const texts = (series: (number | null)[][], stacked = false, pattern = '#,##0.##') =>
    marks(series, { stacked, format: { type: 'NUMBER', pattern }, locale: 'id_ID' }).map(({ text }) => text);
  it.each<[string, string[], string[]]>([
    ['reach around the data in round steps', texts([[120, 164]]), ['0', '50', '100', '150', '200']],
    ['have no fractions of counts', texts([[1, 2]]), ['0', '1', '2']],
    ['have fractions of others', texts([[0.5, 0.9]]), ['0', '0,2', '0,4', '0,6', '0,8', '1']],
    ['go below zero', texts([[-30, 45]]), ['-40', '-20', '0', '20', '40', '60']],
    [
      'reach to the sum of a stack',
      texts(
        [
          [60, null],
          [60, 10],
        ],
        true,
      ),
      ['0', '50', '100', '150'],
    ],
    ['are there without data', texts([[null]]), ['0', '1']],
    [
      'are written as the cells',
      texts([[6_199_200]], false, '"Rp"#,##0'),
      ['Rp0', 'Rp2.000.000', 'Rp4.000.000', 'Rp6.000.000', 'Rp8.000.000'],
    ],
  ])('%s', (_, found, wanted) => {
    expect(found).toEqual(wanted);
  });
});
