/** A Google Form in the browser: one section at a time, errors in place, and sending exactly once. */
import { checkAnswer, FORM_PROBLEM } from '../../forms/check.ts';
import type { AnswerErrors, FormDefinition } from '../../forms/model.ts';
import { isQuestion, nextPage, pagesOf, path } from '../../forms/path.ts';
import { readEntries } from '../form/entries.ts';
import { ask, data, element, elements } from './dom.ts';
import { askToSignIn, signIn } from './form-account.ts';
import { clearError, type Errors, focusFirst, showErrors } from './form-errors.ts';
import { watchPointer, whenReleased } from './release.ts';
import { warnOfUnsent } from './unsent.ts';

const definition = data<FormDefinition>('definition');
const form = element('main form', HTMLFormElement);
const pages = elements('.page', form);
const [back, next, send, clear, failure] = ['.back', '.next', '.send', '.clear', '.failure'].map((selector) =>
  element(selector, HTMLElement, form),
) as [HTMLButtonElement, HTMLButtonElement, HTMLButtonElement, HTMLButtonElement, HTMLElement];

/** Pages walked through to get here; the last one is shown. */
let walked = [0];
let sending = false;

const current = () => walked.at(-1) ?? 0;
const params = () => new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
const answers = () => readEntries(definition, params());
const cardsOf = (page: number) => elements('.question', pages[page] ?? form);

/** The page after this one on the path of the answers; undefined when this one sends the form. */
function following(): number | undefined {
  const page = nextPage(pagesOf(definition), current(), answers());
  return page === 'submit' ? undefined : page;
}

/** What is wrong with the question of a card. */
function problemOf(card: HTMLElement): string | undefined {
  const entry = Number(card.dataset['entry']);
  const question = definition.items.filter(isQuestion).find(({ entryId }) => entryId === entry);
  return question && checkAnswer(question, answers()[entry]);
}

function render(): void {
  const page = current();
  for (const [index, section] of pages.entries()) section.hidden = index !== page;
  const last = following() === undefined;
  back.hidden = walked.length === 1;
  next.hidden = last;
  send.hidden = !last;
  const description = form.querySelector<HTMLElement>('.title .description');
  if (description) description.hidden = page !== 0;
  const progress = form.querySelector<HTMLElement>('.progress');
  if (!progress) return;
  progress.hidden = false;
  element('progress', HTMLProgressElement, progress).value = page + 1;
  element('span', HTMLElement, progress).textContent = `Halaman ${page + 1} dari ${pages.length}`;
}

