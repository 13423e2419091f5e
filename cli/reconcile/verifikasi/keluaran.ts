/** Everything that is written about the outcomes of one run: the fast forms by the database, the others in one pass. */
import { extname } from 'node:path';
import { EXIT, UserError } from '../../errors.ts';
import type { HasilCocok } from '../bentuk.ts';
import { alirkan, type BukaPenulis } from '../hasil/penulis.ts';
import type { EntriCocok, KepalaRencana } from '../rencana.ts';
import type { Keluaran } from './verifikasi.ts';

export interface OpsiKeluaran {
  readonly keluaran?: string;
  readonly html?: string;
  readonly lengkap?: boolean;
}

/** @throws UserError code 2, before anything is read */
export function periksaKeluaran({ keluaran, html }: OpsiKeluaran, akhiran: readonly string[]): void {
  periksaAkhiran('--keluaran', keluaran, akhiran);
  periksaAkhiran('--html', html, ['.html', '.htm']);
}

/** A report under the name of another kind of file might take the place of one. @throws UserError code 2 */
export function periksaAkhiran(opsi: string, path: string | undefined, akhiran: readonly string[]): void {
  if (path !== undefined && !akhiran.includes(extname(path).toLowerCase())) {
    throw new UserError(EXIT.usage, `${opsi} ${path}: pakai akhiran ${akhiran.join(', ')}.`);
  }
}

export interface RencanaDiminta {
  readonly path: string;
  /** Null for an outcome that needs no entry. */
  readonly entri: (hasil: HasilCocok) => EntriCocok | null;
}

/** How many entries of the plan are sent without a person, and how many wait for one. */
export interface JumlahEntri {
  otomatis: number;
  tunda: number;
}

/** Whether nothing is written but tables, which the database writes by itself. @param rencana path of the plan */
export const isTabelSaja = ({ keluaran = '', html }: OpsiKeluaran, rencana: string | undefined): boolean =>
  rencana === undefined && html === undefined && extname(keluaran).toLowerCase() !== '.xlsx';

/** @param lain headings of the input that are kept @returns the counts of the plan */
export async function tulisKeluaran(
  keluaran: Pick<Keluaran, 'hasil' | 'csv' | 'parquet'>,
  opsi: OpsiKeluaran,
  { kepala, lain, rencana }: { kepala: KepalaRencana; lain: readonly string[]; rencana?: RencanaDiminta },
): Promise<JumlahEntri> {
  const penulis = await bukaLaporan(opsi, kepala, lain);
  const jumlah = { otomatis: 0, tunda: 0 };
  if (opsi.keluaran !== undefined) {
    const jenis = extname(opsi.keluaran).toLowerCase();
    if (jenis === '.csv') await keluaran.csv(opsi.keluaran, lain);
    else if (jenis === '.parquet') await keluaran.parquet(opsi.keluaran, lain);
  }
  if (rencana) penulis.push(await keRencana(rencana.path, kepala, jumlah));
  if (penulis.length > 0) await alirkan(rencana ? denganEntri(keluaran.hasil(), rencana) : keluaran.hasil(), penulis);
  return jumlah;
}

/** The reports for people: a workbook and a page. Loaded only where one is wanted. */
export async function bukaLaporan(
  { keluaran, html, lengkap = false }: OpsiKeluaran,
  kepala: KepalaRencana,
  lain: readonly string[],
): Promise<BukaPenulis[]> {
  const penulis: BukaPenulis[] = [];
  if (keluaran !== undefined && extname(keluaran).toLowerCase() === '.xlsx') {
    const { xlsxHasil } = await import('../hasil/xlsx/hasil-xlsx.ts');
    penulis.push(xlsxHasil(keluaran, lain, kepala));
  }
  if (html !== undefined) {
    const { htmlHasil } = await import('../hasil/html/hasil-html.ts');
    penulis.push(htmlHasil(html, { asal: kepala, lengkap }));
  }
  return penulis;
}

/** Every outcome together with what the plan has of it, so that all reports tell alike who has to look. */
export async function* denganEntri(
  semua: AsyncIterable<HasilCocok> | Iterable<HasilCocok>,
  { entri }: Pick<RencanaDiminta, 'entri'>,
): AsyncGenerator<HasilCocok> {
  for await (const hasil of semua) yield { ...hasil, entri: entri(hasil) };
}

/** The report that is the plan; it counts its entries. */
export async function keRencana(path: string, kepala: KepalaRencana, jumlah: JumlahEntri): Promise<BukaPenulis> {
  const { penulisRencana } = await import('../../rekonsiliasi/penulis-rencana.ts');
  return async () => {
    const rencana = penulisRencana(path, kepala);
    return {
      tulis({ entri }) {
        if (!entri) return undefined;
        if (entri.putusan === 'OTOMATIS') jumlah.otomatis += 1;
        else jumlah.tunda += 1;
        return rencana.tulis(entri)?.then(() => undefined);
      },
      selesai: () => rencana.selesai(),
      batal: () => rencana.batal(),
    };
  };
}
