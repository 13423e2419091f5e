/** A kernel in memory with four synthetic people, for tests of Drive and Forms. */

import { type Logger, pino } from 'pino';
import { createClock } from '#workspace/clock.ts';
import { openStore, type Store } from '#workspace/store/store.ts';
import { createUsers, type User } from '#workspace/users.ts';
import type { Kernel } from '#workspace/workspace.ts';

export const OWNER: User = { email: 'admin@pbi.test', role: 'admin', name: 'Admin PBI' };
export const DINSOS: User = { email: 'petugas@dinsos.test', role: 'dinsos', name: 'Petugas Dinsos' };
export const BPJS: User = { email: 'petugas@bpjs.test', role: 'bpjs', name: 'Petugas BPJS' };
export const STRANGER: User = { email: 'pic@rs-lain.test', role: 'pic', name: 'PIC RS Lain' };

export interface TestKernel extends Kernel {
  /** Everything logged so far, one JSON line each. */
  lines: string[];
}

/** @param path the store's file; in memory unless a test reopens it */
export function testKernel(path = ':memory:'): TestKernel {
  const store: Store = openStore(path);
  const lines: string[] = [];
  const log: Logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const clock = createClock(store.documents('clock'));
  const users = createUsers([OWNER, DINSOS, BPJS, STRANGER]);
  return { store, clock, users, log, lines, origin: () => 'http://127.0.0.1:8787' };
}
