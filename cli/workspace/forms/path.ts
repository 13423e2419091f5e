/** Which pages of a form somebody's answers lead through. Shared with the form page in the browser, hence no Node. */
import type { Answers, FormDefinition, FormItem, Navigation, Question } from './model.ts';

export interface FormPage {
  /** Counted from 0; 0 is the page before the first page break. */
  index: number;
  /** What begins this page; the first page has none. */
  pageBreak?: Extract<FormItem, { kind: 'pageBreak' }>;
  /** Without the break itself. */
  items: FormItem[];
}

export const isQuestion = (item: FormItem): item is Question => 'entryId' in item;

export const questionsOf = (page: Pick<FormPage, 'items'>): Question[] => page.items.filter(isQuestion);

export function pagesOf(definition: FormDefinition): FormPage[] {
  let page: FormPage = { index: 0, items: [] };
  const pages = [page];
  for (const item of definition.items) {
    if (item.kind === 'pageBreak') {
      page = { index: pages.length, pageBreak: item, items: [] };
      pages.push(page);
    } else {
      page.items.push(item);
    }
  }
  return pages;
}

/** Where the button at the foot of a page leads: another page's index, or the end of the form. */
export function nextPage(pages: readonly FormPage[], current: number, answers: Answers): number | 'submit' {
  const following = pages[current + 1];
  const page = pages[current];
  // Google: navigation has no effect on the last page.
  if (!page || !following) return 'submit';
  const chosen = chosenNavigation(page, answers);
  const onward = chosen === undefined || chosen.to === 'next';
  return target(onward ? following.pageBreak?.navigation : chosen, pages, following.index);
}

/**
 * The indexes of the pages that these answers lead through, in order. Ends early where the answers lead back to a
 * page already seen, as a restart does: from there on the respondent would go in circles.
 */
export const path = (definition: FormDefinition, answers: Answers): number[] => walk(definition, answers).visited;

/** Whether the path arrives at submission. */
export const reachesSubmit = (definition: FormDefinition, answers: Answers): boolean =>
  walk(definition, answers).submitted;

/** The answers that Google would store: those of existing questions on visited pages, without empty ones. */
export function keptAnswers(definition: FormDefinition, answers: Answers): Answers {
  const pages = pagesOf(definition);
  const kept: Answers = {};
  for (const index of path(definition, answers)) {
    for (const { entryId } of questionsOf(pages[index] ?? { items: [] })) {
      const answer = answers[entryId];
      if (answer !== undefined && !isEmpty(answer)) kept[entryId] = answer;
    }
  }
  return kept;
}

/** Nothing, blanks, or no box ticked. */
export const isEmpty = (answer: string | string[] | undefined): boolean =>
  answer === undefined || (Array.isArray(answer) ? answer.every((text) => text.trim() === '') : answer.trim() === '');

function walk(definition: FormDefinition, answers: Answers): { visited: number[]; submitted: boolean } {
  const pages = pagesOf(definition);
  const visited: number[] = [];
  let current: number | 'submit' = 0;
  while (current !== 'submit') {
    if (visited.includes(current)) return { visited, submitted: false };
    visited.push(current);
    current = nextPage(pages, current, answers);
  }
  return { visited, submitted: true };
}

/** What the last question of a page with a navigating choice says; undefined if none was answered so. */
function chosenNavigation(page: FormPage, answers: Answers): Navigation | undefined {
  let chosen: Navigation | undefined;
  for (const question of questionsOf(page)) {
    if (question.kind !== 'multipleChoice' && question.kind !== 'list') continue;
    const choice = question.choices.find(({ value }) => value === answers[question.entryId]);
    if (choice?.navigation) chosen = choice.navigation;
  }
  return chosen;
}

function target(navigation: Navigation | undefined, pages: readonly FormPage[], following: number): number | 'submit' {
  switch (navigation?.to) {
    case 'submit':
      return 'submit';
    case 'restart':
      return 0;
    case 'page': {
      const { pageItemId } = navigation;
      // The target may have been deleted since: then the form goes on in order.
      return pages.find((page) => page.pageBreak?.id === pageItemId)?.index ?? following;
    }
    case 'next':
    case undefined:
      return following;
  }
}
