/** The frame of the spreadsheet page; its script draws the grid. */
import type { User } from '../../users.ts';
import { dataBlock, type Html, html } from '../html.ts';
import { document } from '../layout.ts';
import type { WireBook } from './wire.ts';

/** @param id file id @param book what the user may see */
export const sheetPage = (id: string, book: WireBook, user: User): Html =>
  document({
    title: `${book.title} - Spreadsheet`,
    asset: 'sheet',
    body: html`<div class="app" data-id="${id}">
<header>
<a class="home" href="/" title="Beranda"><img src="/assets/icon.svg" alt="Beranda" width="32" height="32"></a>
<div class="names"><h1>${book.title}</h1>
<nav class="menubar" aria-label="Menu"></nav></div>
<div class="who"><span class="badge">LOKAL — bukan data asli</span>
<span class="user" title="${user.name}">${user.email}</span>${!book.canEdit && html`<span class="badge view">Hanya lihat</span>`}</div>
</header>
<section class="formula" aria-label="Bilah formula"><input class="name-box" aria-label="Kotak nama" value="A1" spellcheck="false">
<span class="fx" aria-hidden="true">fx</span><input class="value-bar" aria-label="Isi sel" autocomplete="off" spellcheck="false" readonly></section>
<section class="view-bar" aria-label="Tampilan filter" hidden></section>
<div class="middle"><main class="grid-place" aria-label="Isi sheet"><p class="loading" role="status">Memuat…</p></main>
<search class="find-bar" aria-label="Temukan di sheet ini" hidden></search>
<aside class="sidebar" aria-label="Panel samping" hidden></aside></div>
<footer><nav class="tabs" aria-label="Sheet"></nav><span class="state" role="status"></span></footer>
</div>
<div class="toasts" role="status" aria-live="polite"></div>
<div class="cell-spoken visually-hidden" aria-live="polite"></div>
<noscript><p class="loading">Lembar ini memerlukan JavaScript.</p></noscript>
${dataBlock('book', book)}`,
  });
