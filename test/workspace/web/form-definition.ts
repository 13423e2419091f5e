/** The form that the pages' tests fill in. */
import type { FormDefinition, FormItem } from '#workspace/forms/model.ts';

const base = { title: '', help: '' };
const text = (id: number, title: string, more: Partial<FormItem> = {}): FormItem =>
  ({ ...base, id, entryId: id * 10, kind: 'text', title, required: false, ...more }) as FormItem;

/** Three pages; the choice "Tidak" on the first one leads past the second. Titles contain markup on purpose. */
export const emergencyForm = (more: Partial<FormDefinition> = {}): FormDefinition => ({
  id: 'F'.repeat(44),
  publishedId: '1FAIpQLSe-test',
  title: 'Usulan <b>darurat</b>',
  description: 'Untuk PIC rumah sakit & petugas',
  published: true,
  acceptingResponses: true,
  confirmationMessage: 'Usulan tercatat. Simpan <nomor> ini.',
  allowResponseEdits: true,
  collectEmail: false,
  progressBar: true,
  showLinkToRespondAgain: true,
  items: [
    text(1, 'Nama <pasien>', { required: true }),
    text(2, 'NIK', {
      required: true,
      help: '16 angka',
      validation: { kind: 'matchesPattern', argument: '[0-9]{16}', helpText: 'NIK terdiri dari 16 angka' },
    } as Partial<FormItem>),
    { ...base, id: 3, entryId: 30, kind: 'date', title: 'Tanggal lahir', required: true, includesYear: true },
    {
      ...base,
      id: 4,
      entryId: 40,
      kind: 'multipleChoice',
      title: 'Apakah pasien bayi?',
      required: true,
      choices: [{ value: 'Ya' }, { value: 'Tidak', navigation: { to: 'page', pageItemId: 8 } }],
    },
    { ...base, id: 5, kind: 'pageBreak', title: 'Ibu bayi', help: 'Isi data ibu' },
    text(6, 'Nama ibu', { required: true }),
    {
      ...base,
      id: 7,
      entryId: 70,
      kind: 'checkbox',
      title: 'Dokumen',
      required: false,
      other: true,
      choices: [{ value: 'KK' }, { value: 'KTP' }],
    },
    { ...base, id: 8, kind: 'pageBreak', title: 'Rawat inap', help: '' },
    {
      ...base,
      id: 9,
      entryId: 90,
      kind: 'list',
      title: 'Kalurahan',
      required: true,
      choices: Array.from({ length: 75 }, (_, index) => ({ value: `Kalurahan ${index + 1}` })),
    },
    {
      ...base,
      id: 10,
      entryId: 100,
      kind: 'dateTime',
      title: 'Waktu masuk rumah sakit',
      required: true,
      includesYear: true,
    },
    { ...base, id: 11, entryId: 110, kind: 'time', title: 'Jam periksa', required: false },
    text(12, 'Keterangan', { kind: 'paragraph' } as Partial<FormItem>),
  ],
  ...more,
});
