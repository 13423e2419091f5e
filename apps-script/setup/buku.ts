/** Builds the register's tabs, and repairs exactly what is missing. Runs as often as one likes. */
import { idTab, KASUS, type NamaTab, TAB, type Tab } from '#domain/kolom/tab.ts';
import { tanggalWaktu, waktuDariEpoch } from '#domain/waktu/waktu.ts';
import { KUNCI_SISTEM } from '#usecase/potret.ts';
import { spreadsheets, values } from '../google/layanan.ts';
import { type Permintaan, permintaanSistem, permintaanTambah } from '../google/permintaan.ts';
import { bentukTab, tajukTab, tampilanKasus, warnaKasus } from './bentuk-tab.ts';
import { isiAwal, type PegawaiAwal, type Profil } from './isi-awal.ts';
import { lindungi } from './lindungi.ts';
import { pulihkanSistem } from './pulihkan-sistem.ts';
import { perbaikiTajuk } from './tajuk.ts';

type Lembar = GoogleAppsScript.Sheets.Schema.Sheet;

/** Columns of `Jejak`: three of its own and room for the widest row. */
const LEBAR_JEJAK = 103;
const LEBAR_DASBOR = 30;
const BARIS_AWAL = 1000;
/** The largest commit changes a thousand cases and their batch. */
const BARIS_JEJAK = 1200;
const TERSEMBUNYI: readonly NamaTab[] = ['Sistem', 'Jejak', 'Isi Batch', 'Salinan Pengaturan'];

/** Tabs whose rows are the project's own: what a later version brings is added to them. */
const PER_KUNCI: readonly NamaTab[] = ['Pengaturan', 'Kalimat'];

/** @returns what was done, one sentence each */
export function bangunRegister(id: string, pegawai: readonly PegawaiAwal[], profil?: Profil): string[] {
  const buku = spreadsheets().get(id, {
    fields: 'properties,sheets(properties,protectedRanges,filterViews,conditionalFormats)',
  });
  const ada = new Map((buku.sheets ?? []).map((lembar) => [lembar.properties?.sheetId ?? -1, lembar]));
  const laporan: string[] = [];
  const admin = pegawai.filter(({ peran }) => peran === 'admin').map(({ email }) => email);
  const lengkap = TAB.every(({ nama }) => ada.get(idTab(nama))?.properties?.title === nama);
  lebarkan(id, ada);
  // First of all, whether columns are where they belong: nothing else may be built on a shifted tab.
  if (lengkap) laporan.push(...perbaikiTajuk(id));
  const requests: Permintaan[] = [...zona(buku)];
  for (const tab of TAB) {
    const lembar = ada.get(idTab(tab.nama));
    requests.push(...(lembar ? perbaikiTab(tab, lembar, laporan, admin) : tabBaru(tab, laporan, admin)));
  }
  const bawaan = [...ada].filter(
    ([sheetId, { properties }]) => sheetId === 0 && /^(Sheet|Lembar) ?1$/i.test(properties?.title ?? ''),
  );
  if (bawaan.length > 0) requests.push({ deleteSheet: { sheetId: 0 } });
  if (requests.length > 0) spreadsheets().batchUpdate({ requests }, id);
  laporan.push(...(lengkap ? [] : perbaikiTajuk(id)), ...isiTabKosong(id, pegawai, profil));
  return laporan;
}

/** Text format, widths and dropdowns of tabs as set-up makes them; what is in the cells stays. @returns what was done */
export function bentukUlang(id: string, nama: readonly string[]): string[] {
  const tab = TAB.filter((satu) => nama.includes(satu.nama) && satu.kolom.length > 0);
  const requests = tab.flatMap((satu) => bentukTab(idTab(satu.nama), satu));
  if (requests.length > 0) spreadsheets().batchUpdate({ requests }, id);
  return tab.map((satu) => `Format teks dan pilihan di tab ${satu.nama} dipasang lagi.`);
}

/** A tab that has lost a column gets its width back, so that the missing header can be named. */
function lebarkan(id: string, ada: ReadonlyMap<number, Lembar>): void {
  const requests = TAB.flatMap(({ nama, kolom }): Permintaan[] => {
    const lebar = ada.get(idTab(nama))?.properties?.gridProperties?.columnCount ?? kolom.length;
    const kurangnya = kolom.length - lebar;
    return kurangnya > 0
      ? [{ appendDimension: { sheetId: idTab(nama), dimension: 'COLUMNS', length: kurangnya } }]
      : [];
  });
  if (requests.length > 0) spreadsheets().batchUpdate({ requests }, id);
}

/** WIB and Indonesian number and date habits, whatever account made the file. */
function zona(buku: GoogleAppsScript.Sheets.Schema.Spreadsheet): Permintaan[] {
  if (buku.properties?.timeZone === 'Asia/Jakarta' && buku.properties?.locale === 'id_ID') return [];
  return [
    {
      updateSpreadsheetProperties: {
        properties: { timeZone: 'Asia/Jakarta', locale: 'id_ID' },
        fields: 'timeZone,locale',
      },
    },
  ];
}

