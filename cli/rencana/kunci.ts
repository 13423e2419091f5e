/** One run of a plan at a time: a file beside it names the process; one that a dead process left behind does not count. */
import { rmSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { EXIT, UserError } from '../errors.ts';
import { isHidup } from '../proses.ts';

const PEMEGANG = z.object({ pid: z.int(), komputer: z.string(), sejak: z.number() });

const PRIVATE = 0o600;
/** Whoever makes the file writes it at once. */
const WRITTEN_MS = 200;

/**
 * Holds the plan until it is released or the process ends.
 * @returns releases it
 * @throws UserError code 5 while another run holds it
 */
export async function kunciRencana(rencana: string): Promise<() => void> {
  const path = `${rencana}.kunci`;
  const milik = JSON.stringify({ pid: process.pid, komputer: hostname(), sejak: Date.now() });
  while (!(await buat(path, milik))) await singkirkanBasi(path, rencana);
  const release = (): void => {
    process.off('exit', release);
    rmSync(path, { force: true });
  };
  process.on('exit', release);
  return release;
}

/** @returns false when the file is there */
async function buat(path: string, isi: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', PRIVATE);
    await file.writeFile(isi);
    await file.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw takTertulis(path, error);
  }
  // Somebody may have taken it for stale before it was written.
  return (await baca(path)) === isi;
}

const baca = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);

/** Takes a stale file away. @throws UserError code 5 when its process may still run */
async function singkirkanBasi(path: string, rencana: string): Promise<void> {
  let isi = await baca(path);
  if (isi === '') {
    await sleep(WRITTEN_MS);
    isi = await baca(path);
  }
  if (isi === undefined) return;
  const pemegang = isi === '' ? undefined : uraikan(isi);
  if (pemegang && hidup(pemegang)) throw sedangDipakai(rencana, path, pemegang);
  const singkir = `${path}.${process.pid}`;
  await rename(path, singkir).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw takTertulis(path, error);
  });
  // Another run may have been faster, and this was its fresh file.
  const terambil = await baca(singkir);
  if (terambil !== undefined && terambil !== isi) await rename(singkir, path);
  else await rm(singkir, { force: true });
}

function uraikan(isi: string): z.infer<typeof PEMEGANG> | undefined {
  try {
    return PEMEGANG.safeParse(JSON.parse(isi)).data;
  } catch {
    return undefined;
  }
}

/** Of another computer nothing can be known; after a restart of this one, numbers of processes begin anew. */
function hidup({ pid, komputer, sejak }: z.infer<typeof PEMEGANG>): boolean {
  if (komputer !== hostname()) return true;
  if (pid === process.pid || sejak < Date.now() - uptime() * 1_000) return false;
  return isHidup(pid);
}

const takTertulis = (path: string, cause: unknown): UserError =>
  new UserError(EXIT.usage, `${path} tidak dapat ditulis. Periksa foldernya.`, { cause });

const sedangDipakai = (rencana: string, path: string, { pid, komputer }: z.infer<typeof PEMEGANG>): UserError =>
  new UserError(
    EXIT.conflict,
    `${rencana} sedang dijalankan proses ${pid} di komputer ${komputer}. Tunggu sampai selesai; ` +
      `bila proses itu sudah tidak ada, hapus ${path} lalu ulangi.`,
  );
