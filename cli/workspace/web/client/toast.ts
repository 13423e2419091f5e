/** Short messages at the bottom right. Errors stay until they are closed. */
import { element, make } from './dom.ts';

/** @param seconds how long it shows; 0 = until closed */
export function toast(message: string, { title = '', seconds = 6, error = false } = {}): void {
  const close = make('button', { type: 'button', class: 'close', 'aria-label': 'Tutup pesan' }, '×');
  const text = make('div', {}, ...(title ? [make('strong', {}, title), make('br')] : []), message);
  const box = make('div', { class: error ? 'toast problem' : 'toast' }, text, close);
  close.addEventListener('click', () => box.remove());
  const place = element('.toasts', HTMLElement);
  for (const same of place.children) if (same.textContent === box.textContent) same.remove();
  place.append(box);
  if (seconds > 0 && !error) setTimeout(() => box.remove(), seconds * 1000);
}

export const problem = (message: string): void => toast(message, { error: true });
