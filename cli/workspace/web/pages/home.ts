/** The home page: what this is, who one is, and the way through a whole case. */
import { discovery } from '../../control/discovery.ts';
import type { User } from '../../users.ts';
import type { Workspace } from '../../workspace.ts';
import { type Html, html } from '../html.ts';
import { frame } from './frame.ts';
import { people } from './people.ts';
import { shelf } from './shelf.ts';
import { walk } from './walk.ts';

export function homePage(workspace: Workspace, user: User | undefined): Html {
  const found = discovery(workspace);
  const signIn = people(workspace.users.list(), user);
  return frame({
    path: '/',
    user,
    now: found.now,
    content: html`<h1>Usulan PBI ${found.profile === 'bantul' ? 'Bantul' : 'Kota Bogor'} di komputer Anda</h1>
<p class="lead">Tiruan lokal Google Formulir dan Spreadsheet untuk mencoba, berlatih, dan menguji, tanpa akun Google.
Skrip yang berjalan di sini sama dengan yang dipasang di Google.</p>
${!user && signIn}
${shelf(workspace, found, user)}
${walk(workspace, found)}
${user && signIn}
<section><h2>Mulai lagi</h2><p>Kembalikan semua berkas, tanggapan, dan surel ke keadaan awal.</p>
<button type="button" class="plain" data-post="/workspace/reset" data-body="{}" data-goto="/" data-confirm="Semua perubahan sejak pemasangan akan hilang. Lanjutkan?">Setel ulang data latihan</button></section>`,
  });
}
