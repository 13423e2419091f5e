/** What the set-up leaves as script properties beside the register: where everything of the office is. */
import type { NamaFormulir } from '#domain/formulir/butir.ts';
import type { NamaBerbagi } from '#domain/kolom/berbagi.ts';
import type { PetaKantor } from '../google/formulir.ts';

/** The property `KANTOR`; the books of kelurahan stand in `KANTOR_<kecamatan>`, because one value holds only 9 KB. */
interface Kantor {
  readonly spreadsheets: { readonly register: string } & Readonly<Partial<Record<NamaBerbagi, string>>>;
  readonly forms: Readonly<
    Partial<Record<NamaFormulir, { readonly id: string; readonly items: Readonly<Record<string, number>> }>>
  >;
}

const KUNCI = 'KANTOR';

/** What the set-up has made so far, as `Sistem` names it; undefined before it made anything. */
export function bacaKantor():
  | { readonly berkas: Partial<Record<NamaBerbagi, string>>; readonly formulir: PetaKantor }
  | undefined {
  const teks = PropertiesService.getScriptProperties().getProperty(KUNCI);
  if (!teks) return undefined;
  const { spreadsheets, forms } = JSON.parse(teks) as Kantor;
  const { register: _, ...berkas } = spreadsheets;
  const formulir = Object.entries(forms).map(([nama, { id, items }]) => [nama, { id, butir: items }]);
  return { berkas, formulir: Object.fromEntries(formulir) as PetaKantor };
}

export function catatKantor(register: string, berkas: Partial<Record<NamaBerbagi, string>>, peta: PetaKantor): void {
  const forms = Object.fromEntries(Object.entries(peta).map(([nama, { id, butir }]) => [nama, { id, items: butir }]));
  const kantor = { spreadsheets: { register, ...berkas }, forms };
  PropertiesService.getScriptProperties().setProperty(KUNCI, JSON.stringify(kantor));
}

/** @param buku spreadsheet ids by the code of the kelurahan */
export function catatBukuKelurahan(buku: ReadonlyMap<string, string>): void {
  const perKecamatan = new Map<string, Record<string, string>>();
  for (const [kode, id] of buku) {
    const kecamatan = kode.slice(0, 6);
    perKecamatan.set(kecamatan, { ...perKecamatan.get(kecamatan), [`kelurahan_${kode}`]: id });
  }
  const properti = PropertiesService.getScriptProperties();
  for (const [kecamatan, isi] of perKecamatan) properti.setProperty(`${KUNCI}_${kecamatan}`, JSON.stringify(isi));
}

/** The books of kelurahan by their codes: what the tab `Wilayah` shows beside each code, and no edit of it can move. */
export function bacaBukuKelurahan(): ReadonlyMap<string, string> {
  const semua = PropertiesService.getScriptProperties().getProperties();
  const bagian = Object.entries(semua).filter(([nama]) => nama.startsWith(`${KUNCI}_`));
  const isi = bagian.flatMap(([, teks]) => Object.entries(JSON.parse(teks) as Record<string, string>));
  return new Map(isi.map(([nama, id]) => [nama.replace('kelurahan_', ''), id]));
}
