/** Reports from a plan: its entries with what was decided of them. */
import type { HasilCocok } from '../bentuk.ts';
import { teksAngka } from '../hasil/baris.ts';
import { csvHasil } from '../hasil/csv.ts';
import { htmlHasil } from '../hasil/html/hasil-html.ts';
import { alirkan, type BukaPenulis } from '../hasil/penulis.ts';
import type { Asal } from '../hasil/ringkasan.ts';
import { xlsxHasil } from '../hasil/xlsx/hasil-xlsx.ts';
import type { EntriCocok, RencanaCocok } from '../rencana.ts';
import { sebutanPutusan } from './saringan.ts';
import { perubahanCalon, teksPerubahan } from './tinjauan.ts';

export interface OpsiLaporan {
  readonly html?: string | undefined;
  readonly xlsx?: string | undefined;
  readonly csv?: string | undefined;
  /** NIK and other numbers are written out in the HTML report. */
  readonly lengkap: boolean;
}

const KOLOM = ['putusan', 'calon dipilih'];

/** @returns the paths that were written */
export async function tulisLaporan(
  rencana: RencanaCocok,
  { html, xlsx, csv, lengkap }: OpsiLaporan,
): Promise<string[]> {
  const asal = asalRencana(rencana);
  const tujuan: [string | undefined, (path: string) => BukaPenulis][] = [
    [html, (path) => htmlHasil(path, { asal, lengkap })],
    [xlsx, (path) => xlsxHasil(path, KOLOM, asal)],
    [csv, (path) => csvHasil(path, KOLOM)],
  ];
  const diminta = tujuan.flatMap(([path, buka]) => (path === undefined ? [] : [{ path, buka: buka(path) }]));
  if (diminta.length > 0) {
    await alirkan(
      hasilRencana(rencana, lengkap),
      diminta.map(({ buka }) => buka),
    );
  }
  return diminta.map(({ path }) => path);
}

function asalRencana(rencana: RencanaCocok): Asal {
  const { jenis, dibuat, masukan, referensi, jumlah, entri } = rencana;
  const tanpaEntri = Object.values(jumlah).reduce((a, b) => a + b, 0) - entri.length;
  const catatan =
    tanpaEntri > 0 ? `Tidak termasuk ${teksAngka(tanpaEntri)} baris yang tidak mengubah apa-apa.` : undefined;
  return { jenis, dibuat, masukan, referensi, ...(catatan && { catatan }) };
}

/** What accepting it writes; where nobody has chosen among several candidates, for each of them. */
function bilaDiterima(entri: EntriCocok, lengkap: boolean): string[] {
  const semua = entri.pilihan === null && entri.calon.length > 1 ? entri.calon.keys() : [entri.pilihan ?? 0];
  const tulisan = [...semua].map((ke) => {
    const perubahan = perubahanCalon(entri, ke);
    return perubahan ? teksPerubahan(perubahan, lengkap) : '';
  });
  const [pertama = ''] = tulisan;
  if (tulisan.every((satu) => satu === pertama)) return pertama === '' ? [] : [`bila diterima: ${pertama}`];
  return tulisan.map((satu, ke) => `bila diterima calon ${ke + 1}: ${satu || 'tidak ada'}`);
}

async function* hasilRencana({ entri }: RencanaCocok, lengkap: boolean): AsyncGenerator<HasilCocok> {
  for (const satu of entri) {
    const dipilih = satu.pilihan === null ? '' : String(satu.pilihan + 1);
    const dicatat = bilaDiterima(satu, lengkap);
    yield {
      ...satu,
      entri: satu,
      alasan: [satu.alasan, ...dicatat].join('; '),
      lain: { putusan: sebutanPutusan(satu.putusan), 'calon dipilih': dipilih },
    };
  }
}
