/**
 * A whole year of Bantul: 200 people a month, by the hospital's form and at the counter, with events that never come,
 * returns, suspensions, deaths and people on both routes. Afterwards every case is where its history says.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { application } from '../support/applicants.ts';
import { closeBatch } from '../support/batches.ts';
import { checkCases, checkMails } from '../support/invariants.ts';
import { type Office, openOffice, type Row } from '../support/office.ts';
import { person } from '../support/people.ts';
import { day, period, shown } from './support/calendar.ts';
import { dice, draw } from './support/chance.ts';
import { checkCounts } from './support/counts.ts';
import { snapshotOf } from './support/snapshot.ts';
import { type Command, wib, YEAR_MS, Year } from './support/year.ts';

const EMERGENCIES = 46;
const DAYS = [3, 16, 23] as const;
const REQUESTS = 62;
const roll = dice(3402);

let office: Office;
let year: Year;
let next = 0;
const tokens = new Map<string, { n: number; token: string }>();
const closed = new Map<string, string>();
let withoutCriteria = 0;

const user = (start: string) => office.person(start);
const cases = (route: string, ...wanted: string[]) =>
  office.cases().filter(({ rute, status = '' }) => rute === route && wanted.includes(status));

/** Forms whose events get lost: the scheduled job finds them. */
async function quietly(send: () => void): Promise<void> {
  office.workspace.faults.set({ dropTriggers: true });
  send();
  await office.workspace.scripts.idle();
  office.workspace.faults.clear();
}

beforeAll(async () => {
  office = await openOffice({ clock: '2026-01-02T02:00:00Z' });
  year = new Year(office);
  for (let month = 1; month <= 12; month += 1) await playMonth(month);
  await year.at(day(13, 5));
}, YEAR_MS);
afterAll(() => office.workspace.close());

