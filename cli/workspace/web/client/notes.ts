/** Notes of cells: shown beside the mouse, and for the selected cell, so that the keyboard reaches them too. */
import { make } from './dom.ts';

/** @param selected the note of the selected cell, if it has one */
export function showNotes(place: HTMLElement, selected: () => string | undefined): void {
  const box = make('div', { class: 'note-box', role: 'note' });
  box.hidden = true;
  document.body.append(box);
  const show = (text: string | undefined, beside?: Element | null) => {
    box.hidden = !text || !beside;
    if (!text || !beside) return;
    box.textContent = text;
    const edge = beside.getBoundingClientRect();
    box.style.left = `${Math.max(4, Math.min(edge.right + 4, innerWidth - 260))}px`;
    box.style.top = `${Math.max(4, Math.min(edge.top, innerHeight - 120))}px`;
  };
  place.addEventListener('mouseover', ({ target }) => {
    const cell = target instanceof Element ? target.closest('[data-note]') : null;
    show(cell?.getAttribute('data-note') ?? undefined, cell);
  });
  place.addEventListener('mouseleave', () => show(undefined));
  place.addEventListener('afterfocus', () => {
    requestAnimationFrame(() => show(selected(), place.querySelector('revogr-focus')));
  });
  place.addEventListener('viewportscroll', () => show(undefined));
}
