/** One answer of a response. */
import { strict } from '../../runtime/guest/strict.ts';
import type { ItemAnswer } from './facts.ts';

type Item = GoogleAppsScript.Forms.Item;
type ItemResponse = GoogleAppsScript.Forms.ItemResponse;

const answers = new WeakMap<object, ItemAnswer>();

export function createItemResponse(answer: ItemAnswer, getItem: () => Item): ItemResponse {
  const response = strict<ItemResponse>('FormApp.ItemResponse', { getItem, getResponse: () => answer.response });
  answers.set(response, answer);
  return response;
}

/** What an ItemResponse stands for; undefined for any other object. */
export const answerOf = (response: object): ItemAnswer | undefined => answers.get(response);
