/** Runs a whole program and measures it from outside: time, peak of memory, first sign of a result. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Terukur {
  readonly detik: number;
  /** MiB; NaN where it was not measured. */
  readonly puncak: number;
  /** Seconds of processor, all threads together: on a busy machine steadier than time. NaN where it was not measured. */
  readonly cpu: number;
  /** Seconds until the awaited file had something in it, or the program had said something. */
  readonly tandaPertama: number;
  readonly stdout: string;
}

export interface Perintah {
  /** Arguments of node: the script first. */
  readonly argumen: readonly string[];
  /** A file whose first bytes are the first sign. */
  readonly ditunggu?: string;
  /** Without the peak of memory, whose measuring costs a few hundredths of a second. */
  readonly polos?: boolean;
  /** Exit codes that are no failure. */
  readonly boleh?: readonly number[];
}

const PRELOAD = new URL('./puncak.ts', import.meta.url).href;
const POLL_MS = 10;
/** What of a failed program's complaints is worth showing. */
const COMPLAINT = 2000;
/** And of its command. */
const COMMAND = 300;

const hasContent = (file: string): boolean => existsSync(file) && statSync(file).size > 0;

const NOT_MEASURED = { puncak: Number.NaN, cpu: Number.NaN };
const taken = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as typeof NOT_MEASURED;

/** @throws Error where the program ended with another code than 0 or those that are allowed */
export function jalankan({ argumen, ditunggu, polos = false, boleh = [] }: Perintah): Promise<Terukur> {
  const peakFile = join(tmpdir(), `pbi-puncak-${process.pid}-${performance.now()}`);
  const env = { ...process.env, PBI_BENCH_PUNCAK: peakFile };
  if (ditunggu) rmSync(ditunggu, { force: true });
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const since = () => (performance.now() - began) / 1000;
    let first = 0;
    const sign = () => {
      if (first === 0) first = since();
    };
    const child = spawn(process.execPath, [...(polos ? [] : ['--import', PRELOAD]), ...argumen], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const poll = ditunggu ? setInterval(() => hasContent(ditunggu) && sign(), POLL_MS) : undefined;
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => {
      sign();
      stdout += chunk;
    });
    child.stderr.on('data', (chunk: Buffer) => {
      sign();
      stderr = (stderr + chunk).slice(-COMPLAINT);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const detik = since();
      clearInterval(poll);
      const { puncak, cpu } = existsSync(peakFile) ? taken(peakFile) : NOT_MEASURED;
      rmSync(peakFile, { force: true });
      if (code !== 0 && !boleh.includes(code ?? -1)) {
        reject(new Error(`${argumen.join(' ').slice(0, COMMAND)}: ended with ${code}\n${stderr}`));
        return;
      }
      resolve({ detik, puncak, cpu, tandaPertama: first || detik, stdout });
    });
  });
}

/** Repeats programs in turn, so that a disturbance meets all of them, and keeps the best time and the highest peak of each. */
export async function bergantian(kali: number, perintah: readonly Perintah[]): Promise<Terukur[]> {
  const best: Terukur[] = [];
  for (let round = 0; round < kali; round += 1) {
    for (const [index, one] of perintah.entries()) {
      const now = await jalankan(one);
      const before = best[index] ?? now;
      best[index] = {
        detik: Math.min(before.detik, now.detik),
        puncak: Math.max(before.puncak, now.puncak),
        cpu: Math.min(before.cpu, now.cpu),
        tandaPertama: Math.min(before.tandaPertama, now.tandaPertama),
        stdout: now.stdout,
      };
    }
  }
  return best;
}
