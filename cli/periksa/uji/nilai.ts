/** Experiments with values: what stays text, what becomes a number, how a workbook of Indonesia reads dates and numbers. */
import { bacaSel, JUDUL_LEMBAR, ketik, LEMBAR } from './alat.ts';
import type { Percobaan } from './percobaan.ts';

const NIK = '3402085001909001';

const TEKS = { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } };

export const NILAI: readonly Percobaan[] = [
  {
    kode: 'RAW_TETAP_TEKS',
    judul: 'Teks yang dikirim RAW tetap teks',
    sebab: 'NIK, nomor KK dan nomor HP dikirim dengan cara ini.',
    jalankan: (alat) => ketik(alat, 'RAW', [['0042', NIK, '23/11/2026', '=1+1', 'TRUE']]),
    harapan: [['0042', NIK, '23/11/2026', '=1+1', 'TRUE']],
  },
  {
    kode: 'FORMAT_TEKS_MENAHAN',
    judul: 'Di sel berformat teks, yang diketik orang tetap teks',
    sebab: 'Kolom identitas diformat @ sebelum dipakai, supaya ketikan petugas tidak rusak.',
    async jalankan(alat) {
      const range = { sheetId: LEMBAR, startRowIndex: 0, endRowIndex: 1 };
      await alat.ubah({ repeatCell: { range, cell: TEKS, fields: 'userEnteredFormat.numberFormat' } });
      return ketik(alat, 'USER_ENTERED', [['0042', NIK, '23/11/2026', '1,5']]);
    },
    harapan: [['0042', NIK, '23/11/2026', '1,5']],
  },
  {
    kode: 'NIK_DIKETIK',
    judul: 'NIK yang diketik di sel biasa menjadi angka dan kehilangan angka ke-16',
    sebab:
      'Karena itu program menolak angka di kolom identitas. Bila Google menyimpan utuh, aturannya boleh dilonggarkan.',
    jalankan: (alat) => ketik(alat, 'USER_ENTERED', [[NIK, '9171012345678901']]),
    harapan: [[3402085001909000, 9171012345678900]],
  },
  {
    kode: 'NIK_TAMPIL',
    judul: 'NIK yang menjadi angka tampil dengan pangkat sepuluh',
    sebab: 'Begitulah petugas mengenali NIK yang sudah rusak.',
    jalankan: (alat) => ketik(alat, 'USER_ENTERED', [[NIK]], 'FORMATTED_VALUE'),
    harapan: [['3,40209E+15']],
  },
  {
    kode: 'NOL_DEPAN',
    judul: 'Nol di depan hilang, kecuali diawali petik',
    sebab: 'Nomor kartu dan nomor HP berawal nol.',
    jalankan: (alat) => ketik(alat, 'USER_ENTERED', [['0042', "'0042"]]),
    harapan: [[42, '0042']],
  },
  {
    kode: 'TANGGAL_ID',
    judul: 'Tanggal dibaca hari dahulu',
    sebab: 'Register memakai setelan Indonesia; tanggal yang tertukar bulannya tidak boleh ada.',
    jalankan: (alat) => ketik(alat, 'USER_ENTERED', [['01/02/2026', '2026-02-01', '23/11/2026', '11/23/2026']]),
    harapan: [[46054, 46054, 46349, '11/23/2026']],
  },
  {
    kode: 'ANGKA_ID',
    judul: 'Koma adalah koma desimal, titik pemisah ribuan',
    sebab: 'Jumlah dan biaya dibaca dari spreadsheet yang ditulis orang.',
    jalankan: (alat) => ketik(alat, 'USER_ENTERED', [['1,5', '1.234,5', '50%']]),
    harapan: [[1.5, 1234.5, 0.5]],
  },
  {
    kode: 'BENAR_SALAH',
    judul: 'TRUE yang diketik menjadi nilai benar',
    sebab: 'Kotak centang di berkas kantor lain.',
    jalankan: (alat) => ketik(alat, 'USER_ENTERED', [['TRUE', 'false', 'ya']]),
    harapan: [[true, false, 'ya']],
  },
  {
    kode: 'RUMUS_ID',
    judul: 'Rumus dengan titik koma dihitung; rumusnya dapat dibaca lagi',
    sebab: 'Dasbor dan rekap kantor.',
    async jalankan(alat) {
      const hasil = await ketik(alat, 'USER_ENTERED', [['=1+1', '=SUM(1;2)']]);
      return { hasil, rumus: await bacaSel(alat, 'A1:B1', 'FORMULA') };
    },
    harapan: { hasil: [[2, 3]], rumus: [['=1+1', '=SUM(1;2)']] },
  },
  {
    kode: 'KOSONG_DI_UJUNG',
    judul: 'Sel kosong di ujung baris dan baris kosong di ujung tab tidak ikut dibaca',
    sebab: 'Setiap pembacaan mengisi sendiri sel yang tidak ada.',
    async jalankan(alat) {
      await ketik(alat, 'RAW', [['a', '', 'c', ''], [], ['', 'b']]);
      return bacaSel(alat, 'A1:F9');
    },
    harapan: [['a', '', 'c'], [], ['', 'b']],
  },
  {
    kode: 'TAMBAH_BARIS',
    judul: 'values.append menambah di bawah tabel dan menyebut tempatnya',
    sebab: 'Cara orang dan program lain menambah perintah ke Antrean.',
    async jalankan(alat) {
      await ketik(alat, 'RAW', [
        ['tajuk', 'isi'],
        ['1', 'satu'],
      ]);
      const { updates, tableRange } = await alat.minta((opsi) =>
        alat.sheets.spreadsheets.values.append(
          {
            spreadsheetId: alat.id,
            range: `${JUDUL_LEMBAR}!A1`,
            valueInputOption: 'RAW',
            requestBody: { values: [['2', 'dua']] },
          },
          opsi,
        ),
      );
      return { tableRange, updatedRange: updates?.updatedRange, updatedRows: updates?.updatedRows };
    },
    harapan: { tableRange: `${JUDUL_LEMBAR}!A1:B2`, updatedRange: `${JUDUL_LEMBAR}!A3:B3`, updatedRows: 1 },
  },
  {
    kode: 'TAMBAH_SEL',
    judul: 'appendCells menulis teks bertipe di bawah isi terakhir',
    sebab: 'Perintah pbi masuk ke Antrean dengan cara ini.',
    async jalankan(alat) {
      await ketik(alat, 'RAW', [['tajuk'], ['1']]);
      const rows = [{ values: [{ userEnteredValue: { stringValue: '0042' } }] }];
      await alat.ubah({ appendCells: { sheetId: LEMBAR, rows, fields: 'userEnteredValue' } });
      return bacaSel(alat, 'A1:B5');
    },
    harapan: [['tajuk'], ['1'], ['0042']],
  },
];
