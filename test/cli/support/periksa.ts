/** Offices as `pbi periksa` meets them, and what it finds. */
import { expect } from 'vitest';
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

/** A1 address of a cell by tab, column and row (from 2). */
export function sel(office: Office, tab: string, kolom: string, baris: number): string {
  const { values } = office.workspace.sheets.values.get(
    office.workspace.users.owner,
    office.files.spreadsheets.register,
    `'${tab}'!1:1`,
  );
  const indeks = (values?.[0] ?? []).indexOf(kolom);
  const huruf =
    indeks >= 26 ? `${String.fromCharCode(64 + indeks / 26)}${String.fromCharCode(65 + (indeks % 26))}` : '';
  return `'${tab}'!${huruf || String.fromCharCode(65 + indeks)}${baris}`;
}

/** Row number of the row in which a column says this. */
export const barisDengan = (office: Office, tab: string, kolom: string, isi: RegExp): number =>
  office.tab(tab).findIndex((satu) => isi.test(satu[kolom] ?? '')) + 2;

export function pemicu(office: Office) {
  const triggers = office.workspace.store.documents<object>('triggers');
  const milik = (nama: string) => office.workspace.scripts.triggers().find((satu) => satu.function === nama);
  return { triggers, milik };
}

/** One thing that is wrong with an office. */
export interface Rusak {
  readonly apa: string;
  readonly rusak: (office: Office, kantor: Terperiksa) => unknown;
  readonly kode: readonly string[];
  readonly kata: RegExp;
  /** Whether `--perbaiki` heals it. */
  readonly sembuh?: boolean;
}

/** Breaks an office, looks what is found, and heals it where `--perbaiki` does. */
export async function perlihatkan(kantor: Terperiksa, { rusak, kode, kata, sembuh = false }: Rusak): Promise<void> {
  await rusak(kantor.office, kantor);
  const semua = await temuan(kantor);
  expect(kodeSalah(semua)).toEqual(kode);
  expect(semua.map(({ kalimat }) => kalimat).join('\n')).toMatch(kata);
  const salah = semua.filter(({ tingkat }) => tingkat === 'GALAT' || tingkat === 'PERINGATAN');
  for (const satu of salah) expect(satu.perbaikan).not.toBe('');
  if (!sembuh) return;
  expect(await sembuhkan(kantor, semua)).not.toEqual([]);
  expect(kodeSalah(await temuan(kantor))).toEqual([]);
}
