/** What a form accepts, and what it says about what it does not. */

import { describe, expect, it } from 'vitest';
import { check, FORM_PROBLEM, PESAN } from '#workspace/forms/check.ts';
import type { FormItem, TextValidation } from '#workspace/forms/model.ts';
import { validateDefinition } from '#workspace/forms/validate-definition.ts';
import { choice, date, dateTime, form, header, pageBreak, RESTART, SUBMIT, text, time } from './build.ts';

const problem = (item: FormItem, answer: string | string[]) =>
  check(form(item), { [item.id * 10]: answer })[item.id * 10];
const rule = (validation: TextValidation, answer: string) => problem(text(1, { validation }), answer);

describe('required questions', () => {
  const item = text(1, { required: true });
  it('need an answer that is not blank', () => {
    expect(check(form(header(9), item), {})).toEqual({ 10: 'Ini adalah pertanyaan yang wajib diisi' });
    expect(problem(item, '   ')).toBe(PESAN.wajib);
    expect(problem(choice(1, { a: undefined }, { kind: 'checkbox', required: true }), [])).toBe(PESAN.wajib);
    expect(problem(item, 'ada')).toBeUndefined();
  });

  it('need none on pages that the answers do not lead to', () => {
    const definition = form(
      choice(1, { Selesai: SUBMIT, Lanjut: undefined }),
      pageBreak(2),
      text(3, { required: true }),
    );
    expect(check(definition, { 10: 'Selesai' })).toEqual({});
    expect(check(definition, { 10: 'Lanjut' })).toEqual({ 30: PESAN.wajib });
  });
});

describe('choices', () => {
  const choices = { Ya: undefined, Tidak: undefined };
  it.each([
    ['multipleChoice', false, 'Ya', undefined],
    ['multipleChoice', false, 'ya', PESAN.pilihan],
    ['multipleChoice', true, 'Ragu', undefined],
    ['list', true, 'Ragu', PESAN.pilihan],
    ['multipleChoice', false, ['Ya', 'Tidak'], PESAN.jawaban],
    ['checkbox', false, ['Ya', 'Tidak'], undefined],
    ['checkbox', false, ['Ya', 'Ragu'], PESAN.pilihan],
    ['checkbox', true, ['Ya', 'Ragu'], undefined],
    ['checkbox', false, 'Tidak', undefined],
  ] as const)('%s other=%s: %j', (kind, other, answer, expected) => {
    expect(problem(choice(1, choices, { kind, other }), typeof answer === 'string' ? answer : [...answer])).toBe(
      expected,
    );
  });
});

describe('text rules', () => {
  it.each<[TextValidation, string, string | undefined]>([
    [{ kind: 'matchesPattern', argument: '[0-9]{16}' }, '3201010101019001', undefined],
    [{ kind: 'matchesPattern', argument: '[0-9]{16}' }, 'x3201010101019001', PESAN.pola],
    [{ kind: 'matchesPattern', argument: 'a|b' }, 'ab', PESAN.pola],
    [{ kind: 'matchesPattern', argument: '(?i)rsud .*' }, 'RSUD Uji', undefined],
    [{ kind: 'containsPattern', argument: '[0-9]' }, 'abc1', undefined],
    [{ kind: 'containsPattern', argument: '[0-9]' }, 'abc', PESAN.mengandungPola],
    [{ kind: 'email' }, 'pic@rs.test', undefined],
    [{ kind: 'email' }, 'pic@rs', PESAN.email],
    [{ kind: 'url' }, 'https://rs.test/a?b', undefined],
    [{ kind: 'url' }, 'bukan alamat', PESAN.url],
    [{ kind: 'number' }, '-3,5', undefined],
    [{ kind: 'number' }, '12a', PESAN.angka],
    [{ kind: 'maxLength', argument: '3' }, 'abcd', 'Harus berisi paling banyak 3 karakter'],
    [{ kind: 'minLength', argument: '3' }, 'ab', 'Harus berisi paling sedikit 3 karakter'],
    [{ kind: 'minLength', argument: '3' }, 'abc', undefined],
  ])('%j %s', (validation, answer, expected) => {
    expect(rule(validation, answer)).toBe(expected);
  });

  it("show the rule's own text, and leave an empty answer alone", () => {
    const validation: TextValidation = {
      kind: 'matchesPattern',
      argument: '[0-9]{16}',
      helpText: 'NIK harus 16 angka.',
    };
    expect(rule(validation, '12')).toBe('NIK harus 16 angka.');
    expect(rule(validation, '')).toBeUndefined();
  });
});

describe('dates and times', () => {
  it.each([
    [date(1), '2026-02-28', undefined],
    [date(1), '2026-02-29', PESAN.tanggal],
    [date(1), '2026-13-01', PESAN.tanggal],
    [date(1), '2026--05', PESAN.tanggal],
    [date(1), '0099-03-01', undefined],
    [date(1, false), '02-29', undefined],
    [date(1, false), '02-30', PESAN.tanggal],
    [time(1), '23:59', undefined],
    [time(1), '24:00', PESAN.waktu],
    [time(1), '08:', PESAN.waktu],
    [dateTime(1), '2026-11-21 08:30', undefined],
    [dateTime(1), '2026-11-21', PESAN.tanggalWaktu],
    [dateTime(1), '2026-11-31 08:30', PESAN.tanggalWaktu],
  ])('%o: %s', (item, answer, expected) => {
    expect(problem(item, answer)).toBe(expected);
  });
});

describe('answers in circles', () => {
  it('blames the question that leads back', () => {
    const definition = form(text(1), pageBreak(2), choice(3, { ulang: RESTART }), pageBreak(4), text(5));
    expect(check(definition, { 30: 'ulang' })).toEqual({ 30: PESAN.berputar });
    expect(check(form(text(1), pageBreak(2, RESTART), text(3)), {})).toEqual({ [FORM_PROBLEM]: PESAN.berputar });
  });
});

describe('validateDefinition', () => {
  const withPattern = (argument: string) => form(text(1, { validation: { kind: 'matchesPattern', argument } }));
  it.each(['(?=a)b', '(?<!a)b', '(a)\\1', '[a', 'a{2,1}'])('refuses %s, which Google refuses too', (pattern) => {
    expect(() => validateDefinition(withPattern(pattern))).toThrow(/Invalid regular expression/);
  });
  it.each(['[[:digit:]]+', '\\pL+', '(?s:a)', 'a\\z'])('says that it does not know %s', (pattern) => {
    expect(() => validateDefinition(withPattern(pattern))).toThrow(/not emulated/);
  });
  it('accepts usual patterns', () => {
    for (const pattern of ['[0-9]{16}', '(?i)(ya|tidak)', '^0[0-9]{9,12}$', '\\d+\\s\\w', '(?:a|b)?']) {
      validateDefinition(withPattern(pattern));
    }
  });
  it('refuses ids that occur twice', () => {
    expect(() => validateDefinition(form(text(1), text(1)))).toThrow('same item id twice');
  });
});
