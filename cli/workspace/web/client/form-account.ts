/** Signing in without leaving the form, so that what was typed stays. */
import { element } from './dom.ts';

/** Puts the sign-in card of a refused submission above the answers. False when the answer has none. */
export function askToSignIn(form: HTMLFormElement, answer: Document): boolean {
  const card = answer.querySelector<HTMLElement>('.signin');
  if (!card) return false;
  form.querySelector('.signin')?.remove();
  const before = form.querySelector('.account strong')?.textContent;
  showAccount(form, answer);
  element('.title', HTMLElement, form).after(document.adoptNode(card));
  card.scrollIntoView({ block: 'center' });
  const choice = element('select', HTMLSelectElement, card);
  if (before) choice.value = before;
  choice.focus({ preventScroll: true });
  return true;
}

/** Who is signed in, as the answer says. False when it says nothing about that. */
function showAccount(form: HTMLFormElement, answer: Document): boolean {
  const account = answer.querySelector('.account');
  if (account) element('.account', HTMLElement, form).replaceWith(document.adoptNode(account));
  return account !== null;
}

/**
 * Signs in with the chosen user and shows who that is.
 * @param body the answers, and the choice among them
 * @returns false when nobody was chosen
 * @throws when the server cannot be reached
 */
export async function signIn(form: HTMLFormElement, address: string, body: URLSearchParams): Promise<boolean> {
  const response = await fetch(address, { method: 'POST', body });
  const answer = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (response.status === 401) return false;
  if (!response.ok || !showAccount(form, answer)) throw new Error(`sign-in answered ${response.status}`);
  form.querySelector('.signin')?.remove();
  form.querySelector<HTMLElement>('.send')?.focus();
  return true;
}
