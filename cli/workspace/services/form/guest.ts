/** FormApp as a script sees it. */
import { call, facts, mismatch } from '../../runtime/guest/bridge.ts';
import { enumeration, strict } from '../../runtime/guest/strict.ts';
import { sharingMembers } from '../sharing-guest.ts';
import { FORM_SETTERS, type FormFacts, type FormItem, ITEM_CLASS, ITEM_KINDS, type ResponseFacts } from './facts.ts';
import { createItem, createTypedItem, itemType } from './items-guest.ts';
import { NAVIGATION_TYPES } from './navigation-guest.ts';
import { createDraft, createFormResponse } from './responses-guest.ts';
import { createParagraphTextValidation, createTextValidation } from './validation-guest.ts';

type FormApp = GoogleAppsScript.Forms.FormApp;
type Form = GoogleAppsScript.Forms.Form;
type Members = Record<string, unknown>;

const idOf = (item: unknown): unknown =>
  typeof item === 'object' && item !== null ? { id: (item as { getId(): number }).getId() } : item;

export function createForm(opened: FormFacts): Form {
  const { id } = opened;
  let current = opened;

  const setter = (method: string, key: keyof FormFacts) => (value: unknown) => {
    if (typeof value !== typeof current[key]) throw mismatch(`FormApp.Form.${method}`, [value]);
    current = call<FormFacts>(`FormApp.Form.${method}`, id, { [key]: value });
    return form;
  };
  const adder = (kind: FormItem['kind']) => {
    const method = `add${ITEM_CLASS[kind]}`;
    return [method, () => createTypedItem(id, call<FormItem>(`FormApp.Form.${method}`, id, kind))] as const;
  };
  const members: Members = {
    ...Object.fromEntries(Object.entries(FORM_SETTERS).map(([method, key]) => [method, setter(method, key)])),
    ...Object.fromEntries(ITEM_KINDS.map(adder)),
  };
  const typed: Partial<Form> & { isPublished(): boolean } = {
    getId: () => id,
    getTitle: () => current.title,
    getPublishedUrl: () => `${facts().origin}/forms/d/e/${current.publishedId}/viewform`,
    getEditUrl: () => `${facts().origin}/forms/d/${id}/edit`,
    collectsEmail: () => call<boolean>('FormApp.Form.collectsEmail', id),
    isPublished: () => call<boolean>('FormApp.Form.isPublished', id),
    getItems: (...args: unknown[]) => {
      if (args.length > 1) throw mismatch('FormApp.Form.getItems', args);
      const items = call<FormItem[]>('FormApp.Form.getItems', id);
      const wanted = args.length === 0 ? items : items.filter(({ kind }) => itemType(kind) === String(args[0]));
      return wanted.map((item) => createItem(id, item));
    },
    getItemById: (itemId: number) => {
      const item = call<FormItem | null>('FormApp.Form.getItemById', id, itemId);
      return item ? createItem(id, item) : (null as unknown as ReturnType<Form['getItemById']>);
    },
    deleteItem: (item: unknown) => call('FormApp.Form.deleteItem', id, idOf(item)),
    moveItem: (item: unknown, toIndex: number) =>
      createItem(id, call<FormItem>('FormApp.Form.moveItem', id, idOf(item), toIndex)),
    getResponse: (responseId: string) =>
      createFormResponse(id, call<ResponseFacts>('FormApp.Form.getResponse', id, responseId)),
    getResponses: (...args: unknown[]) => {
      const [since] = args;
      if (args.length > 1 || (args.length === 1 && !(since instanceof Date))) {
        throw mismatch('FormApp.Form.getResponses', args);
      }
      const instant = since instanceof Date ? since.getTime() : null;
      const responses = call<ResponseFacts[]>('FormApp.Form.getResponses', id, instant);
      return responses.map((response) => createFormResponse(id, response));
    },
    createResponse: () => createDraft(current),
  };
  const { viewers: _, ...editors } = sharingMembers<Form>('FormApp.Form', id, () => form);
  const form: Form = strict<Form>('FormApp.Form', { ...(members as Partial<Form>), ...typed, ...editors });
  return form;
}

export function createFormApp(): FormApp {
  const members: Partial<FormApp> = {
    ItemType: enumeration('FormApp.ItemType', ITEM_KINDS.map(itemType)),
    PageNavigationType: enumeration('FormApp.PageNavigationType', NAVIGATION_TYPES),
    create: (...args: unknown[]) => {
      const [title, isPublished = false] = args;
      if (typeof title !== 'string' || typeof isPublished !== 'boolean') throw mismatch('FormApp.create', args);
      return createForm(call<FormFacts>('FormApp.create', title, isPublished));
    },
    openById: (...args: unknown[]) => {
      if (args.length !== 1 || typeof args[0] !== 'string') throw mismatch('FormApp.openById', args);
      return createForm(call<FormFacts>('FormApp.openById', args[0]));
    },
    createTextValidation,
    createParagraphTextValidation,
  };
  return strict<FormApp>('FormApp', members);
}
