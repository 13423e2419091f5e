/** Buttons of the panel: each says what it will do before it does it, and why it cannot be used now. */
import type { AksiBatch, TindakanBatch } from '#usecase/batch/panel-jenis.ts';
import { button, element, h } from '../client/dom.ts';

export interface ActionHandlers {
  open(aksi: AksiBatch): void;
  cancel(): void;
  confirm(aksi: AksiBatch, alasan: string): void;
}

/** The one button that leads on. */
const MAIN: readonly AksiBatch[] = ['AJUKAN', 'SETUJUI', 'LANJUTKAN'];

/** @param open the action whose question is on the page */
export function actionsView(
  actions: readonly TindakanBatch[],
  open: AksiBatch | undefined,
  handlers: ActionHandlers,
): HTMLElement {
  return h(
    'section',
    { id: 'tindakan' },
    h('h2', {}, 'Tindakan'),
    h(
      'div',
      { class: 'aksi' },
      ...actions.map((action) =>
        action.aksi === open ? questionView(action, handlers) : choiceView(action, open !== undefined, handlers),
      ),
    ),
  );
}

function choiceView({ aksi, label, sebab }: TindakanBatch, waits: boolean, handlers: ActionHandlers): HTMLElement {
  const blocked = sebab.length > 0;
  const kind = MAIN.includes(aksi) && !blocked ? 'action' : '';
  const node = button(`aksi-${aksi}`, label, kind, () => handlers.open(aksi));
  node.disabled = blocked || waits;
  if (!blocked) return h('div', {}, node);
  const why = h('p', { class: 'redup', id: `sebab-${aksi}` }, sebab.join(' '));
  node.setAttribute('aria-describedby', why.id);
  return h('div', {}, node, why);
}

function questionView({ aksi, label, akibat }: TindakanBatch, handlers: ActionHandlers): HTMLElement {
  const asks = aksi === 'GULIRKAN';
  const send = () => handlers.confirm(aksi, asks ? element('alasan', HTMLTextAreaElement).value.trim() : '');
  const node = h(
    'div',
    { id: 'formulir', role: 'group', 'aria-label': label },
    h('p', {}, akibat),
    asks && h('label', { for: 'alasan' }, 'Alasan (wajib)'),
    asks && h('textarea', { id: 'alasan', rows: '2', maxlength: '300' }),
    h(
      'div',
      { class: 'tombol' },
      button('ya', `Ya, ${label.replace(/ \(\d+\)$/, '').toLowerCase()}`, 'action', send),
      button('batal', 'Batal', '', handlers.cancel),
    ),
  );
  node.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') handlers.cancel();
  });
  return node;
}
