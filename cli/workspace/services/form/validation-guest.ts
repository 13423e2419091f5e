/** The builders of rules for text answers. */

import type { TextValidation as Rule } from '../../forms/model.ts';
import { exception, mismatch } from '../../runtime/guest/bridge.ts';
import { strict } from '../../runtime/guest/strict.ts';

type Builder = GoogleAppsScript.Forms.TextValidationBuilder;
type ParagraphBuilder = GoogleAppsScript.Forms.ParagraphTextValidationBuilder;
type Validation = GoogleAppsScript.Forms.TextValidation;

const rules = new WeakMap<object, Rule>();

export const ruleOf = (validation: unknown): Rule | undefined =>
  typeof validation === 'object' && validation !== null ? rules.get(validation) : undefined;

/** Rule of each method, and the type of its one argument. */
const METHODS: Record<string, { kind: Rule['kind']; argument?: 'string' | 'number' }> = {
  requireTextMatchesPattern: { kind: 'matchesPattern', argument: 'string' },
  requireTextContainsPattern: { kind: 'containsPattern', argument: 'string' },
  requireTextIsEmail: { kind: 'email' },
  requireTextIsUrl: { kind: 'url' },
  requireNumber: { kind: 'number' },
  requireTextLengthLessThanOrEqualTo: { kind: 'maxLength', argument: 'number' },
  requireTextLengthGreaterThanOrEqualTo: { kind: 'minLength', argument: 'number' },
};
const PARAGRAPH_METHODS = Object.keys(METHODS).filter((name) => /Pattern$|Length/.test(name));

function createBuilder<T extends object>(name: string, methods: readonly string[]): T {
  let rule: Rule | undefined;
  let helpText: string | undefined;
  const require = (method: string) => {
    const expected = METHODS[method];
    return (...args: unknown[]) => {
      const fits = expected?.argument === undefined ? args.length === 0 : typeof args[0] === expected.argument;
      if (!expected || !fits) throw mismatch(`${name}.${method}`, args);
      rule = { kind: expected.kind, ...(args.length > 0 && { argument: String(args[0]) }) };
      return builder;
    };
  };
  const builder: T = strict<T>(name, {
    ...Object.fromEntries(methods.map((method) => [method, require(method)])),
    setHelpText: (text: unknown) => {
      if (typeof text !== 'string') throw mismatch(`${name}.setHelpText`, [text]);
      helpText = text;
      return builder;
    },
    build: () => {
      if (!rule) throw exception('The validation has no rule.');
      const validation = strict<Validation>('FormApp.TextValidation', {});
      rules.set(validation, { ...rule, ...(helpText !== undefined && { helpText }) });
      return validation;
    },
  } as unknown as Partial<T>);
  return builder;
}

export const createTextValidation = (): Builder =>
  createBuilder<Builder>('FormApp.TextValidationBuilder', Object.keys(METHODS));

export const createParagraphTextValidation = (): ParagraphBuilder =>
  createBuilder<ParagraphBuilder>('FormApp.ParagraphTextValidationBuilder', PARAGRAPH_METHODS);
