/** A form's items as a script sees them. What is read was fetched with the item; every change is a service call. */
import { call, exception, mismatch } from '../../runtime/guest/bridge.ts';
import { enumMember, strict } from '../../runtime/guest/strict.ts';
import { answerText } from './answer-text.ts';
import { type FormItem, ITEM_CLASS, ITEM_KINDS, ITEM_SETTERS } from './facts.ts';
import { createItemResponse } from './item-response-guest.ts';
import { choiceOf, createChoice, navigationTo } from './navigation-guest.ts';
import { ruleOf } from './validation-guest.ts';

type Item = GoogleAppsScript.Forms.Item;
type Members = Record<string, unknown>;
type Change = Record<string, unknown>;

/** What each setter writes into the item. @throws Exception when the value has the wrong type */
const CHANGES: Record<string, (value: never) => Change | undefined> = {
  setTitle: (title: unknown) => (typeof title === 'string' ? { title } : undefined),
  setHelpText: (help: unknown) => (typeof help === 'string' ? { help } : undefined),
  setRequired: (required: unknown) => (typeof required === 'boolean' ? { required } : undefined),
  setIncludesYear: (includesYear: unknown) => (typeof includesYear === 'boolean' ? { includesYear } : undefined),
  showOtherOption: (other: unknown) => (typeof other === 'boolean' ? { other } : undefined),
  setValidation: (rule: object) => {
    const validation = ruleOf(rule);
    return validation && { validation };
  },
  setGoToPage: (target: unknown) => {
    const navigation = navigationTo(target);
    return navigation && { navigation };
  },
  setChoiceValues: (values: unknown) => {
    const fine = Array.isArray(values) && values.length > 0 && values.every((value) => typeof value === 'string');
    return fine ? { choices: values.map((value) => ({ value })) } : undefined;
  },
  setChoices: (choices: unknown) => {
    if (!Array.isArray(choices) || choices.length === 0) return undefined;
    const known = choices.map(choiceOf);
    return known.some((choice) => choice === undefined) ? undefined : { choices: known };
  },
};

/** The item with the methods of its own class, e.g. FormApp.TextItem. */
export function createTypedItem<T extends object>(formId: string, item: FormItem): T {
  const name = `FormApp.${ITEM_CLASS[item.kind]}`;
  let current = item;
  const setter = (method: string) => (value: unknown) => {
    const change = CHANGES[method]?.(value as never);
    if (!change) throw mismatch(`${name}.${method}`, [value]);
    current = call<FormItem>(`${name}.${method}`, formId, item.id, change);
    return self;
  };
  const members: Members = {
    getId: () => item.id,
    getTitle: () => current.title,
    getHelpText: () => current.help,
    ...Object.fromEntries(ITEM_SETTERS[item.kind].map((method) => [method, setter(method)])),
  };
  if ('entryId' in item) {
    members['isRequired'] = () => 'required' in current && current.required;
    members['createResponse'] = (...values: unknown[]) => {
      const answer = answerText(item.kind, values);
      if (answer === undefined) throw mismatch(`${name}.createResponse`, values);
      return createItemResponse({ item: current, response: answer }, () => createItem(formId, current));
    };
  }
  if ('choices' in item) {
    members['createChoice'] = (...args: unknown[]) => createChoice(name, args);
    members['getChoices'] = () =>
      'choices' in current ? current.choices.map((choice) => createChoice(name, [choice.value])) : [];
  }
  const self = strict<T>(name, members as Partial<T>);
  return self;
}

const cast = (kind: FormItem['kind']): string => `as${ITEM_CLASS[kind]}`;

/** The item as `Form.getItems()` gives it: to be turned into its class before anything special. */
export function createItem(formId: string, item: FormItem): Item {
  let current = item;
  const change = (method: string, key: 'title' | 'help') => (value: string) => {
    if (typeof value !== 'string') throw mismatch(`FormApp.Item.${method}`, [value]);
    current = call<FormItem>(`FormApp.Item.${method}`, formId, item.id, { [key]: value });
    return self;
  };
  const casts = ITEM_KINDS.map((kind) => [
    cast(kind),
    () => {
      if (kind === item.kind) return createTypedItem(formId, current);
      throw exception(`Invalid conversion for item type: ${itemType(item.kind)}.`);
    },
  ]);
  const self: Item = strict<Item>('FormApp.Item', {
    getId: () => item.id,
    getTitle: () => current.title,
    getHelpText: () => current.help,
    getType: () => enumMember(itemType(item.kind)),
    setTitle: change('setTitle', 'title'),
    setHelpText: change('setHelpText', 'help'),
    ...(Object.fromEntries(casts) as Partial<Item>),
  });
  return self;
}

/** `TextItem` is `TEXT`, `MultipleChoiceItem` is `MULTIPLE_CHOICE`. */
export const itemType = (kind: FormItem['kind']): string =>
  ITEM_CLASS[kind]
    .replace(/Item$/, '')
    .replace(/(?!^)(?=[A-Z])/g, '_')
    .toUpperCase()
    .replace('DATE_TIME', 'DATETIME');
