/** Builds the register's tabs, and repairs exactly what is missing. Runs as often as one likes. */
import { idTab, KASUS, type NamaTab, TAB } from '#domain/kolom/tab.ts';
import { TAB_PENGATURAN } from '#domain/pengaturan/periksa.ts';
import { tanggalWaktu, waktuDariEpoch } from '#domain/waktu/waktu.ts';
import { KUNCI_SISTEM } from '#usecase/potret.ts';
import { spreadsheets, values } from '../google/layanan.ts';
import { type Permintaan, permintaanSistem, permintaanTambah } from '../google/permintaan.ts';
import { bentukTab, tampilanKasus, warnaKasus } from './bentuk-tab.ts';
import { isiAwal, type PegawaiAwal, type Profil } from './isi-awal.ts';
import { lindungi } from './lindungi.ts';
import { adminTercatat } from './orang.ts';
import { type Lapor, type Lembar, perbaikiBuku, type Wujud } from './perbaiki-buku.ts';
import { PROFIL } from './profil.ts';
import { pulihkanSistem } from './pulihkan-sistem.ts';

/** Columns of `Jejak`: three of its own and room for the widest row. */
const LEBAR_JEJAK = 103;
const LEBAR_DASBOR = 30;
const BARIS_AWAL = 1000;
/** The largest commit changes a thousand cases and their batch. */
const BARIS_JEJAK = 1200;
const TERSEMBUNYI: readonly NamaTab[] = ['Sistem', 'Jejak', 'Isi Batch', 'Salinan Pengaturan'];

const isTabPengaturan = (nama: string): boolean => TAB_PENGATURAN.some((tab) => tab.nama === nama);

/** Tabs whose rows are the project's own: what a later version brings is added to them. */
const PER_KUNCI: readonly NamaTab[] = ['Pengaturan', 'Kalimat'];

/**
 * @param pegawai who is entered where `Peran` is still empty; empty when an officer repairs
 * @returns what was done, one sentence each
 */
export function bangunRegister(id: string, pegawai: readonly PegawaiAwal[], profil?: Profil): string[] {
  // An officer who repairs must not become one of those who may write the settings.
  const admin = pegawai.length > 0 ? (adminTercatat() ?? emailAdmin(pegawai)) : [];
  return [...bentukRegister(id, admin), ...isiTabKosong(id, pegawai, profil)];
}

/**
 * Tabs, headers, formats and locks of the register.
 * @param kering only says what would be done
 */
export function bentukRegister(id: string, admin: readonly string[], kering = false): string[] {
  const wujud = TAB.map((tab, index) => wujudRegister(tab, index, admin));
  const zona: string[] = [];
  const seluruhnya = (buku: GoogleAppsScript.Sheets.Schema.Spreadsheet) => {
    const requests = zonaWaktu(buku);
    if (requests.length > 0) zona.push('Zona waktu dan kebiasaan angka register disetel.');
    return [...requests, ...hapusBawaan(buku)];
  };
  const laporan = perbaikiBuku(id, wujud, { tempat: '', lagi: khusus, seluruhnya, kering });
  return [...zona, ...laporan];
}

const emailAdmin = (pegawai: readonly { email?: string; peran?: string }[]): string[] =>
  pegawai.flatMap(({ email, peran }) => (peran === 'admin' && email ? [email] : []));

function wujudRegister(tab: (typeof TAB)[number], index: number, admin: readonly string[]): Wujud {
  const { nama } = tab;
  const sheetId = idTab(nama);
  return {
    sheetId,
    tab,
    sifat: {
      index,
      hidden: TERSEMBUNYI.includes(nama),
      gridProperties: {
        rowCount: nama === 'Jejak' ? BARIS_JEJAK : BARIS_AWAL,
        columnCount: lebarTab(tab),
        frozenRowCount: 1,
        ...(nama === 'Kasus' ? { frozenColumnCount: 2 } : {}),
      },
    },
    pagar: lindungi(sheetId, tab, admin),
    hiasan: [
      ...(nama === 'Kasus' ? [...warnaKasus(sheetId, KASUS), ...tampilanKasus(sheetId, KASUS)] : []),
      ...(nama === 'Jejak' ? teksJejak(sheetId) : []),
    ],
  };
}

