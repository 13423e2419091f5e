/** Who sits at the register: officers of Dinsos, its counter, and administrators. */

import type { Potret } from '#usecase/potret.ts';
import { GalatPengguna } from '../google/galat.ts';

const PETUGAS: readonly string[] = ['dinsos', 'loket', 'admin'];

/** The address of whoever uses the menu or a dialog. @throws GalatPengguna when that is nobody of this office */
export function petugasKini({ pengaturan }: Potret): string {
  const email = Session.getEffectiveUser().getEmail().toLowerCase();
  if (pengaturan.pegawai.some((satu) => satu.email === email && PETUGAS.includes(satu.peran))) return email;
  throw new GalatPengguna('Hanya akun berperan dinsos, loket, atau admin di tab Peran yang dapat memakai menu ini.');
}
