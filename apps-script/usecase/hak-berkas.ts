/** Who may open which file, from the tab `Peran`: the script shares by it, and a backup keeps it. */
import type { Pengaturan } from '#domain/pengaturan/pengaturan.ts';

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

/** Who works in the register itself. The counter sees all cases of the office: it screens them there. */
export const PENGGUNA_REGISTER: readonly string[] = ['admin', 'dinsos', 'loket'];
