/** Calls the server's functions, one at a time, through `google.script.run`. */
import type { LayananPanel } from '#usecase/panel-jenis.ts';

type Service = keyof LayananPanel;

interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: unknown) => void): Runner;
}

declare global {
  var google: { script: { run: Runner } } | undefined;
}

/** A reading that takes longer has lost its answer; a writing may take the six minutes that Google allows. */
const LIMIT_MS: Record<Service, number> = {
  panelBuka: 60_000,
  panelPilihan: 30_000,
  panelRiwayat: 60_000,
  cetakCatatanPemohon: 60_000,
  cetakSaranDukcapil: 60_000,
  panelKeluarga: 120_000,
  panelTolakSaran: 120_000,
  panelTindakan: 370_000,
};

let tail: Promise<unknown> = Promise.resolve();

/**
 * Asks the server as soon as it has answered what was asked before.
 * @throws Error with the server's message, or when it stays silent.
 */
export function call<K extends Service>(
  name: K,
  ...args: Parameters<LayananPanel[K]>
): Promise<ReturnType<LayananPanel[K]>> {
  const answer = tail.then(() => ask(name, args[0], LIMIT_MS[name]));
  tail = answer.catch(() => undefined);
  return answer as Promise<ReturnType<LayananPanel[K]>>;
}

/**
 * Asks a function of the server at once.
 * @throws Error as `call`
 */
export function ask(name: string, request: unknown, limitMs: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fail = (message: string) => reject(new Error(message));
    if (!globalThis.google) {
      fail('Panel ini hanya berjalan di dalam spreadsheet.');
      return;
    }
    const limit = setTimeout(() => fail('Server tidak menjawab. Periksa sambungan internet.'), limitMs);
    const runner = globalThis.google.script.run
      .withSuccessHandler((answer) => {
        clearTimeout(limit);
        resolve(answer);
      })
      .withFailureHandler((error) => {
        clearTimeout(limit);
        fail(errorText(error));
      });
    const service = (runner as unknown as Record<string, (...args: unknown[]) => void>)[name];
    service?.(...(request === undefined ? [] : [request]));
  });
}

/** The words of whatever a failure brought along: the server's own sentence where it gave one. */
export function errorText(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  const text = typeof message === 'string' ? message.replace(/^(Script|Type|Range)?Error: /, '') : '';
  return text === '' ? 'Galat tak terduga tanpa keterangan.' : text;
}
