/** What closing a monthly batch and showing it to Dinkes costs, with 500 cases and with 5,000 side by side. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KOLOM_KASUS, kasusKosong } from '#domain/kolom/kasus.ts';
import { buatSalinan } from '#usecase/perancang.ts';
import { discovery } from '../../cli/workspace/control/discovery.ts';
import { createWorkspace, type RunningWorkspace } from '../../cli/workspace/create-workspace.ts';
import type { Execution } from '../../cli/workspace/workspace.ts';
import { identity } from './identity.ts';

const SIZES = [500, 5000] as const;

/** Service calls for the closing and the refresh of Dinkes's spreadsheet together. */
const budget = (rows: number): number => 12 + rows / 1000;

/** A run must end well before Google ends it. */
const LONGEST_RUN_MS = 270_000;

const PERIOD = '2026-11';
const NOW = '2026-11-16T03:00:00Z';
const WAITED_MS = 5 * 60_000;

interface BatchCost {
  rows: number;
  calls: number;
  longestMs: number;
  hereMs: number;
  kilobytes: number;
}

const callsOf = (run: Execution): number => Object.values(run.calls).reduce((sum, count) => sum + count, 0);

/** Decided cases, written straight into the register. */
function fill({ sheets, users }: RunningWorkspace, register: string, rows: number): void {
  const sent = `${PERIOD}-05T09:00:00+07:00`;
  const values = Array.from({ length: rows }, (_, n) => {
    const { nik, no_kk, tgl_lahir, alamat } = identity(n);
    const kasus = kasusKosong({
      tiket: `BGR-U-2026-${String(n + 1).padStart(6, '0')}`,
      ...{ nik, no_kk, tgl_lahir, alamat, nama: 'Warga Rekaan', jk: 'P', hubkel: 'Peserta', fktp: 'Puskesmas Cipaku' },
      ...{ rute: 'BGR-U', periode: PERIOD, status: 'LOLOS', percobaan: '1', versi: '3', kode_wilayah: '3271011001' },
      ...{ cek_kependudukan: 'Padan', cek_dtks: 'Tidak terdaftar' },
      ...{ cek_pbi_jk: 'Tidak terdaftar', cek_pbi_apbd: 'Tidak terdaftar' },
      ...{ dibuat: sent, diubah: sent, diubah_oleh: 'bench' },
    });
    const row = { ...kasus, salinan: buatSalinan(kasus) };
    return KOLOM_KASUS.map(({ id }) => row[id]);
  });
  sheets.values.append(users.owner, register, 'Kasus!A1', { values }, { valueInputOption: 'RAW' });
}

async function measure(rows: number): Promise<BatchCost> {
  const dir = mkdtempSync(join(tmpdir(), 'pbi-bench-'));
  const options = { dir, profile: 'kota-bogor', bundleDir: 'dist/apps-script', seed: false, clock: NOW } as const;
  const workspace = await createWorkspace(options);
  const { scripts, users, clock } = workspace;
  const register = discovery(workspace).spreadsheets['register'] ?? '';
  const ask = async (start: string, name: string, request: object): Promise<unknown> => {
    const user = users.list().find(({ email }) => email.startsWith(start));
    if (!user) throw new Error(`nobody's address begins with ${start}`);
    const active = { spreadsheetId: register, sheetName: 'Kasus', range: 'A2' };
    const result = await scripts.run({ function: name, args: [request], user, source: 'sidebar', active });
    if (!result.ok) throw new Error(`${name}: ${result.error}`);
    return result.value;
  };
  const tick = async (): Promise<Execution> => {
    clock.set(clock.now() + WAITED_MS);
    await scripts.runTrigger('tick');
    await scripts.idle();
    const run = scripts.executions().findLast((one) => one.function === 'tick');
    if (!run || run.error !== null) throw new Error(`tick: ${run?.error}`);
    return run;
  };
  try {
    fill(workspace, register, rows);
    const choice = { rute: 'BGR-U', periode: PERIOD };
    const { total } = (await ask('verifikator', 'batchBuka', choice)) as { total: { hash: string } };
    const request = { ...choice, alasan: '', hash: total.hash };
    await ask('verifikator', 'batchTindakan', { ...request, aksi: 'AJUKAN' });
    let quiet = await tick();
    for (let tries = 0; tries < 40 && callsOf(quiet) > 4; tries += 1) quiet = await tick();
    const began = performance.now();
    const answer = (await ask('kabid', 'batchTindakan', { ...request, aksi: 'SETUJUI' })) as { jenis: string };
    if (answer.jenis !== 'selesai') throw new Error(`the closing was refused: ${JSON.stringify(answer)}`);
    const closing = scripts.executions().at(-1);
    if (!closing) throw new Error('no execution of the closing');
    onlyDinkesBehind(workspace, register);
    const refresh = await tick();
    return {
      rows,
      calls: callsOf(closing) + callsOf(refresh) - callsOf(quiet),
      longestMs: Math.max(closing.estimatedGoogleMs, refresh.estimatedGoogleMs),
      hereMs: performance.now() - began,
      kilobytes: (closing.bytesRead + refresh.bytesRead) / 1024,
    };
  } finally {
    await workspace.close();
    rmSync(dir, { recursive: true });
  }
}

/** The spreadsheets of kelurahan and the mail are no part of the budget. */
function onlyDinkesBehind({ sheets, users }: RunningWorkspace, register: string): void {
  const keys = (sheets.values.get(users.owner, register, 'Sistem!A:A').values ?? []) as string[][];
  const write = (key: string, value: string) => {
    const range = `Sistem!B${keys.findIndex(([cell]) => cell === key) + 1}`;
    sheets.values.update(users.owner, register, range, { values: [[value]] }, { valueInputOption: 'RAW' });
  };
  write('berbagi_tertinggal', 'dinkes');
  write('surat_menunggu', '0');
}

/** @returns a line for people, and whether both sizes keep to the budget */
export async function benchBatch(): Promise<{ line: string; ok: boolean }> {
  const [small, large] = [await measure(SIZES[0]), await measure(SIZES[1])];
  const kept = (cost: BatchCost) => cost.calls <= budget(cost.rows) && cost.longestMs <= LONGEST_RUN_MS;
  const ok = kept(small) && kept(large);
  const both = (figure: (cost: BatchCost) => number, digits = 0) => {
    const [before, after] = [figure(small), figure(large)];
    return `${before.toFixed(digits)} / ${after.toFixed(digits)} (x${(after / before).toFixed(1)})`;
  };
  const line = [
    `batch of ${SIZES.join(' / ')} cases closed and shown to Dinkes:`,
    `calls ${both(({ calls }) => calls)}, budget 12 + rows/1000 ${ok ? 'ok' : 'OVER'},`,
    `longest run ${both(({ longestMs }) => longestMs / 1000, 1)} s at Google,`,
    `${both(({ hereMs }) => hereMs)} ms here, ${both(({ kilobytes }) => kilobytes)} KB read`,
  ].join(' ');
  return { line, ok };
}
