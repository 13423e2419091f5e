/** Dialogs over the page: a message, a question, or a script's own HTML. */
import { ask, make } from './dom.ts';
import { keepFromGrid } from './reach.ts';
import { type ScriptHost, scriptFrame } from './script-frame.ts';

/** Shows a text and resolves to true if the confirming button closed it. */
export async function confirmDialog(title: string, text: string, confirm: string, cancel?: string): Promise<boolean> {
  const buttons = make('form', { method: 'dialog' });
  if (cancel) buttons.append(make('button', { class: 'quiet', value: 'no' }, cancel));
  buttons.append(make('button', { class: 'primary', value: 'yes' }, confirm));
  const dialog = make('dialog', { 'aria-label': title }, make('h2', {}, title), make('p', {}, text), buttons);
  keepFromGrid(dialog);
  document.body.append(dialog);
  const answer = await ask(dialog);
  dialog.remove();
  return answer === 'yes';
}

export const alertDialog = (title: string, text: string): Promise<boolean> => confirmDialog(title, text, 'Oke');

/** A script's modal dialog; Esc or × closes it. */
export function htmlDialog(
  { title, html, width, height }: { title: string; html: string; width?: number; height?: number },
  host: Omit<ScriptHost, 'close'>,
): void {
  const close = make('button', { type: 'button', class: 'close', 'aria-label': 'Tutup' }, '×');
  const dialog = make('dialog', { class: 'script', 'aria-label': title }, make('h2', {}, title), close);
  const remove = () => dialog.remove();
  const frame = scriptFrame(title, html, { ...host, close: remove });
  frame.style.width = `${width ?? 600}px`;
  frame.style.height = `${height ?? 400}px`;
  dialog.append(frame);
  close.addEventListener('click', remove);
  dialog.addEventListener('close', remove);
  keepFromGrid(dialog);
  document.body.append(dialog);
  dialog.showModal();
}
