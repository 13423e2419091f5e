/** Keys of the page that the grid component does not know or knows otherwise than Sheets. */

export interface Keys {
  undo(): void;
  redo(): void;
  find(): void;
  /** Ctrl and an arrow; `extend` with Shift. */
  jump(axis: 'row' | 'column', step: 1 | -1, extend: boolean): void;
}

const JUMPS: Record<string, ['row' | 'column', 1 | -1]> = {
  ArrowUp: ['row', -1],
  ArrowDown: ['row', 1],
  ArrowLeft: ['column', -1],
  ArrowRight: ['column', 1],
};

/** Listens before everything else, because the component takes Ctrl and arrows to the last cell of the grid. */
export function listenKeys(place: HTMLElement, keys: Keys): void {
  addEventListener(
    'keydown',
    (event) => {
      if ((!event.ctrlKey && !event.metaKey) || event.altKey || document.querySelector('dialog[open], .menu')) return;
      const action = event.key.toLowerCase() === 'f' ? keys.find : inCells(place) ? gridAction(event, keys) : undefined;
      if (!action) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      action();
    },
    { capture: true },
  );
}

/** Whether keys are meant for the cells: the component keeps no focus in them, so often the body has it. */
function inCells(place: HTMLElement): boolean {
  const active = document.activeElement;
  return (active === document.body || place.contains(active)) && !place.querySelector('revogr-edit');
}

function gridAction({ key, shiftKey }: KeyboardEvent, keys: Keys): (() => void) | undefined {
  const jump = JUMPS[key];
  if (jump) return () => keys.jump(jump[0], jump[1], shiftKey);
  if (key.toLowerCase() === 'z') return shiftKey ? keys.redo : keys.undo;
  return key.toLowerCase() === 'y' ? keys.redo : undefined;
}
