/** The register's version at the door: where it is not this bundle's, nothing is read on and nothing is written. */
import { halanganVersi, versiRegister } from '#domain/skema/versi.ts';
import { type Baris, baca, type IsiTab } from './baca.ts';
import { GalatPengguna } from './galat.ts';
import { jagaAkun } from './pemicu-akun.ts';

/** The register belongs to another version. Nothing is lost: forms keep their responses, and a later run takes them in. */
export class GalatVersi extends GalatPengguna {}

/** @throws GalatVersi when the register is older or newer than this bundle; GalatAkunLain for an account's old trigger */
export function jagaPintu(penanda: Baris): void {
  jagaAkun(penanda['akun'] ?? '');
  const halangan = halanganVersi(versiRegister(penanda));
  if (halangan !== '') throw new GalatVersi(halangan);
}

/** Keys and values of a tab that is a list of them. */
export const pasangan = (tab: IsiTab | undefined): Record<string, string> =>
  Object.fromEntries((tab?.baris ?? []).map(({ isi }) => [isi['kunci'] ?? '', isi['nilai'] ?? '']));

/** The markers alone, which every version has. */
export const bacaPenanda = (idBuku: string): Baris => pasangan(baca(idBuku, [{ tab: 'Sistem', ambil: 'semua' }])[0]);

/** For a register that could not be read: its version may say why. @throws GalatVersi */
export function jelaskanPintu(idBuku: string): void {
  let penanda: Baris;
  try {
    penanda = bacaPenanda(idBuku);
  } catch {
    return;
  }
  jagaPintu(penanda);
}
