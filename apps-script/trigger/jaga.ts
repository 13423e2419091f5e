/** What every entry point has in common: one writer at a time, and errors that are logged without personal data. */
import { GalatPengguna } from '../google/galat.ts';

/** Longest wait for another run; a form event that gives up is found by the next sweep. */
const TUNGGU_MS = 25_000;

/** Runs `kerja` as the only writer. @throws GalatPengguna when other runs hold the lock for too long */
export function denganKunci<T>(kerja: () => T): T {
  const kunci = LockService.getScriptLock();
  if (!kunci.tryLock(TUNGGU_MS)) {
    throw new GalatPengguna('Sistem sedang sibuk menyimpan perubahan lain. Coba lagi sebentar lagi.');
  }
  try {
    return kerja();
  } finally {
    kunci.releaseLock();
  }
}

/** Logs what went wrong and lets it go on, so that the execution shows as failed. */
export function catatGalat<T>(nama: string, kerja: () => T): T {
  try {
    return kerja();
  } catch (galat) {
    if (galat instanceof GalatPengguna) console.warn(`${nama}: ${galat.message}`);
    else console.error(`${nama}: galat tak terduga\n${jejakTumpukan(galat)}`);
    throw galat;
  }
}

/** Logs something that is tried again. */
export function catatPeringatan(nama: string, galat: unknown): void {
  console.warn(`${nama}: dicoba lagi setelah ${galat instanceof Error ? galat.message : String(galat)}`);
}

/** Logs why a run ended before its work, which is no failure. */
export function catatBerhenti(nama: string, { message }: Error): void {
  console.warn(`${nama}: ${message}`);
}

const jejakTumpukan = (galat: unknown): string =>
  galat instanceof Error ? (galat.stack ?? galat.message) : String(galat);

/** For work of which one part must not stop the others: logs what went wrong and goes on with undefined. */
export function coba<T>(nama: string, kerja: () => T): T | undefined {
  try {
    return catatGalat(nama, kerja);
  } catch {
    return undefined;
  }
}

/** For the sidebar: a refusal keeps its sentence, a bug becomes an honest one. The stack is in the log. */
export function untukPanel<T>(nama: string, kerja: () => T): T {
  try {
    return catatGalat(nama, kerja);
  } catch (galat) {
    if (galat instanceof GalatPengguna) throw new Error(galat.message);
    throw new Error(
      'Galat tak terduga. Muat ulang usulan untuk melihat apakah sudah tersimpan, lalu coba lagi; bila berulang, laporkan waktu kejadiannya kepada admin.',
    );
  }
}
