/** The shape of the register's tabs as REST shows it, and what the script finds wrong with those of every workbook. */
import { idTab, TAB } from '#domain/kolom/tab.ts';
import type { HasilPeriksa } from '#usecase/bentuk-perintah.ts';
import type { Bahan } from './bahan.ts';
import { LEWAT_PERBAIKI, pelapor, sebut, type Temuan, type Tingkat } from './temuan.ts';

const { galat, peringatan, lewat, baik } = pelapor('bentuk');

const HISTORI =
  'Jalankan pbi periksa --perbaiki. Bila ditolak karena kolomnya dipindah atau dihapus, pulihkan lewat File > Histori versi.';

/** What keeps the script from opening the register: lost or renamed tabs and headers; and another time zone. */
export function periksaTajuk({ susunan, tab }: Pick<Bahan, 'susunan' | 'tab'>): Temuan[] {
  const judul = new Map((susunan.sheets ?? []).map(({ properties }) => [properties?.sheetId, properties?.title ?? '']));
  const ada = new Set(judul.values());
  const temuan = TAB.flatMap(({ nama, kolom }) => {
    if (!ada.has(nama)) return [tabHilang(nama, judul.get(idTab(nama)))];
    // The log is read by itself.
    const isi = tab.get(nama);
    return isi ? tajukRusak(nama, kolom, isi.tajuk) : [];
  });
  temuan.push(...zona(susunan));
  return temuan.length > 0 ? temuan : [baik('TAB', `${TAB.length} tab register beserta tajuknya lengkap.`)];
}

const tabHilang = (nama: string, kini: string | undefined): Temuan =>
  kini === undefined
    ? galat('TAB_HILANG', `Tab ${nama} tidak ada di register.`, LEWAT_PERBAIKI, {})
    : galat('NAMA_TAB', `Tab ${nama} di register bernama "${kini}" sekarang.`, LEWAT_PERBAIKI, {});

function tajukRusak(nama: string, kolom: readonly { readonly id: string }[], tajuk: readonly string[]): Temuan[] {
  const rapi = tajuk.map((satu) => satu.trim());
  const id = kolom.map((satu) => satu.id);
  const hilang = id.filter((satu) => !rapi.includes(satu));
  const kembar = id.filter((satu) => rapi.indexOf(satu) !== rapi.lastIndexOf(satu));
  for (const satu of hilang) {
    const disana = rapi[id.indexOf(satu)] ?? '';
    if (!id.includes(disana) || rapi[id.indexOf(disana)] === disana) continue;
    // Writing headers over it would put every later column under a wrong name.
    const kalimat = `Kolom "${satu}" di tab "${nama}" hilang dan tempatnya kini berisi "${disana}": kolom telah dipindah atau dihapus.`;
    return [galat('KOLOM_PINDAH', kalimat, 'Pulihkan lewat File > Histori versi di Register PBI, lalu periksa lagi.')];
  }
  return [
    ...(hilang.length > 0
      ? [galat('TAJUK_HILANG', `Tajuk ${sebut(hilang)} di tab ${nama} tidak ada.`, HISTORI, {})]
      : []),
    ...(kembar.length > 0
      ? [galat('TAJUK_KEMBAR', `Tajuk ${sebut(kembar)} di tab ${nama} ada dua.`, HISTORI, {})]
      : []),
  ];
}

function zona({ properties: { timeZone, locale } = {} }: Bahan['susunan']): Temuan[] {
  if (timeZone === 'Asia/Jakarta' && locale === 'id_ID') return [];
  const kalimat = `Zona waktu atau setelan negara register bukan Asia/Jakarta dan Indonesia (kini ${timeZone}, ${locale}): tanggal dan angka yang diketik terbaca lain.`;
  return [galat('ZONA', kalimat, LEWAT_PERBAIKI, {})];
}

/** Findings that keep every run of the script from beginning. */
export const TAK_TERBUKA: readonly string[] = [
  'TAB_HILANG',
  'NAMA_TAB',
  'TAJUK_HILANG',
  'TAJUK_KEMBAR',
  'KOLOM_PINDAH',
];

const JENIS: readonly (readonly [awal: RegExp, kode: string, tingkat: Extract<Tingkat, 'GALAT' | 'PERINGATAN'>])[] = [
  [/^Tab /, 'TAB_HILANG', 'GALAT'],
  [/^Nama /, 'NAMA_TAB', 'GALAT'],
  [/^Tajuk /, 'TAJUK_HILANG', 'GALAT'],
  [/^Perlindungan /, 'PERLINDUNGAN', 'GALAT'],
  [/^Format teks /, 'FORMAT_TEKS', 'GALAT'],
  [/^Pilihan /, 'PILIHAN', 'PERINGATAN'],
  [/^/, 'TAMPILAN', 'PERINGATAN'],
];

/** REST has told these already. */
const SUDAH = /^(Tab|Nama|Tajuk|Zona) /;

/** A repair says what it restored; before it, the same thing is not as it should be. */
const belum = (kalimat: string): string =>
  kalimat
    .replace(/^(Tab .+) dibuat( di .+)?\.$/, '$1 tidak ada$2.')
    .replace(/ (dipulihkan|dihapus)\.$/, ' tidak seperti seharusnya.');

export function periksaBentuk({ bentuk }: HasilPeriksa): Temuan[] {
  if (bentuk === undefined) {
    const kalimat = 'Perlindungan, format, dan pilihan tidak diperiksa: skrip gagal membacanya.';
    return [lewat('BENTUK', kalimat)];
  }
  const baru = bentuk.filter((kalimat) => !SUDAH.test(kalimat) || kalimat.includes(' di spreadsheet '));
  if (baru.length === 0)
    return [baik('BENTUK', 'Perlindungan, format, pilihan, dan tampilan semua berkas seperti dipasang.')];
  return baru.map((kalimat) => {
    const [, kode = 'TAMPILAN', tingkat = 'PERINGATAN'] = JENIS.find(([awal]) => awal.test(kalimat)) ?? [];
    const lapor = tingkat === 'GALAT' ? galat : peringatan;
    return lapor(kode, belum(kalimat), LEWAT_PERBAIKI, {});
  });
}
