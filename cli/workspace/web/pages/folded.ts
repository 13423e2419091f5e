/** A long list that is folded away at first, with a box to search it. */
import { type Html, html } from '../html.ts';

interface Line {
  /** What the search looks at. */
  text: string;
  content: Html;
}

/** @param id keeps the list open when the page renews itself */
export const folded = (
  id: string,
  title: string,
  lines: readonly Line[],
): Html => html`<details class="folded" id="${id}">
<summary>${title}</summary>
<form role="search" aria-label="Cari di ${title}" data-filter="${id}-isi"><label>Cari <input type="text" autocomplete="off"></label></form>
<ul id="${id}-isi">${lines.map(({ text, content }) => html`<li data-text="${text.toLowerCase()}">${content}</li>`)}</ul>
<p class="none" role="status" hidden>Tidak ada yang cocok.</p>
</details>`;
