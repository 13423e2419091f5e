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

interface DialogPage {
  kind: 'modal' | 'modeless';
  title: string;
  html: string;
  width?: number;
  height?: number;
}

/** A script's dialog, in place of an earlier one; Esc, × or the script closes it. Only a modal one keeps the page away. */
export function htmlDialog(
  { kind, title, html, width, height }: DialogPage,
  host: Omit<ScriptHost, 'close' | 'escape'>,
): void {
  for (const earlier of document.querySelectorAll<HTMLDialogElement>('dialog.script')) earlier.close();
  const button = make('button', { type: 'button', class: 'close', 'aria-label': 'Tutup' }, '×');
  const dialog = make('dialog', { class: 'script', 'aria-label': title }, make('h2', {}, title), button);
  const close = () => dialog.close();
  const frame = scriptFrame(title, html, { ...host, close, escape: close });
  frame.style.width = `${width ?? 600}px`;
  frame.style.height = `${height ?? 400}px`;
  dialog.append(frame);
  button.addEventListener('click', close);
  dialog.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    host.focusEditor();
  });
  keepFromGrid(dialog);
  document.body.append(dialog);
  if (kind === 'modal') dialog.showModal();
  else dialog.show();
}
