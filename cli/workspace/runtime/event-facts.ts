/** Plain facts of events; the services make Apps Script's event objects of them. */
import { randomBytes } from 'node:crypto';
import type { User } from '../users.ts';
import type { Forms, Kernel, UserEdit } from '../workspace.ts';
import type { PendingEvent } from './pending-events.ts';

type EventFacts = Record<string, unknown>;

const DAY_MS = 24 * 60 * 60_000;

/** The response is read when the event is delivered, so that an edit in between is seen, as at Google. */
export function formEvent({ forms, clock, origin }: Kernel & { forms: Forms }, event: PendingEvent): EventFacts {
  const { formId, responseId } = event;
  const definition = forms.get(formId);
  if (!definition) return {};
  const { items: _items, ...form } = definition;
  const response = responseId === null ? undefined : forms.response(formId, responseId);
  const token = response?.editToken ?? '';
  return {
    form,
    response: {
      id: response?.id ?? randomBytes(24).toString('base64url'),
      timestamp: Date.parse(response?.lastSubmitted ?? clock.iso()),
      respondentEmail: response?.respondentEmail ?? '',
      editUrl: `${origin()}/forms/d/e/${form.publishedId}/viewform?edit2=${token}`,
      blank: response === undefined,
    },
  };
}

export const editEvent = (edit: UserEdit, user: User): EventFacts => ({ edit, user: user.email });

export const openEvent = (spreadsheetId: string, user: User): EventFacts => ({
  opened: spreadsheetId,
  user: user.email,
});

/** All in UTC, as Google's clock events are. */
export function timeEvent(now: number): EventFacts {
  const date = new Date(now);
  const yearBegan = Date.UTC(date.getUTCFullYear(), 0, 1);
  const firstWeekday = new Date(yearBegan).getUTCDay();
  return {
    time: {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      'day-of-month': date.getUTCDate(),
      'day-of-week': date.getUTCDay() || 7,
      'week-of-year': Math.floor(((now - yearBegan) / DAY_MS + firstWeekday) / 7) + 1,
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      second: date.getUTCSeconds(),
      timezone: 'UTC',
    },
  };
}
