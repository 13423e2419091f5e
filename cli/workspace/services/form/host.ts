/** FormApp on the main thread: reads and changes form definitions for their editors. */
import { randomInt } from 'node:crypto';
import type { Answers, FormDefinition, FormItem, StoredResponse } from '../../forms/model.ts';
import { isQuestion } from '../../forms/path.ts';
import type { Handler, Handlers, Host } from '../../runtime/host.ts';
import { ScriptError } from '../../runtime/script-error.ts';
import { sharingOf } from '../sharing.ts';
import {
  FORM_SETTERS,
  type FormChange,
  type FormFacts,
  ITEM_CLASS,
  ITEM_KINDS,
  ITEM_SETTERS,
  type ItemAnswer,
  type ResponseFacts,
} from './facts.ts';

const facts = ({ items: _items, ...form }: FormDefinition): FormFacts => form;

/** @throws ScriptError as FormApp, for an unknown form and for somebody who may not edit it */
function open({ workspace, user }: Host, formId: string): FormDefinition {
  const form = workspace.forms.get(formId);
  if (!form)
    throw new ScriptError(
      'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.',
    );
  const role = workspace.files.role(user, formId);
  if (role !== 'owner' && role !== 'writer') {
    throw new ScriptError('You do not have permission to access the requested document.');
  }
  return form;
}

function change(host: Host, formId: string, values: FormChange): FormFacts {
  const form = { ...open(host, formId), ...values };
  host.workspace.forms.put(form);
  return facts(form);
}

/** A number that no item and no entry of the form has. */
function freshId(form: FormDefinition): number {
  const used = new Set(form.items.flatMap((item) => ('entryId' in item ? [item.id, item.entryId] : [item.id])));
  for (;;) {
    const id = randomInt(1, 2 ** 31 - 1);
    if (!used.has(id)) return id;
  }
}

function newItem(form: FormDefinition, kind: FormItem['kind']): FormItem {
  const base = { id: freshId(form), title: '', help: '' };
  const question = { ...base, entryId: freshId(form), required: false };
  switch (kind) {
    case 'pageBreak':
    case 'sectionHeader':
      return { ...base, kind };
    case 'text':
    case 'paragraph':
    case 'time':
      return { ...question, kind };
    case 'multipleChoice':
    case 'list':
    case 'checkbox':
      return { ...question, kind, choices: [] };
    case 'date':
    case 'dateTime':
      return { ...question, kind, includesYear: true };
  }
}

const add =
  (kind: FormItem['kind']): Handler =>
  (host, formId: string) => {
    const form = open(host, formId);
    const item = newItem(form, kind);
    host.workspace.forms.put({ ...form, items: [...form.items, item] });
    return item;
  };

/** The position of an item, given as an index or as `{id}`. */
function indexOf(form: FormDefinition, which: number | { id: number }): number {
  const index = typeof which === 'number' ? which : form.items.findIndex(({ id }) => id === which.id);
  if (!form.items[index]) throw new ScriptError('Invalid data updating form.');
  return index;
}

function changeItem(host: Host, formId: string, itemId: number, values: Partial<FormItem>): FormItem {
  const form = open(host, formId);
  const index = indexOf(form, { id: itemId });
  const changed = { ...form.items[index], ...values } as FormItem;
  host.workspace.forms.put({ ...form, items: form.items.with(index, changed) });
  return changed;
}

function moveItem(host: Host, formId: string, which: number | { id: number }, toIndex: number): FormItem {
  const form = open(host, formId);
  const index = indexOf(form, which);
  indexOf(form, toIndex);
  const items = [...form.items];
  const [moved] = items.splice(index, 1);
  items.splice(toIndex, 0, moved as FormItem);
  host.workspace.forms.put({ ...form, items });
  return moved as FormItem;
}

function responseFacts({ workspace }: Host, form: FormDefinition, response: StoredResponse): ResponseFacts {
  return {
    id: response.id,
    timestamp: Date.parse(response.lastSubmitted),
    respondentEmail: response.respondentEmail,
    editUrl: `${workspace.origin()}/forms/d/e/${form.publishedId}/viewform?edit2=${response.editToken}`,
  };
}

function findResponse(host: Host, form: FormDefinition, responseId: string): StoredResponse {
  const response = host.workspace.forms.response(form.id, responseId);
  if (!response) throw new ScriptError('Invalid response ID.');
  return response;
}

/** In the order of the items; questions without an answer are left out. */
function itemAnswers(form: FormDefinition, answers: Answers): ItemAnswer[] {
  return form.items.filter(isQuestion).flatMap((item) => {
    const response = answers[String(item.entryId)];
    return response === undefined || response.length === 0 ? [] : [{ item, response }];
  });
}

const itemHandlers = ITEM_KINDS.flatMap((kind) => [
  [`FormApp.Form.add${ITEM_CLASS[kind]}`, add(kind)] as const,
  ...ITEM_SETTERS[kind].map((method) => [`FormApp.${ITEM_CLASS[kind]}.${method}`, changeItem] as const),
]);

export const formHandlers: Handlers = {
  'FormApp.create': ({ workspace, user }, title: string, published: boolean) => {
    const form = { ...workspace.forms.create(user, title), published };
    workspace.forms.put(form);
    return facts(form);
  },
  'FormApp.openById': (host, formId: string) => facts(open(host, formId)),
  ...Object.fromEntries(Object.keys(FORM_SETTERS).map((method) => [`FormApp.Form.${method}`, change])),
  ...Object.fromEntries(itemHandlers),
  'FormApp.Item.setTitle': changeItem,
  'FormApp.Item.setHelpText': changeItem,
  'FormApp.Form.collectsEmail': (host, formId: string) => open(host, formId).collectEmail,
  'FormApp.Form.isPublished': (host, formId: string) => open(host, formId).published,
  'FormApp.Form.getItems': (host, formId: string) => open(host, formId).items,
  'FormApp.Form.getItemById': (host, formId: string, itemId: number) =>
    open(host, formId).items.find(({ id }) => id === itemId) ?? null,
  'FormApp.Form.deleteItem': (host, formId: string, which: number | { id: number }) => {
    const form = open(host, formId);
    host.workspace.forms.put({ ...form, items: form.items.toSpliced(indexOf(form, which), 1) });
  },
  'FormApp.Form.moveItem': moveItem,
  'FormApp.Form.getResponse': (host, formId: string, responseId: string) => {
    const form = open(host, formId);
    return responseFacts(host, form, findResponse(host, form, responseId));
  },
  'FormApp.Form.getEditors': sharingOf.getEditors,
  'FormApp.Form.addEditor': sharingOf.addEditor,
  'FormApp.Form.removeEditor': sharingOf.removeEditor,
  'FormApp.Form.getResponses': (host, formId: string, since: number | null) => {
    const form = open(host, formId);
    const after = since === null ? undefined : new Date(since).toISOString();
    return host.workspace.forms.responses(formId, after).map((response) => responseFacts(host, form, response));
  },
  'FormApp.FormResponse.getItemResponses': (host, formId: string, responseId: string) => {
    const form = open(host, formId);
    return itemAnswers(form, findResponse(host, form, responseId).answers);
  },
  'FormApp.FormResponse.submit': (host, formId: string, answers: Answers) => {
    const form = open(host, formId);
    const result = host.workspace.forms.submit(form, answers, { byScript: true });
    if (!result.ok) throw new ScriptError('Invalid response submitted to the form.');
    return responseFacts(host, form, result.response);
  },
};
