/** The forms of an office: their questions, and every response, page by page. */
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { asking } from '../google/persist.ts';

const HALAMAN = 1_000;

const ASING: Readonly<Record<number, string>> = {
  403: 'Formulir kantor hanya dapat dibaca admin. Jalankan dengan akun admin.',
  404: 'Formulir tidak ditemukan.',
};

export const bacaStruktur = (forms: forms_v1.Forms, formId: string): Promise<forms_v1.Schema$Form> =>
  asking(
    (options) => forms.forms.get({ formId }, options),
    (data) => data.formId !== undefined,
    ASING,
  );

export async function* bacaTanggapan(
  forms: forms_v1.Forms,
  formId: string,
): AsyncGenerator<forms_v1.Schema$FormResponse[]> {
  let pageToken: string | undefined;
  do {
    const wanted = { formId, pageSize: HALAMAN, ...(pageToken ? { pageToken } : {}) };
    const halaman = await asking(
      (options) => forms.forms.responses.list(wanted, options),
      // An empty list is left out; a page of some machine in between is no object of these names.
      (data) => Object.keys(data).every((nama) => nama === 'responses' || nama === 'nextPageToken'),
      ASING,
    );
    yield halaman.responses ?? [];
    pageToken = halaman.nextPageToken ?? undefined;
  } while (pageToken);
}
