/**
 * What every Google API route of the Workspace shares: who is asking, how errors look on the wire, and how
 * parameters and bodies are read.
 */
import { type Context, type ErrorHandler, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { errorInfo, GoogleError, type GoogleStatus, NotEmulatedError } from '../errors.ts';
import { missingScope, reachesOwnFilesOnly } from '../oauth/scopes.ts';
import type { User } from '../users.ts';
import type { Kernel } from '../workspace.ts';

/** `rpc`: Sheets, Forms, Script (`error.status`). `drive`: the older envelope with `error.errors[].reason`. */
export type EnvelopeStyle = 'rpc' | 'drive';

/** Routes made by `googleApi` know who calls, and what the token was given for (null: everything). */
export type GoogleEnv = { Variables: { actor: User; scopes: readonly string[] | null } };
export type GoogleContext = Context<GoogleEnv>;

/** The largest request body that the emulated APIs read. */
const MAX_BODY_BYTES = 20 * 1024 * 1024;

const DRIVE_REASON: Record<GoogleStatus, string> = {
  INVALID_ARGUMENT: 'invalid',
  FAILED_PRECONDITION: 'failedPrecondition',
  UNAUTHENTICATED: 'authError',
  PERMISSION_DENIED: 'forbidden',
  NOT_FOUND: 'notFound',
  ALREADY_EXISTS: 'conflict',
  ABORTED: 'aborted',
  RESOURCE_EXHAUSTED: 'rateLimitExceeded',
  INTERNAL: 'internalError',
  UNAVAILABLE: 'backendError',
};

/**
 * A Hono app for one API below `prefix` (e.g. `/drive/v3`): authenticates, limits bodies, reports errors in the
 * API's envelope. Paths of its routes are relative to the prefix.
 */
export function googleApi(kernel: Kernel, prefix: string, style: EnvelopeStyle): Hono<GoogleEnv> {
  const app = new Hono<GoogleEnv>().basePath(prefix);
  app.onError(errorHandler(kernel, style));
  app.use('*', authenticate(kernel));
  app.use('*', bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => tooLarge(c, style) }));
  return app;
}

/** Call after the last route: any other path of this API answers 501 instead of an anonymous 404. */
export function refuseOtherRoutes(app: Hono<GoogleEnv>): void {
  app.all('*', (c) => {
    throw new NotEmulatedError(`${c.req.method} ${c.req.path}`);
  });
}

/** Puts the user that the Authorization header stands for into the context, or answers 401; 403 for a token without the scope. */
export function authenticate(kernel: Pick<Kernel, 'users'>): MiddlewareHandler<GoogleEnv> {
  return async (c, next) => {
    const { user, token } = kernel.users.authenticate(c.req.header('authorization'));
    const { method, path } = c.req;
    const missing = token && missingScope(token.scopes, method, path);
    if (missing) {
      const asked = `error="insufficient_scope", scope="${missing.scopes.join(' ')}"`;
      c.header('WWW-Authenticate', `Bearer realm="https://accounts.google.com/", ${asked}`);
      throw insufficientScopes(missing.service);
    }
    const ownFilesOnly = token !== undefined && reachesOwnFilesOnly(token.scopes, method, path);
    c.set('actor', token ? { ...user, program: { clientId: token.clientId, ownFilesOnly } } : user);
    c.set('scopes', token?.scopes ?? null);
    await next();
  };
}

const insufficientScopes = (service: string): GoogleError =>
  new GoogleError('PERMISSION_DENIED', 'Request had insufficient authentication scopes.', 'insufficientPermissions', [
    errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT', { service }),
  ]);

/** Turns what a route threw into Google's answer. Unexpected errors are logged; their text never leaves the process. */
export function errorHandler(kernel: Pick<Kernel, 'log'>, style: EnvelopeStyle): ErrorHandler<GoogleEnv> {
  return (error, c) => {
    if (error instanceof GoogleError) {
      return c.json(envelope(error, style), error.code as ContentfulStatusCode);
    }
    if (error instanceof NotEmulatedError) {
      kernel.log.warn({ method: c.req.method, path: c.req.path }, error.message);
      const body = { code: 501, message: error.message, status: 'UNIMPLEMENTED' };
      const errors = [{ message: error.message, domain: 'global', reason: 'notImplemented' }];
      return c.json({ error: style === 'drive' ? { ...body, errors } : body }, 501);
    }
    kernel.log.error({ err: error, method: c.req.method, path: c.req.path }, 'unexpected error in an API route');
    return c.json(envelope(new GoogleError('INTERNAL', 'Internal error encountered.'), style), 500);
  };
}

/** The body of an error answer. */
function envelope(error: GoogleError, style: EnvelopeStyle): { error: Record<string, unknown> } {
  const { code, message, status, details } = error;
  const more = details && { details };
  if (style === 'rpc') return { error: { code, message, status, ...more } };
  const detail = { message, domain: 'global', reason: error.reason ?? DRIVE_REASON[status] };
  // Google's front end refuses a token before Drive sees the call, hence the extra `status`.
  const early = status === 'UNAUTHENTICATED' || details !== undefined;
  return { error: { code, message, errors: [detail], ...(early && { status }), ...more } };
}

/**
 * The JSON body of a request; an absent body counts as `{}`, as at Google.
 * @throws GoogleError INVALID_ARGUMENT when it is not a JSON object
 */
export async function readJson<T extends object>(c: Context): Promise<T> {
  const text = await c.req.text();
  if (text.trim() === '') return {} as T;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, which may hold personal data.
    throw new GoogleError('INVALID_ARGUMENT', 'Invalid JSON payload received. Parsing error.', 'parseError');
  }
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    throw new GoogleError(
      'INVALID_ARGUMENT',
      'Invalid JSON payload received. Root element must be a message.',
      'parseError',
    );
  }
  return body as T;
}

/** Every value of a repeated query parameter, in order. */
export const queryList = (c: Context, name: string): string[] => c.req.queries(name) ?? [];

/**
 * A boolean query parameter; also as Python clients write it (`True`). undefined when absent.
 * @throws GoogleError INVALID_ARGUMENT for anything else
 */
export function queryBoolean(c: Context, name: string): boolean | undefined {
  const text = c.req.query(name);
  if (text === undefined || text === '') return undefined;
  const lower = text.toLowerCase();
  if (lower === 'true' || lower === '1') return true;
  if (lower === 'false' || lower === '0') return false;
  throw new GoogleError('INVALID_ARGUMENT', `Invalid value at '${name}' (TYPE_BOOL), "${text}"`, 'invalidParameter');
}

function tooLarge(c: Context, style: EnvelopeStyle): Response {
  const message = `Request payload size exceeds the limit: ${MAX_BODY_BYTES} bytes.`;
  const { error } = envelope(new GoogleError('INVALID_ARGUMENT', message, 'uploadTooLarge'), style);
  return c.json({ error: { ...error, code: 413 } }, 413);
}
