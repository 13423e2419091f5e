/** A table of people in a workbook: the one tab that has its headings, read row by row. */
import { isiSel } from '#domain/format/sel.ts';
import { BerkasError } from '../../berkas/berkas-error.ts';
import type { SheetRow } from '../../berkas/sheet-rows.ts';
import { Workbook } from '../../berkas/workbook.ts';
import type { WorkbookTab } from '../../berkas/workbook-parts.ts';
import type { Aliran, BarisMentah } from './bentuk.ts';
import { TANPA_TABEL } from './dialek.ts';
import { hashBerkas } from './hash.ts';
import type { Penafsir } from './judul.ts';
import { type TabelOrang, temukanTabelOrang } from './tabel.ts';

interface TabBertabel {
  readonly tab: WorkbookTab;
  readonly tabel: TabelOrang;
  /** Number in the sheet of the first row below the headings. */
  readonly mulai: number;
  readonly terisi: boolean;
}

/** Headings and the first rows below them. */
const BARIS_AWAL = 120;

/** @throws BerkasError when no tab is a table of people, or several are and none was named */
export async function bukaXlsx(path: string, tafsirkan: Penafsir, lembar: string | undefined): Promise<Aliran> {
  const buku = await Workbook.open(path);
  let terpilih: TabBertabel;
  try {
    terpilih = await pilihTab(buku, tafsirkan, lembar);
  } finally {
    buku.close();
  }
  const { tab, tabel, mulai } = terpilih;
  let sha256 = '';
  return {
    jenis: 'xlsx',
    lembar: tab.nama,
    tabel,
    dapatDiulang: true,
    barisAtas: mulai - 1,
    potongan: async function* () {
      const dibaca = await Workbook.open(path);
      try {
        for await (const baris of dibaca.rows(tab)) yield baris.filter(({ nomor }) => nomor >= mulai).map(mentah);
      } finally {
        dibaca.close();
      }
      sha256 = await hashBerkas(path);
    },
    sha256: () => sha256,
    peringatan: () => [],
  };
}

const mentah = ({ nomor, sel }: SheetRow): BarisMentah => ({ nomor, sel, cacat: [] });

async function pilihTab(buku: Workbook, tafsirkan: Penafsir, lembar: string | undefined): Promise<TabBertabel> {
  const bernama = buku.tabs.filter(({ nama, visible }) => (lembar === undefined ? visible : nama === lembar));
  if (lembar !== undefined && bernama.length === 0) {
    throw new BerkasError(`Tidak ada lembar "${lembar}". Yang ada: ${sebut(buku.tabs.map(({ nama }) => nama))}.`);
  }
  const bertabel: TabBertabel[] = [];
  for (const tab of bernama) {
    const ada = await cariTabel(buku, tab, tafsirkan);
    if (ada) bertabel.push(ada);
  }
  const terisi = bertabel.filter((satu) => satu.terisi);
  const [pertama, kedua] = terisi.length > 0 ? terisi : bertabel;
  if (!pertama) throw new BerkasError(TANPA_TABEL);
  if (kedua) {
    const nama = sebut((terisi.length > 0 ? terisi : bertabel).map(({ tab }) => tab.nama));
    throw new BerkasError(`Ada tabel di lembar ${nama}. Sebutkan salah satu dengan --lembar.`);
  }
  return pertama;
}

const sebut = (nama: readonly string[]): string => nama.map((satu) => `"${satu}"`).join(', ');

async function cariTabel(buku: Workbook, tab: WorkbookTab, tafsirkan: Penafsir): Promise<TabBertabel | undefined> {
  const atas: SheetRow[] = [];
  for await (const baris of buku.rows(tab)) {
    atas.push(...baris);
    if (atas.length >= BARIS_AWAL) break;
  }
  const lembar = atas.map(({ sel }) => sel);
  const hasil = temukanTabelOrang(lembar, tafsirkan);
  if (!hasil) return undefined;
  if (!hasil.ok) throw new BerkasError(`Lembar "${tab.nama}": ${hasil.error}`);
  const { dataMulai } = hasil.value;
  const mulai = atas[dataMulai]?.nomor ?? Number(atas.at(-1)?.nomor) + 1;
  const terisi = lembar.slice(dataMulai).some((baris) => baris.some((sel) => isiSel(sel) !== ''));
  return { tab, tabel: hasil.value, mulai, terisi };
}
