/** Makes the grid usable without a mouse and with a screen reader: one tab stop, and cells read out as they are visited. */

/**
 * The component draws frozen parts as separate tables, which no ARIA grid describes; like Google's own grid this one
 * is an application whose selected cell is announced.
 * @param enter called when the keyboard arrives at the grid
 */
export function makeReachable(grid: HTMLElement, label: string, enter: () => void): void {
  grid.addEventListener(
    'aftergridrender',
    () => {
      const body = grid.querySelector<HTMLElement>('revogr-viewport-scroll.rgCol .vertical-inner') ?? grid;
      body.setAttribute('role', 'application');
      body.setAttribute('aria-label', `${label}: pindah dengan tombol panah, keluar dengan F6`);
      // Row numbers and frozen columns scroll too and so can be reached; whoever arrives there is led to the cells.
      for (const part of grid.querySelectorAll<HTMLElement>('.vertical-inner')) {
        part.tabIndex = 0;
        part.addEventListener('focus', () => {
          if (part !== body) body.focus();
          else if (body.matches(':focus-visible')) enter();
        });
      }
    },
    { once: true },
  );
}

/** Keys and the clipboard of these parts of the page are theirs, not the grid's, which listens to the whole document. */
export function keepFromGrid(...parts: (Element | null)[]): void {
  for (const part of parts) {
    for (const name of ['keydown', 'copy', 'cut', 'paste']) {
      part?.addEventListener(name, (event) => {
        if (!(event instanceof KeyboardEvent) || event.key !== 'F6') event.stopPropagation();
      });
    }
  }
}

/** F6 goes round the regions of the page, since Tab in the grid moves to the next cell. */
export function cycleRegions(...selectors: string[]): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    const stops = selectors
      .map((selector) => document.querySelector<HTMLElement>(selector))
      .filter((stop): stop is HTMLElement => stop !== null && stop.getClientRects().length > 0);
    const at = stops.findIndex(
      (stop) => stop === document.activeElement || stop.parentElement?.contains(document.activeElement),
    );
    const next = stops[(at + (event.shiftKey ? stops.length - 1 : 1)) % stops.length];
    next?.focus();
  });
}
