/** Work that must not move the page under a finger or a pressed mouse button. */

/**
 * How long after the pointer is up its click may still come, in milliseconds. A finger's blur and click come after its
 * `pointerup`, some browsers waiting for a second tap first; a drag or a long press brings no click at all.
 */
const CLICK_WAIT = 500;

let pressed = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const waiting = new Set<() => void>();

/** Runs it now, or, while a pointer is down or its click on the way, once that click has been delivered. */
export function whenReleased(work: () => void): void {
  if (pressed) waiting.add(work);
  else work();
}

function release(): void {
  clearTimeout(timer);
  pressed = false;
  const works = [...waiting];
  waiting.clear();
  for (const work of works) work();
}

function releaseIn(milliseconds: number): void {
  if (!pressed) return;
  clearTimeout(timer);
  timer = setTimeout(release, milliseconds);
}

/** Starts watching the pointer on the whole page. */
export function watchPointer(): void {
  const on = (type: string, listener: () => void) => addEventListener(type, listener, { capture: true });
  on('pointerdown', () => {
    clearTimeout(timer);
    pressed = true;
  });
  on('pointerup', () => releaseIn(CLICK_WAIT));
  on('pointercancel', () => releaseIn(0));
  // Not at once: a click on a label makes another one on its field, and both must arrive first.
  on('click', () => releaseIn(0));
  // The open list of a select swallows `pointerup` in some browsers.
  on('change', () => releaseIn(CLICK_WAIT));
  // Whoever types has let go; the blur of this key's Tab is shown at once.
  on('keydown', release);
}
