/**
 * Forms and spreadsheets of an office that was made again from a backup. Nothing reads them any more, so nobody may go on
 * filling them in: what is sent there would never reach the register.
 */
import { emailPeran } from '#usecase/hak-berkas.ts';
import type { Perancang } from '#usecase/perancang.ts';
import { selaraskanLembar } from './berbagi.ts';

/** What the command line leaves in `Sistem`: ids. */
interface BerkasLama {
  readonly formulir: readonly string[];
  readonly buku: readonly string[];
}

/** Administrators keep them, to look something up. @returns what was done */
export function tutupBerkasLama(p: Perancang): string[] {
  const teks = p.sistem('berkas_lama');
  if (teks === '') return [];
  const { formulir, buku } = JSON.parse(teks) as BerkasLama;
  const admin = emailPeran(p.potret.pengaturan, ['admin']);
  const ditutup = formulir.filter((id) => bilaAda(() => FormApp.openById(id).setAcceptingResponses(false)));
  const dicabut = buku.filter((id) => bilaAda(() => selaraskanLembar(id, admin)));
  p.aturSistem('berkas_lama', '');
  return [`${ditutup.length} formulir lama ditutup, ${dicabut.length} spreadsheet lama tidak dibagikan lagi.`];
}

/** What was deleted with the office needs nothing. */
function bilaAda(kerja: () => unknown): boolean {
  try {
    kerja();
    return true;
  } catch {
    return false;
  }
}
