/** The answers of the Forms API v1: the Workspace's form model in Google's schema. */
import { createHash } from 'node:crypto';
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import type { Choice, FormDefinition, FormItem, Question, StoredResponse } from '../forms/model.ts';
import { isQuestion, questionsOf } from '../forms/path.ts';

/** Google writes item, question and section ids of the API as the hexadecimal form of FormApp's numbers. */
const hexId = (id: number): string => id.toString(16).padStart(8, '0');

/** @param documentTitle the Drive file's name @param origin what links begin with */
export function formResource(definition: FormDefinition, documentTitle: string, origin: string): forms_v1.Schema$Form {
  const { id, title, description, collectEmail, items } = definition;
  return {
    formId: id,
    info: { title, documentTitle, ...(description && { description }) },
    settings: { emailCollectionType: collectEmail ? 'VERIFIED' : 'DO_NOT_COLLECT' },
    revisionId: revisionOf(definition),
    responderUri: `${origin}/forms/d/e/${definition.publishedId}/viewform`,
    items: items.map(itemResource),
    publishSettings: publishSettings(definition),
  };
}

export const publishSettings = ({
  published,
  acceptingResponses,
}: FormDefinition): forms_v1.Schema$PublishSettings => ({
  publishState: { isPublished: published, isAcceptingResponses: published && acceptingResponses },
});

/** @param formId left out in listings, as at Google */
export function responseResource(
  definition: FormDefinition,
  response: StoredResponse,
  formId?: string,
): forms_v1.Schema$FormResponse {
  const answers: Record<string, forms_v1.Schema$Answer> = {};
  for (const { entryId } of questionsOf(definition)) {
    const answer = response.answers[entryId];
    if (answer === undefined) continue;
    const values = Array.isArray(answer) ? answer : [answer];
    const questionId = hexId(entryId);
    answers[questionId] = { questionId, textAnswers: { answers: values.map((value) => ({ value })) } };
  }
  return {
    ...(formId && { formId }),
    responseId: response.id,
    createTime: response.created,
    lastSubmittedTime: response.lastSubmitted,
    ...(response.respondentEmail && { respondentEmail: response.respondentEmail }),
    answers,
  };
}

function itemResource(item: FormItem): forms_v1.Schema$Item {
  const common = {
    itemId: hexId(item.id),
    ...(item.title && { title: item.title }),
    ...(item.help && { description: item.help }),
  };
  if (isQuestion(item)) {
    const question = { questionId: hexId(item.entryId), ...(item.required && { required: true }), ...kindOf(item) };
    return { ...common, questionItem: { question } };
  }
  return item.kind === 'pageBreak' ? { ...common, pageBreakItem: {} } : { ...common, textItem: {} };
}

function kindOf(question: Question): forms_v1.Schema$Question {
  switch (question.kind) {
    case 'text':
      return { textQuestion: {} };
    case 'paragraph':
      return { textQuestion: { paragraph: true } };
    case 'multipleChoice':
    case 'list':
    case 'checkbox': {
      const type = { multipleChoice: 'RADIO', list: 'DROP_DOWN', checkbox: 'CHECKBOX' }[question.kind];
      const other = question.other && question.kind !== 'list' ? [{ isOther: true }] : [];
      return { choiceQuestion: { type, options: [...question.choices.map(optionOf), ...other] } };
    }
    case 'date':
      return { dateQuestion: { ...(question.includesYear && { includeYear: true }) } };
    case 'dateTime':
      return { dateQuestion: { includeTime: true, ...(question.includesYear && { includeYear: true }) } };
    case 'time':
      return { timeQuestion: {} };
  }
}

function optionOf({ value, navigation }: Choice): forms_v1.Schema$Option {
  switch (navigation?.to) {
    case 'next':
      return { value, goToAction: 'NEXT_SECTION' };
    case 'restart':
      return { value, goToAction: 'RESTART_FORM' };
    case 'submit':
      return { value, goToAction: 'SUBMIT_FORM' };
    case 'page':
      return { value, goToSectionId: hexId(navigation.pageItemId) };
    case undefined:
      return { value };
  }
}

/** Changes with the content, not with publishing. */
function revisionOf({ published, acceptingResponses, ...content }: FormDefinition): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8);
}