function lebarTab({ nama, kolom }: (typeof TAB)[number]): number {
  if (nama === 'Jejak') return LEBAR_JEJAK;
  if (nama === 'Dasbor') return LEBAR_DASBOR;
  return nama === 'Sistem' ? kolom.length + 3 : kolom.length;
}

/** What else two of the register's tabs may have lost. */
function khusus({ sheetId, tab: { nama } }: Wujud, lembar: Lembar, lapor: Lapor): void {
  const pendek = nama === 'Jejak' ? BARIS_JEJAK - (lembar.properties?.gridProperties?.rowCount ?? 0) : 0;
  if (pendek > 0) lapor('Panjang', [{ appendDimension: { sheetId, dimension: 'ROWS', length: pendek } }]);
  if (nama !== 'Kasus') return;
  if ((lembar.conditionalFormats ?? []).length === 0) lapor('Warna', warnaKasus(sheetId, KASUS));
  const judul = (lembar.filterViews ?? []).map(({ title }) => title);
  lapor(
    'Tampilan filter',
    tampilanKasus(sheetId, KASUS).filter((p) => !judul.includes(p.addFilterView?.filter?.title)),
  );
}

/** Text format, widths and dropdowns of tabs as set-up makes them; what is in the cells stays. @returns what was done */
export function bentukUlang(id: string, nama: readonly string[]): string[] {
  const tab = TAB.filter((satu) => nama.includes(satu.nama) && satu.kolom.length > 0);
  const requests = tab.flatMap((satu) => bentukTab(idTab(satu.nama), satu));
  if (requests.length > 0) spreadsheets().batchUpdate({ requests }, id);
  return tab.map((satu) => `Format teks dan pilihan di tab ${satu.nama} dipasang lagi.`);
}

/** WIB and Indonesian number and date habits, whatever account made the file. */
function zonaWaktu(buku: GoogleAppsScript.Sheets.Schema.Spreadsheet): Permintaan[] {
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

/** The empty sheet that a new workbook comes with. A workbook cannot be without any, so it goes last. */
const hapusBawaan = ({ sheets = [] }: GoogleAppsScript.Sheets.Schema.Spreadsheet): Permintaan[] =>
  sheets.some(({ properties }) => properties?.sheetId === 0 && /^(Sheet|Lembar) ?1$/i.test(properties.title ?? ''))
    ? [{ deleteSheet: { sheetId: 0 } }]
    : [];

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

type Sel = string | number;

/** What an office that lost a settings tab began with, by the region that it or its list of regions names. */
function profilKantor(pengaturan: readonly Sel[][], wilayah: readonly Sel[][]): Profil | undefined {
  const kode = pengaturan.find(([kunci]) => kunci === 'kode_wilayah')?.[1] ?? wilayah[0]?.[0] ?? '';
  const kabupaten = String(kode).replace(/\./g, '').slice(0, 4);
  return (Object.keys(PROFIL) as Profil[]).find((nama) => PROFIL[nama].kode === kabupaten);
}

/** First contents of settings tabs that are still empty, kinds of reasons without one, and markers still missing. */
function isiTabKosong(id: string, pegawai: readonly PegawaiAwal[], profil: Profil | undefined): string[] {
  // An officer who repairs may not write the settings, and knows nobody to enter.
  const tab = TAB.filter(({ nama }) => nama === 'Sistem' || (isTabPengaturan(nama) && pegawai.length > 0));
  const jawab = values().batchGet(id, { ranges: tab.map(({ nama }) => `'${nama}'!A2:B`) });
  const isiTab = (mau: NamaTab) =>
    (jawab.valueRanges?.[tab.findIndex(({ nama }) => nama === mau)]?.values ?? []) as Sel[][];
  const dipakai = profil ?? profilKantor(isiTab('Pengaturan'), isiTab('Wilayah'));
  const awal = isiAwal(pegawai, tanggalWaktu(waktuDariEpoch(Date.now())), dipakai);
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
    const baru = (awal[nama] ?? []).filter((baris) => {
      if (nama === 'Alasan') return !isi.some(([, untuk]) => untuk === baris['untuk']);
      return PER_KUNCI.includes(nama) ? !sudah.includes(baris['kunci']) : isi.length === 0;
    });
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
