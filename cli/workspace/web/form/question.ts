/** One question of a form as a card with its fields, help, and place for an error. */
import type { Answers, Question } from '../../forms/model.ts';
import { flag, type Html, html } from '../html.ts';
import { OTHER, splitDate } from './entries.ts';

type Choices = Extract<Question, { choices: unknown }>;
type Dated = Extract<Question, { kind: 'date' | 'dateTime' | 'time' }>;

/** @param error why the answer was refused, if it was. */
export function questionCard(question: Question, answers: Answers, error: string | undefined): Html {
  const id = question.entryId;
  const grouped = !['text', 'paragraph', 'list'].includes(question.kind);
  const star = question.required && html` <span class="star" aria-hidden="true">*</span>`;
  const help = question.help !== '' && html`<div class="help" id="help-${id}">${question.help}</div>`;
  const message = html`<div class="error" id="error-${id}" role="alert" ${flag('hidden', !error)}>${error}</div>`;
  const fields = fieldsOf(question, answers);
  const body = grouped
    ? html`<fieldset role="${question.kind === 'multipleChoice' ? 'radiogroup' : 'group'}" aria-describedby="${described(question)}">
<legend class="label">${question.title}${star}</legend>${help}${fields}</fieldset>`
    : html`<label class="label" for="field-${id}">${question.title}${star}</label>${help}${fields}`;
  return html`<div class="card question${error ? ' bad' : ''}" id="question-${id}" data-entry="${id}" data-kind="${question.kind}">
${body}${message}
</div>
`;
}

const described = ({ entryId, help }: Question): string => `${help ? `help-${entryId} ` : ''}error-${entryId}`;

function fieldsOf(question: Question, answers: Answers): Html {
  const answer = answers[question.entryId];
  switch (question.kind) {
    case 'text':
      return textField(question, String(answer ?? ''));
    case 'paragraph':
      return html`<textarea class="field" id="field-${question.entryId}" name="entry.${question.entryId}" rows="3"
 placeholder="Jawaban Anda" aria-describedby="${described(question)}" aria-required="${String(question.required)}">${answer}</textarea>`;
    case 'list':
      return dropdown(question, String(answer ?? ''));
    case 'multipleChoice':
    case 'checkbox':
      return choiceFields(question, [answer ?? []].flat());
    default:
      return datedFields(question, answer);
  }
}

function textField(question: Extract<Question, { kind: 'text' | 'paragraph' }>, value: string): Html {
  const { validation } = question;
  const digits = validation?.kind === 'number' || /^\^?(\\d|\[0-9\])/.test(validation?.argument ?? '');
  const mode = digits ? 'numeric' : validation?.kind === 'email' ? 'email' : 'text';
  return html`<input class="field" type="text" inputmode="${mode}" autocomplete="off" id="field-${question.entryId}"
 name="entry.${question.entryId}" value="${value}" placeholder="Jawaban Anda"
 aria-describedby="${described(question)}" aria-required="${String(question.required)}">`;
}

const dropdown = (
  question: Choices,
  value: string,
): Html => html`<select class="field select" id="field-${question.entryId}"
 name="entry.${question.entryId}" aria-describedby="${described(question)}" aria-required="${String(question.required)}">
<option value="">Pilih</option>
${question.choices.map((choice) => html`<option ${flag('selected', choice.value === value)}>${choice.value}</option>`)}
</select>`;

function choiceFields(question: Choices, chosen: string[]): Html {
  const type = question.kind === 'checkbox' ? 'checkbox' : 'radio';
  const name = `entry.${question.entryId}`;
  const known = new Set(question.choices.map((choice) => choice.value));
  const other = chosen.find((value) => !known.has(value)) ?? '';
  return html`<div class="choices">
${question.choices.map(
  ({
    value,
  }) => html`<label class="choice"><input type="${type}" name="${name}" value="${value}" ${flag('checked', chosen.includes(value))}>
<span>${value}</span></label>`,
)}
${
  question.other &&
  html`<div class="choice"><label class="choice"><input type="${type}" name="${name}" value="${OTHER}" ${flag('checked', other !== '')}>
<span>Lainnya:</span></label><input class="field other" type="text" name="${name}.other_option_response" value="${other}" aria-label="Jawaban lainnya untuk ${question.title}"></div>`
}
</div>`;
}

function datedFields(question: Dated, answer: string | string[] | undefined): Html {
  const parts = splitDate(answer);
  const box = (part: keyof typeof parts, label: string, size: number, hint: string) =>
    html`<label class="part">${label}<input class="field" type="text" inputmode="numeric" autocomplete="off" maxlength="${size}" size="${size}"
 name="entry.${question.entryId}_${part}" value="${parts[part]}" placeholder="${hint}"></label>`;
  return html`<div class="parts">
${
  question.kind !== 'time' &&
  html`${box('day', 'Tanggal', 2, 'HH')}${box('month', 'Bulan', 2, 'BB')}${question.includesYear && box('year', 'Tahun', 4, 'TTTT')}`
}
${question.kind !== 'date' && html`<div class="clock">${box('hour', 'Jam', 2, '00')}<span class="colon" aria-hidden="true">:</span>${box('minute', 'Menit', 2, '00')}</div>`}
</div>`;
}
