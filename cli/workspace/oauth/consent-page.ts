/** The page on which a person chooses an account and says what a program may do with it. */
import type { User } from '../users.ts';
import { flag, type Html, html } from '../web/html.ts';
import { document } from '../web/layout.ts';
import { ROLE } from '../web/pages/roles.ts';
import type { ConsentRefusal, ConsentRequest } from './consent-request.ts';
import { IDENTITY, scopeSentence } from './scopes.ts';

/** Names of the page's fields. */
export const FIELD = { request: 'permintaan', account: 'akun', scope: 'izin', decision: 'putusan' } as const;
export const ALLOW = 'izinkan';

const isIdentity = (scope: string): boolean => IDENTITY.some((one) => one === scope);

/**
 * @param query the request, which comes back with the answer
 * @param chosen is selected at first
 */
export const consentPage = (
  request: ConsentRequest,
  people: readonly User[],
  query: string,
  chosen: User | undefined,
): Html =>
  document({
    title: 'Masuk dengan akun kantor',
    asset: 'form',
    script: false,
    body: html`<main class="form"><div class="card title"><h1>Masuk dengan akun kantor</h1>
<p>Program <strong>${request.clientId}</strong> di komputer ini meminta akses ke sebuah akun.</p></div>
<form method="post" action="/o/oauth2/v2/auth" accept-charset="utf-8">
<input type="hidden" name="${FIELD.request}" value="${query}">
<div class="card"><fieldset><legend class="label">Pilih akun</legend>${people.map((user) => account(user, user === chosen))}</fieldset></div>
<div class="card"><fieldset><legend class="label">Program ini ingin</legend>
<p class="help">Hilangkan centang untuk menolak sebagian. Program mungkin tidak dapat bekerja tanpanya.</p>${request.scopes.map(scopeChoice)}</fieldset></div>
<p class="buttons"><button type="submit" class="primary" name="${FIELD.decision}" value="${ALLOW}">Izinkan</button>
<button type="submit" class="clear" name="${FIELD.decision}" value="tolak" formnovalidate>Tolak</button></p></form>
<p class="origin">LOKAL — bukan Google, bukan akun asli. Sandi tidak diperlukan di sini. <a href="/">Beranda</a></p></main>`,
  });

const account = ({ email, name, role }: User, on: boolean): Html =>
  html`<label class="choice"><input type="radio" name="${FIELD.account}" value="${email}" required ${flag('checked', on)}>
<span>${name} — ${email}<br><span class="help">${ROLE[role].name}</span></span></label>`;

/** Who somebody is goes along with every sign-in, so there is nothing to choose. */
const scopeChoice = (scope: string): Html =>
  isIdentity(scope)
    ? html`<label class="choice"><input type="checkbox" checked disabled><span>${scopeSentence(scope)}</span></label>
<input type="hidden" name="${FIELD.scope}" value="${scope}">`
    : html`<label class="choice"><input type="checkbox" name="${FIELD.scope}" value="${scope}" checked>
<span>${scopeSentence(scope)}</span></label>`;

export const refusalPage = ({ error, detail }: ConsentRefusal): Html =>
  document({
    title: 'Akses diblokir',
    asset: 'pages',
    script: false,
    body: html`<main class="message"><h1>Akses diblokir: permintaan program ini tidak sah</h1>
<p>Anda tidak dapat masuk karena program mengirim permintaan yang tidak sah. Hubungi pembuat program itu.</p>
<p>Error 400: ${error}</p><pre tabindex="0">${detail}</pre><p><a href="/">Ke beranda</a></p></main>`,
  });
