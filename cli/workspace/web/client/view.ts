/** The bar of a filter view, which one user sees and nobody else: its name, how many rows match, and the way out. */
import type { WireShown } from '../sheet/wire.ts';
import { element, make } from './dom.ts';

export interface View {
  id: number;
  title: string;
}

/** The sheet and view in the page's address, `#gid=0&fvid=7`, as Sheets writes it. */
export function readAddress(hash: string): { sheetId?: number; view?: number } {
  const at = new URLSearchParams(hash.replace(/^#/, ''));
  const number = (name: string) => (/^\d+$/.test(at.get(name) ?? '') ? Number(at.get(name)) : undefined);
  const sheetId = number('gid');
  const view = number('fvid');
  return { ...(sheetId !== undefined && { sheetId }), ...(view !== undefined && { view }) };
}

export const addressOf = (sheetId: number, view: View | undefined): string =>
  `#gid=${sheetId}${view ? `&fvid=${view.id}` : ''}`;

/** How many rows a view shows, in a sentence that also says when it cannot be as at Google. */
export function viewSentence({ matches = 0, partly }: Pick<WireShown, 'matches' | 'partly'>): string {
  const found =
    matches === 0
      ? 'Tidak ada baris yang cocok dengan tampilan ini.'
      : `${matches.toLocaleString('id-ID')} baris cocok. Hanya Anda yang melihat tampilan ini.`;
  return partly ? `${found} Sebagian syaratnya tidak berlaku di versi lokal.` : found;
}

/** Draws the bar, or takes it away without a view. @param leave called by × */
export function drawView(view: View | undefined, answer: WireShown | undefined, leave: () => void): void {
  const bar = element('.view-bar', HTMLElement);
  bar.hidden = !view;
  if (!view) {
    bar.replaceChildren();
    return;
  }
  const sentence = answer ? viewSentence(answer) : '';
  const old = bar.querySelector('[role=status]');
  if (old && bar.querySelector('strong')?.textContent === view.title) {
    if (old.textContent !== sentence) old.textContent = sentence;
    return;
  }
  const close = make('button', { type: 'button', class: 'close', 'aria-label': 'Keluar dari tampilan filter' }, '×');
  close.addEventListener('click', leave);
  bar.replaceChildren(make('strong', {}, view.title), make('span', { role: 'status' }, sentence), close);
}
