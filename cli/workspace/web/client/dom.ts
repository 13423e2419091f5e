/** Typed access to the page's elements and the data that the server put into it. */

/** @throws Error when the page has no such element: page and script do not belong together. */
export function element<T extends Element>(selector: string, type: new () => T, root: ParentNode = document): T {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`no element ${selector}`);
  return found;
}

export const elements = (selector: string, root: ParentNode = document): HTMLElement[] =>
  [...root.querySelectorAll(selector)].filter((found) => found instanceof HTMLElement);

/** What the server put into `<script type="application/json" id>`. The type is the server's promise. */
export const data = <T>(id: string, root: ParentNode = document): T =>
  JSON.parse(root.querySelector(`#${id}`)?.textContent ?? 'null');

/** Makes an element; text goes in as text, never as markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** Opens a dialog and resolves with the value of the button that closed it; empty when it was dismissed. */
export function ask(dialog: HTMLDialogElement): Promise<string> {
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue), { once: true });
  });
}
