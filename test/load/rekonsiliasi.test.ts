/** Acceptance scenario 30: a feedback file of 5,000 rows against a register of 5,000 cases, with the real program. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../cli/workspace/server.ts';
import { pbi } from '../cli/support/pbi.ts';
import { feedback, gagal, type Jawaban, sentCases, sukses } from '../cli/support/umpan-balik.ts';
import { citizen } from '../support/citizens.ts';
import { type Office, openOffice } from '../support/office.ts';
import { plantCases } from '../support/plant.ts';

const SIZE = 5_000;
/** Of every hundred rows: failures, suspensions, people of whom nothing is known; the rest succeeds. */
const KINDS = { gagal: 20, tunda: 5, asing: 4 };
/** Answers that are recorded; the queue works off 200 commands a run. */
const RECORDED = 300;
/** Cases that the file does not answer. */
const MISSING = 7;

let office: Office;
let server: RunningServer;
beforeAll(async () => {
  office = await openOffice({ profile: 'kota-bogor', clock: '2026-11-09T03:00:00Z' });
  server = await startServer(office.workspace, { port: 0 });
  const [first = {}] = await sentCases(office, 0);
  plantCases(office, first, SIZE - 1, (index) => citizen(index + 1));
  office.workspace.clock.set(Date.parse('2026-11-30T03:00:00Z'));
});
afterAll(() => server.close());

function answer(n: number): Jawaban {
  const { nik } = citizen(n);
  const place = n % 100;
  if (place < KINDS.gagal) return gagal(nik, place % 2 === 0 ? 'NIK tidak ditemukan' : 'Lihat berita acara');
  if (place < KINDS.gagal + KINDS.tunda) return gagal(nik, 'Menunggu konsolidasi', { Status: 'PENDING' });
  if (place >= 100 - KINDS.asing) return sukses(citizen(SIZE + n).nik);
  return sukses(nik);
}

const as = () => ['--json', '--url', server.origin, '--sebagai', office.person('verifikator').email, '--tunggu', '120'];

describe('a register of 5,000 cases', () => {
  it('is held against a file of 5,000 rows', async () => {
    expect(office.cases()).toHaveLength(SIZE);
    const path = await feedback(Array.from({ length: SIZE - MISSING }, (_, n) => answer(n)));
    const { code, out } = await pbi('rekonsiliasi', path, ...as());
    expect(code).toBe(4);
    // The last rows of the file, which are missing, are such people as well.
    const asing = (KINDS.asing * SIZE) / 100 - KINDS.asing;
    const cocok = SIZE - MISSING - asing;
    const { jumlah, baris } = JSON.parse(out) as { jumlah: Record<string, number>; baris: { tiket: string[] }[] };
    expect(jumlah).toMatchObject({ cocok, tak_dikenal: asing, belum_dijawab: SIZE - cocok, saran: 0, berlawanan: 0 });
    expect(new Set(baris.flatMap(({ tiket }) => tiket)).size).toBe(cocok);
  });

  it('records more answers than one run of the queue takes, each once', async () => {
    const path = await feedback(Array.from({ length: RECORDED }, (_, n) => answer(n)));
    const { out } = await pbi('rekonsiliasi', path, '--yes', ...as());
    const asing = (KINDS.asing * RECORDED) / 100;
    expect(JSON.parse(out)).toMatchObject({ jumlah: { dicatat: RECORDED - asing, sudah: 0, ditolak: 0, menunggu: 0 } });
    const status = Object.groupBy(office.cases(), (row) => row['status'] ?? '');
    expect(status['TIDAK_BERHASIL']).toHaveLength((KINDS.gagal * RECORDED) / 100);
    expect(status['DITANGGUHKAN']).toHaveLength((KINDS.tunda * RECORDED) / 100);
    expect(status['DIKIRIM_BPJS']).toHaveLength(SIZE - RECORDED + asing);
  });
});
