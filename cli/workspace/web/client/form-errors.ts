/** Errors under the cards of a form. */
import { element } from './dom.ts';

/** What is wrong with the question of each card; undefined when nothing is. */
export type Errors = Map<HTMLElement, string | undefined>;

const fieldsOf = (card: HTMLElement): NodeListOf<HTMLElement> => card.querySelectorAll('input, select, textarea');

/** What can carry `aria-invalid`: of radio buttons only their group can. */
const invalidatable = (card: HTMLElement): NodeListOf<HTMLElement> =>
  card.querySelectorAll('[role=radiogroup], input:not([type=radio]), select, textarea');

export function showErrors(errors: Errors): void {
  for (const [card, message] of errors) {
    if (!message) {
      clearError(card);
      continue;
    }
    const place = element('.error', HTMLElement, card);
    if (place.textContent !== message) place.textContent = message;
    place.hidden = false;
    card.classList.add('bad');
    for (const field of invalidatable(card)) field.setAttribute('aria-invalid', 'true');
  }
}

export function clearError(card: HTMLElement): void {
  const place = element('.error', HTMLElement, card);
  place.hidden = true;
  place.textContent = '';
  card.classList.remove('bad');
  for (const field of invalidatable(card)) field.removeAttribute('aria-invalid');
}

/** Scrolls to the first card with an error and puts the cursor there. False if there is none. */
export function focusFirst(errors: Errors): boolean {
  const card = [...errors].find(([, message]) => message)?.[0];
  if (!card) return false;
  const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  card.scrollIntoView({ block: 'center', behavior: smooth ? 'smooth' : 'auto' });
  fieldsOf(card)[0]?.focus({ preventScroll: true });
  return true;
}
