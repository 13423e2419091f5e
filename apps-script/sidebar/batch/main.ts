/** Entry of the page of monthly batches: wires the choice at the top to the panel. */
import { element } from '../client/dom.ts';
import { createBatchPanel } from './panel.ts';

const panel = createBatchPanel();

for (const id of ['rute', 'periode']) {
  element(id, HTMLSelectElement).addEventListener('change', () => panel.reload());
}
element('muat', HTMLButtonElement).addEventListener('click', () => panel.reload());
panel.load({});
