/** What a backup says of itself: of which office, from when, and what must be in it, byte for byte. */
import * as z from 'zod/mini';

export const FORMAT = 'usulan-pbi/cadangan';
/** Goes up when an older `pulihkan` would read a backup wrongly. */
export const VERSI_FORMAT = 1;
export const NAMA_MANIFES = 'manifest.json';

const ANGGOTA = z.object({
  nama: z.string(),
  bita: z.number(),
  /** Lines of a table, 0 for what is none. */
  baris: z.number(),
  sha256: z.string(),
});

/** A tab of a spreadsheet, and the member that holds its rows. */
const TAB = z.object({ anggota: z.string(), judul: z.string(), idLembar: z.number() });

const BUKU = z.object({ nama: z.string(), id: z.string(), judul: z.string(), tab: z.array(TAB) });

const FORMULIR = z.object({ nama: z.string(), id: z.string(), struktur: z.string(), tanggapan: z.string() });

export const MANIFES = z.object({
  format: z.literal(FORMAT),
  versi: z.number(),
  /** Of the program that made it. */
  pbi: z.string(),
  /** Of the register's structure. */
  skema: z.string(),
  dibuat: z.string(),
  oleh: z.string(),
  kantor: z.string(),
  register: z.extend(BUKU, { bentuk: z.string() }),
  berbagi: z.array(BUKU),
  formulir: z.array(FORMULIR),
  /** Last line of the log; `putus` names the first one that does not fit its predecessor. */
  riwayat: z.object({ nomor: z.string(), hash: z.string(), putus: z.optional(z.string()) }),
  /** What could not be taken along, in sentences. */
  catatan: z.array(z.string()),
  anggota: z.array(ANGGOTA),
});

export type Manifes = z.infer<typeof MANIFES>;
export type Anggota = z.infer<typeof ANGGOTA>;
export type BukuTercatat = z.infer<typeof BUKU>;
export type FormulirTercatat = z.infer<typeof FORMULIR>;
