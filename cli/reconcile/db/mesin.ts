/** DuckDB inside this process: without network, within bounds of memory, and leaving nothing behind. */
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { EXIT, UserError } from '../../errors.ts';
import { SINYAL } from '../../henti.ts';
import { buatFolder, hapusFolder } from './folder.ts';

export interface OpsiMesin {
  /** As DuckDB writes it, e.g. `2GB`; more is spilled to disk. */
  readonly memori?: string;
  /** How many processors are used; all without it. */
  readonly inti?: number;
}

export interface Mesin {
  readonly koneksi: DuckDBConnection;
  /** Private folder of this run. */
  readonly folder: string;
  /** Runs statements one after the other. */
  jalankan(sql: string): Promise<void>;
  /** Rows as objects; BIGINT as text. */
  baca(sql: string): Promise<Record<string, unknown>[]>;
  /** Files that are only half written until `lepas`: removed when the run ends before. */
  titip(path: string): { lepas(): void };
}

const MEMORI = '2GB';

/** Rows pass through as short-lived objects; without a bound V8 would keep a hundred megabytes for them. */
setFlagsFromString('--max-semi-space-size=4');
setFlagsFromString('--semi-space-growth-factor=1');

/** Nothing is ever fetched or loaded from outside. */
export const TERTUTUP = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
};

/**
 * Gives a database to `kerja` and clears up behind it, also after Ctrl-C.
 * @throws UserError code 130 after an interrupt, 1 when the memory does not suffice
 */
export async function denganMesin<T>(opsi: OpsiMesin, kerja: (mesin: Mesin) => Promise<T>): Promise<T> {
  const folder = buatFolder();
  const titipan = new Set<string>();
  const bersihkan = () => {
    for (const path of titipan) hapusFolder(path);
    hapusFolder(folder);
  };
  process.once('exit', bersihkan);
  let dihentikan = false;
  let koneksi: DuckDBConnection | undefined;
  const hentikan = () => {
    dihentikan = true;
    koneksi?.interrupt();
  };
  // Before the database is made: the folder is there already.
  for (const satu of SINYAL) process.on(satu, hentikan);
  const instance = await DuckDBInstance.create(':memory:', {
    ...TERTUTUP,
    memory_limit: opsi.memori ?? MEMORI,
    threads: String(opsi.inti ?? availableParallelism()),
    temp_directory: folder,
    preserve_insertion_order: 'false',
    allocator_flush_threshold: '16MB',
    // Tables that are dropped make room for what comes next; by itself that waits for half a gigabyte.
    allocator_bulk_deallocation_flush_threshold: '32MB',
  });
  const dibuka = await instance.connect();
  koneksi = dibuka;
  const periksa = () => {
    if (dihentikan) throw new UserError(EXIT.interrupted, 'Dihentikan. Tidak ada berkas setengah jadi.');
  };
  try {
    return await kerja({
      koneksi: dibuka,
      folder,
      async jalankan(sql) {
        periksa();
        await dibuka.run(sql);
        periksa();
      },
      async baca(sql) {
        periksa();
        return (await dibuka.runAndReadAll(sql)).getRowObjectsJson();
      },
      titip(path) {
        titipan.add(path);
        return { lepas: () => titipan.delete(path) };
      },
    });
  } catch (error) {
    periksa();
    if (isCsvRusak(error)) throw csvRusak(error);
    throw isKurangMemori(error) ? kurangMemori(opsi.memori ?? MEMORI, error) : tanpaData(error);
  } finally {
    for (const satu of SINYAL) process.off(satu, hentikan);
    dibuka.closeSync();
    instance.closeSync();
    bersihkan();
    process.off('exit', bersihkan);
  }
}

const isKurangMemori = (error: unknown): boolean =>
  error instanceof Error && /out of memory/i.test(error.message) && !(error instanceof UserError);

const isCsvRusak = (error: unknown): error is Error =>
  error instanceof Error && !(error instanceof UserError) && /CSV (?:Parser|Error)/.test(error.message);

/** Where lines end in two ways the database gives up; it does not say where. */
function csvRusak(error: Error): UserError {
  const nama = basename(/^ *file = (.*)$/m.exec(error.message)?.[1] ?? 'Berkas CSV');
  const kalimat = `${nama} tidak dapat dibaca sebagai CSV: akhir barisnya bercampur (CRLF dan LF), atau ada tanda kutip yang rusak. Buka dan simpan ulang sebagai CSV UTF-8, lalu ulangi.`;
  return new UserError(EXIT.badInput, kalimat, { cause: error });
}

/** The message of the database may quote values, so it is not passed on. */
const kurangMemori = (memori: string, cause: unknown): UserError =>
  new UserError(EXIT.unexpected, `Memori ${memori} tidak cukup. Beri lebih banyak dengan --memori.`, { cause });

/** What the database says may quote a cell; everything between quotes and every long number is taken out. */
const tanpaIsi = (pesan: string): string => pesan.replace(/'[^']*'|"[^"]*"/g, "'…'").replace(/\d{6,}/g, '…');

function tanpaData(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  // Some kinds of errors only show their message.
  Object.defineProperty(error, 'message', { value: tanpaIsi(error.message) });
  if (error.stack !== undefined) error.stack = tanpaIsi(error.stack);
  return error;
}