function tabBaru(tab: Tab & { nama: NamaTab }, laporan: string[], admin: readonly string[]): Permintaan[] {
  const sheetId = idTab(tab.nama);
  const kolom =
    tab.nama === 'Jejak'
      ? LEBAR_JEJAK
      : tab.nama === 'Dasbor'
        ? LEBAR_DASBOR
        : tab.nama === 'Sistem'
          ? tab.kolom.length + 3
          : tab.kolom.length;
  laporan.push(`Tab ${tab.nama} dibuat.`);
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title: tab.nama,
          index: TAB.findIndex(({ nama }) => nama === tab.nama),
          hidden: TERSEMBUNYI.includes(tab.nama),
          gridProperties: {
            rowCount: tab.nama === 'Jejak' ? BARIS_JEJAK : BARIS_AWAL,
            columnCount: kolom,
            frozenRowCount: 1,
            ...(tab.nama === 'Kasus' ? { frozenColumnCount: 2 } : {}),
          },
        },
      },
    },
    ...bentukTab(sheetId, tab),
    ...tajukTab(sheetId, tab),
    ...lindungi(sheetId, tab, admin),
    ...(tab.nama === 'Kasus' ? [...warnaKasus(sheetId, KASUS), ...tampilanKasus(sheetId, KASUS)] : []),
    ...(tab.nama === 'Jejak' ? teksJejak(sheetId) : []),
  ];
}

/** Copies of rows are text like the rows. */
const teksJejak = (sheetId: number): Permintaan[] => [
  {
    repeatCell: {
      range: { sheetId },
      cell: { userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } } },
      fields: 'userEnteredFormat.numberFormat',
    },
  },
];

function perbaikiTab(
  tab: Tab & { nama: NamaTab },
  lembar: Lembar,
  laporan: string[],
  admin: readonly string[],
): Permintaan[] {
  const sheetId = idTab(tab.nama);
  const requests: Permintaan[] = [];
  const lapor = (kalimat: string, baru: Permintaan[]) => {
    if (baru.length === 0) return;
    laporan.push(`${kalimat} di tab ${tab.nama} dipulihkan.`);
    requests.push(...baru);
  };
  if (lembar.properties?.title !== tab.nama) {
    lapor('Nama', [{ updateSheetProperties: { properties: { sheetId, title: tab.nama }, fields: 'title' } }]);
  }
  if ((lembar.properties?.gridProperties?.frozenRowCount ?? 0) < 1) {
    const properties = { sheetId, gridProperties: { frozenRowCount: 1 } };
    lapor('Baris beku', [{ updateSheetProperties: { properties, fields: 'gridProperties.frozenRowCount' } }]);
  }
  const pendek = tab.nama === 'Jejak' ? BARIS_JEJAK - (lembar.properties?.gridProperties?.rowCount ?? 0) : 0;
  if (pendek > 0) lapor('Panjang', [{ appendDimension: { sheetId, dimension: 'ROWS', length: pendek } }]);
  lapor('Perlindungan', kurang(lindungi(sheetId, tab, admin), lembar));
  if (tab.nama === 'Kasus') {
    if ((lembar.conditionalFormats ?? []).length === 0) lapor('Warna', warnaKasus(sheetId, KASUS));
    const judul = (lembar.filterViews ?? []).map(({ title }) => title);
    lapor(
      'Tampilan filter',
      tampilanKasus(sheetId, KASUS).filter((p) => !judul.includes(p.addFilterView?.filter?.title)),
    );
  }
  return requests;
}

/** Wanted protections that no protection of the sheet equals. */
function kurang(mau: readonly Permintaan[], lembar: Lembar): Permintaan[] {
  const kunci = (rentang: GoogleAppsScript.Sheets.Schema.GridRange | undefined) =>
    `${rentang?.startColumnIndex ?? 0}:${rentang?.endColumnIndex ?? ''}`;
  const ada = (lembar.protectedRanges ?? []).map(({ range }) => kunci(range));
  return mau.filter((p) => !ada.includes(kunci(p.addProtectedRange?.protectedRange?.range)));
}

/** First contents of settings tabs that are still empty, and markers that are still missing. */
function isiTabKosong(id: string, pegawai: readonly PegawaiAwal[], profil: Profil | undefined): string[] {
  const awal = isiAwal(pegawai, tanggalWaktu(waktuDariEpoch(Date.now())), profil);
  // An officer who repairs may not write the settings, and knows nobody to enter.
  const tab = TAB.filter(({ nama }) => nama === 'Sistem' || (awal[nama] && pegawai.length > 0));
  const jawab = values().batchGet(id, { ranges: tab.map(({ nama }) => `'${nama}'!A2:B`) });
  const requests: Permintaan[] = [];
  const laporan: string[] = [];
  tab.forEach(({ nama, kolom }, i) => {
    const isi = (jawab.valueRanges?.[i]?.values ?? []) as string[][];
    if (nama === 'Sistem') {
      const ada = Object.fromEntries(isi.map(([kunci = '', nilai = '']) => [kunci, nilai]));
      const terisi = Object.fromEntries(Object.entries(ada).filter(([, nilai]) => nilai !== ''));
      if (Object.keys(KUNCI_SISTEM).some((kunci) => !(kunci in ada)))
        requests.push(permintaanSistem({ ...pulihkanSistem(id), ...terisi }));
      return;
    }
    const sudah = isi.map(([kunci]) => kunci);
    const baru = (awal[nama] ?? []).filter((baris) =>
      PER_KUNCI.includes(nama) ? !sudah.includes(baris['kunci']) : isi.length === 0,
    );
    if (baru.length === 0) return;
    laporan.push(`${baru.length} baris awal diisi di tab ${nama}.`);
    const tajuk = new Map(kolom.map((k, urut) => [k.id as string, urut]));
    requests.push(
      ...permintaanTambah(
        baru.map((nilai) => ({ tab: nama, nilai })),
        new Map([[nama, tajuk]]),
      ),
    );
  });
  if (requests.length > 0) spreadsheets().batchUpdate({ requests }, id);
  return laporan;
}
