/** Who may open which file, from the tab `Peran`. */
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';
import { rentangTab } from '../google/a1.ts';
import { idRegister, values } from '../google/layanan.ts';

type Peran = Pick<Pengaturan, 'pegawai'>;

export const emailPeran = ({ pegawai }: Peran, peran: readonly string[]): string[] =>
  pegawai.filter((satu) => peran.includes(satu.peran)).map(({ email }) => email);

/** Roles that work in the spreadsheet of their kelurahan. */
export const PETUGAS_KELURAHAN: readonly string[] = ['kelurahan', 'pendukung'];

/** Who may open the spreadsheet of a kelurahan. */
export const emailKelurahan = ({ pegawai }: Peran, kode: string): string[] =>
  pegawai
    .filter(({ peran, wilayah }) => peran === 'admin' || (PETUGAS_KELURAHAN.includes(peran) && wilayah === kode))
    .map(({ email }) => email);

/**
 * The administrators of the tab `Peran`, also where the register cannot be opened: it is of another version, or damaged.
 * @returns undefined where it names nobody or cannot be read
 */
export function adminTercatat(): string[] | undefined {
  let isi: string[][];
  try {
    isi = (values().get(idRegister(), rentangTab('Peran')).values ?? []) as string[][];
  } catch {
    return undefined;
  }
  const [kepala = [], ...baris] = isi;
  const sel = (satu: string[], kolom: string) => (satu[kepala.indexOf(kolom)] ?? '').trim().toLowerCase();
  const admin = baris
    .filter((satu) => sel(satu, 'peran') === 'admin' && sel(satu, 'aktif') !== 'tidak')
    .map((satu) => sel(satu, 'email'))
    .filter((email) => email !== '');
  return admin.length > 0 ? admin : undefined;
}
