/** Parameters of a form to answers and back. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readEntries, splitDate } from '#workspace/web/form/entries.ts';
import { emergencyForm } from './form-definition.ts';

const form = emergencyForm();
const read = (pairs: [string, string][]) => readEntries(form, new URLSearchParams(pairs));

it('gives back the parts of every date', () => {
  const part = (min: number, max: number) => fc.integer({ min, max }).map(String);
  fc.assert(
    fc.property(
      part(1, 31),
      part(1, 12),
      part(1900, 2100),
      part(0, 23),
      part(0, 59),
      (day, month, year, hour, minute) => {
        const answers = read(
          Object.entries({ day, month, year, hour, minute }).map(([name, value]) => [`entry.100_${name}`, value]),
        );
        const parts = splitDate(answers['100']);
        expect(Object.values(parts).map(Number)).toEqual([year, month, day, hour, minute].map(Number));
      },
    ),
  );
});

it('keeps a date that is not complete, so that the check can refuse it', () => {
  expect(
    read([
      ['entry.30_day', '1'],
      ['entry.30_year', '1990'],
    ]),
  ).toEqual({ 30: '1990--01' });
  expect(splitDate('1990--01')).toMatchObject({ year: '1990', month: '', day: '01' });
});

it('leaves out empty answers and unknown entries', () => {
  expect(
    read([
      ['entry.10', '   '],
      ['entry.30_day', ''],
      ['entry.99999', 'x'],
      ['user', 'x'],
    ]),
  ).toEqual({});
});

it('takes one choice of a radio group and each box once', () => {
  expect(
    read([
      ['entry.40', 'Ya'],
      ['entry.40', 'Tidak'],
      ['entry.70', 'KK'],
      ['entry.70', 'KK'],
      ['entry.70', 'KTP'],
    ]),
  ).toEqual({
    40: 'Ya',
    70: ['KK', 'KTP'],
  });
});

it('puts the text of "Lainnya" in the place of its mark, and drops it when empty', () => {
  const other: [string, string][] = [['entry.70', '__other_option__']];
  expect(read([...other, ['entry.70.other_option_response', ' Surat ']])).toEqual({ 70: ['Surat'] });
  expect(read(other)).toEqual({});
});
