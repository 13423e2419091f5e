/** Event objects: the argument of a trigger's function. */

import { enumMember } from '../../runtime/guest/strict.ts';
import type { Facts } from '../../runtime/protocol.ts';
import type { UserEdit } from '../../workspace.ts';
import type { FormFacts, ResponseFacts } from '../form/facts.ts';
import { createForm } from '../form/guest.ts';
import { createFormResponse } from '../form/responses-guest.ts';
import { createUser } from '../session/guest.ts';
import { createRange, createSpreadsheet } from '../spreadsheet/spreadsheet-guest.ts';

/** What `event-facts.ts` tells; which of them is there says what kind of event it is. */
interface EventFacts {
  triggerUid?: string;
  user?: string;
  form?: FormFacts;
  response?: ResponseFacts & { blank: boolean };
  edit?: UserEdit;
  changeType?: string;
  opened?: string;
  time?: Record<string, unknown>;
}

function formEvent({ form, response }: EventFacts): object {
  if (!form || !response) return {};
  return { response: createFormResponse(form.id, response, response.blank), source: createForm(form) };
}

/** `value` and `oldValue` only exist for a single cell, as at Google. */
function editEvent({ edit, changeType }: EventFacts): object {
  if (!edit) return {};
  const { spreadsheetId, sheetId, sheetName, row, column, rows, columns, value, oldValue } = edit;
  const source = createSpreadsheet(spreadsheetId);
  if (changeType) return { changeType, source };
  return {
    range: createRange({ spreadsheetId, sheetId, name: sheetName }, { row, column, rows, columns }),
    source,
    ...(value !== undefined && { value }),
    ...(oldValue !== undefined && { oldValue }),
  };
}

/** Makes the object that Google would pass for an event. */
export function createEvent(facts: Facts, plain: Record<string, unknown>): object {
  const event = plain as EventFacts;
  return {
    authMode: enumMember(facts.authMode),
    ...(event.triggerUid !== undefined && { triggerUid: event.triggerUid }),
    ...(event.user !== undefined && { user: createUser(event.user) }),
    ...(event.opened !== undefined && { source: createSpreadsheet(event.opened) }),
    ...formEvent(event),
    ...editEvent(event),
    ...event.time,
  };
}
