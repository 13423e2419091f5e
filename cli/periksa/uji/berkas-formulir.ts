/** Experiments with files and forms: who owns what was made, what a deleted file answers, whether a new form is published. */
import { type Alat, NAMA_BERKAS } from './alat.ts';
import type { Percobaan } from './percobaan.ts';

/** Makes a form of its own, and takes it away again. */
async function denganFormulir<T>(alat: Alat, kerja: (formId: string) => Promise<T>): Promise<T> {
  const [forms, drive] = [await alat.klien.forms(), await alat.klien.drive()];
  const requestBody = { info: { title: NAMA_BERKAS, documentTitle: NAMA_BERKAS } };
  const { formId } = await alat.minta((opsi) => forms.forms.create({ requestBody }, opsi));
  const id = formId ?? '';
  try {
    return await kerja(id);
  } finally {
    await alat.minta((opsi) => drive.files.delete({ fileId: id }, opsi));
  }
}

export const BERKAS_FORMULIR: readonly Percobaan[] = [
  {
    kode: 'BERKAS_SENDIRI',
    judul: 'Spreadsheet yang baru dibuat milik akun ini, dan hanya terbuka baginya',
    sebab: 'Tidak ada berkas kantor yang terbuka lewat tautan sejak awal.',
    async jalankan(alat) {
      const drive = await alat.klien.drive();
      const fields = 'mimeType,ownedByMe,trashed,permissions(type,role)';
      return alat.minta((opsi) => drive.files.get({ fileId: alat.id, fields }, opsi));
    },
    harapan: {
      mimeType: 'application/vnd.google-apps.spreadsheet',
      ownedByMe: true,
      trashed: false,
      permissions: [{ type: 'user', role: 'owner' }],
    },
  },
  {
    kode: 'FORMULIR_BARU',
    judul: 'Formulir yang baru dibuat belum terbit',
    sebab: 'Sejak 30 Juni 2026; pemasangan menerbitkan setiap formulir yang dibuatnya.',
    jalankan: (alat) =>
      denganFormulir(alat, async (formId) => {
        const forms = await alat.klien.forms();
        const { publishSettings } = await alat.minta((opsi) => forms.forms.get({ formId }, opsi));
        return publishSettings?.publishState;
      }),
    harapan: { isPublished: false, isAcceptingResponses: false },
  },
  {
    kode: 'FORMULIR_TERBIT',
    judul: 'Formulir dapat diterbitkan lewat API',
    sebab: 'Kantor tidak perlu menerbitkannya satu per satu dengan tangan.',
    jalankan: (alat) =>
      denganFormulir(alat, async (formId) => {
        const forms = await alat.klien.forms();
        const publishSettings = { publishState: { isPublished: true, isAcceptingResponses: true } };
        const requestBody = { publishSettings, updateMask: 'publishState' };
        const jawab = await alat.minta((opsi) => forms.forms.setPublishSettings({ formId, requestBody }, opsi));
        return jawab.publishSettings?.publishState;
      }),
    harapan: { isPublished: true, isAcceptingResponses: true },
  },
  {
    kode: 'BERKAS_DIHAPUS',
    judul: 'Spreadsheet yang dihapus tidak ditemukan lagi',
    sebab: 'Begitulah pbi periksa mengenali berkas kantor lain yang hilang.',
    async jalankan(alat) {
      const drive = await alat.klien.drive();
      const requestBody = { properties: { title: NAMA_BERKAS } };
      const { spreadsheetId = '' } = await alat.minta((opsi) => alat.sheets.spreadsheets.create({ requestBody }, opsi));
      const fileId = spreadsheetId ?? '';
      await alat.minta((opsi) => drive.files.delete({ fileId }, opsi));
      return alat.tolak((opsi) => alat.sheets.spreadsheets.get({ spreadsheetId: fileId }, opsi));
    },
    harapan: { kode: 404, status: 'NOT_FOUND', pesan: 'Requested entity was not found.' },
  },
];
