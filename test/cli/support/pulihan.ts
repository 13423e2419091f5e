/** A destroyed office, and what a restored register needs to become one again: its script, and the person who installs it. */
import { expect } from 'vitest';
import { ArsipBaca } from '../../../cli/cadangan/arsip-baca.ts';
import type { Kantor } from '../../../cli/cadangan/layanan.ts';
import { pulihkanRegister } from '../../../cli/cadangan/pulih/pulihkan.ts';
import { readBundle } from '../../../cli/workspace/bundle-files.ts';
import type { Office } from '../../support/office.ts';

/** What `pbi pulihkan` does up to the script. @returns the id of the new register */
export async function pulihkanDari(path: string, kantor: Kantor): Promise<string> {
  const arsip = await ArsipBaca.buka(path);
  try {
    return await pulihkanRegister(kantor, arsip, arsip.sidik);
  } finally {
    await arsip.tutup();
  }
}

/** The script is made, pushed, and installed by its administrator. */
export async function pasangDi(office: Office, register: string): Promise<void> {
  const { scripts, users } = office.workspace;
  scripts.create(users.owner, { title: 'Register PBI', spreadsheetId: register });
  scripts.push(readBundle('dist/apps-script'));
  const result = await scripts.run({ function: 'pasang', user: users.owner, source: 'menu' });
  expect(result.ok || result.error).toBe(true);
}