function goTo(trail: number[]): void {
  walked = trail;
  render();
  scrollTo({ top: 0 });
  const heading = pages[current()]?.querySelector<HTMLElement>('.section h2') ?? form.querySelector<HTMLElement>('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}

/** Shows this page's errors. True if there are none. */
function checkPage(): boolean {
  const errors: Errors = new Map(cardsOf(current()).map((card) => [card, problemOf(card)]));
  showErrors(errors);
  return !focusFirst(errors);
}

function advance(): void {
  if (!checkPage()) return;
  const page = following();
  if (page === undefined) return;
  // Going back to an earlier page ("restart") begins the walk anew there.
  const seen = walked.indexOf(page);
  goTo(seen < 0 ? [...walked, page] : walked.slice(0, seen + 1));
}

/** Opens the page of the first refused answer, following the path to it. */
function showRefused(refused: AnswerErrors): void {
  const errors: Errors = new Map(
    elements('.question', form).map((card) => [card, refused[card.dataset['entry'] ?? '']]),
  );
  showErrors(errors);
  const first = [...errors].find(([, message]) => message)?.[0];
  const page = pages.findIndex((section) => first && section.contains(first));
  const visited = path(definition, answers());
  walked = visited.includes(page) ? visited.slice(0, visited.indexOf(page) + 1) : [0];
  render();
  const general = refused[FORM_PROBLEM];
  if (general) fail(general);
  form.querySelector('.summary')?.remove();
  focusFirst(errors);
}

function setSending(on: boolean): void {
  sending = on;
  send.disabled = on;
  back.disabled = on;
  send.textContent = on ? 'Mengirim…' : 'Kirim';
  form.setAttribute('aria-busy', String(on));
}

function fail(message: string): void {
  failure.textContent = message;
  failure.hidden = false;
  failure.scrollIntoView({ block: 'center' });
}

async function submit(): Promise<void> {
  if (sending || !checkPage()) return;
  failure.hidden = true;
  setSending(true);
  try {
    const response = await fetch(form.action, { method: 'POST', body: params() });
    const answer = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (response.status === 400) return showRefused(data<AnswerErrors>('errors', answer) ?? {});
    if (response.status === 401 && askToSignIn(form, answer)) return;
    if (response.status >= 500 || !answer.querySelector('main.form')) {
      return fail(
        'Formulir belum terkirim: server menjawab dengan kesalahan. Jawaban Anda masih ada; coba kirim lagi.',
      );
    }
    document.title = answer.title;
    document.body.replaceWith(document.adoptNode(answer.body));
    scrollTo({ top: 0 });
    document.querySelector<HTMLElement>('.confirmation')?.focus();
  } catch {
    fail(
      'Formulir belum terkirim: tidak ada sambungan. Jawaban Anda masih ada; periksa jaringan, lalu tekan Kirim lagi.',
    );
  } finally {
    setSending(false);
  }
}

async function enter({ formAction }: HTMLButtonElement): Promise<void> {
  try {
    failure.hidden = true;
    if (!(await signIn(form, formAction, params()))) fail('Pilih dulu pengguna yang mengirim tanggapan ini.');
  } catch {
    fail('Belum berhasil masuk. Jawaban Anda masih ada; periksa jaringan, lalu tekan Masuk lagi.');
  }
}

async function clearAll(): Promise<void> {
  if ((await ask(element('dialog.ask', HTMLDialogElement))) !== 'yes') return;
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type)) field.checked = false;
    else if (field instanceof HTMLInputElement && field.type === 'text') field.value = '';
    else if (field instanceof HTMLTextAreaElement) field.value = '';
    else if (field instanceof HTMLSelectElement) field.selectedIndex = 0;
  }
  for (const card of elements('.question', form)) clearError(card);
  failure.hidden = true;
  goTo([0]);
}

/** Leaving a question checks it, as Google does; correcting it takes the error away at once. */
function watchQuestion(card: HTMLElement): void {
  const recheck = () => showErrors(new Map([[card, problemOf(card)]]));
  card.addEventListener('focusout', ({ relatedTarget }) => {
    const inside = relatedTarget instanceof Node && card.contains(relatedTarget);
    const toButton = relatedTarget instanceof Element && relatedTarget.closest('.buttons') !== null;
    if (inside || toButton || !document.hasFocus()) return;
    // An error that appears at once would move what is being pressed away from under the finger.
    whenReleased(() => {
      if (!card.contains(document.activeElement)) recheck();
    });
  });
  const corrected = ({ target }: Event) => {
    const other = target instanceof HTMLInputElement && target.classList.contains('other') && target.value !== '';
    const mark = other ? target.closest('.choice')?.querySelector('input') : undefined;
    if (mark) mark.checked = true;
    if (card.classList.contains('bad')) recheck();
    render();
  };
  card.addEventListener('input', corrected);
  card.addEventListener('change', corrected);
}

watchPointer();
warnOfUnsent(form);
for (const card of elements('.question', form)) watchQuestion(card);
back.addEventListener('click', () => goTo(walked.slice(0, -1)));
next.addEventListener('click', advance);
clear.addEventListener('click', () => void clearAll());
clear.hidden = false;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { submitter } = event;
  if (submitter instanceof HTMLButtonElement && submitter.classList.contains('enter')) void enter(submitter);
  else if (following() === undefined) void submit();
  else advance();
});
// Enter in a field of an earlier page goes on instead of sending: the hidden button is not the default one.
form.addEventListener('keydown', (event) => {
  const inField = event.target instanceof HTMLInputElement;
  if (event.key !== 'Enter' || !inField) return;
  event.preventDefault();
  if (next.hidden) void submit();
  else advance();
});
render();
const refused = data<AnswerErrors>('errors');
if (Object.keys(refused).length > 0) showRefused(refused);
