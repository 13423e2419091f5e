/**
 * Whose triggers work. Google lets nobody see or delete the triggers of another account, so after a hand-over the old
 * ones go on firing: their runs end where the register is opened.
 */

/** This run was started by a trigger of an account that the office no longer runs with. */
export class GalatAkunLain extends Error {}

/** Google starts each run afresh, so this ends with the run. */
let olehPemicu = false;

/** From now on this run may open the register only as the office's account. */
export function tandaiPemicu(): void {
  olehPemicu = true;
}

/** @param akun as `Sistem` notes it; empty in an office that has not noted one yet. @throws GalatAkunLain */
export function jagaAkun(akun: string): void {
  if (!olehPemicu || akun === '') return;
  const saya = Session.getEffectiveUser().getEmail();
  // Where Google does not tell the account, work that is done twice does no harm; work that is not done does.
  if (saya === '' || sama(akun, saya)) return;
  throw new GalatAkunLain('Kantor ini sudah dijalankan akun lain; pemicu akun ini tidak berbuat apa-apa.');
}

export const sama = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
