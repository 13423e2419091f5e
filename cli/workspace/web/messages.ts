/** Pages that only say something: not found, no permission, trouble. */
import type { User } from '../users.ts';
import { type Html, html } from './html.ts';
import { document } from './layout.ts';

const message = (title: string, content: Html): Html =>
  document({
    title,
    asset: 'pages',
    script: false,
    body: html`<main class="message"><h1>${title}</h1>${content}<p><a href="/">Ke beranda</a></p></main>`,
  });

export const notFoundPage = (): Html =>
  message('Halaman tidak ditemukan', html`<p>Alamat ini tidak ada di Workspace lokal.</p>`);

/** The cause is in the log, not on the page: it may name people. */
export const troublePage = (): Html =>
  message(
    'Terjadi kesalahan',
    html`<p>Permintaan ini tidak selesai. Muat ulang halaman; jika terulang, lihat log di terminal.</p>`,
  );

/** For a user without permission, and for a file that does not exist: nothing of the file is told. */
export const deniedPage = (user: User): Html =>
  message(
    'Anda perlu izin',
    html`<p>Minta akses kepada pemilik berkas, atau ganti ke akun yang memiliki izin di beranda.</p>
<p>Anda masuk sebagai <strong>${user.email}</strong>.</p>`,
  );
