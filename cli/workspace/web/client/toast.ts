/** Short messages at the bottom left: what people type stands at the right of a sheet. All go by themselves, errors later. */
import { element, make } from './dom.ts';

/** Long enough to read a long sentence twice. */
const ERROR_SECONDS = 20;

/** @param seconds how long it shows; 0 = until closed */
export function toast(
  message: string,
  { title = '', error = false, seconds }: { title?: string; error?: boolean; seconds?: number } = {},
): void {
  const stays = seconds ?? (error ? ERROR_SECONDS : 6);
  const close = make('button', { type: 'button', class: 'close', 'aria-label': 'Tutup pesan' }, '×');
  const text = make('div', {}, ...(title ? [make('strong', {}, title), make('br')] : []), message);
  const box = make('div', { class: error ? 'toast problem' : 'toast' }, text, close);
  close.addEventListener('click', () => box.remove());
  const place = element('.toasts', HTMLElement);
  for (const same of place.children) if (same.textContent === box.textContent) same.remove();
  place.append(box);
  const leave = () => {
    // Not from under somebody who reads it with the pointer or stands on its button.
    if (box.matches(':hover, :focus-within')) setTimeout(leave, 1000);
    else box.remove();
  };
  if (stays > 0) setTimeout(leave, stays * 1000);
}

export const problem = (message: string): void => toast(message, { error: true });
