/** Responses of a form as rows of a table, the questions as its header. */
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';

type Formulir = Pick<forms_v1.Schema$Form, 'items'>;

const pertanyaan = ({ items = [] }: Formulir): { id: string; judul: string }[] =>
  items.flatMap(({ title, questionItem }) => {
    const id = questionItem?.question?.questionId;
    return id ? [{ id, judul: title ?? '' }] : [];
  });

export const tajukTanggapan = (formulir: Formulir): string[] => [
  'Tanggapan',
  'Dikirim (UTC)',
  'Surel',
  ...pertanyaan(formulir).map(({ judul }) => judul),
];

export function barisTanggapan(formulir: Formulir): (tanggapan: forms_v1.Schema$FormResponse) => string[] {
  const id = pertanyaan(formulir).map((satu) => satu.id);
  return ({ responseId, lastSubmittedTime, respondentEmail, answers }) => [
    responseId ?? '',
    lastSubmittedTime ?? '',
    respondentEmail ?? '',
    ...id.map((satu) => (answers?.[satu]?.textAnswers?.answers ?? []).map(({ value }) => value ?? '').join(', ')),
  ];
}
