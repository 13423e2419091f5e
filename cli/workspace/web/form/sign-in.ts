/** What a form that records addresses shows to somebody who is not signed in. */
import type { FormDefinition } from '../../forms/model.ts';
import type { User } from '../../users.ts';
import { type Html, html } from '../html.ts';
import { document } from '../layout.ts';
import { ROLE } from '../pages/roles.ts';

/** Name of the field that says who somebody is. */
export const WHO = 'masuk_sebagai';
/** Name of the field with the query of the form's address that was asked for. */
export const RETURN_TO = 'lanjut';

export const signInAddress = ({ publishedId }: FormDefinition): string => `/forms/d/e/${publishedId}/masuk`;

/** The people by role, in the order in which the roles first occur. */
function choices(people: readonly User[], current?: User): Html {
  const roles = [...new Set(people.map(({ role }) => role))];
  return html`<select class="field select" name="${WHO}" id="${WHO}" required>
<option value="">Pilih pengguna</option>
${roles.map(
  (role) =>
    html`<optgroup label="${ROLE[role].name}">${people
      .filter((user) => user.role === role)
      .map(
        ({ name, email }) =>
          html`<option value="${email}"${email === current?.email ? html` selected` : ''}>${name} — ${email}</option>`,
      )}</optgroup>`,
)}
</select>`;
}

/** In place of the form. @param query of the address to go on to: a prefilled link stays one, an edit link too */
export function signInPage(definition: FormDefinition, people: readonly User[], query: string, current?: User): Html {
  const reason = definition.collectEmail
    ? 'Formulir ini merekam alamat surel Anda bersama tanggapan. Masuk dulu untuk mengisinya.'
    : 'Pilih pengguna yang mengisi formulir ini.';
  return document({
    title: definition.title,
    asset: 'form',
    script: false,
    body: html`<main class="form"><div class="card title"><h1>${definition.title}</h1><p>${reason}</p></div>
<form class="card signin" method="post" action="${signInAddress(definition)}" accept-charset="utf-8">
<label class="label" for="${WHO}">Masuk sebagai</label>
${choices(people, current)}
<input type="hidden" name="${RETURN_TO}" value="${query}">
<p><button type="submit" class="primary">Masuk</button></p></form>
<p class="origin">LOKAL — bukan data asli. Sandi tidak diperlukan di sini. <a href="/">Beranda</a></p></main>`,
  });
}

/** Inside the form, above the answers that could not be sent: they go along with the choice and come back with the page. */
export const signInCard = (
  definition: FormDefinition,
  people: readonly User[],
): Html => html`<section class="card signin" role="alert" aria-labelledby="signin-title">
<h2 id="signin-title" tabindex="-1">Masuk untuk mengirim</h2>
<p>Tanggapan belum terkirim karena belum ada pengguna yang masuk. Jawaban Anda masih ada: masuk, lalu tekan Kirim sekali lagi.</p>
<label class="label" for="${WHO}">Masuk sebagai</label>
${choices(people)}
<p><button type="submit" class="primary enter" formaction="${signInAddress(definition)}">Masuk</button></p>
</section>`;
