/** The page of a Google Form: one long page without a script, one section at a time with it. */
import { FORM_PROBLEM } from '../../forms/check.ts';
import type { AnswerErrors, Answers, FormDefinition, FormItem } from '../../forms/model.ts';
import { type FormPage, isQuestion, pagesOf } from '../../forms/path.ts';
import type { User } from '../../users.ts';
import { dataBlock, type Html, html } from '../html.ts';
import { document } from '../layout.ts';
import { questionCard } from './question.ts';
import { signInAddress, signInCard } from './sign-in.ts';

export interface FormState {
  definition: FormDefinition;
  answers: Answers;
  errors?: AnswerErrors;
  user: User | undefined;
  /** The secret of the response that is being edited. */
  editToken: string | undefined;
  /** The query of the form's address, to come back to after a change of user. */
  query: string;
  /** Who can sign in; given when somebody must before the answers can be sent. */
  people?: readonly User[];
}

/** A form to fill in, with answers and errors as given. */
export function formPage(state: FormState): Html {
  const { definition, errors = {}, editToken, people } = state;
  const failed = Object.keys(errors).length > 0;
  const pages = pagesOf(definition);
  return document({
    title: failed ? `Kesalahan: ${definition.title}` : definition.title,
    asset: 'form',
    body: html`<main class="form">
<form method="post" action="/forms/d/e/${definition.publishedId}/formResponse" novalidate accept-charset="utf-8">
${titleCard(state)}
${people && signInCard(definition, people)}
${failed && summary(definition, errors)}
${pages.map((page) => section(page, state))}
${editToken && html`<input type="hidden" name="edit2" value="${editToken}">`}
<div class="failure card" role="alert" hidden></div>
<div class="buttons">
<button type="button" class="plain back" hidden>Kembali</button>
<button type="button" class="primary next" hidden>Berikutnya</button>
<button type="submit" class="primary send">Kirim</button>
${definition.progressBar && pages.length > 1 && progress(pages.length)}
<button type="button" class="quiet clear" hidden>Kosongkan formulir</button>
</div>
</form>
<p class="never">Jangan pernah mengirimkan sandi melalui formulir ini.</p>
<p class="origin">LOKAL — bukan data asli. Formulir ini tiruan Google Formulir untuk latihan. <a href="/">Beranda</a></p>
</main>
<dialog class="ask" aria-labelledby="ask-title"><h2 id="ask-title">Kosongkan formulir?</h2>
<p>Tindakan ini akan menghapus jawaban Anda dari semua pertanyaan, dan tidak dapat diurungkan.</p>
<form method="dialog"><button class="quiet" value="no">Batal</button><button class="quiet" value="yes">Kosongkan formulir</button></form></dialog>
${dataBlock('definition', clientDefinition(definition))}${dataBlock('errors', errors)}`,
  });
}

/** The definition as the page's script needs it to follow the path and check answers. */
const clientDefinition = (definition: FormDefinition) => ({ ...definition, id: '' });

function titleCard({ definition, user, editToken, query }: FormState): Html {
  const starred = definition.items.filter(isQuestion).some((question) => question.required);
  return html`<header class="card title"><h1>${definition.title}</h1>
${definition.description !== '' && html`<p class="description">${definition.description}</p>`}
<hr>
<p class="account">${account(definition, user, query)}</p>
${editToken && html`<p class="editing">Anda sedang mengedit tanggapan yang sudah dikirim.</p>`}
${starred && html`<hr><p class="legend">* Menunjukkan pertanyaan yang wajib diisi</p>`}
</header>
`;
}

function account(definition: FormDefinition, user: User | undefined, query: string): Html {
  const change = `${signInAddress(definition)}${query === '' ? '' : `?${query}`}`;
  const nobody = definition.collectEmail ? 'Belum ada pengguna yang masuk.' : 'Anda mengisi tanpa memilih pengguna.';
  if (!user) return html`${nobody} <a href="${change}">Pilih pengguna</a>`;
  const address = html`<strong>${user.email}</strong> <a href="${change}">Ganti akun</a>`;
  return definition.collectEmail
    ? html`Email yang direkam: ${address}`
    : html`${address}<br>Alamat surel Anda tidak ikut dicatat.`;
}

const summary = (
  definition: FormDefinition,
  errors: AnswerErrors,
): Html => html`<div class="card summary" role="alert" tabindex="-1">
<h2>Ada masalah</h2>${errors[FORM_PROBLEM] && html`<p>${errors[FORM_PROBLEM]}</p>`}<ul>
${definition.items
  .filter(isQuestion)
  .filter((question) => errors[question.entryId])
  .map(
    (question) =>
      html`<li><a href="#question-${question.entryId}">${question.title}: ${errors[question.entryId]}</a></li>`,
  )}
</ul></div>
`;

function section({ index, pageBreak, items }: FormPage, state: FormState): Html {
  return html`<section class="page" data-page="${index}">
${pageBreak && heading(pageBreak)}${items.map((item) => ('entryId' in item ? questionCard(item, state.answers, state.errors?.[item.entryId]) : heading(item)))}
</section>
`;
}

const heading = (item: FormItem): Html => html`<div class="card ${item.kind === 'pageBreak' ? 'section' : 'text'}">
<h2 tabindex="-1">${item.title}</h2>${item.help !== '' && html`<p class="description">${item.help}</p>`}</div>
`;

const progress = (count: number): Html => html`<div class="progress" hidden>
<progress max="${count}" value="1" aria-label="Kemajuan"></progress><span>Halaman 1 dari ${count}</span></div>`;
