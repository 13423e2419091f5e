/** The Sheets API of an office, as the one user who signed in. */
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';

/** Reads are repeated when the network or the service fails for a moment; writes never by themselves. */
const RETRY = {
  retry: 4,
  noResponseRetries: 4,
  retryDelay: 250,
  httpMethodsToRetry: ['GET'],
  statusCodesToRetry: [
    [429, 429],
    [500, 599],
  ],
};

/** A service that does not answer at all counts as a broken line. */
const TIMEOUT_MS = 60_000;

/** @param origin of the local Workspace; it takes the address of a user for a token */
export const createSheets = (origin: string, email: string): sheets_v4.Sheets =>
  sheets({
    version: 'v4',
    rootUrl: `${origin}/`,
    headers: { authorization: `Bearer ${email}` },
    timeout: TIMEOUT_MS,
    retryConfig: RETRY,
  });
