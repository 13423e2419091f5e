/**
 * A whole year of Kota Bogor: 300 rows a month from 68 kelurahan, with everything that goes wrong in one. Afterwards every
 * case is where its history says, every batch is what it was when it was closed, and the log alone gives the year's counts.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KasusLaporan } from '#domain/laporan/kasus-laporan.ts';
import { kalurahan } from '#domain/wilayah/wilayah.ts';
import { peopleOf } from '#workspace/profiles.ts';
import type { User } from '#workspace/users.ts';
import { closeBatch } from '../support/batches.ts';
import { proposal } from '../support/citizens.ts';
import { checkCases } from '../support/invariants.ts';
import { type Office, openOffice, type Row } from '../support/office.ts';
import { day, period, shown } from './support/calendar.ts';
import { dice, draw } from './support/chance.ts';
import { checkCounts } from './support/counts.ts';
import { movedMember, newMember } from './support/people.ts';
import { snapshotOf } from './support/snapshot.ts';
import { type Command, YEAR_MS, Year } from './support/year.ts';

const KELURAHAN = kalurahan('3271').map(({ kode }) => kode);
/** Every seventh kelurahan works in a spreadsheet of its own; the others send their files to Dinsos. */
const WITH_PEOPLE = KELURAHAN.filter((_, index) => index % 7 === 0);
const PEOPLE: readonly User[] = [
  ...peopleOf('kota-bogor').filter(({ role }) => role !== 'kelurahan'),
  ...WITH_PEOPLE.map(
    (area): User => ({ email: `k${area}@kotabogor.test`, role: 'kelurahan', name: `Kelurahan ${area}`, area }),
  ),
];
const ROUTES = ['BGR-U', 'BGR-M'] as const;
const roll = dice(2026);

let office: Office;
let year: Year;
let next = 0;
const closed = new Map<string, string>();
const answered = new Set<string>();

const user = (start: string) => office.person(start);
const inStatus = (...wanted: string[]) => office.cases().filter(({ status = '' }) => wanted.includes(status));

beforeAll(async () => {
  office = await openOffice({ profile: 'kota-bogor', people: PEOPLE, clock: '2026-01-02T02:00:00Z' });
  year = new Year(office);
  for (let month = 1; month <= 12; month += 1) await playMonth(month);
  await year.at(day(13, 4));
}, YEAR_MS);
afterAll(() => office.workspace.close());

/** What kelurahan send: most as files, a few by the form, some late, some twice. */
async function proposals(month: number): Promise<void> {
  const dinsos = user('verifikator');
  await year.clockTo(day(month, 5));
  let rows = 0;
  for (const [index, area] of KELURAHAN.entries()) {
    const people = Array.from({ length: 3 + ((index + month) % 2) }, () => newMember(next++));
    // The same person twice in one file, and a person whom the neighbour has sent as well.
    if (index % 17 === 0) people.push(people[0] as Row);
    if (index % 23 === 1) people.push(newMember(next - 5));
    year.queueFile(area, '34', people, dinsos);
    rows += people.length;
    if (index % 2 === 0) {
      year.queueFile(area, '37', [movedMember(next++), ...(index % 4 === 0 ? [movedMember(next++)] : [])], dinsos);
      rows += 2;
    }
  }
  await year.workOff();
  expect(rows).toBeGreaterThan(290);
  // The last second is in, the first one after it is not.
  for (const [time, wanted] of [
    [`${day(month, 10)}T23:59:59+07:00`, period(month)],
    [`${day(month, 11)}T00:00:00+07:00`, period(month + 1)],
  ] as const) {
    office.workspace.clock.set(Date.parse(time));
    const area = WITH_PEOPLE[month % WITH_PEOPLE.length] ?? '';
    const sent = await office.sendCase('usulan', proposal(next++), user(`k${area}`));
    expect(sent['periode'], time).toBe(wanted);
  }
  await year.clockTo(day(month, 11), '08:00:00');
  for (const area of KELURAHAN.slice(0, 8)) year.queueFile(area, '34', [newMember(next++)], dinsos);
  await year.workOff();
}

