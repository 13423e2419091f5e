/** The contents of closed batches in the spreadsheet of Dinkes: what it makes its files of Format 34/37 from (BGR-17). */
import { BUKU_BERBAGI } from '#domain/kolom/berbagi.ts';
import { ISI_BATCH } from '#domain/kolom/tab-bulanan.ts';
import { type BarisBatch, keDinkes } from '#usecase/batch-baris.ts';
import { rapatkan } from '#usecase/rapat.ts';
import { baca, type IsiTab, type Minta } from '../google/baca.ts';
import { idRegister } from '../google/layanan.ts';
import { permintaanLembar } from '../google/lembar-berbagi.ts';
import type { Permintaan } from '../google/permintaan.ts';
import { lengkapiBukuBerbagi } from '../setup/buku-berbagi.ts';

/** Batches of one tick: a spreadsheet that was just given the tab lacks those of many months. */
const SEKALI_JALAN = 2;

/** Which rows there are, without what is in them. */
export const SEKILAS_ISI = { tab: 'Isi Batch', kolom: ['kunci', 'batch'] } as const satisfies Minta;

/** What is to be appended. */
export interface IsiKurang {
  readonly requests: readonly Permintaan[];
  /** Whether more is missing than one tick appends. */
  readonly sisa: boolean;
}

/**
 * The rows of closed batches that the spreadsheet lacks. A row never changes, so that only its key has to be read there.
 * @param register the register's rows of `SEKILAS_ISI`
 */
export function isiKurang(id: string, semua: readonly BarisBatch[], register: IsiTab['baris']): IsiKurang {
  const { baris, tajuk } = bacaMilikDinkes(id);
  const ada = new Set(baris.map(({ isi }) => isi['kunci'] ?? ''));
  const tutup = new Set(semua.filter(keDinkes).map(({ batch }) => batch));
  const belum = register.filter(({ isi }) => tutup.has(isi['batch'] ?? '') && !ada.has(isi['kunci'] ?? ''));
  const antre = [...new Set(belum.map(({ isi }) => isi['batch'] ?? ''))];
  const kini = antre.slice(0, SEKALI_JALAN);
  const dicari = belum.filter(({ isi }) => kini.includes(isi['batch'] ?? ''));
  return { requests: dicari.length > 0 ? tambahkan(tajuk, dicari) : [], sisa: antre.length > kini.length };
}

/** An office of an earlier version has a spreadsheet without this tab. */
function bacaMilikDinkes(id: string): IsiTab {
  const coba = () => baca(id, [SEKILAS_ISI])[0] ?? { tajuk: new Map(), baris: [] };
  try {
    return coba();
  } catch (galat) {
    if (lengkapiBukuBerbagi(id, BUKU_BERBAGI.dinkes).length === 0) throw galat;
    return coba();
  }
}

function tambahkan(tajuk: IsiTab['tajuk'], sekilas: IsiTab['baris']): Permintaan[] {
  const tempat = BUKU_BERBAGI.dinkes.find(({ tab }) => tab === ISI_BATCH);
  const [utuh] = baca(idRegister(), [{ tab: 'Isi Batch', baris: rapatkan(sekilas.map(({ nomor }) => nomor)) }]);
  const dicari = new Set(sekilas.map(({ isi }) => isi['kunci']));
  const tambah = (utuh?.baris ?? []).map(({ isi }) => isi).filter(({ kunci }) => dicari.has(kunci));
  return tempat ? permintaanLembar({ ...tempat, tajuk, baris: [] }, { ubah: [], tambah }) : [];
}
