/** Answers that a script gives: the texts under which the Workspace keeps them. */
import type { FormItem } from './facts.ts';

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const dateText = (date: Date): string =>
  `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
const isInteger = (value: unknown): value is number => Number.isInteger(value);

/** undefined when the arguments are not what `createResponse` of this kind of item takes. */
export function answerText(kind: FormItem['kind'], values: readonly unknown[]): string | string[] | undefined {
  const [first, second] = values;
  if (kind === 'time') {
    return isInteger(first) && isInteger(second) ? `${pad(first)}:${pad(second)}` : undefined;
  }
  if (kind === 'checkbox') {
    return Array.isArray(first) && first.every((value) => typeof value === 'string') ? first : undefined;
  }
  if (kind === 'date') return first instanceof Date ? dateText(first) : undefined;
  if (kind === 'dateTime') {
    return first instanceof Date ? `${dateText(first)} ${pad(first.getHours())}:${pad(first.getMinutes())}` : undefined;
  }
  return typeof first === 'string' ? first : undefined;
}
