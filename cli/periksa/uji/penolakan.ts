/** Experiments with bad requests: Google's words, which errors of this project are told by. */
import { JUDUL_LEMBAR, LEMBAR } from './alat.ts';
import type { Percobaan } from './percobaan.ts';

const TAK_ADA = '1uji0000000000000000000000000000000000000000';

const PENUH = 50_001;

export const PENOLAKAN: readonly Percobaan[] = [
  {
    kode: 'TAB_TAK_ADA',
    judul: 'Rentang di tab yang tidak ada',
    sebab: 'Begitulah pbi mengenali tab yang terhapus.',
    jalankan: (alat) =>
      alat.tolak((opsi) =>
        alat.sheets.spreadsheets.values.get({ spreadsheetId: alat.id, range: "'Tak Ada'!A1:B2" }, opsi),
      ),
    harapan: { kode: 400, status: 'INVALID_ARGUMENT', pesan: "Unable to parse range: 'Tak Ada'!A1:B2" },
  },
  {
    kode: 'BERKAS_TAK_ADA',
    judul: 'Spreadsheet yang tidak ada',
    sebab: 'Begitulah pbi mengenali berkas kantor lain yang terhapus.',
    jalankan: (alat) => alat.tolak((opsi) => alat.sheets.spreadsheets.get({ spreadsheetId: TAK_ADA }, opsi)),
    harapan: { kode: 404, status: 'NOT_FOUND', pesan: 'Requested entity was not found.' },
  },
  {
    kode: 'DI_LUAR_LEMBAR',
    judul: 'Menulis di luar batas lembar',
    sebab: 'Tab yang kehilangan baris atau kolom dilebarkan lagi sebelum ditulis.',
    jalankan: (alat) =>
      alat.tolak((opsi) =>
        alat.sheets.spreadsheets.values.update(
          {
            spreadsheetId: alat.id,
            range: `${JUDUL_LEMBAR}!AA1`,
            valueInputOption: 'RAW',
            requestBody: { values: [['x']] },
          },
          opsi,
        ),
      ),
    harapan: {
      kode: 400,
      status: 'INVALID_ARGUMENT',
      pesan: `Range (${JUDUL_LEMBAR}!AA1) exceeds grid limits. Max rows: 1000, max columns: 26`,
    },
  },
  {
    kode: 'SEL_PENUH',
    judul: 'Sel berisi lebih dari 50.000 huruf',
    sebab: 'Perintah di Antrean dipecah menurut batas ini.',
    jalankan: (alat) =>
      alat.tolak((opsi) =>
        alat.sheets.spreadsheets.values.update(
          {
            spreadsheetId: alat.id,
            range: `${JUDUL_LEMBAR}!A1`,
            valueInputOption: 'RAW',
            requestBody: { values: [['x'.repeat(PENUH)]] },
          },
          opsi,
        ),
      ),
    harapan: {
      kode: 400,
      status: 'INVALID_ARGUMENT',
      pesan: 'Your input contains more than the maximum of 50000 characters in a single cell.',
    },
  },
  {
    kode: 'KOLOM_JAWABAN_ASING',
    judul: 'fields dengan nama yang tidak ada',
    sebab: 'Salah ketik di program harus terlihat, bukan dibiarkan.',
    async jalankan(alat) {
      const { kode, status } = await alat.tolak((opsi) =>
        alat.sheets.spreadsheets.get({ spreadsheetId: alat.id, fields: 'sheets.takAda' }, opsi),
      );
      return { kode, status };
    },
    harapan: { kode: 400, status: 'INVALID_ARGUMENT' },
  },
  {
    kode: 'LEMBAR_TERAKHIR',
    judul: 'Menghapus lembar yang tinggal satu',
    sebab: 'Lembar bawaan baru dihapus setelah tab register ada.',
    jalankan: (alat) =>
      alat.tolak((opsi) =>
        alat.sheets.spreadsheets.batchUpdate(
          { spreadsheetId: alat.id, requestBody: { requests: [{ deleteSheet: { sheetId: LEMBAR } }] } },
          opsi,
        ),
      ),
    harapan: {
      kode: 400,
      status: 'INVALID_ARGUMENT',
      pesan: "Invalid requests[0].deleteSheet: You can't remove all the sheets in a document.",
    },
  },
];
