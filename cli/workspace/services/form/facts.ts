/** What FormApp's two sides tell each other. */
import type { FormDefinition, FormItem } from '../../forms/model.ts';

/** A form without its items. */
export type FormFacts = Omit<FormDefinition, 'items'>;

export type FormChange = Partial<Omit<FormFacts, 'id' | 'publishedId'>>;

/** A response without its answers: those are a call of their own. */
export interface ResponseFacts {
  id: string;
  timestamp: number;
  respondentEmail: string;
  editUrl: string;
}

export interface ItemAnswer {
  item: FormItem;
  response: string | string[];
}

export type { FormItem };

/** The class of each kind of item, as FormApp names it. */
export const ITEM_CLASS = {
  text: 'TextItem',
  paragraph: 'ParagraphTextItem',
  multipleChoice: 'MultipleChoiceItem',
  list: 'ListItem',
  checkbox: 'CheckboxItem',
  date: 'DateItem',
  dateTime: 'DateTimeItem',
  time: 'TimeItem',
  pageBreak: 'PageBreakItem',
  sectionHeader: 'SectionHeaderItem',
} as const satisfies Record<FormItem['kind'], string>;

const BASE = ['setTitle', 'setHelpText'];
const CHOICES = ['setChoices', 'setChoiceValues'];

/** What each class can change. Every one is a service call of its own. */
export const ITEM_SETTERS = {
  text: [...BASE, 'setRequired', 'setValidation'],
  paragraph: [...BASE, 'setRequired', 'setValidation'],
  multipleChoice: [...BASE, 'setRequired', ...CHOICES, 'showOtherOption'],
  list: [...BASE, 'setRequired', ...CHOICES],
  checkbox: [...BASE, 'setRequired', ...CHOICES, 'showOtherOption'],
  date: [...BASE, 'setRequired', 'setIncludesYear'],
  dateTime: [...BASE, 'setRequired', 'setIncludesYear'],
  time: [...BASE, 'setRequired'],
  pageBreak: [...BASE, 'setGoToPage'],
  sectionHeader: BASE,
} as const satisfies Record<FormItem['kind'], readonly string[]>;

/** Property of the definition behind each of Form's setters. */
export const FORM_SETTERS = {
  setTitle: 'title',
  setDescription: 'description',
  setConfirmationMessage: 'confirmationMessage',
  setAllowResponseEdits: 'allowResponseEdits',
  setCollectEmail: 'collectEmail',
  setProgressBar: 'progressBar',
  setShowLinkToRespondAgain: 'showLinkToRespondAgain',
  setPublished: 'published',
  setAcceptingResponses: 'acceptingResponses',
} as const satisfies Record<string, keyof FormChange>;

export const ITEM_KINDS = Object.keys(ITEM_CLASS) as FormItem['kind'][];
