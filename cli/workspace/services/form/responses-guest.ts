/** Responses as a script reads and gives them. */
import { call, facts, mismatch } from '../../runtime/guest/bridge.ts';
import { strict } from '../../runtime/guest/strict.ts';
import type { FormFacts, ItemAnswer, ResponseFacts } from './facts.ts';
import { answerOf, createItemResponse } from './item-response-guest.ts';
import { createItem } from './items-guest.ts';

type FormResponse = GoogleAppsScript.Forms.FormResponse;
type ItemResponse = GoogleAppsScript.Forms.ItemResponse;

/** @param blank an event of a bad day: a response that has no answers and is in no list */
export function createFormResponse(formId: string, known: ResponseFacts, blank = false): FormResponse {
  return strict<FormResponse>('FormApp.FormResponse', {
    getId: () => known.id,
    getTimestamp: () => new Date(known.timestamp),
    getRespondentEmail: () => known.respondentEmail,
    getEditResponseUrl: () => known.editUrl,
    getItemResponses: () =>
      blank
        ? []
        : call<ItemAnswer[]>('FormApp.FormResponse.getItemResponses', formId, known.id).map((answer) =>
            createItemResponse(answer, () => createItem(formId, answer.item)),
          ),
  });
}

/** A response that is being made: `withItemResponse` adds to it, `submit` stores it. Submitting fires no trigger. */
export function createDraft(form: FormFacts): FormResponse {
  const given: ItemAnswer[] = [];
  const draft: FormResponse = strict<FormResponse>('FormApp.FormResponse', {
    withItemResponse: (response: ItemResponse) => {
      const answer = answerOf(response);
      if (!answer) throw mismatch('FormApp.FormResponse.withItemResponse', [response]);
      given.push(answer);
      return draft;
    },
    submit: () => {
      const entries = given.map(({ item, response }) => ['entryId' in item ? String(item.entryId) : '', response]);
      const stored = call<ResponseFacts>('FormApp.FormResponse.submit', form.id, Object.fromEntries(entries));
      return createFormResponse(form.id, stored);
    },
    toPrefilledUrl: () => {
      const pairs = given.flatMap(({ item, response }) =>
        'entryId' in item ? [response].flat().map((text) => `entry.${item.entryId}=${encodeURIComponent(text)}`) : [],
      );
      return `${facts().origin}/forms/d/e/${form.publishedId}/viewform?${['usp=pp_url', ...pairs].join('&')}`;
    },
  });
  return draft;
}
