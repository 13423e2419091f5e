/** What the home page says while there is no office, or only half of one. */
import type { Discovery } from '../../control/discovery.ts';
import type { User } from '../../users.ts';
import type { Workspace } from '../../workspace.ts';
import { type Html, html } from '../html.ts';

/** Where `pbi` looks for a Workspace that it was told nothing of. */
const USUAL_PORT = '8787';

/** '' once the bundle has noted its register. */
export function notInstalled({ scripts, files }: Workspace, found: Discovery, user: User | undefined): Html | '' {
  if (found.spreadsheets['register'] !== undefined) return '';
  const { project } = scripts;
  if (!project) return empty(found.origin);
  const allowed = user !== undefined && files.role(user, project.spreadsheetId) !== undefined;
  const book = allowed
    ? html`<a href="/spreadsheets/d/${project.spreadsheetId}/edit">spreadsheet register</a>`
    : html`spreadsheet register sebagai <strong>${project.creator}</strong>`;
  return html`<section><h2>Pemasangan belum selesai</h2>
<p>Register dan skripnya sudah ada, tetapi kantornya belum dibuat. Buka ${book}, lalu pilih menu
<strong>Usulan PBI &gt; Pasang atau perbaiki kantor</strong>.</p></section>`;
}

function empty(origin: string): Html {
  const url = new URL(origin);
  const command = `pasang --target local${url.port === USUAL_PORT ? '' : ` --url ${origin}`}`;
  return html`<section><h2>Belum ada kantor yang terpasang</h2>
<p>Workspace ini masih kosong: belum ada formulir, spreadsheet, skrip, maupun pemicu. Pasang kantornya dari terminal lain:</p>
<pre class="command" tabindex="0">pbi ${command}</pre>
<p>Di folder sumber, yang tidak mengenal perintah pbi:</p>
<pre class="command" tabindex="0">npm run -s pbi -- ${command}</pre>
<p>Perintah itu menempuh langkah yang sama seperti pemasangan di Google, tetapi semuanya tetap di komputer ini.</p></section>`;
}
