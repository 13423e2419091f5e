/** What the command line asks of a register that has no queue yet, and what it is answered. Both agree on this. */

/** Keys of metadata on the register's workbook: what `pbi pasang` wants, and what the script did. */
export const KEINGINAN_PASANG = 'usulan_pbi_pasang';
export const HASIL_PASANG = 'usulan_pbi_hasil';

/** Whose settings a new office may begin with, and the regency that those serve. */
export const KODE_PROFIL = { bantul: '3402', 'kota-bogor': '3271' } as const;

export type NamaProfil = keyof typeof KODE_PROFIL;

/** What an installation begins with. People are entered where the tab `Peran` is empty. */
export interface Keinginan {
  /** The answer bears the same. */
  readonly id: string;
  readonly profil?: NamaProfil;
  readonly pengguna?: readonly {
    readonly email: string;
    readonly peran: string;
    readonly nama: string;
    readonly wilayah?: string;
  }[];
}

/** What was done, one sentence each; or why it was not. */
export interface HasilPasang {
  readonly id: string;
  readonly laporan: readonly string[];
  readonly galat?: string;
}
