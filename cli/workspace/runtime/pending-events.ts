/**
 * Form events on their way to their triggers. An event is stored in the same transaction as its response and goes
 * when its execution has ended: what a crash interrupts is delivered again (at least once).
 */
import { randomUUID } from 'node:crypto';
import type { FaultControl } from '../faults.ts';
import type { Documents } from '../store/store.ts';
import type { StoredTrigger, Triggers } from './triggers.ts';

export interface PendingEvent {
  id: string;
  triggerId: string;
  formId: string;
  /** null: the event that comes without answers on a bad day. */
  responseId: string | null;
}

export interface PendingEvents {
  /** Remembers an event for every trigger of the form. Called inside the transaction that stores the response. */
  add(event: { formId: string; responseId: string }): void;
  /** Starts what is waiting and not yet running. */
  pump(): void;
  /** How many wait or run. */
  readonly size: number;
}

/** @param deliver runs the trigger; its promise ends when the event is dealt with, or is rejected to keep it. */
export function createPendingEvents(
  store: Documents<PendingEvent>,
  triggers: Triggers,
  faults: FaultControl,
  deliver: (trigger: StoredTrigger, event: PendingEvent) => Promise<void>,
): PendingEvents {
  const running = new Set<string>();

  const put = (trigger: StoredTrigger, formId: string, responseId: string | null) => {
    const id = randomUUID();
    store.put(id, { id, triggerId: trigger.id, formId, responseId });
  };
  const start = async (event: PendingEvent) => {
    running.add(event.id);
    const trigger = triggers.list().find(({ id }) => id === event.triggerId);
    try {
      if (trigger) await deliver(trigger, event);
      store.delete(event.id);
    } finally {
      running.delete(event.id);
    }
  };
  const pump = () => {
    for (const [id, event] of [...store.entries()]) if (!running.has(id)) void start(event).catch(() => undefined);
  };

  return {
    pump,
    get size() {
      return store.size;
    },
    add({ formId, responseId }) {
      for (const trigger of triggers.listening('FORM_SUBMIT', formId)) {
        const copies = faults.formEventCopies();
        if (copies > 0 && faults.get().blankFormEvents) put(trigger, formId, null);
        for (let copy = 0; copy < copies; copy += 1) put(trigger, formId, responseId);
      }
      // The transaction is synchronous: by then it is committed, or its documents are gone.
      setImmediate(pump);
    },
  };
}
