/** Helpers for server-rendered pages: every value put into `html` is escaped; nothing here bypasses that. */
import { html, raw } from 'hono/html';

export { html };

/** What `html` makes: text that is already safe to send. */
export type Html = ReturnType<typeof html>;

/** JSON for the page's own script, in a data block that no browser executes. `<` cannot end the block early. */
export const dataBlock = (id: string, value: unknown): Html =>
  html`<script type="application/json" id="${id}">${raw(JSON.stringify(value).replaceAll('<', '\\u003c'))}</script>`;

/** A boolean attribute, e.g. `<input ${flag('checked', yes)}>`. `name` is a literal of this code, never user text. */
export const flag = (name: 'checked' | 'selected' | 'required' | 'disabled' | 'hidden', on: boolean): Html =>
  raw(on ? name : '');
