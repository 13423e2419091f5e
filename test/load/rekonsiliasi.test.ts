/**
 * Acceptance scenario 30, end to end: 5,000 cases at BPJS, a feedback workbook with every class in it, a plan, a person's
 * decisions, and the real program that applies them; then the register, the other offices' sheets and the mail.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KelasUmpanBalik } from '#domain/cocok/kelas.ts';
import { bacaRencanaCocok, type EntriCocok, tulisRencanaCocok } from '../../cli/reconcile/rencana.ts';
import { type RunningServer, startServer } from '../../cli/workspace/server.ts';
import { pbi, start } from '../cli/support/pbi.ts';
import { feedback, gagal, type Jawaban, sentCases, sukses } from '../cli/support/umpan-balik.ts';
import { citizen } from '../support/citizens.ts';
import { type Office, openOffice, type Row } from '../support/office.ts';
import { plantCases } from '../support/plant.ts';

const SIZE = 5_000;
/** Of every hundred answers: failures and suspensions; the rest succeeds. */
const KINDS = { gagal: 20, tunda: 5 };
const TICKS = 8;

/** What is special about the first cases, in this order; all others are answered for certain. */
const SPECIAL = { BEDA: 30, BENTROK: 10, SARAN: 30, KEMBAR: 20, TENTANG: 10, USANG: 40, DIAM: 50 } as const;
type Special = keyof typeof SPECIAL;
const special = new Map<number, Special>();
for (const [apa, banyak] of Object.entries(SPECIAL) as [Special, number][]) {
  const awal = special.size;
  for (let n = awal; n < awal + banyak; n += 1) special.set(n, apa);
}
/** Rows about people of whom the register knows nothing, and rows that cannot be used. */
const STRANGERS = 40;
const DAMAGED = 10;

let office: Office;
let server: RunningServer;
let path: string;
beforeAll(async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T03:00:00Z' });
  server = await startServer(office.workspace, { port: 0 });
  const [first = {}] = await sentCases(office, SIZE + 1);
  plantCases(office, first, SIZE, (n) => ({ ...person(n), ...(special.get(n) === 'USANG' ? SUSPENDED : {}) }));
  office.workspace.clock.set(Date.parse('2026-11-30T03:00:00Z'));
  path = await feedback(rows());
});
afterAll(() => server.close());

const SUSPENDED = { status: 'DITANGGUHKAN', dijawab_pada: '2026-11-28T09:00:00+07:00', keterangan_bpjs: 'Konsolidasi' };

/** Two by two they have one name and one birth date. */
const person = (n: number) => ({
  ...citizen(n),
  ...(special.get(n) === 'KEMBAR' ? { nama: `Kembar Rekaan ${String.fromCharCode(65 + (n >> 1))}ONA` } : {}),
});
const tiket = (n: number): string => `BGR-U-2026-${500_001 + n}`;

type Outcome = 'BERHASIL' | 'TIDAK_BERHASIL' | 'DITANGGUHKAN';
const outcome = (n: number): Outcome =>
  n % 100 < KINDS.gagal ? 'TIDAK_BERHASIL' : n % 100 < KINDS.gagal + KINDS.tunda ? 'DITANGGUHKAN' : 'BERHASIL';

/** An answer about the n-th person, with whatever else the branch wrote. */
function answer(n: number, more: Partial<Jawaban> = {}): Jawaban {
  const { nik, nama, tgl_lahir } = person(n);
  const siapa = { 'Nama Peserta': nama, 'Tanggal Lahir': tgl_lahir, ...more };
  if (outcome(n) === 'BERHASIL') return sukses(nik, siapa);
  if (outcome(n) === 'DITANGGUHKAN') return gagal(nik, 'Menunggu konsolidasi', { Status: 'PENDING', ...siapa });
  return gagal(nik, n % 2 === 0 ? 'NIK tidak ditemukan' : 'Lihat berita acara', siapa);
}

