/**
 * What a form is. The Forms API has no response validation and FormApp has no JSON form, so the Workspace keeps a
 * model of its own that both are projections of.
 */

/**
 * Where a section or an answer leads, as FormApp documents it (PageBreakItem.setGoToPage, PageNavigationType):
 * - The navigation of the choices that somebody made on a page decides first; of several the last question's wins.
 * - Without any, or when it says `next` (CONTINUE, the normal way on), respondents reach the page break that follows
 *   in order, and its `navigation` applies: it belongs to the page BEFORE the break, not to the page that the break
 *   begins. A jump to a page ignores that page's break.
 * - After the last page comes submission, whatever a choice says.
 */
export type Navigation = { to: 'next' | 'restart' | 'submit' } | { to: 'page'; pageItemId: number };

export interface Choice {
  value: string;
  navigation?: Navigation;
}

export interface TextValidation {
  /** As FormApp.TextValidation: `matchesPattern` must match the whole answer, `containsPattern` a part of it. */
  kind: 'matchesPattern' | 'containsPattern' | 'email' | 'url' | 'number' | 'maxLength' | 'minLength';
  /** A pattern as Google's forms take it (RE2), or a length as text. */
  argument?: string;
  /** Shown under the card when the answer does not fit. */
  helpText?: string;
}

interface ItemBase {
  /** What FormApp's Item.getId() answers; not the number in `entry.N`. */
  id: number;
  title: string;
  help: string;
}

interface QuestionBase extends ItemBase {
  /** The number in `entry.N` of a form submission and of prefilled links. */
  entryId: number;
  required: boolean;
}

export type FormItem =
  /** Begins a new page (section). `navigation` says where to go after the page BEFORE this break, as at Google. */
  | (ItemBase & { kind: 'pageBreak'; navigation?: Navigation })
  | (ItemBase & { kind: 'sectionHeader' })
  | (QuestionBase & { kind: 'text' | 'paragraph'; validation?: TextValidation })
  | (QuestionBase & { kind: 'multipleChoice' | 'list' | 'checkbox'; choices: Choice[]; other?: boolean })
  | (QuestionBase & { kind: 'date' | 'dateTime'; includesYear: boolean })
  | (QuestionBase & { kind: 'time' });

export type Question = Extract<FormItem, { entryId: number }>;

export interface FormDefinition {
  /** Drive file id, 44 characters as at Google. */
  id: string;
  /** The id in `/forms/d/e/{publishedId}/viewform`. */
  publishedId: string;
  title: string;
  description: string;
  /** False until published, as for every form that an API or script makes since 30 June 2026. */
  published: boolean;
  acceptingResponses: boolean;
  confirmationMessage: string;
  allowResponseEdits: boolean;
  /** Whether the address of the person who answers is part of the response. */
  collectEmail: boolean;
  progressBar: boolean;
  showLinkToRespondAgain: boolean;
  items: FormItem[];
}

/** Answers by entry id. Dates are `YYYY-MM-DD`, date-times `YYYY-MM-DD HH:mm`, times `HH:mm`, checkboxes lists. */
export type Answers = Record<string, string | string[]>;

export interface StoredResponse {
  id: string;
  formId: string;
  /** Instants in ISO UTC. `lastSubmitted` moves when the respondent edits, `created` does not. */
  created: string;
  lastSubmitted: string;
  respondentEmail: string;
  /** The secret in `viewform?edit2=<token>`. */
  editToken: string;
  answers: Answers;
}

/** What is wrong with a submission, by entry id, in the words the page shows. */
export type AnswerErrors = Record<string, string>;
