/** Experiments with workbooks: what a new one is like, atomic batches, locks, choices, metadata, and what an answer holds. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { type Alat, bacaSel, JUDUL_LEMBAR, ketik, LEMBAR, NAMA_BERKAS } from './alat.ts';
import type { Percobaan } from './percobaan.ts';

const ambil = (alat: Alat, fields: string, ranges: string[] = []): Promise<sheets_v4.Schema$Spreadsheet> =>
  alat.minta((opsi) => alat.sheets.spreadsheets.get({ spreadsheetId: alat.id, fields, ranges }, opsi));

/** Makes a workbook of its own, and takes it away again. */
async function bukuBaru(alat: Alat, properties: sheets_v4.Schema$SpreadsheetProperties): Promise<unknown> {
  const drive = await alat.klien.drive();
  const requestBody = { properties: { title: NAMA_BERKAS, ...properties } };
  const buku = await alat.minta((opsi) => alat.sheets.spreadsheets.create({ requestBody }, opsi));
  await alat.minta((opsi) => drive.files.delete({ fileId: buku.spreadsheetId ?? '' }, opsi));
  const { locale, timeZone, autoRecalc } = buku.properties ?? {};
  const lembar = (buku.sheets ?? []).map(({ properties: satu }) => {
    const { rowCount, columnCount } = satu?.gridProperties ?? {};
    return { sheetId: satu?.sheetId, title: satu?.title, rowCount, columnCount };
  });
  return { locale, timeZone, autoRecalc, lembar };
}

