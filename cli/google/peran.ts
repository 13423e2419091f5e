/** What a person is in an office, from its tab `Peran`. */
import { EXIT, UserError } from '../errors.ts';
import { type Row, readTab } from './tab.ts';
import type { Office } from './target.ts';

/** @throws UserError code 7 for somebody whom the tab does not name, or no longer */
export function peranDari(peran: readonly Row[], email: string): string {
  const orang = peran.find((satu) => satu['email']?.trim().toLowerCase() === email && satu['aktif'] !== 'tidak');
  if (orang) return orang['peran'] ?? '';
  throw new UserError(EXIT.auth, `${email} tidak ada di tab Peran kantor ini. Minta admin menambahkannya.`);
}

/**
 * In a local Workspace, where the register is as at Google.
 * @param latihan what the Workspace says of people who may not open the register, and where nobody can read the tab
 */
export async function peranLokal(kantor: Office, latihan: string): Promise<string> {
  const { register } = kantor.spreadsheets;
  if (register === undefined) return latihan;
  const baris = await readTab(kantor, register, 'Peran').catch(takTerbaca);
  return baris.some(({ email }) => email) ? peranDari(baris, kantor.email) : latihan;
}

const TAK_TERBACA: readonly number[] = [EXIT.auth, EXIT.usage, EXIT.conflict];

function takTerbaca(error: unknown): Row[] {
  if (error instanceof UserError && TAK_TERBACA.includes(error.exitCode)) return [];
  throw error;
}
