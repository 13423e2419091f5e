/** Who may install an office, from the tab `Peran`. */
import { rentangTab } from '../google/a1.ts';
import { idRegister, values } from '../google/layanan.ts';

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
