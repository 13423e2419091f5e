/** Whoever stops a run, or is stopped by the network, hears how to go on: the journal and the queue know where. */
import { EXIT, UserError } from '../errors.ts';
import { type TargetOptions, URL_LOKAL } from '../google/target-options.ts';
import { SINYAL } from '../henti.ts';

/** The command that goes on with a plan. */
export function perintahLanjut(
  path: string,
  { target, url, sebagai, kantor, akunLayanan, buku }: TargetOptions,
): string {
  const opsi = [
    ...(target === 'local' ? [] : ['--target', target]),
    ...(target === 'local' && url !== URL_LOKAL ? ['--url', url] : []),
    ...(sebagai === undefined ? [] : ['--sebagai', sebagai]),
    ...(kantor === undefined ? [] : ['--kantor', kantor]),
    ...(akunLayanan === undefined ? [] : ['--akun-layanan', akunLayanan]),
    ...(buku === undefined ? [] : ['--buku', buku]),
  ];
  return ['pbi', 'terapkan', path, ...opsi].map((kata) => (/\s/.test(kata) ? `"${kata}"` : kata)).join(' ');
}

/** @throws UserError with that sentence where `kerja` was cut off by the network or a quota */
export async function denganLanjutan<T>(path: string, options: TargetOptions, kerja: () => Promise<T>): Promise<T> {
  const lanjut = `Lanjutkan dengan: ${perintahLanjut(path, options)}`;
  const stop = (): void => {
    process.stderr.write(`\nDihentikan. ${lanjut}\n`);
    process.exit(EXIT.interrupted);
  };
  for (const signal of SINYAL) process.once(signal, stop);
  try {
    return await kerja();
  } catch (error) {
    const terputus =
      error instanceof UserError && [EXIT.unexpected, EXIT.quota].some((code) => code === error.exitCode);
    throw terputus ? new UserError(error.exitCode, `${error.message} ${lanjut}`, { cause: error }) : error;
  } finally {
    for (const signal of SINYAL) process.off(signal, stop);
  }
}

/** For answers that did not come in time. */
export const kalimatMenunggu = (path: string, { tunggu, ...options }: TargetOptions & { tunggu: number }): string =>
  `Belum dijawab setelah ${tunggu} detik. Jalankan lagi nanti: ${perintahLanjut(path, options)}. ` +
  'Tidak ada yang dikirim dua kali.\n';
