/** The frame of the Workspace's own pages: notice, navigation, who is signed in. */
import type { User } from '../../users.ts';
import { type Html, html } from '../html.ts';
import { document } from '../layout.ts';

/** Address and name of each page, in the order of the navigation. */
const PAGES = [
  ['/', 'Beranda'],
  ['/kotak-keluar', 'Kotak keluar'],
  ['/pemicu', 'Pemicu & jam'],
  ['/eksekusi', 'Riwayat eksekusi'],
  ['/gangguan', 'Gangguan'],
] as const;

export interface FrameParts {
  path: (typeof PAGES)[number][0];
  user: User | undefined;
  /** The Workspace's time, ISO. */
  now: string;
  content: Html;
}

/** Whatever is inside `main` is replaced when it changes on the server. */
export const frame = ({ path, user, now, content }: FrameParts): Html =>
  document({
    title: `${PAGES.find(([address]) => address === path)?.[1]} - Workspace lokal usulan-pbi`,
    asset: 'pages',
    body: html`<aside class="banner" aria-label="Pemberitahuan">LOKAL — bukan data asli. Semua orang dan data di sini rekaan.</aside>
<header class="top"><nav aria-label="Halaman">${PAGES.map(
      ([address, name]) => html`<a href="${address}"${address === path ? html` aria-current="page"` : ''}>${name}</a>`,
    )}</nav>
<span class="who">${user ? html`Masuk sebagai <strong>${user.email}</strong>` : 'Belum memilih pengguna'}<br><time data-clock="${now}">${wib(now)}</time></span></header>
<main id="live">${content}</main>
<div class="toasts" role="status" aria-live="polite"></div>
<noscript><p class="banner">Tombol di halaman ini memerlukan JavaScript.</p></noscript>`,
  });

const WIB = new Intl.DateTimeFormat('id-ID', {
  timeZone: 'Asia/Jakarta',
  weekday: 'short',
  day: '2-digit',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** An instant as the office reads it: `Sab, 21 Nov 2026, 20.15.00 WIB`. */
export const wib = (iso: string | null): string => (iso === null ? '—' : `${WIB.format(new Date(iso))} WIB`);

/** A button that sends JSON to an endpoint and then shows the page anew, or `goto`. */
export const action = (
  caption: string | Html,
  post: string,
  body: unknown,
  { goto = '', kind = 'plain' }: { goto?: string; kind?: 'plain' | 'primary' | 'quiet' } = {},
): Html =>
  html`<button type="button" class="${kind}" data-post="${post}" data-body="${JSON.stringify(body)}" data-goto="${goto}">${caption}</button>`;
