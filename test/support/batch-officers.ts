/** Monthly batches in tests: eligible cases, what officers do in the panel, and registers with thousands of cases. */
import { expect } from 'vitest';
import { type Kasus, KOLOM_KASUS } from '#domain/kolom/kasus.ts';
import type { AksiBatch, JawabanBatch, PanelBatch } from '#usecase/batch/panel-jenis.ts';
import { buatSalinan } from '#usecase/perancang.ts';
import type { User } from '#workspace/users.ts';
import { SEMUA_CEK } from './checks.ts';
import { citizen, mutation, proposal } from './citizens.ts';
import type { Office, Row } from './office.ts';

const PERIOD = '2026-11';
export const BATCH = `BGR-U ${PERIOD}`;

/** The two officers of Kota Bogor. */
export const first = (office: Office): User => office.person('verifikator.dinsos');
export const second = (office: Office): User => office.person('kabid.dinsos');

interface Choice {
  rute?: string;
  periode?: string;
}

export async function view(office: Office, { rute = 'BGR-U', periode = PERIOD }: Choice = {}, user = first(office)) {
  const result = await office.run('batchBuka', [{ rute, periode }], user);
  if (!result.ok) throw new Error(result.error);
  return result.value as PanelBatch;
}

/** One button of the panel, with the hash that the officer sees just before. */
export async function press(
  office: Office,
  aksi: AksiBatch,
  user: User,
  { rute = 'BGR-U', periode = PERIOD, alasan = '', hash }: Choice & { alasan?: string; hash?: string } = {},
): Promise<JawabanBatch> {
  const seen = hash ?? (await view(office, { rute, periode }, user)).total.hash;
  const result = await office.run('batchTindakan', [{ rute, periode, aksi, alasan, hash: seen }], user);
  if (!result.ok) throw new Error(result.error);
  return result.value as JawabanBatch;
}

/** Both officers, one after the other. @returns what the second was told */
export async function closeBatch(office: Office, choice: Choice = {}): Promise<JawabanBatch> {
  const asked = await press(office, 'AJUKAN', first(office), choice);
  expect(asked, JSON.stringify(asked)).toMatchObject({ jenis: 'selesai' });
  return press(office, 'SETUJUI', second(office), choice);
}

/** A case that came by the form and has its four checks. @returns its ticket */
export async function verified(office: Office, n: number, kind: 'proposal' | 'mutation' = 'proposal'): Promise<string> {
  const answers = kind === 'proposal' ? proposal(n) : mutation(n);
  const { tiket = '' } = await office.sendCase('usulan', answers, office.person('kelurahan.satu'));
  await office.act(tiket, 'PERIKSA', { isi: SEMUA_CEK }, first(office));
  return tiket;
}

/** The same, decided. */
export async function eligible(office: Office, ...numbers: number[]): Promise<string[]> {
  const tickets: string[] = [];
  for (const n of numbers) {
    const tiket = await verified(office, n);
    await office.act(tiket, 'LOLOSKAN', {}, first(office));
    tickets.push(tiket);
  }
  return tickets;
}

export const batchRow = (office: Office, batch = BATCH): Row => {
  const rows = office.tab('Batch').filter((row) => row['batch'] === batch);
  expect(rows, batch).toHaveLength(1);
  return rows[0] as Row;
};

export const snapshot = (office: Office, batch = BATCH): Row[] =>
  office.tab('Isi Batch').filter((row) => row['batch'] === batch);

/** Copies of a decided case as further rows of the register: written straight into it, like a filled office. */
export function multiply(office: Office, ticket: string, count: number, changes: Partial<Kasus> = {}): void {
  const template = office.case(ticket) as unknown as Kasus;
  const { sheets, users } = office.workspace;
  const rows = Array.from({ length: count }, (_, i): string[] => {
    const { nik, no_kk, nama, tgl_lahir, alamat } = citizen(1000 + i);
    const tiket = `${template.rute}-2026-${String(100_000 + i)}`;
    const kasus: Kasus = { ...template, ...changes, tiket, nik, no_kk, nama, tgl_lahir, alamat, id_respons: `r${i}` };
    const row = { ...kasus, salinan: buatSalinan(kasus) };
    return KOLOM_KASUS.map(({ id }) => row[id]);
  });
  const { register } = office.files.spreadsheets;
  sheets.values.append(users.owner, register, "'Kasus'!A1", { values: rows }, { valueInputOption: 'RAW' });
}
