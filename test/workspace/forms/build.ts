/** Short ways to write a form in a test. Item id N has entry id N * 10. */
import type { Choice, FormDefinition, FormItem, Navigation, TextValidation } from '#workspace/forms/model.ts';

const base = (id: number) => ({ id, title: `Butir ${id}`, help: '' });
const question = (id: number, required = false) => ({ ...base(id), entryId: id * 10, required });

export const text = (id: number, options: { required?: boolean; validation?: TextValidation } = {}): FormItem => ({
  ...question(id, options.required),
  kind: 'text',
  ...(options.validation && { validation: options.validation }),
});

export const choice = (
  id: number,
  choices: Record<string, Navigation | undefined>,
  options: { kind?: 'multipleChoice' | 'list' | 'checkbox'; required?: boolean; other?: boolean } = {},
): FormItem => ({
  ...question(id, options.required),
  kind: options.kind ?? 'multipleChoice',
  choices: Object.entries(choices).map(
    ([value, navigation]): Choice => (navigation ? { value, navigation } : { value }),
  ),
  ...(options.other && { other: true }),
});

export const date = (id: number, includesYear = true): FormItem => ({ ...question(id), kind: 'date', includesYear });
export const dateTime = (id: number): FormItem => ({ ...question(id), kind: 'dateTime', includesYear: true });
export const time = (id: number): FormItem => ({ ...question(id), kind: 'time' });
export const pageBreak = (id: number, navigation?: Navigation): FormItem => ({
  ...base(id),
  kind: 'pageBreak',
  ...(navigation && { navigation }),
});
export const header = (id: number): FormItem => ({ ...base(id), kind: 'sectionHeader' });

export const toPage = (pageItemId: number): Navigation => ({ to: 'page', pageItemId });
export const SUBMIT: Navigation = { to: 'submit' };
export const RESTART: Navigation = { to: 'restart' };
export const NEXT: Navigation = { to: 'next' };

export const form = (...items: FormItem[]): FormDefinition => ({
  id: 'form',
  publishedId: 'published',
  title: 'Formulir uji',
  description: '',
  published: true,
  acceptingResponses: true,
  confirmationMessage: '',
  allowResponseEdits: true,
  collectEmail: false,
  progressBar: false,
  showLinkToRespondAgain: true,
  items,
});
