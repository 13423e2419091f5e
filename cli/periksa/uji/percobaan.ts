/** One small experiment: what is done, and what this project expects of Google's answer. The local Workspace answers so. */
import type { Alat } from './alat.ts';

export interface Percobaan {
  readonly kode: string;
  /** What it is about, for people. */
  readonly judul: string;
  /** What this project builds upon: why the answer matters. */
  readonly sebab: string;
  /** @returns JSON without ids, addresses or times */
  readonly jalankan: (alat: Alat) => Promise<unknown>;
  readonly harapan: unknown;
}
