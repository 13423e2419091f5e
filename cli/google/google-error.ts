/** What a refused or failed request means for the person at the terminal, and whether it may be repeated. */
import { EXIT, UserError } from '../errors.ts';
import { penolakan } from './penolakan.ts';

const AUTH = 'Anda tidak berhak membuka spreadsheet ini. Periksa --sebagai, atau minta admin memeriksa tab Peran.';
const NO_USER = 401;
const TOO_MANY = 429;
const SENTENCES: Readonly<Record<number, readonly [code: UserError['exitCode'], sentence: string]>> = {
  [NO_USER]: [EXIT.auth, 'Pengguna tidak dikenal. Periksa --sebagai, atau jalankan lagi pbi masuk.'],
  403: [EXIT.auth, AUTH],
  404: [EXIT.usage, 'Spreadsheet tidak ditemukan. Periksa --buku.'],
  409: [EXIT.conflict, 'Spreadsheet sedang berubah. Jalankan lagi perintah yang sama.'],
  [TOO_MANY]: [EXIT.quota, 'Jatah permintaan habis. Tunggu beberapa menit, lalu jalankan lagi perintah yang sama.'],
};

const LOST = 'Sambungan ke kantor terputus. Jalankan lagi perintah yang sama: yang sudah terkirim tidak dikirim ulang.';

/** An answer that is none: cut off, or a page of some machine in between. */
export class BrokenAnswer extends Error {}

/** Fields of the errors of the client library. */
interface RequestError {
  readonly status?: unknown;
  readonly response?: { readonly status?: unknown; readonly headers?: Headers; readonly data?: unknown };
}

/** A failed request, as against a mistake in this program. */
const isRequestError = (error: unknown): error is Error & RequestError => error instanceof Error && 'config' in error;

/** Quotas are refused with 429 by some services and with 403 by others. */
const isQuota = ({ response }: RequestError): boolean =>
  /"(rateLimitExceeded|userRateLimitExceeded|quotaExceeded)"/.test(JSON.stringify(response?.data ?? ''));

/** HTTP status of a failed request; undefined when no answer came. */
export function statusOf(error: unknown): number | undefined {
  if (!isRequestError(error)) return undefined;
  const found = error.response?.status ?? error.status;
  if (typeof found !== 'number') return undefined;
  return found === 403 && isQuota(error) ? TOO_MANY : found;
}

/** True for a failure that may be gone a moment later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof BrokenAnswer) return true;
  if (!isRequestError(error)) return false;
  const status = statusOf(error);
  return status === undefined || status === 408 || status === TOO_MANY || status >= 500;
}

/** Milliseconds that the service asks to wait: its header says seconds or a date. */
export function retryAfter(error: unknown): number | undefined {
  const text = isRequestError(error) ? error.response?.headers?.get('retry-after') : undefined;
  if (typeof text !== 'string') return undefined;
  const wait = /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
  return Number.isFinite(wait) && wait >= 0 ? wait : undefined;
}

/**
 * The failure of a request in a sentence; what the service said stays out of it, for it may repeat cells.
 * @param named sentences for statuses that mean more here
 */
export function explained(error: unknown, named: Readonly<Record<number, string>> = {}): unknown {
  if (!isRequestError(error) && !(error instanceof BrokenAnswer)) return error;
  const status = statusOf(error) ?? 0;
  const own = named[status];
  const known = status === 0 || status === NO_USER ? undefined : penolakan(error);
  if (known) return known;
  const [code, sentence] = SENTENCES[status] ?? [EXIT.unexpected, isPassing(error) ? LOST : refused(status)];
  if (own !== undefined) return new UserError(SENTENCES[status] ? code : EXIT.conflict, own, { cause: error });
  return new UserError(code, sentence, { cause: error });
}

const refused = (status: number): string =>
  `Kantor menolak permintaan ini (HTTP ${status}). Perbarui pbi, lalu coba lagi; bila berulang, laporkan kepada admin.`;