export const SUSUNAN: readonly Percobaan[] = [
  {
    kode: 'BUKU_BARU',
    judul: 'Spreadsheet baru tanpa setelan',
    sebab: 'Karena bukan Indonesia dan WIB, pemasangan menyetel keduanya.',
    jalankan: (alat) => bukuBaru(alat, {}),
    harapan: {
      locale: 'en_US',
      timeZone: 'Etc/GMT',
      autoRecalc: 'ON_CHANGE',
      lembar: [{ sheetId: 0, title: 'Sheet1', rowCount: 1000, columnCount: 26 }],
    },
  },
  {
    kode: 'BUKU_INDONESIA',
    judul: 'Spreadsheet baru dengan setelan Indonesia dan WIB',
    sebab: 'Register dan semua berkas dibuat begini. Nama lembar pertamanya dipakai untuk mengenali lembar bawaan.',
    jalankan: (alat) => bukuBaru(alat, { locale: 'id_ID', timeZone: 'Asia/Jakarta' }),
    harapan: {
      locale: 'id_ID',
      timeZone: 'Asia/Jakarta',
      autoRecalc: 'ON_CHANGE',
      lembar: [{ sheetId: 0, title: 'Sheet1', rowCount: 1000, columnCount: 26 }],
    },
  },
  {
    kode: 'SATU_ATAU_TIDAK_SAMA_SEKALI',
    judul: 'Bila satu permintaan dalam batchUpdate ditolak, tidak satu pun terjadi',
    sebab: 'Setiap perubahan kasus beserta Riwayat dan suratnya adalah satu batchUpdate.',
    async jalankan(alat) {
      const sel = (rowIndex: number, sheetId: number) => ({
        updateCells: {
          start: { sheetId, rowIndex, columnIndex: 0 },
          rows: [{ values: [{ userEnteredValue: { stringValue: 'tertulis' } }] }],
          fields: 'userEnteredValue',
        },
      });
      const requests = [sel(0, LEMBAR), sel(1, 999_999)];
      const ditolak = await alat.tolak((opsi) =>
        alat.sheets.spreadsheets.batchUpdate({ spreadsheetId: alat.id, requestBody: { requests } }, opsi),
      );
      return { ditolak, isi: await bacaSel(alat, 'A1:B5') };
    },
    harapan: {
      ditolak: {
        kode: 400,
        status: 'INVALID_ARGUMENT',
        pesan: 'Invalid requests[1].updateCells: No grid with id: 999999',
      },
      isi: [],
    },
  },
  {
    kode: 'JAWABAN_SEKALIAN',
    judul: 'Jawaban batchUpdate memuat isi sesudahnya bila diminta',
    sebab: 'Begitulah setiap penulisan membuktikan barisnya tidak tertukar.',
    async jalankan(alat) {
      const rows = [{ values: [{ userEnteredValue: { stringValue: 'baru' } }] }];
      const start = { sheetId: LEMBAR, rowIndex: 0, columnIndex: 0 };
      const requestBody = {
        requests: [{ updateCells: { start, rows, fields: 'userEnteredValue' } }],
        includeSpreadsheetInResponse: true,
        responseIncludeGridData: true,
        responseRanges: [`${JUDUL_LEMBAR}!A1:A1`],
      };
      const { updatedSpreadsheet, replies } = await alat.minta((opsi) =>
        alat.sheets.spreadsheets.batchUpdate({ spreadsheetId: alat.id, requestBody }, opsi),
      );
      const [lembar] = updatedSpreadsheet?.sheets ?? [];
      const sel = lembar?.data?.[0]?.rowData?.[0]?.values?.[0];
      return { replies, judul: lembar?.properties?.title, sel: sel?.effectiveValue };
    },
    harapan: { replies: [{}], judul: JUDUL_LEMBAR, sel: { stringValue: 'baru' } },
  },
  {
    kode: 'TOPENG_KOLOM',
    judul: 'fields hanya memberi yang diminta',
    sebab: 'Pembacaan besar hanya meminta yang perlu.',
    async jalankan(alat) {
      const { properties, sheets = [], ...lain } = await ambil(alat, 'properties.locale,sheets.properties.sheetId');
      return { properties, sheets, lain };
    },
    harapan: { properties: { locale: 'id_ID' }, sheets: [{ properties: { sheetId: LEMBAR } }], lain: {} },
  },
  {
    kode: 'FORMAT_SEL',
    judul: 'Format teks yang dipasang terbaca di sel yang masih kosong',
    sebab: 'pbi periksa dan perbaikan membandingkan format kolom dengan cara ini.',
    async jalankan(alat) {
      const range = { sheetId: LEMBAR, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 };
      const cell = { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } };
      await alat.ubah({ repeatCell: { range, cell, fields: 'userEnteredFormat.numberFormat' } });
      const { sheets = [] } = await ambil(alat, 'sheets.data.rowData.values.userEnteredFormat.numberFormat', [
        `${JUDUL_LEMBAR}!A1:A3`,
      ]);
      return sheets[0]?.data?.[0]?.rowData;
    },
    harapan: [
      {},
      { values: [{ userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } }] },
      { values: [{ userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } }] },
    ],
  },
  {
    kode: 'SISA_DIKOSONGKAN',
    judul: 'updateCells dengan rentang lebih besar dari isinya mengosongkan sisanya',
    sebab: 'Berkas kelurahan ditulis ulang seluruhnya dengan cara ini.',
    async jalankan(alat) {
      await ketik(alat, 'RAW', [['satu'], ['dua'], ['tiga']]);
      const range = { sheetId: LEMBAR, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: 1 };
      const rows = [{ values: [{ userEnteredValue: { stringValue: 'baru' } }] }];
      await alat.ubah({ updateCells: { range, rows, fields: 'userEnteredValue' } });
      return bacaSel(alat, 'A1:A5');
    },
    harapan: [['baru']],
  },
  {
    kode: 'PILIHAN',
    judul: 'Daftar pilihan tersimpan seperti dikirim',
    sebab: 'Kolom pemeriksaan dan hasil memakai daftar tertutup.',
    async jalankan(alat) {
      const range = { sheetId: LEMBAR, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
      const values = [{ userEnteredValue: 'Padan' }, { userEnteredValue: 'Tidak padan' }];
      const rule = { condition: { type: 'ONE_OF_LIST', values }, strict: true, showCustomUi: true };
      await alat.ubah({ setDataValidation: { range, rule } });
      const { sheets = [] } = await ambil(alat, 'sheets.data.rowData.values.dataValidation', [`${JUDUL_LEMBAR}!A1`]);
      return sheets[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.dataValidation;
    },
    harapan: {
      condition: {
        type: 'ONE_OF_LIST',
        values: [{ userEnteredValue: 'Padan' }, { userEnteredValue: 'Tidak padan' }],
      },
      strict: true,
      showCustomUi: true,
    },
  },
  {
    kode: 'KUNCI',
    judul: 'Kunci lembar dengan kolom terbuka: dipasang, dibaca, diubah, dicabut',
    sebab: 'Kantor lain hanya dapat mengisi kolom jawabannya.',
    async jalankan(alat) {
      const protectedRange = {
        range: { sheetId: LEMBAR },
        description: 'uji',
        warningOnly: false,
        unprotectedRanges: [{ sheetId: LEMBAR, startColumnIndex: 2, endColumnIndex: 3 }],
        editors: { users: [alat.email], domainUsersCanEdit: false },
      };
      const { replies } = await alat.ubah({ addProtectedRange: { protectedRange } });
      const protectedRangeId = replies?.[0]?.addProtectedRange?.protectedRange?.protectedRangeId ?? 0;
      const dipasang = await kunci(alat);
      const baru = { protectedRangeId, description: 'lain', unprotectedRanges: [] };
      await alat.ubah({ updateProtectedRange: { protectedRange: baru, fields: 'description,unprotectedRanges' } });
      const diubah = await kunci(alat);
      await alat.ubah({ deleteProtectedRange: { protectedRangeId } });
      return { dipasang, diubah, sisa: await kunci(alat) };
    },
    harapan: {
      dipasang: [
        {
          range: { sheetId: LEMBAR },
          description: 'uji',
          terbuka: [{ sheetId: LEMBAR, startColumnIndex: 2, endColumnIndex: 3 }],
          penyunting: 1,
        },
      ],
      diubah: [
        {
          range: { sheetId: LEMBAR },
          description: 'lain',
          terbuka: [],
          penyunting: 1,
        },
      ],
      sisa: [],
    },
  },
  {
    kode: 'METADATA',
    judul: 'Metadata dokumen: ditulis, dicari, dihapus',
    sebab: 'pbi pasang menitipkan keinginannya di sini, dan skrip menjawabnya di sini.',
    async jalankan(alat) {
      const developerMetadata = {
        metadataKey: 'usulan_pbi_uji',
        metadataValue: 'isi',
        location: { spreadsheet: true },
        visibility: 'DOCUMENT',
      };
      await alat.ubah({ createDeveloperMetadata: { developerMetadata } });
      const dataFilters = [{ developerMetadataLookup: { metadataKey: 'usulan_pbi_uji' } }];
      const cari = async () => {
        const requestBody = { dataFilters };
        const { matchedDeveloperMetadata = [] } = await alat.minta((opsi) =>
          alat.sheets.spreadsheets.developerMetadata.search({ spreadsheetId: alat.id, requestBody }, opsi),
        );
        return matchedDeveloperMetadata.map(({ developerMetadata: satu }) => {
          const { metadataKey, metadataValue, location, visibility } = satu ?? {};
          return { metadataKey, metadataValue, location, visibility };
        });
      };
      const ditulis = await cari();
      await alat.ubah(...dataFilters.map((dataFilter) => ({ deleteDeveloperMetadata: { dataFilter } })));
      return { ditulis, sisa: await cari() };
    },
    harapan: {
      ditulis: [
        {
          metadataKey: 'usulan_pbi_uji',
          metadataValue: 'isi',
          location: { locationType: 'SPREADSHEET', spreadsheet: true },
          visibility: 'DOCUMENT',
        },
      ],
      sisa: [],
    },
  },
  {
    kode: 'URUTKAN',
    judul: 'sortRange memindah baris utuh',
    sebab: 'Petugas mengurutkan register; setiap penulisan mencari barisnya lagi.',
    async jalankan(alat) {
      await ketik(alat, 'RAW', [
        ['b', '1'],
        ['a', '2'],
        ['c', '3'],
      ]);
      const range = { sheetId: LEMBAR, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 };
      await alat.ubah({ sortRange: { range, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] } });
      return bacaSel(alat, 'A1:B3');
    },
    harapan: [
      ['a', '2'],
      ['b', '1'],
      ['c', '3'],
    ],
  },
  {
    kode: 'ID_LEMBAR',
    judul: 'Nomor lembar yang diminta dipakai, dan ditolak bila sudah ada',
    sebab: 'Tab register dikenali dari nomornya, bukan dari namanya.',
    async jalankan(alat) {
      const addSheet = { properties: { sheetId: 100, title: 'Kedua' } };
      const { replies } = await alat.ubah({ addSheet });
      const lagi = { properties: { sheetId: 100, title: 'Ketiga' } };
      const requestBody = { requests: [{ addSheet: lagi }] };
      const ditolak = await alat.tolak((opsi) =>
        alat.sheets.spreadsheets.batchUpdate({ spreadsheetId: alat.id, requestBody }, opsi),
      );
      await alat.ubah({ deleteSheet: { sheetId: 100 } });
      return { dibuat: replies?.[0]?.addSheet?.properties?.sheetId, ditolak };
    },
    harapan: {
      dibuat: 100,
      ditolak: {
        kode: 400,
        status: 'INVALID_ARGUMENT',
        pesan: 'Invalid requests[0].addSheet: A sheet with the id 100 already exists.',
      },
    },
  },
];

async function kunci(alat: Alat): Promise<unknown[]> {
  const { sheets = [] } = await ambil(alat, 'sheets.protectedRanges');
  return (sheets[0]?.protectedRanges ?? []).map(
    ({ range, description, warningOnly, unprotectedRanges: terbuka, editors }) => ({
      range,
      description,
      ...(warningOnly ? { warningOnly } : {}),
      terbuka: terbuka ?? [],
      penyunting: editors?.users?.length ?? 0,
    }),
  );
}
