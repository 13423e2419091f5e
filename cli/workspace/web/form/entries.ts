/** Between the `entry.N...` parameters of Google's forms and answers by entry id. */
import type { Answers, FormDefinition, Question } from '../../forms/model.ts';
import { isQuestion } from '../../forms/path.ts';

/** What Google's forms send for the choice "Lainnya:", whose text comes in a parameter of its own. */
export const OTHER = '__other_option__';

/**
 * Reads a submitted form or a prefilled link. Parts of a date join to `YYYY-MM-DD`, of a time to `HH:mm`; a part that
 * is missing stays empty, so that the check can say that the date is not complete. Unknown parameters are ignored.
 */
export function readEntries(definition: FormDefinition, params: URLSearchParams): Answers {
  const answers: Answers = {};
  for (const question of definition.items.filter(isQuestion)) {
    const answer = readAnswer(question, params);
    if (answer !== undefined && answer.length > 0) answers[question.entryId] = answer;
  }
  return answers;
}

function readAnswer(question: Question, params: URLSearchParams): string | string[] | undefined {
  const name = `entry.${question.entryId}`;
  switch (question.kind) {
    case 'text':
    case 'paragraph':
      return (params.get(name) ?? '').trim();
    case 'list':
    case 'multipleChoice':
      return withOther(params, name, params.getAll(name).slice(0, 1))[0];
    case 'checkbox':
      return [...new Set(withOther(params, name, params.getAll(name)))];
    case 'date':
      return params.get(name) ?? joinDate(params, name, question.includesYear);
    case 'time':
      return params.get(name) ?? joinTime(params, name);
    case 'dateTime': {
      const whole = params.get(name);
      if (whole !== null) return whole.replace('T', ' ');
      return [joinDate(params, name, question.includesYear), joinTime(params, name)].filter(Boolean).join(' ');
    }
  }
}

const withOther = (params: URLSearchParams, name: string, values: string[]): string[] =>
  values
    .map((value) => (value === OTHER ? (params.get(`${name}.other_option_response`) ?? '').trim() : value))
    .filter((value) => value !== '');

const part = (params: URLSearchParams, name: string, width: number): string => {
  const text = (params.get(name) ?? '').trim();
  return text === '' ? '' : text.padStart(width, '0');
};

function joinDate(params: URLSearchParams, name: string, includesYear: boolean): string {
  const parts = [part(params, `${name}_month`, 2), part(params, `${name}_day`, 2)];
  if (includesYear) parts.unshift(part(params, `${name}_year`, 4));
  return parts.some((text) => text !== '') ? parts.join('-') : '';
}

function joinTime(params: URLSearchParams, name: string): string {
  const hour = part(params, `${name}_hour`, 2);
  const minute = part(params, `${name}_minute`, 2);
  return hour === '' && minute === '' ? '' : `${hour}:${minute}`;
}

/** The parts of a stored date, time or date-time, for the fields that ask for them one by one. */
export interface DateParts {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
}

/** Undoes what `readEntries` joined; an unreadable answer gives empty parts. */
export function splitDate(answer: string | string[] | undefined): DateParts {
  const text = typeof answer === 'string' ? answer : '';
  const date = /^(?:(\d*)-)?(\d*)-(\d*)(?= |$)/.exec(text);
  const time = /(?:^| )(\d*):(\d*)$/.exec(text);
  return {
    year: date?.[1] ?? '',
    month: date?.[2] ?? '',
    day: date?.[3] ?? '',
    hour: time?.[1] ?? '',
    minute: time?.[2] ?? '',
  };
}
