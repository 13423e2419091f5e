/** "Ikuti pilihan": opens the case of the row that the officer selects in the grid. */
import { call } from './bridge.ts';
import { element } from './dom.ts';
import type { PanelController } from './panel.ts';

const POLL_MS = 4_000;
/** After a failure ask less often: the connection is probably down for longer. */
const FAILED_MS = 30_000;
/** A message must be readable before another case takes its place. */
const READING_MS = 8_000;

/** Typing in progress. A field keeps `activeElement` when the officer goes back to the grid, but not the focus. */
const isTyping = (): boolean =>
  document.hasFocus() && document.activeElement?.matches('input[type=text], textarea, select') === true;

/** Starts asking for the selected row. */
export function follow(panel: PanelController): void {
  const box = element('ikuti', HTMLInputElement);
  const note = element('catatan-ikuti', HTMLElement);

  const say = (text: string) => {
    if (note.textContent !== text) note.textContent = text;
  };

  const mayAsk = (): boolean =>
    box.checked &&
    document.visibilityState === 'visible' &&
    !panel.isBusy() &&
    !panel.isDirty() &&
    !isTyping() &&
    Date.now() - panel.actedAt() > READING_MS;

  const sayPaused = () => say(box.checked && panel.isDirty() ? 'Dijeda: ada isian yang belum disimpan.' : '');
  // Not only at the next poll: what was just saved must not be called unsaved.
  panel.onEnd = sayPaused;

  const poll = async (): Promise<number> => {
    sayPaused();
    if (!mayAsk()) return POLL_MS;
    try {
      const tiket = await call('panelPilihan');
      // What the officer began meanwhile goes first; the selection is asked again later.
      if (!mayAsk()) return POLL_MS;
      // A ticket found by its number stays open until the selection itself moves.
      const moved = tiket !== panel.selection;
      panel.selection = tiket;
      if (moved && tiket !== '' && tiket !== panel.ticket()) panel.open({ tiket }, { quiet: true });
      return POLL_MS;
    } catch {
      say('Pilihan tidak terbaca; dicoba lagi sebentar lagi.');
      return FAILED_MS;
    }
  };

  const loop = (ms: number): void => {
    setTimeout(() => {
      void poll().then(loop);
    }, ms);
  };
  loop(POLL_MS);
}