function rowsOf(n: number): Jawaban[] {
  const { nik } = person(n);
  switch (special.get(n)) {
    case 'BEDA':
      return [answer(n, { 'Nama Peserta': person(n).nama.replace('Rekaan', 'Rekan') })];
    case 'BENTROK':
      return [answer(n, { 'Nama Peserta': 'Wulan Purnama', 'Tanggal Lahir': '1999-09-09' })];
    case 'SARAN':
      return [answer(n, { NIK: nik.replace(/^3271/, '3281') })];
    case 'KEMBAR':
      // One row for both of them.
      return n % 2 === 0 ? [answer(n, { NIK: '' })] : [];
    case 'TENTANG':
      return [sukses(nik), gagal(nik, 'NIK ganda')];
    case 'DIAM':
      return [];
    default:
      return [answer(n)];
  }
}

const rows = (): Jawaban[] => [
  ...Array.from({ length: SIZE }, (_, n) => rowsOf(n)).flat(),
  ...Array.from({ length: STRANGERS }, (_, n) => sukses(citizen(60_000 + n).nik, { 'Nama Peserta': 'Orang Asing' })),
  ...Array.from({ length: DAMAGED }, () => sukses('3,27101E+15')),
];

const CERTAIN = SIZE - special.size;
const KELAS: Partial<Record<KelasUmpanBalik, number>> = {
  COCOK: CERTAIN,
  COCOK_BEDA: SPECIAL.BEDA,
  BENTROK: SPECIAL.BENTROK,
  SARAN: SPECIAL.SARAN,
  GANDA: SPECIAL.KEMBAR / 2,
  BERTENTANGAN: 2 * SPECIAL.TENTANG,
  USANG: SPECIAL.USANG,
  TIDAK_DIKENAL: STRANGERS,
  CACAT: DAMAGED,
  // With the one that was sent the long way; what is only suggested waits as well.
  BELUM_DIJAWAB: SPECIAL.DIAM + SPECIAL.BENTROK + SPECIAL.SARAN + SPECIAL.KEMBAR + 1,
};

const as = () => ['--json', '--url', server.origin, '--sebagai', office.person('verifikator').email, '--tunggu', '300'];
const plan = () => `${path}.rencana.json`;

/** What a person decides: everything but clashes; of namesakes the second, of two answers the failure. */
function decide(entri: EntriCocok): Partial<EntriCocok> {
  if (entri.kelas === 'COCOK_BEDA' || entri.kelas === 'SARAN') return { putusan: 'TERIMA', pilihan: 0 };
  if (entri.kelas === 'GANDA') {
    const odd = entri.calon.findIndex(({ tujuan }) => Number(tujuan?.tiket.slice(-6)) % 2 === 0);
    return { putusan: 'TERIMA', pilihan: odd };
  }
  const failure = entri.kelas === 'BERTENTANGAN' && entri.perubahan?.isi['hasil'] === 'tidak berhasil';
  return { putusan: failure ? 'TERIMA' : 'TOLAK' };
}

/** What the register has to say of the n-th case in the end. */
function expected(n: number): string {
  switch (special.get(n)) {
    case 'BENTROK':
    case 'DIAM':
      return 'DIKIRIM_BPJS';
    case 'KEMBAR':
      return n % 2 === 1 ? outcome(n - 1) : 'DIKIRIM_BPJS';
    case 'TENTANG':
      return 'TIDAK_BERHASIL';
    case 'USANG':
      return 'DITANGGUHKAN';
    default:
      return outcome(n);
  }
}

const byTicket = (table: readonly Row[]): Map<string, Row> => new Map(table.map((row) => [row['tiket'] ?? '', row]));
const recorded = () => office.tab('Riwayat').filter(({ aksi, tiket: satu }) => aksi === 'CATAT_HASIL' && satu !== '-');

