/**
 * A register at one moment. One that a single request brings is that anyway. Of a larger one the markers and the keys of
 * its long tabs are read before and after; when they have moved meanwhile, everything is read again.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { hurufKolom } from '#domain/format/sel.ts';
import { TAB } from '#domain/kolom/tab.ts';
import { EXIT, UserError } from '../errors.ts';
import { asking } from '../google/persist.ts';
import { quoted } from '../google/tab.ts';
import { type Buku, bacaBuku, bacaPotongan, type Potongan, rencanaBaca, type Takaran, terbagi } from './lembar.ts';
import { type Sel, teksSel } from './sel.ts';

const PERCOBAAN = 4;

/** What is done with a reading; nothing of it counts until `jadi`. */
export interface Bacaan {
  mulai(buku: Buku): Promise<void>;
  potongan(satu: Potongan): Promise<void>;
  /** The reading was of one moment. */
  jadi(): Promise<void>;
  /** It was not, or something failed. */
  batal(): Promise<void>;
}

interface Asal {
  readonly sheets: sheets_v4.Sheets;
  readonly id: string;
  readonly takaran: Takaran;
}

/**
 * @param baru begins a reading; called again when the register has changed under the one before
 * @returns the reading that counts
 * @throws UserError code 5 when it never stands still
 */
export async function bacaUtuh<T extends Bacaan>(asal: Asal, baru: () => Promise<T>): Promise<T> {
  for (let kali = 1; kali <= PERCOBAAN; kali += 1) {
    const bacaan = await baru();
    try {
      if (await sekali(asal, bacaan)) {
        await bacaan.jadi();
        return bacaan;
      }
    } catch (error) {
      await bacaan.batal();
      throw error;
    }
    await bacaan.batal();
  }
  throw new UserError(
    EXIT.conflict,
    `Register berubah setiap kali dibaca (${PERCOBAAN} kali dicoba), dan cadangan harus dari satu saat. Jalankan lagi di luar jam kerja.`,
  );
}

/** @returns whether nothing moved meanwhile */
async function sekali({ sheets, id, takaran }: Asal, bacaan: Bacaan): Promise<boolean> {
  const buku = await bacaBuku(sheets, id);
  const rencana = rencanaBaca(buku, takaran);
  const panjang = [...terbagi(rencana)];
  const banyak = rencana.length > 1;
  const sebelum = banyak ? await penanda(sheets, id, panjang) : undefined;
  const kunci = new Map(panjang.map((judul) => [judul, [] as (Sel | undefined)[]]));
  await bacaan.mulai(buku);
  for await (const satu of bacaPotongan(sheets, id, rencana)) {
    const milik = kunci.get(satu.lembar.judul);
    if (milik) {
      while (milik.length < satu.dari) milik.push(undefined);
      milik.push(...satu.isi.map((baris) => baris[kolomKunci(satu.lembar.judul)]));
    }
    await bacaan.potongan(satu);
  }
  if (!sebelum) return true;
  const sesudah = await penanda(sheets, id, panjang);
  return (
    JSON.stringify(sebelum) === JSON.stringify(sesudah) &&
    panjang.every((judul, i) => samaKunci(kunci.get(judul) ?? [], sesudah[i + 1] ?? []))
  );
}

const kolomKunci = (judul: string): number => {
  const tab = TAB.find(({ nama }) => nama === judul);
  return Math.max(0, tab?.kolom.findIndex(({ id }) => id === tab.kunci) ?? 0);
};

/** The tab of markers, and one column of each of these tabs: all at one moment. */
async function penanda(
  sheets: sheets_v4.Sheets,
  spreadsheetId: string,
  tab: readonly string[],
): Promise<unknown[][][]> {
  const kolom = tab.map((judul) => {
    const huruf = hurufKolom(kolomKunci(judul));
    return `${quoted(judul)}!${huruf}1:${huruf}`;
  });
  const ranges = [`${quoted('Sistem')}!A2:B`, ...kolom];
  const { valueRanges = [] } = await asking(
    (options) =>
      sheets.spreadsheets.values.batchGet({ spreadsheetId, ranges, valueRenderOption: 'UNFORMATTED_VALUE' }, options),
    (data) => data.valueRanges?.length === ranges.length,
    { 400: 'Spreadsheet ini bukan register usulan-pbi, atau tabnya hilang. Jalankan Perbaiki register lebih dahulu.' },
  );
  return valueRanges.map(({ values }) => values ?? []);
}

/** A formula shows something else than it is. */
function samaKunci(terbaca: readonly (Sel | undefined)[], tampak: readonly (readonly unknown[])[]): boolean {
  const panjang = Math.max(terbaca.length, tampak.length);
  return Array.from({ length: panjang }).every((_, i) => {
    const sel = terbaca[i];
    if (typeof sel === 'object' && sel !== null) return true;
    const kini = tampak[i]?.[0] ?? '';
    return teksSel(sel) === (typeof kini === 'boolean' ? teksSel(kini) : String(kini));
  });
}
