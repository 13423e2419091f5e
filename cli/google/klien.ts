/** Clients of Google's APIs for whoever signed in. Each API is loaded alone, when it is first used. */
import type { AuthClient } from 'google-auth-library';
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import type { script_v1 } from 'googleapis/build/src/apis/script/v1.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { akarLayanan, type Tempat } from './tempat.ts';

export interface Klien {
  readonly sheets: () => Promise<sheets_v4.Sheets>;
  /** Uploads of media go to the local Workspace only with `rootUrl` given to the request itself. */
  readonly drive: () => Promise<drive_v3.Drive>;
  readonly forms: () => Promise<forms_v1.Forms>;
  readonly script: () => Promise<script_v1.Script>;
}

export function createKlien(client: AuthClient, tempat: Tempat): Klien {
  // `persist` repeats requests; the client would repeat some of them once more each time. The library's own type of
  // clients is a copy of this one.
  const opsi = { auth: client as never, ...akarLayanan(tempat), retry: false };
  const sekali = <T>(buat: () => Promise<T>): (() => Promise<T>) => {
    let ada: Promise<T> | undefined;
    return () => {
      ada ??= buat();
      return ada;
    };
  };
  return {
    sheets: sekali(async () =>
      (await import('googleapis/build/src/apis/sheets/index.js')).sheets({ version: 'v4', ...opsi }),
    ),
    drive: sekali(async () =>
      (await import('googleapis/build/src/apis/drive/index.js')).drive({ version: 'v3', ...opsi }),
    ),
    forms: sekali(async () =>
      (await import('googleapis/build/src/apis/forms/index.js')).forms({ version: 'v1', ...opsi }),
    ),
    script: sekali(async () =>
      (await import('googleapis/build/src/apis/script/index.js')).script({ version: 'v1', ...opsi }),
    ),
  };
}
