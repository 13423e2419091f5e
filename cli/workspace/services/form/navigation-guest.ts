/** Choices and where they lead. */

import type { Choice as ChoiceFacts, Navigation } from '../../forms/model.ts';
import { mismatch } from '../../runtime/guest/bridge.ts';
import { enumMember, strict } from '../../runtime/guest/strict.ts';

type Choice = GoogleAppsScript.Forms.Choice;

export const NAVIGATION_TYPES = ['CONTINUE', 'GO_TO_PAGE', 'RESTART', 'SUBMIT'];

const BY_TYPE: Record<string, Navigation> = {
  CONTINUE: { to: 'next' },
  RESTART: { to: 'restart' },
  SUBMIT: { to: 'submit' },
};

const known = new WeakMap<object, ChoiceFacts>();

/** What a PageBreakItem or a PageNavigationType means; undefined for anything else. */
export function navigationTo(target: unknown): Navigation | undefined {
  if (typeof target !== 'object' || target === null) return undefined;
  const type = Object.keys(BY_TYPE).find((name) => enumMember<object>(name) === target);
  if (type !== undefined) return BY_TYPE[type];
  const isPageBreak = String(target) === 'FormApp.PageBreakItem';
  return isPageBreak ? { to: 'page', pageItemId: (target as { getId(): number }).getId() } : undefined;
}

/** A choice as `createChoice(value[, target])` makes it. @throws Exception for other arguments */
export function createChoice(owner: string, args: readonly unknown[]): Choice {
  const [value, target] = args;
  const navigation = navigationTo(target);
  if (typeof value !== 'string' || args.length > 2 || (args.length === 2 && !navigation)) {
    throw mismatch(`${owner}.createChoice`, args);
  }
  const choice = strict<Choice>('FormApp.Choice', { getValue: () => value });
  known.set(choice, navigation ? { value, navigation } : { value });
  return choice;
}

export const choiceOf = (choice: unknown): ChoiceFacts | undefined =>
  typeof choice === 'object' && choice !== null ? known.get(choice) : undefined;