/** Disdukcapil and Dinsos look at everybody of this period. */
async function checks(month: number): Promise<void> {
  await year.clockTo(day(month, 11), '10:00:00');
  const open = inStatus('DIAJUKAN').filter(({ periode = '' }) => periode <= period(month));
  const answers = new Map(
    open.map(({ tiket = '' }) => [
      tiket,
      draw(roll(), { Padan: 90, 'Beda data': 4, 'Tidak ditemukan': 3, Meninggal: 1, Pindah: 1 }),
    ]),
  );
  const { disdukcapil = '' } = office.files.spreadsheets;
  await year.paste(answers, 'hasil', user('layanan.disdukcapil'), 'Pemadanan', disdukcapil);
  const all = (value: (row: Row) => string) => new Map(open.map((row) => [row['tiket'] ?? '', value(row)]));
  const dinsos = user('verifikator');
  await year.paste(
    all(() => draw(roll(), { 'Terdaftar desil 1-5': 95, 'Terdaftar desil 6-10': 5 })),
    'cek_dtks',
    dinsos,
  );
  await year.paste(
    all(() => draw(roll(), { 'Tidak terdaftar': 97, 'Terdaftar aktif': 3 })),
    'cek_pbi_jk',
    dinsos,
  );
  await year.paste(
    all(() => 'Tidak terdaftar'),
    'cek_pbi_apbd',
    dinsos,
  );
}

/** What needs a person's decision. */
async function decisions(month: number): Promise<void> {
  await year.clockTo(day(month, 12));
  const verified = inStatus('DIVERIFIKASI');
  const commands = verified.flatMap((row): Command[] => {
    const { tiket = '', tanda = '', cek_kependudukan: dukcapil, cek_dtks: dtks, cek_pbi_jk: jk } = row;
    if (tanda.includes('potensi_ganda')) return [{ tiket, aksi: 'TUTUP', alasan: 'Ganda dengan tiket lain' }];
    if (dukcapil === 'Tidak ditemukan') return [{ tiket, aksi: 'BATALKAN', alasan: 'NIK tidak ditemukan.' }];
    if (dukcapil === 'Meninggal') return [{ tiket, aksi: 'TUTUP', alasan: 'Pasien meninggal' }];
    if (dukcapil === 'Beda data' || dukcapil === 'Pindah') {
      return [{ tiket, aksi: 'KEMBALIKAN', alasan: 'Data belum lengkap', isi: { kode_kembali: 'K-DUKCAPIL' } }];
    }
    if (dtks === 'Terdaftar desil 6-10' || jk === 'Terdaftar aktif') {
      return [{ tiket, aksi: 'TIDAK_LOLOSKAN', alasan: 'Tidak memenuhi syarat' }];
    }
    return roll() < 0.01 ? [{ tiket, aksi: 'TARIK', alasan: 'Warga menarik usulan' }] : [];
  });
  year.queue(commands, user('verifikator'));
  await year.workOff();
  // Kelurahan mend what came back: half of it now, after the cut-off, so that it goes to the next month.
  const back = inStatus('DIKEMBALIKAN', 'DIBATALKAN').filter(() => roll() < 0.5);
  for (const { kode_wilayah = '', alamat = '', rute } of back) {
    const n = Number(alamat.split(' ').at(-1));
    const fixed = { ...(rute === 'BGR-M' ? movedMember(n) : newMember(n)), rw: '3', catatan: `diperbaiki ${month}` };
    year.queueFile(kode_wilayah, rute === 'BGR-M' ? '37' : '34', [fixed], user('verifikator'));
  }
  await year.workOff();
}

async function sending(month: number): Promise<void> {
  await year.clockTo(day(month, 14));
  for (const route of ROUTES) {
    const name = await closeBatch(office, route, period(month));
    closed.set(name, snapshotOf(office, name));
  }
  await year.at(day(month, 19));
  const { dinkes = '' } = office.files.spreadsheets;
  const waiting = office.tab('Batch', dinkes).filter(({ dikirim }) => dikirim === '');
  for (const { batch } of waiting) {
    await office.editFile(
      dinkes,
      cellOf(dinkes, 'Batch', 'batch', batch ?? '', 'dikirim'),
      [['sudah']],
      user('pembiayaan.dinkes'),
    );
  }
  await office.tick();
}

function cellOf(book: string, tab: string, key: string, value: string, column: string): string {
  const { values = [] } = office.workspace.sheets.values.get(office.workspace.users.owner, book, `'${tab}'`);
  const [header = [], ...rows] = (values ?? []) as string[][];
  const row = rows.findIndex((cells) => cells[header.indexOf(key)] === value);
  return `'${tab}'!${String.fromCharCode(65 + header.indexOf(column))}${row + 2}`;
}

