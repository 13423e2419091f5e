/** Menus that open below a button or at the mouse, usable by keyboard. */
import { make } from './dom.ts';

/** `checked` makes it one of several of which one is on. */
export type MenuItem = { caption: string; checked?: boolean; action(): void } | 'separator';

let open: { panel: HTMLElement; opener: HTMLElement | undefined } | undefined;

function close(focusOpener = false): void {
  const closing = open;
  open = undefined;
  closing?.panel.remove();
  closing?.opener?.setAttribute('aria-expanded', 'false');
  if (focusOpener) closing?.opener?.focus();
}

/** Opens a menu at a point of the window, kept inside it. */
export function openMenu(items: MenuItem[], at: { x: number; y: number }, opener?: HTMLElement): void {
  close();
  const panel = make('div', { class: 'menu', role: 'menu' });
  for (const item of items) panel.append(item === 'separator' ? make('div', { role: 'separator' }) : entry(item));
  panel.addEventListener('keydown', (event) => onKey(event, panel));
  document.body.append(panel);
  panel.style.left = `${Math.max(4, Math.min(at.x, innerWidth - panel.offsetWidth - 4))}px`;
  panel.style.top = `${Math.max(4, Math.min(at.y, innerHeight - panel.offsetHeight - 4))}px`;
  opener?.setAttribute('aria-expanded', 'true');
  open = { panel, opener };
  panel.querySelector('button')?.focus();
}

function entry(item: Exclude<MenuItem, 'separator'>): HTMLElement {
  const role =
    item.checked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': `${item.checked}` };
  const button = make('button', { type: 'button', ...role }, item.caption);
  button.addEventListener('click', () => {
    close(true);
    item.action();
  });
  return button;
}

function onKey(event: KeyboardEvent, panel: HTMLElement): void {
  event.stopPropagation();
  if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    close(true);
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const buttons = [...panel.querySelectorAll('button')];
  const active = document.activeElement;
  const at = active instanceof HTMLButtonElement ? buttons.indexOf(active) : -1;
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}

/** A button of the menu bar. `items` is asked each time it opens. */
export function menuButton(name: string, items: () => MenuItem[] | Promise<MenuItem[]>): HTMLButtonElement {
  const button = make('button', { type: 'button', 'aria-haspopup': 'menu', 'aria-expanded': 'false' }, name);
  button.addEventListener('click', () => {
    if (open?.opener === button) return close();
    const { left, bottom } = button.getBoundingClientRect();
    void Promise.resolve(items()).then((entries) => openMenu(entries, { x: left, y: bottom }, button));
  });
  return button;
}

document.addEventListener('mousedown', ({ target }) => {
  const inside = target instanceof Node && (open?.panel.contains(target) || open?.opener?.contains(target));
  if (open && !inside) close();
});
