/** The contents of closed batches in the spreadsheet of Dinkes: what it makes its files of Format 34/37 from (BGR-17). */
import { BUKU_BERBAGI } from '#domain/kolom/berbagi.ts';
import { ISI_BATCH } from '#domain/kolom/tab-bulanan.ts';
import { type BarisBatch, keDinkes } from '#usecase/batch/baris.ts';
import type { BarisBerbagi } from '#usecase/proyeksi.ts';
import { rapatkan } from '#usecase/rapat.ts';
import { baca, type IsiTab, type Minta } from '../google/baca.ts';
import { idRegister } from '../google/layanan.ts';
import type { TabTambahan } from './berbagi.ts';

/** Batches of one tick: a spreadsheet that was just given the tab lacks those of many months. */
const SEKALI_JALAN = 2;

/** Which rows there are, without what is in them. */
export const SEKILAS_ISI = { tab: 'Isi Batch', kolom: ['kunci', 'batch'] } as const satisfies Minta;

/** The tab, and whether more is missing than one tick appends (known once the plan was made). */
export interface IsiDinkes {
  readonly tab: readonly TabTambahan[];
  sisa(): boolean;
}

/**
 * The rows of closed batches that the spreadsheet lacks. A row never changes, so that only its key has to be read there.
 * @param register the register's rows of `SEKILAS_ISI`
 */
export function isiDinkes(semua: readonly BarisBatch[], register: IsiTab['baris']): IsiDinkes {
  const tutup = new Set(semua.filter(keDinkes).map(({ batch }) => batch));
  let sisa = false;
  const rencana = (milikDinkes: readonly BarisBerbagi[]) => {
    const ada = new Set(milikDinkes.map(({ kunci = '' }) => kunci));
    const belum = register.filter(({ isi }) => tutup.has(isi['batch'] ?? '') && !ada.has(isi['kunci'] ?? ''));
    const antre = [...new Set(belum.map(({ isi }) => isi['batch'] ?? ''))];
    const kini = antre.slice(0, SEKALI_JALAN);
    sisa = antre.length > kini.length;
    return { ubah: [], tambah: bacaUtuh(belum.filter(({ isi }) => kini.includes(isi['batch'] ?? ''))) };
  };
  const tab = BUKU_BERBAGI.dinkes.filter((satu) => satu.tab === ISI_BATCH);
  return { tab: tab.map((satu) => ({ ...satu, hanyaKunci: true, rencana })), sisa: () => sisa };
}

function bacaUtuh(sekilas: IsiTab['baris']): BarisBerbagi[] {
  if (sekilas.length === 0) return [];
  const [utuh] = baca(idRegister(), [{ tab: 'Isi Batch', baris: rapatkan(sekilas.map(({ nomor }) => nomor)) }]);
  const dicari = new Set(sekilas.map(({ isi }) => isi['kunci']));
  return (utuh?.baris ?? []).map(({ isi }) => isi).filter(({ kunci }) => dicari.has(kunci));
}
