/** What the command line asks of a register that has no queue yet, and what it is answered. Both agree on this. */

/** Keys of metadata on the register's workbook: what `pbi pasang` wants, and what the script did. */
export const KEINGINAN_PASANG = 'usulan_pbi_pasang';
export const HASIL_PASANG = 'usulan_pbi_hasil';

/** What an installation begins with. People are entered where the tab `Peran` is empty. */
export interface Keinginan {
  /** The answer bears the same. */
  readonly id: string;
  readonly profil?: 'bantul' | 'kota-bogor';
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
