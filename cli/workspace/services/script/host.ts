/** ScriptApp on the main thread. Users see and delete only the triggers that they installed themselves. */
import type { Handlers, Host } from '../../runtime/host.ts';
import { ScriptError } from '../../runtime/script-error.ts';
import type { StoredTrigger } from '../../runtime/triggers.ts';
import type { TriggerFacts, TriggerRequest } from './guest.ts';

const EVENT_TYPES = {
  FORM_SUBMIT: 'ON_FORM_SUBMIT',
  EDIT: 'ON_EDIT',
  OPEN: 'ON_OPEN',
  CHANGE: 'ON_CHANGE',
  CLOCK: 'CLOCK',
} as const;

const sourceOf = (trigger: StoredTrigger): string => {
  if (trigger.event === 'CLOCK') return 'CLOCK';
  return trigger.event === 'FORM_SUBMIT' ? 'FORMS' : 'SPREADSHEETS';
};

const facts = (trigger: StoredTrigger): TriggerFacts => ({
  id: trigger.id,
  function: trigger.function,
  eventType: EVENT_TYPES[trigger.event],
  source: sourceOf(trigger),
  sourceId: trigger.sourceId,
});

const own = ({ triggers, user }: Host): StoredTrigger[] =>
  triggers.list().filter((trigger) => trigger.owner === user.email);

/** @throws ScriptError when the user may not open the file, or has too many triggers */
function create(host: Host, request: TriggerRequest): TriggerFacts {
  const { sourceId } = request;
  if (sourceId !== undefined && host.workspace.files.role(host.user, sourceId) === undefined) {
    throw new ScriptError('You do not have permission to access the requested document.');
  }
  return facts(host.triggers.create(host.user.email, request));
}

export const scriptHandlers = {
  'ScriptApp.getProjectTriggers': (host) => own(host).map(facts),
  'ScriptApp.getUserTriggers': (host, sourceId: string) =>
    own(host)
      .filter((trigger) => trigger.sourceId === sourceId)
      .map(facts),
  'ScriptApp.deleteTrigger': (host, id: string) => {
    if (!own(host).some((trigger) => trigger.id === id)) {
      throw new ScriptError('Unexpected error while getting the method or property deleteTrigger on object ScriptApp.');
    }
    host.triggers.delete(id);
  },
  'ScriptApp.ClockTriggerBuilder.create': create,
  'ScriptApp.FormTriggerBuilder.create': create,
  'ScriptApp.SpreadsheetTriggerBuilder.create': create,
} satisfies Handlers;
