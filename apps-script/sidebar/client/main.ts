/** Entry of the sidebar page: wires the top row to the panel and keeps the clocks and the selection up to date. */
import { element, onEnter } from './dom.ts';
import { follow } from './follow.ts';
import { createPanel } from './panel.ts';

const TICK_MS = 15_000;

const panel = createPanel();

const field = element('tiket-cari', HTMLInputElement);

const search = (): void => {
  const tiket = field.value.trim().toUpperCase();
  if (tiket === '') field.focus();
  else panel.open({ tiket });
};

onEnter(field, search);
element('buka', HTMLButtonElement).addEventListener('click', search);
element('muat', HTMLButtonElement).addEventListener('click', () => panel.open({}));
setInterval(() => panel.tick(), TICK_MS);
panel.open({}, { quiet: true });
follow(panel);
