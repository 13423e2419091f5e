/**
 * Errors in the shape that Google's APIs answer with. One class for every route and service, so that the
 * REST layer and the Apps Script services report the same sentence.
 */

/** Canonical status names of google.rpc.Code that the emulated APIs use, with their HTTP status. */
const HTTP_STATUS = {
  INVALID_ARGUMENT: 400,
  FAILED_PRECONDITION: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  ABORTED: 409,
  RESOURCE_EXHAUSTED: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
} as const;

export type GoogleStatus = keyof typeof HTTP_STATUS;

/**
 * A refusal as Google would phrase it.
 * `reason` is only used by APIs of the older envelope (Drive v3), e.g. `notFound`, `insufficientFilePermissions`.
 */
export class GoogleError extends Error {
  readonly status: GoogleStatus;
  readonly reason: string | undefined;
  /** What programs read of it, e.g. why a token was refused. */
  readonly details: readonly object[] | undefined;

  constructor(status: GoogleStatus, message: string, reason?: string, details?: readonly object[]) {
    super(message);
    this.name = 'GoogleError';
    this.status = status;
    this.reason = reason;
    this.details = details;
  }

  /** The HTTP status code of the answer. */
  get code(): number {
    return HTTP_STATUS[this.status];
  }
}

/** The detail that says in one word why a call was refused, e.g. `ACCESS_TOKEN_EXPIRED`. */
export const errorInfo = (reason: string, metadata: Record<string, string> = {}): object => ({
  '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
  reason,
  domain: 'googleapis.com',
  metadata,
});

/** The 403 that the Sheets API gives somebody who may not open the file. */
export const permissionDenied = (): GoogleError =>
  new GoogleError('PERMISSION_DENIED', 'The caller does not have permission');

/** The 404 of the Sheets API. */
export const entityNotFound = (): GoogleError => new GoogleError('NOT_FOUND', 'Requested entity was not found.');

/** Thrown loudly wherever the Workspace does not reproduce something that Google has. Never a silent stub. */
export class NotEmulatedError extends Error {
  constructor(what: string) {
    super(`not emulated: ${what}`);
    this.name = 'NotEmulatedError';
  }
}
