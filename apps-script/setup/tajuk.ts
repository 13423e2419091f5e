/** Puts header texts back where the schema has them, and nothing else. */
import type { Tab } from '#domain/kolom/tab.ts';
import { rentangBaris } from '../google/a1.ts';
import { teksSel } from '../google/baca.ts';
import { GalatPengguna } from '../google/galat.ts';
import { spreadsheets, values } from '../google/layanan.ts';
import type { Permintaan } from '../google/permintaan.ts';
import { tajukTab } from './bentuk-tab.ts';
import type { Wujud } from './perbaiki-buku.ts';

/**
 * @param tempat which workbook, for the sentences
 * @param kering only says what would be done
 * @returns what was restored. @throws GalatPengguna where another column stands in the place of a lost one
 */
export function perbaikiTajuk(id: string, semua: readonly Wujud[], tempat: string, kering = false): string[] {
  const wujud = semua.filter(({ tab }) => tab.kolom.length > 0);
  const jawab = values().batchGet(id, { ranges: wujud.map(({ tab }) => rentangBaris(tab.nama, 1)) });
  const requests: Permintaan[] = [];
  const laporan: string[] = [];
  wujud.forEach(({ sheetId, tab }, i) => {
    const kepala = ((jawab.valueRanges?.[i]?.values?.[0] ?? []) as string[]).map((sel) => teksSel(sel).trim());
    const { hilang, kembar } = selisih(tab, kepala);
    if (hilang.length > 0) laporan.push(`Tajuk ${hilang.join(', ')} di tab ${tab.nama}${tempat} dipulihkan.`);
    const sisa = kembar.filter((indeks) => !hilang.some((nama) => letak(tab, nama) === indeks));
    if (sisa.length > 0) laporan.push(`Tajuk kembar di tab ${tab.nama}${tempat} dihapus.`);
    requests.push(...sisa.map((indeks) => hapusTajuk(sheetId, indeks)));
    if (hilang.length > 0) requests.push(...tajukTab(sheetId, tab, hilang));
  });
  if (requests.length > 0 && !kering) spreadsheets().batchUpdate({ requests }, id);
  return laporan;
}

const letak = (tab: Tab, nama: string): number => tab.kolom.findIndex(({ id }) => id === nama);

/** Headers that are missing, and the places of those that stand somewhere else besides their own place. */
function selisih(tab: Tab, kepala: readonly string[]): { hilang: string[]; kembar: number[] } {
  const kenal = tab.kolom.map(({ id }) => id);
  const kembar = kepala.flatMap((nama, indeks) => {
    const sendiri = letak(tab, nama);
    return sendiri !== -1 && sendiri !== indeks && kepala[sendiri] === nama ? [indeks] : [];
  });
  const hilang = kenal.filter((nama) => !kepala.includes(nama));
  for (const nama of hilang) {
    const disana = kepala[letak(tab, nama)] ?? '';
    if (kenal.includes(disana) && !kembar.includes(letak(tab, nama))) throw galatPindah(tab, nama, disana);
  }
  const ganda = kepala.find(
    (nama, i) => kenal.includes(nama) && kepala.indexOf(nama) !== i && !bertempat(tab, kepala, nama),
  );
  if (ganda !== undefined) throw galatPindah(tab, ganda, kepala[letak(tab, ganda)] ?? '');
  return { hilang, kembar };
}

const bertempat = (tab: Tab, kepala: readonly string[], nama: string): boolean => kepala[letak(tab, nama)] === nama;

const galatPindah = (tab: Tab, nama: string, disana: string): GalatPengguna =>
  new GalatPengguna(
    `Kolom "${nama}" di tab "${tab.nama}" hilang dan tempatnya kini berisi "${disana}": kolom telah dipindah atau dihapus. Pulihkan lewat File > Histori versi.`,
  );

const hapusTajuk = (sheetId: number, columnIndex: number): Permintaan => ({
  updateCells: {
    start: { sheetId, rowIndex: 0, columnIndex },
    rows: [{ values: [{}] }],
    fields: 'userEnteredValue',
  },
});
