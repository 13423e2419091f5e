/** Plans with people of their own, and what of them reached an office. */
import { readFileSync } from 'node:fs';
import { KELURAHAN, type Orang, orang, xlsx } from './berkas.ts';
import type { Kantor } from './kantor.ts';
import { type Ended, pbi } from './pbi.ts';

let last = 0;

/** So many people whom no other test of this file has. */
export const people = (count: number, ubah: Orang = {}): Orang[] =>
  Array.from({ length: count }, () => orang(++last, ubah));

/** A plan for these people. @returns its path */
export async function plan(rows: readonly Orang[]): Promise<string> {
  const path = await xlsx('F34', rows);
  await pbi('impor', path, '--kelurahan', KELURAHAN);
  return `${path}.rencana.json`;
}

/** Who applies, where, and how long a test waits. */
export const as = (email: string, url: string): string[] => ['--url', url, '--sebagai', email, '--tunggu', '20'];

/** Applies a plan as Dinsos. */
export const apply = ({ email, url }: Kantor, path: string, ...more: string[]): Promise<Ended> =>
  pbi('terapkan', path, ...as(email.dinsos, url), ...more);

/** The commands in the register that come from a plan. */
export function sentFrom(kantor: Kantor, path: string): Record<string, string>[] {
  const { berkas } = JSON.parse(readFileSync(path, 'utf8')) as { berkas: { sha256: string }[] };
  return kantor.rows('register').filter(({ muatan }) => muatan?.includes(berkas[0]?.sha256 ?? '-'));
}
