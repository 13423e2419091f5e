/** What a refused or failed request means for the person at the terminal. */
import { EXIT, UserError } from '../errors.ts';

const AUTH = 'Anda tidak berhak membuka spreadsheet ini. Periksa --sebagai, atau minta admin memeriksa tab Peran.';
const SENTENCES: Readonly<Record<number, readonly [code: UserError['exitCode'], sentence: string]>> = {
  401: [EXIT.auth, 'Pengguna tidak dikenal. Periksa --sebagai.'],
  403: [EXIT.auth, AUTH],
  404: [EXIT.usage, 'Spreadsheet tidak ditemukan. Periksa --buku.'],
  409: [EXIT.conflict, 'Spreadsheet sedang berubah. Jalankan lagi perintah yang sama.'],
  429: [EXIT.quota, 'Jatah permintaan habis. Tunggu beberapa menit, lalu jalankan lagi perintah yang sama.'],
};

const LOST = 'Sambungan ke kantor terputus. Jalankan lagi perintah yang sama: yang sudah terkirim tidak dikirim ulang.';

/** A failed request, as against a mistake in this program. */
const isRequestError = (error: unknown): boolean => error instanceof Error && 'config' in error;

/** HTTP status of a failed request; undefined when no answer came. */
function statusOf(error: unknown): number | undefined {
  const { status, response } = error as { status?: unknown; response?: { status?: unknown } };
  const found = response?.status ?? status;
  return typeof found === 'number' ? found : undefined;
}

/** True for a failure that may be gone a moment later. */
export function isPassing(error: unknown): boolean {
  if (!isRequestError(error)) return false;
  const status = statusOf(error);
  return status === undefined || status === 429 || status >= 500;
}

/** Runs a request; what it throws becomes a sentence. `named` are sentences for statuses that mean more here. */
export async function asking<T>(request: () => Promise<T>, named: Readonly<Record<number, string>> = {}): Promise<T> {
  try {
    return await request();
  } catch (error) {
    const status = statusOf(error) ?? 0;
    const own = named[status];
    const [code, sentence] = SENTENCES[status] ?? [EXIT.unexpected, LOST];
    if (own !== undefined) throw new UserError(SENTENCES[status] ? code : EXIT.conflict, own, { cause: error });
    if (!SENTENCES[status] && !isPassing(error)) throw error;
    throw new UserError(code, sentence, { cause: error });
  }
}
