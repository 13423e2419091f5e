/** Dates of a simulated year. */

const YEAR = 2026;

const two = (n: number): string => String(n).padStart(2, '0');

/** `2026-03-09`; month 13 is January of the next year. */
export const day = (month: number, dayOfMonth: number): string =>
  month > 12 ? `${YEAR + 1}-${two(month - 12)}-${two(dayOfMonth)}` : `${YEAR}-${two(month)}-${two(dayOfMonth)}`;

export const period = (month: number): string => day(month, 1).slice(0, 7);

/** `08/04/2026`, as BPJS writes a date. */
export const shown = (date: string): string => date.split('-').reverse().join('/');
