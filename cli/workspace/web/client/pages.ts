/** The Workspace's own pages: buttons that post, forms for clock and faults, and content that keeps itself current. */
import { messageOf, post, remove } from './api.ts';
import { confirmDialog } from './dialog.ts';
import { element, elements } from './dom.ts';
import { problem, toast } from './toast.ts';

/** Milliseconds between looks for something new. */
const POLL = 2000;

let shown = '';

/** Fetches this page again and swaps its content if it changed. Open details and the focus stay. */
async function renew(): Promise<void> {
  const response = await fetch(location.href);
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  const content = element('#live', HTMLElement, next);
  const top = element('.top .who', HTMLElement, next);
  element('.top .who', HTMLElement).replaceChildren(...top.childNodes);
  if (content.innerHTML === shown) return;
  shown = content.innerHTML;
  const live = element('#live', HTMLElement);
  const opened = elements('details[open]', live).map(({ id }) => id);
  const focused = live.contains(document.activeElement) ? describe(document.activeElement) : undefined;
  live.replaceChildren(...content.childNodes);
  for (const id of opened) document.getElementById(id)?.setAttribute('open', '');
  if (focused)
    elements('a, button, summary, pre, input', live)
      .find((each) => describe(each) === focused)
      ?.focus();
}

const describe = (node: Element | null): string =>
  [node?.tagName, node?.id, node?.getAttribute('href'), node?.textContent, node?.closest('details')?.id].join(' ');

async function poll(): Promise<void> {
  const busy = document.querySelector('#live form[data-dirty]') !== null;
  try {
    if (!document.hidden && !busy) await renew();
  } catch {
    // The server may be restarting; the next look will tell.
  }
  setTimeout(() => void poll(), POLL);
}

interface Ran {
  executions?: { function: string; error: string | null }[];
}

async function send(button: HTMLElement | null, work: () => Promise<Ran>, goto = ''): Promise<void> {
  if (button instanceof HTMLButtonElement) button.disabled = true;
  try {
    const { executions } = await work();
    if (goto) return location.assign(goto);
    if (executions) report(executions);
    else toast('Selesai.');
    await renew();
  } catch (error) {
    problem(messageOf(error));
  } finally {
    if (button instanceof HTMLButtonElement) button.disabled = false;
  }
}

function report(executions: NonNullable<Ran['executions']>): void {
  const failed = executions.filter(({ error }) => error !== null);
  for (const { function: name, error } of failed) problem(`${name} gagal: ${error}`);
  if (failed.length === 0) {
    toast(
      executions.length === 0
        ? 'Tidak ada pemicu yang jatuh tempo.'
        : `${executions.length} pemicu berjalan sampai selesai.`,
    );
  }
}

/** `failCall.n` becomes `{failCall: {n}}`; empty fields and unticked boxes are left out. */
function faultSettings(form: HTMLFormElement): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  const failCall: Record<string, unknown> = {};
  for (const field of form.querySelectorAll('input')) {
    const value = field.type === 'checkbox' ? field.checked || undefined : field.value.trim() || undefined;
    if (value === undefined) continue;
    const typed = field.type === 'number' ? Number(value) : value;
    const [group, name] = field.name.split('.');
    if (name) failCall[name] = typed;
    else if (group) settings[group] = typed;
  }
  if (failCall['n'] !== undefined) settings['failCall'] = failCall;
  return settings;
}

/** Practice data of days that have not come yet make no sense: whoever goes back says so. */
async function mayGoBack(form: HTMLFormElement): Promise<boolean> {
  const shownNow = element('.top time[data-clock]', HTMLElement).dataset['clock'] ?? '';
  if (form.dataset['form'] !== 'clock' || chosenInstant(form) >= shownNow) return true;
  const text =
    'Jam akan mundur. Usulan, surel dan batas waktu yang sudah ada menjadi bertanggal di masa depan, dan pemicu menunggu sampai waktunya tercapai lagi.';
  return confirmDialog('Mundurkan jam', text, 'Mundurkan', 'Batal');
}

const chosenInstant = (form: HTMLFormElement): string =>
  new Date(`${String(new FormData(form).get('now'))}+07:00`).toISOString();

const FORMS: Record<string, (form: HTMLFormElement) => Promise<Ran>> = {
  clock: (form) => post('/workspace/clock', { now: chosenInstant(form) }),
  faults: (form) => post('/workspace/faults', faultSettings(form)),
};

/** Hides the lines of a list that lack one of the words. */
function filterList(id: string, wanted: string): void {
  const words = wanted.toLowerCase().split(/\s+/);
  const lines = elements(`#${id} > li`);
  for (const line of lines) line.hidden = !words.every((word) => line.dataset['text']?.includes(word));
  const none = document.getElementById(id)?.nextElementSibling;
  if (none instanceof HTMLElement) none.hidden = lines.some((line) => !line.hidden);
}

async function press(button: HTMLElement): Promise<void> {
  const { post: path, body = '{}', goto, confirm, delete: gone } = button.dataset;
  if (confirm && !(await confirmDialog('Setel ulang', confirm, 'Setel ulang', 'Batal'))) return;
  if (path) await send(button, () => post(path, JSON.parse(body)), goto);
  if (gone) await send(button, () => remove(gone));
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-post], [data-delete]') : null;
  if (button) void press(button);
});
// A form that somebody is filling in stays as it is until it is sent; a search until it is emptied.
document.addEventListener('input', ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  const form = target.closest('form');
  form?.toggleAttribute('data-dirty', !(target instanceof HTMLInputElement && form.dataset['filter'] && !target.value));
  if (target instanceof HTMLInputElement && form?.dataset['filter']) filterList(form.dataset['filter'], target.value);
});
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form instanceof HTMLFormElement && form.dataset['filter']) event.preventDefault();
  const work = form instanceof HTMLFormElement ? FORMS[form.dataset['form'] ?? ''] : undefined;
  if (!work || !(form instanceof HTMLFormElement)) return;
  event.preventDefault();
  void mayGoBack(form).then((may) => {
    if (!may) return;
    form.removeAttribute('data-dirty');
    void send(form.querySelector('button'), () => work(form));
  });
});
shown = element('#live', HTMLElement).innerHTML;
setTimeout(() => void poll(), POLL);
