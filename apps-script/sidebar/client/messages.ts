/** The message after each request: done, refused, changed by somebody else, failed, or a question before discarding. */
import { button, element, h, icon, moveFocus } from './dom.ts';
import type { Lost } from './lost.ts';
import { pairsView } from './view.ts';

export type Message =
  | { kind: 'done'; text: string }
  | { kind: 'refused'; reasons: readonly string[] }
  | {
      kind: 'conflict';
      text: string;
      changes: readonly { label: string; nilai: string }[];
      /** Goes to what the officer had typed, which is still there; undefined when nothing was. */
      kept: (() => void) | undefined;
      /** What can no longer be sent, with the case's status now; `close` ends the reading. */
      lost: (Lost & { status: string; close: () => void }) | undefined;
    }
  | { kind: 'failed'; text: string; retry: () => void }
  | { kind: 'discard'; go: () => void; stay: () => void };

const title = (text: string): HTMLElement => h('h2', {}, text);

type Conflict = Extract<Message, { kind: 'conflict' }>;

const lostView = ({ status, reasons, input, close }: NonNullable<Conflict['lost']>): HTMLElement[] => [
  h('p', {}, `Status kasus sekarang ${status}; isian berikut tidak bisa dikirim lagi. ${reasons.join(' ')}`.trim()),
  h('div', { id: 'isian-hilang' }, h('p', {}, 'Yang tadi Anda isi:'), pairsView(input)),
  button('tutup-pesan', 'Tutup pesan', '', close),
];

function body(message: Exclude<Message, { kind: 'done' }>): HTMLElement[] {
  switch (message.kind) {
    case 'refused':
      return [
        title('Ada masalah, belum ada yang disimpan'),
        h('ul', {}, ...message.reasons.map((reason) => h('li', {}, reason))),
      ];
    case 'conflict':
      return [
        title('Kasus ini berubah sejak Anda buka'),
        h('p', {}, message.text),
        ...(message.changes.length > 0 ? [pairsView(message.changes)] : []),
        ...(message.kept
          ? [
              h('p', {}, 'Isian Anda masih ada di bawah; kirim lagi bila masih sesuai.'),
              button('ke-isian', 'Lihat isian saya', '', message.kept),
            ]
          : []),
        ...(message.lost ? lostView(message.lost) : []),
      ];
    case 'failed':
      return [title('Permintaan gagal'), h('p', {}, message.text), button('coba-lagi', 'Coba lagi', '', message.retry)];
    case 'discard':
      return [
        title('Isian belum disimpan'),
        h('p', {}, 'Membuka kasus lain akan membuang isian yang belum dikirim.'),
        h(
          'div',
          { class: 'tombol' },
          button('tetap', 'Tetap di sini', 'action', message.stay),
          button('buang', 'Buang isian', '', message.go),
        ),
      ];
  }
}

const LOOK = { refused: 'galat', conflict: 'bentrok', failed: 'galat', discard: 'bentrok' } as const;

export function clearMessage(): void {
  element('status', HTMLElement).replaceChildren();
  element('galat', HTMLElement).replaceChildren();
}

/** Shows a message and moves the focus to it, so that neither a keyboard nor a screen reader misses it. */
export function showMessage(message: Message): void {
  clearMessage();
  const done = message.kind === 'done';
  const region = element(done ? 'status' : 'galat', HTMLElement);
  region.append(
    message.kind === 'done'
      ? h('div', { class: 'pesan baik' }, icon('ok'), h('p', {}, message.text))
      : h('div', { class: `pesan ${LOOK[message.kind]}` }, icon('alert'), h('div', {}, ...body(message))),
  );
  if (message.kind === 'discard') {
    region.firstElementChild?.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent && event.key === 'Escape') message.stay();
    });
  }
  moveFocus(message.kind === 'discard' ? element('tetap', HTMLElement) : region);
}

/** Says what is going on in the strip at the top, or clears it. */
export function showProgress(text: string): void {
  element('proses', HTMLElement).textContent = text;
}

/** Tells those who listen what those who look can see. */
export function announce(text: string): void {
  element('kabar', HTMLElement).textContent = text;
}

/** Problems found before anything was sent, inside the open form. */
export function showFormProblems(problems: readonly string[]): void {
  const region = element('galat-formulir', HTMLElement);
  const list = h('ul', {}, ...problems.map((text) => h('li', {}, text)));
  region.replaceChildren(h('div', { class: 'pesan galat' }, icon('alert'), list));
  moveFocus(region);
}
