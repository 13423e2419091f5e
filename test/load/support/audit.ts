/** Checks a register from outside, with nothing of the bundle's own code: what was promised is there, once, and agrees. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { PersonAnswers } from '../../support/people.ts';
import { editToken, type Row, type Server } from '../../support/server.ts';

/** The columns of a log line that its hash covers, in the order of the tab. */
const HASHED = ['nomor', 'waktu', 'pelaku', 'tiket', 'aksi', 'lama', 'baru', 'alasan', 'percobaan', 'rujukan'];

/** Mails that a new case queues, by the event in their key, and to whom. */
const EVENTS = ['TERIMA', 'DINSOS'];

export interface Register {
  cases: Row[];
  log: Row[];
  mails: Row[];
  markers: Record<string, string>;
}

async function readRegister(server: Server): Promise<Register> {
  const [cases = [], log = [], mails = [], markers = []] = await server.tabs([
    'Kasus',
    'Riwayat',
    'Kotak Keluar',
    'Sistem',
  ]);
  return { cases, log, mails, markers: Object.fromEntries(markers.map((row) => [row['kunci'], row['nilai']])) };
}

const sorted = (texts: (string | undefined)[]): string[] => texts.map(String).sort();
const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index + 1));

/**
 * Everything that must be true of a register with new cases only, whatever happened on the way.
 * @param promised what each confirmed sender sent, by the secret of the edit link
 */
export async function audit(server: Server, promised: ReadonlyMap<string, PersonAnswers>): Promise<Register> {
  const register = await readRegister(server);
  const { cases } = register;
  const byToken = Map.groupBy(cases, editToken);
  for (const [token, answers] of promised) {
    const rows = byToken.get(token) ?? [];
    expect(rows.map((row) => [row['nik'], row['no_kk'], row['alamat']])).toEqual([
      [answers['nik'], answers['no_kk'], answers['alamat']],
    ]);
  }
  expect(new Set(cases.map((row) => row['id_respons'])).size, 'one case a response').toBe(cases.length);
  expect(sorted(cases.map((row) => row['tiket'])), 'tickets without gap or double').toEqual(
    numbered(cases.length).map((n) => `BTL-D-2026-${n.padStart(6, '0')}`),
  );
  checkLog(register);
  checkMails(register);
  return register;
}

/** The log is complete, in order, and its chain of hashes ends where `Sistem` says. */
function checkLog({ cases, log, markers }: Register): void {
  expect(log.map((line) => line['nomor'])).toEqual(numbered(log.length));
  let before = '';
  for (const line of log) {
    const fields = [before, ...HASHED.map((column) => line[column] ?? '')];
    const hash = createHash('sha256').update(JSON.stringify(fields)).digest('hex');
    expect([line['hash_sebelum'], line['hash']], `log line ${line['nomor']}`).toEqual([before, hash]);
    before = hash;
  }
  const opened = log.filter((line) => line['aksi'] === 'AJUKAN');
  expect(sorted(opened.map((line) => `${line['tiket']} ${line['rujukan']}`)), 'one opening line a case').toEqual(
    sorted(cases.map((row) => `${row['tiket']} ${row['id_respons']}`)),
  );
  expect(log.length, 'nothing but openings').toBe(opened.length);
  expect([Number(markers['riwayat_nomor']), markers['riwayat_hash']]).toEqual([log.length, before]);
  const counters = JSON.parse(markers['tiket_urut'] || '{}') as Record<string, number>;
  expect(counters['BTL-D-2026'] ?? 0, 'last ticket').toBe(cases.length);
}

/** Each case has queued each of its mails once, and the counter of waiting mails is right. */
function checkMails({ cases, mails, markers }: Register): void {
  expect(new Set(mails.map((mail) => mail['kunci'])).size).toBe(mails.length);
  const recipients = new Set(mails.filter((mail) => mail['kunci']?.includes('|DINSOS|')).map((mail) => mail['kepada']));
  const expected = cases.flatMap((row) => [
    `${row['tiket']} TERIMA ${row['pic_email']}`,
    ...[...recipients].map((to) => `${row['tiket']} DINSOS ${to}`),
  ]);
  if (cases.length > 0) expect(recipients.size, 'officers who are told').toBeGreaterThan(0);
  expect(
    sorted(
      mails.map(
        (mail) => `${mail['tiket']} ${EVENTS.find((event) => mail['kunci']?.includes(`|${event}|`))} ${mail['kepada']}`,
      ),
    ),
  ).toEqual(sorted(expected));
  const waiting = mails.filter((mail) => mail['keadaan'] !== 'TERKIRIM').length;
  expect(Number(markers['surat_menunggu']), 'waiting mails').toBe(waiting);
}
