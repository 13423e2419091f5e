/** Whether answers fit a form, in the words that Google's forms use. Shared with the browser, hence no Node. */
import type { AnswerErrors, Answers, FormDefinition, Question, TextValidation } from './model.ts';
import { isEmpty, pagesOf, path, questionsOf, reachesSubmit } from './path.ts';

export const PESAN = {
  wajib: 'Ini adalah pertanyaan yang wajib diisi',
  email: 'Harus berupa alamat email yang valid',
  url: 'Harus berupa URL yang valid',
  angka: 'Harus berupa angka',
  pola: 'Harus sesuai dengan pola',
  mengandungPola: 'Harus mengandung pola',
  maksimum: (length: number) => `Harus berisi paling banyak ${length} karakter`,
  minimum: (length: number) => `Harus berisi paling sedikit ${length} karakter`,
  pilihan: 'Pilih salah satu jawaban yang tersedia',
  jawaban: 'Jawaban tidak valid',
  tanggal: 'Tanggal tidak valid',
  waktu: 'Waktu tidak valid',
  tanggalWaktu: 'Tanggal atau waktu tidak valid',
  berputar: 'Jawaban ini membawa Anda kembali ke bagian sebelumnya, sehingga formulir belum dapat dikirim',
} as const;

/** The key of a problem that belongs to no question. */
export const FORM_PROBLEM = 'form';

const EMAIL = /^[^\s@<>()[\],;:"]+@[^\s@.<>()[\],;:"]+(\.[^\s@.<>()[\],;:"]+)+$/;
const URL_TEXT = /^(https?:\/\/)?([\p{L}\p{N}-]+\.)+[\p{L}]{2,}(:\d+)?([/?#]\S*)?$/iu;
const NUMBER = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/;

/**
 * Every problem at once, by entry id. Only questions on pages that the answers lead to are looked at; others need no
 * answer and lose the one they have.
 */
export function check(definition: FormDefinition, answers: Answers): AnswerErrors {
  const errors: AnswerErrors = {};
  const pages = pagesOf(definition);
  const visited = path(definition, answers).flatMap((index) => pages[index] ?? []);
  for (const question of visited.flatMap(questionsOf)) {
    const problem = checkAnswer(question, answers[question.entryId]);
    if (problem !== undefined) errors[question.entryId] = problem;
  }
  if (!reachesSubmit(definition, answers)) {
    const last = questionsOf(visited.at(-1) ?? { items: [] });
    const culprit = last.filter(({ kind }) => kind === 'multipleChoice' || kind === 'list').at(-1);
    errors[culprit?.entryId ?? FORM_PROBLEM] ??= PESAN.berputar;
  }
  return errors;
}

/** The problem with one answer, or undefined. */
export function checkAnswer(question: Question, answer: string | string[] | undefined): string | undefined {
  if (answer === undefined || isEmpty(answer)) return question.required ? PESAN.wajib : undefined;
  if (!Array.isArray(answer)) return checkSingle(question, answer);
  if (question.kind !== 'checkbox') return PESAN.jawaban;
  return unless(
    answer.every((value) => isChoice(question, value)),
    PESAN.pilihan,
  );
}

function checkSingle(question: Question, answer: string): string | undefined {
  switch (question.kind) {
    case 'text':
    case 'paragraph':
      return question.validation && checkText(question.validation, answer);
    case 'multipleChoice':
    case 'list':
    case 'checkbox':
      return unless(isChoice(question, answer), PESAN.pilihan);
    case 'date':
      return unless(isDate(answer, question.includesYear), PESAN.tanggal);
    case 'time':
      return unless(isTime(answer), PESAN.waktu);
    case 'dateTime': {
      const [date = '', time = '', ...rest] = answer.split(' ');
      const valid = rest.length === 0 && isDate(date, question.includesYear) && isTime(time);
      return unless(valid, PESAN.tanggalWaktu);
    }
  }
}

const unless = (fits: boolean, problem: string): string | undefined => (fits ? undefined : problem);

/**
 * A form's pattern (RE2 syntax) as JavaScript's. Of RE2's own syntax only a leading `(?i)` is translated; what else
 * differs is refused when the form is stored, see `validate-definition.ts`.
 * @throws SyntaxError
 */
export function compilePattern(pattern: string, whole: boolean): RegExp {
  const ignoreCase = pattern.startsWith('(?i)');
  const source = ignoreCase ? pattern.slice('(?i)'.length) : pattern;
  return new RegExp(whole ? `^(?:${source})$` : source, ignoreCase ? 'i' : '');
}

const isChoice = (question: Extract<Question, { choices: unknown }>, value: string): boolean =>
  // A drop-down list has no "Lainnya".
  (question.other === true && question.kind !== 'list') || question.choices.some((choice) => choice.value === value);

function checkText(validation: TextValidation, text: string): string | undefined {
  const problem = textProblem(validation, text);
  return problem === undefined ? undefined : validation.helpText || problem;
}

function textProblem({ kind, argument = '' }: TextValidation, text: string): string | undefined {
  switch (kind) {
    case 'matchesPattern':
      return unless(compilePattern(argument, true).test(text), PESAN.pola);
    case 'containsPattern':
      return unless(compilePattern(argument, false).test(text), PESAN.mengandungPola);
    case 'email':
      return unless(EMAIL.test(text), PESAN.email);
    case 'url':
      return unless(URL_TEXT.test(text), PESAN.url);
    case 'number':
      return unless(NUMBER.test(text.trim()), PESAN.angka);
    case 'maxLength':
      return unless(text.length <= Number(argument), PESAN.maksimum(Number(argument)));
    case 'minLength':
      return unless(text.length >= Number(argument), PESAN.minimum(Number(argument)));
  }
}

/** `YYYY-MM-DD`, or `MM-DD` when the question does not ask for the year. */
function isDate(text: string, includesYear: boolean): boolean {
  // 29 February fits a question without a year, so that is judged in a leap year.
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(includesYear ? text : `2024-${text}`);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  return year >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
