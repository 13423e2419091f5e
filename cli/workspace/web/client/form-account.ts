/** Signing in without leaving the form, so that what was typed stays. */
import { element } from './dom.ts';

/** Puts the sign-in card of a refused submission above the answers. False when the answer has none. */
export function askToSignIn(form: HTMLFormElement, answer: Document): boolean {
  const card = answer.querySelector<HTMLElement>('.signin');
  if (!card) return false;
  form.querySelector('.signin')?.remove();
  element('.title', HTMLElement, form).after(document.adoptNode(card));
  card.scrollIntoView({ block: 'center' });
  card.querySelector('select')?.focus({ preventScroll: true });
  return true;
}

/**
 * Signs in with the chosen user and shows who that is.
 * @param body the answers, and the choice among them
 * @throws when the server cannot be reached, or knows no such user
 */
export async function signIn(form: HTMLFormElement, address: string, body: URLSearchParams): Promise<void> {
  const response = await fetch(address, { method: 'POST', body });
  const answer = new DOMParser().parseFromString(await response.text(), 'text/html');
  const account = answer.querySelector('.account');
  if (!response.ok || !account) throw new Error(`sign-in answered ${response.status}`);
  element('.account', HTMLElement, form).replaceWith(document.adoptNode(account));
  form.querySelector('.signin')?.remove();
  form.querySelector<HTMLElement>('.send')?.focus();
}
