/** The Sheets API of an office, as the one user who signed in. */
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';

/** @param origin of the local Workspace; it takes the address of a user for a token */
export const createSheets = (origin: string, email: string): sheets_v4.Sheets =>
  sheets({
    version: 'v4',
    rootUrl: `${origin}/`,
    headers: { authorization: `Bearer ${email}` },
    // `persist` repeats requests; the client would repeat some of them once more each time.
    retry: false,
  });
