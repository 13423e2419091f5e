/** What must hold of an office at rest, whatever happened before. Recomputed here without any code of the bundle. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Office, Row } from './office.ts';

const LOG_FIELDS = ['nomor', 'waktu', 'pelaku', 'tiket', 'aksi', 'lama', 'baru', 'alasan', 'percobaan', 'rujukan'];

/** The moves that the SOP knows, by action: from which status to which; `*` = any, `=` = stays. */
const MOVES: Record<string, [from: string, to: string][]> = {
  AJUKAN: [['', 'DIAJUKAN']],
  REVISI: [
    ['DIVERIFIKASI', 'DIVERIFIKASI'],
    ...['DIAJUKAN', 'DIKEMBALIKAN', 'DIVERIFIKASI', 'TIDAK_BERHASIL', 'TIDAK_LOLOS'].map((from): [string, string] => [
      from,
      'DIAJUKAN',
    ]),
  ],
  REVISI_TERTUNDA: [['*', '=']],
  PERIKSA: [
    ['*', '='],
    ['DIAJUKAN', 'DIVERIFIKASI'],
    ['DIVERIFIKASI', 'DIAJUKAN'],
  ],
  KOREKSI: [
    ['*', '='],
    ['DIAJUKAN', 'DIVERIFIKASI'],
    ['DIVERIFIKASI', 'DIAJUKAN'],
  ],
  PULIHKAN: [['*', '=']],
  BUKAN_GANDA: [['*', '=']],
  TANDAI: [['*', '=']],
  KEMBALIKAN: ['DIAJUKAN', 'DIVERIFIKASI'].map((from) => [from, 'DIKEMBALIKAN']),
  TIDAK_LOLOSKAN: [['DIVERIFIKASI', 'TIDAK_LOLOS']],
  BATALKAN: ['DIAJUKAN', 'DIVERIFIKASI'].map((from) => [from, 'DIBATALKAN']),
  USULKAN: [['DIVERIFIKASI', 'DIKIRIM_BPJS']],
  CATAT_HASIL: ['DIKIRIM_BPJS', 'DITANGGUHKAN', 'BERHASIL', 'TIDAK_BERHASIL'].flatMap((from) =>
    ['BERHASIL', 'TIDAK_BERHASIL', 'DITANGGUHKAN'].map((to): [string, string] => [from, to]),
  ),
  CEK_ULANG: [['DITANGGUHKAN', 'DIKIRIM_BPJS']],
  AJUKAN_ULANG: ['TIDAK_BERHASIL', 'TIDAK_LOLOS', 'DIBATALKAN'].map((from) => [from, 'DIAJUKAN']),
  SELESAIKAN: ['BERHASIL', 'TIDAK_BERHASIL', 'TIDAK_LOLOS'].map((from) => [from, 'SELESAI']),
  TARIK: ['DIAJUKAN', 'DIKEMBALIKAN', 'DIVERIFIKASI', 'DIKIRIM_BPJS', 'DITANGGUHKAN'].map((from) => [from, 'DITARIK']),
  TUTUP: [['*', 'DITUTUP']],
};

const from = (all: readonly string[], to: string): [string, string][] => all.map((one) => [one, to]);
const OPEN = ['DIAJUKAN', 'DIVERIFIKASI'];
const FAILED = ['TIDAK_LOLOS', 'TIDAK_BERHASIL'];

/** The moves of the monthly routes, where they differ. */
const MONTHLY_MOVES: typeof MOVES = {
  ...MOVES,
  AJUKAN: [
    ['', 'DIAJUKAN'],
    ['', 'DIKEMBALIKAN'],
  ],
  REVISI: [
    ['DIVERIFIKASI', 'DIVERIFIKASI'],
    ...from([...OPEN, 'DIKEMBALIKAN', ...FAILED, 'DIBATALKAN'], 'DIAJUKAN'),
    ...from([...OPEN, 'DIKEMBALIKAN', ...FAILED, 'DIBATALKAN'], 'DIKEMBALIKAN'),
  ],
  KOREKSI: [...(MOVES['KOREKSI'] ?? []), ...from(['LOLOS'], 'DIAJUKAN'), ...from(['LOLOS'], 'DIVERIFIKASI')],
  SARING: [
    ['DIAJUKAN', 'DIAJUKAN'],
    ['DIKEMBALIKAN', 'DIAJUKAN'],
    ['DIAJUKAN', 'DIVERIFIKASI'],
    ['DIAJUKAN', 'DIKEMBALIKAN'],
    ['DIKEMBALIKAN', 'DIKEMBALIKAN'],
  ],
  KETAHUI: [['*', '=']],
  GESER_PERIODE: [['*', '=']],
  BANDING: [['*', '=']],
  KEMBALIKAN: from([...OPEN, 'LOLOS'], 'DIKEMBALIKAN'),
  LOLOSKAN: [['DIVERIFIKASI', 'LOLOS']],
  TIDAK_LOLOSKAN: from(['DIVERIFIKASI', 'LOLOS'], 'TIDAK_LOLOS'),
  SERAHKAN: [
    ['LOLOS', 'DIKIRIM_DINKES'],
    ['LOLOS', 'DIKIRIM_BPJS'],
  ],
  KIRIM_BPJS: [['DIKIRIM_DINKES', 'DIKIRIM_BPJS']],
  CATAT_KIS: [
    ['BERHASIL', 'BERHASIL'],
    ['BERHASIL', 'SELESAI'],
  ],
  TARIK: from([...OPEN, 'DIKEMBALIKAN', 'LOLOS', 'DIKIRIM_DINKES', 'DIKIRIM_BPJS', 'DITANGGUHKAN'], 'DITARIK'),
};