describe('a register of 5,000 cases', () => {
  it('is held against a file of 5,000 rows: every row has its class, every case that waits is named', async () => {
    const { code, out, err } = await pbi('rekonsiliasi', path, ...as());
    expect({ code, err }).toEqual({ code: 4, err: '' });
    const { kelas, rows: banyak, keteranganTakDikenal } = JSON.parse(out) as Record<string, never>;
    expect(kelas).toMatchObject(KELAS);
    expect(banyak).toBe(Object.values(KELAS).reduce((sum, count) => sum + count, 0));
    expect(keteranganTakDikenal).toMatchObject([{ keterangan: 'Lihat berita acara' }]);
  });

  it('takes what was decided, each answer once, although the run is killed and started again', async () => {
    const rencana = await bacaRencanaCocok(plan());
    const entri = rencana.entri.map((satu) => (satu.putusan === 'OTOMATIS' ? satu : { ...satu, ...decide(satu) }));
    await tulisRencanaCocok(plan(), { ...rencana, entri });
    const accepted = entri.filter(({ putusan }) => putusan === 'OTOMATIS' || putusan === 'TERIMA').length;
    expect(accepted).toBe(CERTAIN + SPECIAL.BEDA + SPECIAL.SARAN + SPECIAL.KEMBAR / 2 + SPECIAL.TENTANG);
    const { child, ended } = start('terapkan', plan(), ...as());
    while (office.tab('Antrean').length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGKILL');
    await ended;
    const { jumlah } = JSON.parse((await pbi('terapkan', plan(), ...as())).out) as { jumlah: Record<string, number> };
    expect(jumlah).toMatchObject({ berubah: 0, ditolak: 0, menunggu: 0 });
    expect((jumlah['dicatat'] ?? 0) + (jumlah['sudah'] ?? 0)).toBe(accepted);
    expect(office.tab('Antrean').length).toBeLessThan(40);
    // Its journal is lost: the register knows.
    writeFileSync(`${plan()}.jurnal`, readFileSync(`${plan()}.jurnal`).subarray(0, 100));
    const again = await pbi('terapkan', plan(), ...as());
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ jumlah: { dicatat: 0, sudah: accepted } });
    const cases = byTicket(office.cases());
    const wrong = Array.from({ length: SIZE }, (_, n) => n).filter(
      (n) => cases.get(tiket(n))?.['status'] !== expected(n),
    );
    expect(wrong).toEqual([]);
    const lines = recorded().map(({ tiket: satu }) => satu);
    expect(lines).toHaveLength(accepted);
    expect(new Set(lines).size).toBe(accepted);
  });

  it('shows the answers to Dinkes and the kelurahan, and tells each sender once', async () => {
    for (let tick = 0; tick < TICKS; tick += 1) await office.tick();
    const cases = byTicket(office.cases());
    const { dinkes = '', kelurahan_3271011001: kelurahan = '' } = office.files.spreadsheets;
    const shown = byTicket(office.tab('Usulan', dinkes));
    const own = byTicket(office.tab('Usulan Kami', kelurahan));
    for (const [satu, { keterangan_bpjs, tmt_aktif }] of cases) {
      expect(shown.get(satu)).toMatchObject({ keterangan_bpjs, tmt_aktif });
      expect(own.get(satu)).toMatchObject({ keterangan_bpjs, tmt_aktif });
    }
    const mails = office.tab('Kotak Keluar').filter(({ kunci }) => kunci?.includes('|HASIL|'));
    expect(mails.map(({ tiket: satu }) => satu).sort()).toEqual(
      recorded()
        .map(({ tiket: satu }) => satu)
        .sort(),
    );
    expect(new Set(mails.map(({ kunci }) => kunci)).size).toBe(mails.length);
    const sent = office.mails().map(({ to, subject }) => `${to} ${subject}`);
    // The day's quota of mail is used up; the rest waits.
    expect(sent.length).toBeGreaterThan(90);
    expect(new Set(sent).size).toBe(sent.length);
  });

  it('finds all of it recorded when the file comes again', async () => {
    const { out } = await pbi('rekonsiliasi', path, ...as());
    // The plan with the decisions stays where it is.
    expect(JSON.parse(out).rencana).toBe(`${path}-2.rencana.json`);
    expect(JSON.parse(out)).toMatchObject({ siapDicatat: 0, kelas: { COCOK: CERTAIN } });
  });
});