/** BPJS answers most; what it suspends comes back by itself a week later and is answered again. */
async function answers(month: number): Promise<void> {
  const { bpjs } = office.files.spreadsheets;
  const start = shown(day(month + 1, 1));
  for (const [date, weights] of [
    [day(month, 26), { berhasil: 84, 'tidak berhasil': 7, ditangguhkan: 6, nothing: 3 }],
    [day(month + 1, 3), { berhasil: 80, 'tidak berhasil': 15, ditangguhkan: 5, nothing: 0 }],
  ] as const) {
    // What BPJS suspended comes back with the morning of the third.
    await year.at(date, '06:10:00');
    await year.clockTo(date, '10:00:00');
    const given = new Map(inStatus('DIKIRIM_BPJS').map(({ tiket = '' }) => [tiket, draw(roll(), weights)]));
    const said = [...given].filter(([, answer]) => answer !== 'nothing');
    for (const [tiket] of said) answered.add(tiket);
    const column = (value: (answer: string) => string) =>
      new Map(said.map(([tiket, answer]) => [tiket, value(answer)]));
    const clerk = user('kepesertaan');
    await year.paste(
      column((a) => (a === 'berhasil' ? start : '')),
      'tmt_aktif',
      clerk,
      'Usulan Bulanan',
      bpjs,
    );
    await year.paste(
      column((a) => (a === 'berhasil' ? '' : 'Data belum sesuai')),
      'keterangan',
      clerk,
      'Usulan Bulanan',
      bpjs,
    );
    await year.paste(
      column((a) => a),
      'hasil',
      clerk,
      'Usulan Bulanan',
      bpjs,
    );
  }
}

/** Failures end or begin anew, cards reach people. */
async function afterwards(month: number): Promise<void> {
  await year.clockTo(day(month + 1, 4));
  const cards = inStatus('BERHASIL').filter(({ kis }) => kis === 'MENUNGGU');
  const handed = {
    peristiwa: 'DISERAHKAN',
    tanggal: day(month + 1, 4),
    penerima: 'Keluarga',
    hubungan: 'Peserta sendiri',
  };
  const commands: Command[] = [
    ...cards.filter(() => roll() < 0.9).map(({ tiket = '' }): Command => ({ tiket, aksi: 'CATAT_KIS', isi: handed })),
    ...inStatus('TIDAK_BERHASIL', 'TIDAK_LOLOS').map(
      ({ tiket = '' }): Command =>
        roll() < 0.4
          ? { tiket, aksi: 'AJUKAN_ULANG', alasan: 'Data sudah diperbaiki di Disdukcapil' }
          : { tiket, aksi: 'SELESAIKAN' },
    ),
  ];
  year.queue(commands, user('verifikator'));
  await year.workOff();
}

async function playMonth(month: number): Promise<void> {
  await proposals(month);
  await checks(month);
  await decisions(month);
  await sending(month);
  await answers(month);
  await afterwards(month);
}

describe('a year of Kota Bogor', () => {
  it('is as large as it should be', () => {
    expect(office.cases().length).toBeGreaterThan(3_400);
    expect(new Set(office.cases().map(({ kode_wilayah }) => kode_wilayah)).size).toBe(68);
    expect(new Set(office.cases().map(({ periode }) => periode)).size).toBeGreaterThanOrEqual(12);
    expect(closed.size).toBe(24);
  });

  it('leaves every case in a legal state that its history explains', () => {
    checkCases(office);
    for (const status of ['SELESAI', 'BERHASIL', 'DITARIK', 'DITUTUP', 'DIBATALKAN', 'DIKEMBALIKAN', 'DIKIRIM_BPJS']) {
      expect(inStatus(status).length, status).toBeGreaterThan(0);
    }
  });

  it('gives the counts of the year from the log alone', () => {
    const key = ({ rute, periode, kode_wilayah }: KasusLaporan) => `${rute} ${periode} ${kode_wilayah}`;
    expect(checkCounts(office, key, day(13, 4))).toBeGreaterThan(12 * 68);
  });

  it('refused nothing that the year asked for', () => {
    year.checkRuns();
  });

  it('keeps every batch as it was when it was closed, with totals that agree', () => {
    for (const [name, then] of closed) expect(snapshotOf(office, name), name).toBe(then);
  });
});
