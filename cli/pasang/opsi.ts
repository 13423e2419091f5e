/** What `pbi pasang` may be told. */
import type { NamaProfil } from '#usecase/keinginan-pasang.ts';

export interface OpsiPasang {
  readonly target: 'local' | 'google';
  readonly url: string;
  readonly sebagai?: string;
  readonly akunLayanan?: string;
  /** Id of a register that is there already. */
  readonly register?: string;
  /** Id of a script project that is in it already. */
  readonly skrip?: string;
  readonly baru?: boolean;
  readonly profil?: NamaProfil;
  /** File of people. */
  readonly pengguna?: string;
  readonly rencana?: boolean;
  readonly json?: boolean;
  /** Minutes to wait for the person's step. */
  readonly tunggu: number;
}
