/** Building blocks of the page. Text goes in as text nodes, never as markup. */

type Children = readonly (Node | string | undefined | false)[];

/** Makes an element. An attribute that is `undefined` or `false` is left out; `true` gives an empty one. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | boolean | undefined> = {},
  ...children: Children
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : value);
  }
  for (const child of children) if (child) node.append(child);
  return node;
}

/** A plain button; `id` lets the focus find it again after the page was drawn anew. */
export function button(id: string, label: string, kind: string, onClick: () => void): HTMLButtonElement {
  const node = h('button', { type: 'button', id, class: kind || undefined }, label);
  // The second click of a double click was meant for what stood here before the first one moved the page.
  node.addEventListener('click', ({ detail }) => {
    if (detail < 2) onClick();
  });
  return node;
}

/** Enter in a field. No `<form>` does this here: a sandbox without `allow-forms` drops its submit event. */
export function onEnter(field: HTMLElement, act: () => void): void {
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) act();
  });
}

/** @throws Error when the page has no such element: page and script do not belong together. */
export function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`no element #${id}`);
  return found;
}

/** Moves the focus, unless the officer is working elsewhere meanwhile: keystrokes meant for the grid stay there. */
export function moveFocus(target: HTMLElement | null): void {
  if (document.hasFocus()) target?.focus();
}

const PATHS = {
  ok: 'M6.4 11.6 3 8.2l1.2-1.2 2.2 2.2 5.4-5.4L13 5z',
  alert: 'M8 1.5 15.3 14H.7zM7.2 6v4h1.6V6zm0 5v1.6h1.6V11z',
  clock:
    'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 8 2.6zM7.2 4.5h1.5v3.4l2.6 1.6-.8 1.2L7.2 8.7z',
  wait: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm0 1.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 0 0 8 2.6zM4.8 7.3h6.4v1.5H4.8z',
  error:
    'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM5.8 4.6 4.6 5.8 6.8 8l-2.2 2.2 1.2 1.2L8 9.2l2.2 2.2 1.2-1.2L9.2 8l2.2-2.2-1.2-1.2L8 6.8z',
} as const;

export type Icon = keyof typeof PATHS;

/** A small picture beside a text that says the same, hence hidden from screen readers. */
export function icon(name: Icon): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', 'ikon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', PATHS[name]);
  path.setAttribute('fill-rule', 'evenodd');
  svg.append(path);
  return svg;
}
