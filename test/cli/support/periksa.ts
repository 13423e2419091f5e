/** Offices as `pbi periksa` meets them, and what it finds. */
import { connect } from '../../../cli/google/target.ts';
import { type OpsiPeriksa, perbaikanAman, perbaiki, periksa } from '../../../cli/periksa/periksa.ts';
import type { Temuan } from '../../../cli/periksa/temuan.ts';
import { type RunningServer, startServer } from '../../../cli/workspace/server.ts';
import { SEMUA_CEK } from '../../support/checks.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { person } from '../../support/people.ts';

export interface Terperiksa {
  readonly office: Office;
  readonly server: RunningServer;
  /** Two tickets, the first of which is before BPJS. */
  readonly tiket: readonly [string, string];
  readonly opsi: OpsiPeriksa;
}

/** An office on a working day with the day's work done, a case at BPJS and one that is new. */
export async function kantorSehat(): Promise<Terperiksa> {
  const office = await openOffice();
  const satu = (await office.newCase(person(1)))['tiket'] ?? '';
  await office.act(satu, 'PERIKSA', { isi: SEMUA_CEK });
  await office.act(satu, 'USULKAN');
  const dua = (await office.newCase(person(2)))['tiket'] ?? '';
  await office.tick();
  const server = await startServer(office.workspace, { port: 0 });
  const sebagai = office.user('admin').email;
  const opsi: OpsiPeriksa = { target: 'local', url: server.origin, sebagai, tunggu: 30 };
  return { office, server, tiket: [satu, dua], opsi };
}

export async function temuan({ office, opsi }: Pick<Terperiksa, 'office' | 'opsi'>): Promise<Temuan[]> {
  return await periksa(await connect(opsi), office.files.spreadsheets.register, opsi);
}

/** Codes of what is wrong. */
export const kodeSalah = (semua: readonly Temuan[]): string[] =>
  semua.filter(({ tingkat }) => tingkat === 'GALAT' || tingkat === 'PERINGATAN').map(({ kode }) => kode);

/** Does what `--perbaiki` does. @returns what the register says it did */
export async function sembuhkan({ office, opsi }: Terperiksa, semua: readonly Temuan[]): Promise<readonly string[]> {
  const muatan = perbaikanAman(semua);
  if (!muatan) return [];
  const hasil = await perbaiki(await connect(opsi), office.files.spreadsheets.register, muatan, opsi);
  if ('gagal' in hasil) throw new Error(hasil.gagal);
  // Files are written anew by the run after that.
  await office.tick();
  return hasil.laporan;
}

/** Writes cells as a program does it: no event tells the script. */
export function tulis(
  office: Office,
  range: string,
  values: unknown[][],
  id = office.files.spreadsheets.register,
): void {
  const { sheets, users } = office.workspace;
  sheets.values.update(users.owner, id, range, { values: values as string[][] }, { valueInputOption: 'RAW' });
}

export function ubah(office: Office, requests: object[], id = office.files.spreadsheets.register): void {
  const { sheets, users } = office.workspace;
  sheets.batchUpdate(users.owner, id, { requests });
}
