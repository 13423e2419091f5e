/** What Google's form editor and FormApp refuse when a form is changed. */
import { GoogleError, NotEmulatedError } from '../errors.ts';
import { compilePattern } from './check.ts';
import type { FormDefinition, TextValidation } from './model.ts';
import { isQuestion } from './path.ts';

/** RE2 refuses look-around and back references; JavaScript would take them, and the form would fail at Google. */
const NOT_RE2 = /\(\?<?[=!]|\\[1-9]|\\k</;
/** RE2 knows these and JavaScript reads them as something else. */
const ONLY_RE2 = /\[\[:\^?\w+:\]|\\[pPAzQEC]|\(\?[a-zA-Z-]+[:)]|\(\?P</;

/**
 * @throws GoogleError INVALID_ARGUMENT for a pattern that is no RE2 expression; NotEmulatedError for RE2 syntax that
 * JavaScript lacks; Error for ids that occur twice, which is a mistake of the caller
 */
export function validateDefinition(definition: FormDefinition): void {
  requireUnique(
    definition.items.map(({ id }) => id),
    'item id',
  );
  const questions = definition.items.filter(isQuestion);
  requireUnique(
    questions.map(({ entryId }) => entryId),
    'entry id',
  );
  for (const question of questions) {
    if ('validation' in question && question.validation) validateRule(question.validation, question.title);
  }
}

function validateRule({ kind, argument = '' }: TextValidation, title: string): void {
  if (kind === 'maxLength' || kind === 'minLength') {
    if (!/^\d+$/.test(argument)) throw new GoogleError('INVALID_ARGUMENT', `Invalid length in "${title}": ${argument}`);
    return;
  }
  if (kind !== 'matchesPattern' && kind !== 'containsPattern') return;
  const portable = argument.startsWith('(?i)') ? argument.slice('(?i)'.length) : argument;
  if (ONLY_RE2.test(portable)) throw new NotEmulatedError(`RE2 syntax in the pattern of "${title}"`);
  const invalid = new GoogleError('INVALID_ARGUMENT', `Invalid regular expression in "${title}": ${argument}`);
  if (NOT_RE2.test(portable)) throw invalid;
  try {
    compilePattern(argument, kind === 'matchesPattern');
  } catch {
    throw invalid;
  }
}

function requireUnique(ids: readonly number[], what: string): void {
  const seen = new Set<number>();
  for (const id of ids) {
    if (seen.has(id)) throw new Error(`form with the same ${what} twice: ${id}`);
    seen.add(id);
  }
}
