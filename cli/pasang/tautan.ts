/** Where everything of an installed office is. */
import { bacaTab, barisTab } from '../periksa/baca.ts';
import { alamatBuku, bilaAda, type Mesin } from './mesin.ts';

export interface Tautan {
  readonly register: string;
  /** By name: what people fill in. */
  readonly formulir: Readonly<Record<string, string>>;
  /** By name or code of a kelurahan: spreadsheets of the other offices. */
  readonly berbagi: Readonly<Record<string, string>>;
}

type Json = Readonly<Record<string, unknown>>;

export async function bacaTautan(mesin: Mesin, register: string): Promise<Tautan> {
  const { tempat, klien } = mesin;
  const tab = await bacaTab({ sheets: await klien.sheets() }, register, ['Sistem', 'Wilayah']);
  const sistem = new Map(barisTab(tab, 'Sistem').map(({ kunci = '', nilai = '' }) => [kunci, nilai]));
  const penanda = (kunci: string): Json => JSON.parse(sistem.get(kunci) || '{}') as Json;
  const buku = (id: unknown): string => alamatBuku(tempat, String(id));
  const kelurahan = barisTab(tab, 'Wilayah').flatMap(({ kode = '', berkas = '' }) =>
    berkas === '' ? [] : [[`kelurahan ${kode}`, berkas] as const],
  );
  const formulir = await Promise.all(
    Object.entries(penanda('formulir')).map(async ([nama, peta]) => {
      const id = String((peta as { id?: string }).id);
      return [nama, await alamatFormulir(mesin, id)] as const;
    }),
  );
  return {
    register: buku(register),
    formulir: Object.fromEntries(formulir),
    berbagi: Object.fromEntries(
      [...Object.entries(penanda('berkas')), ...kelurahan].map(([nama, id]) => [nama, buku(id)]),
    ),
  };
}

/** For those who fill it in; where Google does not show it, for those who edit it. */
async function alamatFormulir({ klien, tempat }: Mesin, formId: string): Promise<string> {
  const forms = await klien.forms();
  const formulir = await bilaAda((options) => forms.forms.get({ formId }, options));
  return formulir?.responderUri ?? `${tempat.asal ?? 'https://docs.google.com'}/forms/d/${formId}/edit`;
}
