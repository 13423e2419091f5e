/** A folded part of a case that is fetched when somebody opens it, and again after the case has changed. */
import type { Panel } from '#usecase/panel-jenis.ts';
import { errorText } from './bridge.ts';
import { h } from './dom.ts';

export interface Part<T> {
  /** Where the part stands; drawn anew with the case. */
  element(): HTMLElement;
  /** Fetches it unless what is shown belongs to the case as it is. */
  load(): void;
  /** Shows what another request brings in its place. */
  replace(request: Promise<T>): void;
}

export function onDemand<T>(
  id: string,
  failed: string,
  current: () => Panel | undefined,
  fetch: (tiket: string) => Promise<T>,
  view: (answer: T | undefined) => HTMLElement,
): Part<T> {
  let shown: { panel: Panel; answer: T } | undefined;
  const answer = () => (shown && shown.panel === current() ? shown.answer : undefined);
  const region = () => document.getElementById(`isi-${id}`);

  const replace = (request: Promise<T>): void => {
    const panel = current();
    if (!panel) return;
    region()?.replaceChildren(view(undefined));
    void request
      .then((arrived) => {
        // The case may have changed meanwhile; its own request follows.
        if (current() !== panel) return;
        shown = { panel, answer: arrived };
        region()?.replaceChildren(view(arrived));
      })
      .catch((error) => {
        const retry = h('button', { type: 'button' }, 'Coba lagi');
        retry.addEventListener('click', load);
        region()?.replaceChildren(h('p', { role: 'alert' }, `${failed}: ${errorText(error)}`), retry);
      });
  };

  const load = (): void => {
    const panel = current();
    if (panel && answer() === undefined) replace(fetch(panel.tiket));
  };

  return { element: () => h('div', { id: `isi-${id}` }, view(answer())), load, replace };
}
