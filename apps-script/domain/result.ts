/** Outcome of an operation that can fail in an expected way; unexpected failures are exceptions. */

export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A successful outcome. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** A failed outcome. */
export function gagal<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/**
 * Closes a `switch` over a union: a forgotten case is a compile error, and data from outside that the types did not
 * foresee stops here. The value stays out of the message because it may be personal data.
 */
export function assertNever(_x: never): never {
  throw new TypeError('Nilai di luar daftar yang dikenal');
}
