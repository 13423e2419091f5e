/** Ticket numbers: route, year and a counter that restarts each year (register book, BTL-G-05; S-34). */
import type { Rute } from './rute.ts';

/** `BTL-D-2026-000123` */
export const buatTiket = (rute: Rute, tahun: string, urut: number): string =>
  `${rute}-${tahun}-${String(urut).padStart(6, '0')}`;

export const POLA_TIKET = /^(BTL-D|BTL-N|BGR-U|BGR-M)-\d{4}-\d{6}$/;
