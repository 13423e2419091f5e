/** A listening Workspace without an office, for clients that other people wrote. */
import { auth, drive } from 'googleapis/build/src/apis/drive/index.js';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { createWorkspace } from '#workspace/create-workspace.ts';
import { type RunningServer, startServer } from '#workspace/server.ts';
import { writeBundle } from '../../support/mini-office.ts';
import { OWNER, READER, STAFF } from '../engine/office.ts';

export async function startOffice(): Promise<RunningServer> {
  const people = [OWNER, STAFF, READER];
  const options = { dir: ':memory:', profile: 'bantul', bundleDir: writeBundle(''), empty: true, people } as const;
  return startServer(await createWorkspace(options), { port: 0 });
}

/** Google's client for both APIs, as the person whom the token stands for. */
export function googleClients({ origin }: RunningServer, token: string) {
  const client = new auth.OAuth2();
  client.setCredentials({ access_token: token });
  const options = { rootUrl: `${origin}/`, auth: client };
  const { files, permissions, comments, about } = drive({ version: 'v3', ...options });
  return { book: sheets({ version: 'v4', ...options }).spreadsheets, files, permissions, comments, about };
}
