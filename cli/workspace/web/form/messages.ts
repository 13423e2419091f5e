/** Pages of a form that ask nothing: sent, closed, not found. */
import type { FormDefinition, StoredResponse } from '../../forms/model.ts';
import { type Html, html } from '../html.ts';
import { document } from '../layout.ts';

/** Google's sentence when the form has no message of its own. */
const RECORDED = 'Tanggapan Anda telah dicatat.';

const card = (title: string, content: Html): Html =>
  document({
    title,
    asset: 'form',
    script: false,
    body: html`<main class="form"><div class="card title"><h1>${title}</h1>${content}</div>
<p class="origin">LOKAL — bukan data asli. <a href="/">Beranda</a></p></main>`,
  });

/** After sending. The edit link is the response's secret: only who sent it sees it. */
export function sentPage(definition: FormDefinition, response: StoredResponse): Html {
  const address = `/forms/d/e/${definition.publishedId}/viewform`;
  return card(
    definition.title,
    html`<p class="confirmation" tabindex="-1">${definition.confirmationMessage || RECORDED}</p>
<p class="links">${
      definition.allowResponseEdits &&
      html`<a href="${address}?edit2=${encodeURIComponent(response.editToken)}">Edit tanggapan Anda</a>`
    }
${definition.showLinkToRespondAgain && html`<a href="${address}">Kirim tanggapan lain</a>`}</p>`,
  );
}

export const closedPage = (title: string): Html =>
  card(
    title,
    html`<p>Formulir ini tidak lagi menerima tanggapan.</p><p>Coba hubungi pemilik formulir jika menurut Anda ini keliru.</p>`,
  );

export const notPublishedPage = (title: string): Html =>
  card(
    title,
    html`<p>Formulir ini belum dipublikasikan, jadi belum menerima tanggapan.</p><p>Coba hubungi pemilik formulir jika menurut Anda ini keliru.</p>`,
  );

export const unknownFormPage = (): Html =>
  card('Formulir tidak ditemukan', html`<p>Maaf, formulir yang Anda minta tidak ada. Periksa kembali alamatnya.</p>`);

export const unknownResponsePage = (definition: FormDefinition): Html =>
  card(
    definition.title,
    html`<p>Tanggapan ini tidak dapat diedit: tautannya tidak dikenal atau formulir tidak mengizinkan perubahan.</p>
<p class="links"><a href="/forms/d/e/${definition.publishedId}/viewform">Isi formulir baru</a></p>`,
  );
