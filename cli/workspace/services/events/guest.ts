/** Event objects: the argument of a trigger's function. */
import type { Facts } from '../../runtime/protocol.ts';

type EventFacts = Record<string, unknown>;

/** Makes the object that Google would pass for an event of this execution's source. */
export function createEvent(facts: Facts, event: EventFacts): object {
  return { ...event, authMode: facts.authMode };
}
