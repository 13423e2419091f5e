/** Talks to the local server; the cookie says who asks. */

/** A refusal in the server's words. `reason` is `warning` when confirming would let the change through. */
export class Refused extends Error {
  readonly status: number;
  readonly reason: string | undefined;

  constructor(message: string, status: number, reason?: string) {
    super(message);
    this.status = status;
    this.reason = reason;
  }
}

const OFFLINE = 'Tidak ada sambungan ke server lokal. Pastikan server masih berjalan, lalu coba lagi.';

interface ErrorBody {
  error?: { message?: string; reason?: string } | string;
}

/** @throws Refused when there is no connection or the answer is an error. */
async function request<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init).catch(() => {
    throw new Refused(OFFLINE, 0);
  });
  const body: (T & ErrorBody) | undefined = await response.json().catch(() => undefined);
  if (response.ok && body) return body;
  const error = typeof body?.error === 'string' ? { message: body.error } : body?.error;
  throw new Refused(
    error?.message ?? `Server menjawab dengan kesalahan ${response.status}.`,
    response.status,
    error?.reason,
  );
}

export const get = <T>(path: string): Promise<T> => request<T>(path);

export const post = <T>(path: string, body: unknown): Promise<T> =>
  request<T>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

export const remove = <T>(path: string): Promise<T> => request<T>(path, { method: 'DELETE' });

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