/** One day of the hospitals: most forms in order, some for people who do not qualify, some sent by two hospitals. */
async function emergencies(date: string): Promise<void> {
  await quietly(() => {
    for (let i = 0; i < EMERGENCIES; i += 1) {
      const instant = wib(date, '07:00:00') + i * 14 * 60_000;
      office.workspace.clock.set(instant);
      const admitted = new Date(instant + 6 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
      const twice = i % 30 === 29 ? next - 3 : next;
      next += i % 30 === 29 ? 0 : 1;
      if (i % 25 === 24) {
        office.submit({ kondisi_darurat: 'Ya', jaminan_nonaktif: 'Ya', bersedia: 'Tidak' });
        withoutCriteria += 1;
      }
      const answers = person(twice, { waktu_masuk_rs: admitted, ...(i % 12 === 7 ? { hp: '0274 555 0101' } : {}) });
      const { id, editToken } = office.submit(answers);
      tokens.set(id, { n: twice, token: editToken });
    }
  });
  await year.at(date, '18:02:00');
}

/** The counter: most bring everything, some are on the emergency route already. */
async function counter(month: number): Promise<void> {
  const clerk = user('pelayanan');
  for (const [part, dayOfMonth] of [4, 11, 17].entries()) {
    office.workspace.clock.set(wib(day(month, dayOfMonth), '09:00:00'));
    await quietly(() => {
      for (let i = part; i < REQUESTS; i += 3) {
        const n = i === 20 ? next - 10 : next++;
        office.send('loket', application(n, { kanal: draw(roll(), { datang: 6, telepon: 2, kalurahan: 2 }) }), clerk);
      }
    });
    await year.at(day(month, dayOfMonth), '09:41:00');
  }
  const asked = cases('BTL-N', 'DIAJUKAN', 'DIKEMBALIKAN').filter(({ saring_selesai }) => saring_selesai === '');
  const screened = asked.flatMap(({ tiket = '', status }): Command[] => {
    const complete = status === 'DIKEMBALIKAN' ? roll() < 0.4 : roll() < 0.85;
    if (status === 'DIKEMBALIKAN' && !complete) return [];
    return [{ tiket, aksi: 'SARING', isi: { dokumen: complete ? 'kk, ktp, permohonan' : 'kk' } }];
  });
  year.queue(screened, clerk);
  await year.workOff();
}

async function checks(rows: readonly Row[]): Promise<void> {
  const dinsos = user('verifikator');
  const column = (value: () => string) => new Map(rows.map(({ tiket = '' }) => [tiket, value()]));
  const population = { Padan: 92, 'Beda data': 3, 'Tidak ditemukan': 2, Meninggal: 1 };
  await year.paste(
    column(() => draw(roll(), population)),
    'cek_kependudukan',
    dinsos,
  );
  await year.paste(
    column(() => 'Terdaftar desil 1-5'),
    'cek_dtks',
    dinsos,
  );
  await year.paste(
    column(() => draw(roll(), { 'Terdaftar nonaktif': 95, 'Terdaftar aktif': 5 })),
    'cek_pbi_jk',
    dinsos,
  );
  await year.paste(
    column(() => 'Tidak terdaftar'),
    'cek_pbi_apbd',
    dinsos,
  );
}

/** What an officer does with a verified case. `on`: the action of a case that is all right. */
function decide({ tiket = '', tanda = '', masalah = '', ...row }: Row, on: Command | undefined): Command[] {
  const population = row['cek_kependudukan'];
  if (tanda.includes('potensi_ganda')) return [{ tiket, aksi: 'TUTUP', alasan: 'Ganda dengan tiket lain' }];
  if (population === 'Tidak ditemukan') return [{ tiket, aksi: 'BATALKAN', alasan: 'Perlu ke Disdukcapil' }];
  if (population === 'Meninggal') return [{ tiket, aksi: 'TUTUP', alasan: 'Pasien meninggal' }];
  if (population === 'Beda data' || masalah.includes('! ')) {
    return [{ tiket, aksi: 'KEMBALIKAN', alasan: 'Data belum lengkap', isi: { kode_kembali: 'K-LENGKAP' } }];
  }
  if (row['cek_pbi_jk'] === 'Terdaftar aktif') return [{ tiket, aksi: 'TIDAK_LOLOSKAN', alasan: 'Sudah aktif' }];
  if (roll() < 0.02) return [{ tiket, aksi: 'TARIK', alasan: 'Keluarga menarik kesediaan' }];
  return on ? [on] : [];
}

async function emergencyDesk(date: string): Promise<void> {
  await year.clockTo(date, '08:00:00');
  await checks(cases('BTL-D', 'DIAJUKAN'));
  const commands = cases('BTL-D', 'DIVERIFIKASI').flatMap((row) =>
    decide(row, { tiket: row['tiket'] ?? '', aksi: 'USULKAN' }),
  );
  year.queue(commands, user('verifikator'));
  await year.workOff();
  // PICs mend what came back, by their edit links; the next day sees them again.
  const back = cases('BTL-D', 'DIKEMBALIKAN').filter(() => roll() < 0.6);
  await quietly(() => {
    for (const { id_respons = '', waktu_masuk_rs = '' } of back) {
      const known = tokens.get(id_respons);
      if (!known) continue;
      const admitted = waktu_masuk_rs.slice(0, 16).replace('T', ' ');
      office.submit(person(known.n, { waktu_masuk_rs: admitted, rt: '7' }), known.token);
    }
  });
  await year.at(date, '12:02:00');
}

async function bpjs(route: 'BTL-D' | 'BTL-N', date: string, time: string): Promise<void> {
  await year.clockTo(date, time);
  const tab = route === 'BTL-D' ? 'Usulan Darurat' : 'Usulan Bulanan';
  const waiting = cases(route, 'DIKIRIM_BPJS');
  const given = waiting
    .map(({ tiket = '' }) => [tiket, draw(roll(), { berhasil: 85, 'tidak berhasil': 7, ditangguhkan: 6, nothing: 2 })])
    .filter(([, answer]) => answer !== 'nothing') as [string, string][];
  const column = (value: (answer: string) => string) => new Map(given.map(([tiket, answer]) => [tiket, value(answer)]));
  const clerk = user('kepesertaan');
  const book = office.files.spreadsheets.bpjs;
  await year.paste(
    column((a) => (a === 'berhasil' ? shown(date) : '')),
    'tmt_aktif',
    clerk,
    tab,
    book,
  );
  await year.paste(
    column((a) => (a === 'berhasil' ? '' : 'Data belum sesuai')),
    'keterangan',
    clerk,
    tab,
    book,
  );
  await year.paste(
    column((a) => a),
    'hasil',
    clerk,
    tab,
    book,
  );
}

async function ends(month: number): Promise<void> {
  await year.clockTo(day(month, 28));
  const failed = ['BTL-D', 'BTL-N'].flatMap((route) => cases(route, 'TIDAK_BERHASIL', 'TIDAK_LOLOS'));
  const won = ['BTL-D', 'BTL-N'].flatMap((route) => cases(route, 'BERHASIL')).filter(() => roll() < 0.8);
  const commands: Command[] = [
    ...won.map(({ tiket = '' }) => ({ tiket, aksi: 'SELESAIKAN' })),
    ...failed.map(({ tiket = '' }) =>
      roll() < 0.4 ? { tiket, aksi: 'AJUKAN_ULANG', alasan: 'Data diperbaiki' } : { tiket, aksi: 'SELESAIKAN' },
    ),
  ];
  year.queue(commands, user('verifikator'));
  await year.workOff();
}

async function playMonth(month: number): Promise<void> {
  for (const dayOfMonth of DAYS) {
    await emergencies(day(month, dayOfMonth));
    await emergencyDesk(day(month, dayOfMonth + 1));
    await bpjs('BTL-D', day(month, dayOfMonth + 2), '10:00:00');
    if (dayOfMonth === 16) {
      await counter(month);
      await checks(cases('BTL-N', 'DIAJUKAN'));
      year.queue(
        cases('BTL-N', 'DIVERIFIKASI').flatMap((row) => decide(row, undefined)),
        user('verifikator'),
      );
      await year.workOff();
      await year.at(day(month, 19), '13:00:00');
      const name = await closeBatch(office, 'BTL-N', period(month));
      closed.set(name, snapshotOf(office, name));
      await office.tick();
    }
  }
  await bpjs('BTL-N', day(month, 27), '09:00:00');
  await ends(month);
}

describe('a year of Bantul', () => {
  it('is as large as it should be', () => {
    expect(office.cases().length).toBeGreaterThan(2_300);
    expect(closed.size).toBe(12);
    expect(withoutCriteria).toBe(36);
  });

  it('leaves every case in a legal state that its history explains', () => {
    const log = checkCases(office);
    expect(log.filter(({ aksi }) => aksi === 'TIDAK_MEMENUHI')).toHaveLength(withoutCriteria);
    const statuses = new Set(office.cases().map(({ status }) => status));
    for (const status of ['SELESAI', 'BERHASIL', 'DITARIK', 'DITUTUP', 'DIBATALKAN', 'DIKEMBALIKAN']) {
      expect(statuses, status).toContain(status);
    }
    checkMails(office);
  });

  it('gives the counts of the year from the log alone', () => {
    expect(checkCounts(office, ({ rute, periode }) => `${rute} ${periode}`, day(13, 5))).toBeGreaterThan(24);
  });

  it('refused nothing, and no run failed', () => {
    year.checkRuns();
  });

  it('keeps every batch as it was when it was closed', () => {
    for (const [name, then] of closed) expect(snapshotOf(office, name), name).toBe(then);
  });
});
