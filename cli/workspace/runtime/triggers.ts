/** The installable triggers of the script: who installed what, and when clock triggers are due. */
import { randomInt } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { TriggerRequest } from '../services/script/guest.ts';
import type { Documents } from '../store/store.ts';
import type { Trigger } from '../workspace.ts';
import { zonedParts } from './guest/zone.ts';
import { TRIGGERS_PER_USER } from './limits.ts';
import { ScriptError } from './script-error.ts';

/** A trigger as it is remembered. `atHour` only for daily clock triggers. */
export interface StoredTrigger extends Trigger {
  atHour: number | null;
}

export interface Triggers {
  list(): StoredTrigger[];
  /** @throws ScriptError when the user has as many as Google allows. */
  create(owner: string, request: TriggerRequest): StoredTrigger;
  delete(id: string): void;
  /** Clock triggers whose time has come. */
  due(): StoredTrigger[];
  /** Notes that a clock trigger's run begins now, and when the next one is. */
  started(trigger: StoredTrigger): void;
  /** Installed triggers for something that happened to a file. */
  listening(event: Trigger['event'], sourceId: string): StoredTrigger[];
}

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/** Google chooses the minute inside the hour; here it is the full hour. */
function nextAtHour(now: number, hour: number, days: number, zone: string): number {
  const wall = zonedParts(now, zone);
  const minutes = (hour - wall.hour) * 60 - wall.minute;
  const start = now - (wall.second * 1000 + wall.millisecond) + minutes * MINUTE;
  const ahead = start > now ? 0 : 1;
  return start + (ahead + days - 1) * DAY_MINUTES * MINUTE;
}

/** @param zone the script's time zone, in which `atHour` counts. */
export function createTriggers(store: Documents<StoredTrigger>, clock: Clock, zone: () => string): Triggers {
  const list = () => [...store.entries()].map(([, trigger]) => trigger);

  /** @param days how many days ahead a daily trigger counts from: 1 when it is new, its interval afterwards. */
  const next = (trigger: StoredTrigger, days: number): string | null => {
    if (trigger.everyMinutes === null) return null;
    const now = clock.now();
    if (trigger.atHour !== null) return new Date(nextAtHour(now, trigger.atHour, days, zone())).toISOString();
    return new Date(now + trigger.everyMinutes * MINUTE).toISOString();
  };

  return {
    list,
    delete: (id) => store.delete(id),
    listening: (event, sourceId) =>
      list().filter((trigger) => trigger.event === event && trigger.sourceId === sourceId),
    due: () => list().filter(({ nextRunAt }) => nextRunAt !== null && Date.parse(nextRunAt) <= clock.now()),
    started(trigger) {
      const days = Math.max(1, Math.round((trigger.everyMinutes ?? 0) / DAY_MINUTES));
      store.put(trigger.id, { ...trigger, lastRunAt: clock.iso(), nextRunAt: next(trigger, days) });
    },
    create(owner, request) {
      if (list().filter((trigger) => trigger.owner === owner).length >= TRIGGERS_PER_USER) {
        throw new ScriptError(
          'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
        );
      }
      const daily = request.atHour !== undefined;
      const trigger: StoredTrigger = {
        id: String(randomInt(10 ** 12, 10 ** 14)),
        function: request.function,
        owner,
        event: request.event,
        sourceId: request.sourceId ?? null,
        everyMinutes: request.everyMinutes ?? (daily ? DAY_MINUTES : null),
        atHour: request.atHour ?? null,
        lastRunAt: null,
        nextRunAt: null,
      };
      const once = request.afterMs === undefined ? null : new Date(clock.now() + request.afterMs).toISOString();
      const stored = { ...trigger, nextRunAt: once ?? next(trigger, 1) };
      store.put(stored.id, stored);
      return stored;
    },
  };
}
