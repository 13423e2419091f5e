/** The home page: what this is, who one is, and the way through a whole case. */
import { discovery } from '../../control/discovery.ts';
import type { User } from '../../users.ts';
import type { Workspace } from '../../workspace.ts';
import { type Html, html } from '../html.ts';
import { frame } from './frame.ts';
import { notInstalled } from './not-installed.ts';
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
${notInstalled(workspace, found, user)}
${!user && signIn}
${shelf(workspace, found, user)}
${walk(workspace, found)}
${user && signIn}
${again(workspace)}`,
  });
}

const again = ({ startsEmpty }: Workspace): Html => {
  const [text, caption, warning] = startsEmpty
    ? [
        'Kosongkan Workspace ini: kantor yang dipasang di sini hilang beserta seluruh isinya.',
        'Kosongkan',
        'Kantor yang dipasang di sini dan seluruh isinya akan hilang. Lanjutkan?',
      ]
    : [
        'Kembalikan semua berkas, tanggapan, dan surel ke keadaan awal.',
        'Setel ulang data latihan',
        'Semua perubahan sejak pemasangan akan hilang. Lanjutkan?',
      ];
  return html`<section><h2>Mulai lagi</h2><p>${text}</p>
<button type="button" class="plain" data-post="/workspace/reset" data-body="{}" data-goto="/" data-confirm="${warning}">${caption}</button></section>`;
};