/** The whole log, as objects, with the chain recomputed. */
export function history(office: Office): Row[] {
  const lines = office.tab('Riwayat');
  let previous = '';
  for (const [index, line] of lines.entries()) {
    const text = JSON.stringify([previous, ...LOG_FIELDS.map((field) => line[field] ?? '')]);
    const hash = createHash('sha256').update(text).digest('hex');
    expect([line['nomor'], line['hash_sebelum'], line['hash']]).toEqual([String(index + 1), previous, hash]);
    previous = hash;
  }
  return lines;
}

/** The cells of a case as its log lines tell them. */
function foldOf(lines: readonly Row[]): Row {
  let cells: Row = {};
  for (const { aksi = '', baru = '{}', tiket } of lines) {
    const before = cells['status'] ?? '';
    cells = { ...cells, ...(JSON.parse(baru) as Row) };
    const to = cells['status'] ?? '';
    const moves = tiket?.startsWith('BTL-D') ? MOVES : MONTHLY_MOVES;
    const legal = (moves[aksi] ?? []).some(
      ([a, b]) => (a === '*' || a === before) && (b === '=' ? to === before : b === to),
    );
    expect(legal, `${tiket}: ${aksi} leads from ${before} to ${to}`).toBe(true);
  }
  return cells;
}

/** Columns that the log leaves out because they follow from the rest or serve the system. */
const UNLOGGED = ['versi', 'diubah', 'diubah_oleh', 'salinan', 'jawaban', 'respons_pada', 'tautan_ubah', 'dibuat'];

/** Every case is what its log lines say, by moves that the SOP knows. @returns the log */
export function checkCases(office: Office): Row[] {
  const log = history(office);
  const perTicket = Map.groupBy(log, ({ tiket = '' }) => tiket);
  const cases = office.cases().filter(({ tiket }) => tiket !== '');
  for (const row of cases) {
    const lines = perTicket.get(row['tiket'] ?? '') ?? [];
    const fold = foldOf(lines);
    for (const [column, value] of Object.entries(row)) {
      if (column === '' || UNLOGGED.includes(column)) continue;
      expect(fold[column] ?? '', `${row['tiket']} ${column}`).toBe(value);
    }
    expect(Number(row['versi']), `${row['tiket']}: one version a log line`).toBe(lines.length);
  }
  expect(new Set(cases.map(({ tiket }) => tiket)).size).toBe(cases.length);
  return log;
}

function checkResponses(office: Office): void {
  const wanted = office.workspace.forms
    .responses(office.files.forms.darurat.id)
    .filter(({ answers }) => answers[office.entry('bersedia')] === 'Ya')
    .map(({ id }) => id);
  const got = office.cases().flatMap((row) => (row['tiket'] === '' ? [] : [row['id_respons']]));
  expect([...got].sort()).toEqual([...wanted].sort());
}

/** Mails out at most as often as they were queued. @param unknown mails whose sending reported a failure after all */
export function checkMails(office: Office, unknown = 0): void {
  const idOf = (to = '', subject = '', body = '') => `${to}\n${subject}\n${body}`;
  const rows = office.tab('Kotak Keluar').filter((row) => row['kunci'] !== '');
  const queued = Map.groupBy(rows, ({ kepada, subjek, isi }) => idOf(kepada, subjek, isi));
  const sent = Map.groupBy(office.mails(), ({ to, subject, body }) => idOf(to, subject, body));
  let doubled = 0;
  for (const [id, mails] of sent) {
    const times = queued.get(id)?.length ?? 0;
    expect(times, `queued before sent: ${id}`).toBeGreaterThan(0);
    doubled += Math.max(0, mails.length - times);
  }
  expect(doubled, 'mails sent twice').toBeLessThanOrEqual(unknown);
  for (const row of rows.filter(({ keadaan }) => keadaan === 'TERKIRIM')) {
    expect(sent.get(idOf(row['kepada'], row['subjek'], row['isi'])), 'sent as the box says').toBeDefined();
  }
}

/** Cells that are copied as they are; dates are shown there as people write them. */
const SHARED = ['nik', 'no_kk', 'nama', 'jk', 'kalurahan', 'no_kartu', 'rs'];

/** BPJS sees exactly the proposed and answered cases, each once, with the cells of the register. */
export function checkShared(office: Office): void {
  const rows = office.tab('Usulan Darurat', office.files.spreadsheets.bpjs).filter(({ tiket }) => tiket !== '');
  expect(new Set(rows.map(({ tiket }) => tiket)).size).toBe(rows.length);
  const perTicket = new Map(rows.map((row) => [row['tiket'], row]));
  const shown = ['DIKIRIM_BPJS', 'DITANGGUHKAN', 'BERHASIL', 'TIDAK_BERHASIL', 'SELESAI'];
  for (const row of office.cases()) {
    const shared = perTicket.get(row['tiket']);
    const visible = row['diusulkan_pada'] !== '' && shown.includes(row['status'] ?? '');
    if (visible) expect(shared, `${row['tiket']} at BPJS`).toBeDefined();
    if (!shared) continue;
    for (const column of SHARED)
      expect(shared[column], `${row['tiket']} ${column}`).toBe(visible ? asShared(row[column] ?? '') : '');
  }
}

/** BPJS reads `26/11/2026 08.00 WIB` where the register keeps an ISO instant. */
const asShared = (text: string): string =>
  text.replace(/^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):\d\d\+07:00$/, '$3/$2/$1 $4.$5 WIB');

export interface Allowed {
  /** Mails that may have gone out twice: their sending failed after it had happened. */
  doubtfulMails?: number;
}

/** Everything at once. */
export function checkOffice(office: Office, { doubtfulMails = 0 }: Allowed = {}): void {
  checkCases(office);
  checkResponses(office);
  checkMails(office, doubtfulMails);
  checkShared(office);
}
