/** An empty Workspace that is served, and a machine of an officer who installs an office in it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkspace } from '#workspace/create-workspace.ts';
import { type RunningServer, startServer } from '#workspace/server.ts';
import { answerConsent } from '../../support/consent.ts';
import { Office } from '../../support/office.ts';
import { type Circumstances, type Ended, startIn, temporary } from './pbi.ts';

const OWNER = 'sistem.pbi@bantul.test';

export interface Mesin {
  readonly server: RunningServer;
  readonly office: Office;
  /** The folder in which this machine remembers things. */
  readonly config: string;
  /** Runs `pbi` against this Workspace. */
  pbi(...args: string[]): Promise<Ended>;
  start(more: Circumstances, ...args: string[]): ReturnType<typeof startIn>;
  /** Files that it remembers, by name, parsed, with their mode. */
  remembered(): Record<string, { mode: number; isi: Record<string, unknown> }>;
  /** Spreadsheets and forms of the owner by name, and how many script projects there are. */
  made(): { files: string[]; skrip: string | null };
}

/** @param realTime programs at Google go by their own clock */
export async function mesinKosong(
  profile: 'bantul' | 'kota-bogor' = 'bantul',
  { realTime = false } = {},
): Promise<Mesin> {
  const workspace = await createWorkspace({
    dir: ':memory:',
    profile,
    bundleDir: 'dist/apps-script',
    empty: true,
    ...(realTime ? {} : { clock: '2026-11-23T03:00:00Z' }),
  });
  const server = await startServer(workspace, { port: 0 });
  const config = join(temporary(), 'rahasia');
  const start: Mesin['start'] = ({ env = {}, ...more }, ...args) =>
    startIn({ ...more, env: { PBI_CONFIG_DIR: config, ...env } }, ...args);
  const owner = workspace.users.owner;
  return {
    server,
    office: new Office(workspace),
    config,
    start,
    pbi: (...args) => start({}, ...args, '--target', 'local', '--url', server.origin).ended,
    remembered: () =>
      Object.fromEntries(
        readdirSync(config).map((name) => {
          const path = join(config, name);
          return [name, { mode: statSync(path).mode & 0o777, isi: JSON.parse(readFileSync(path, 'utf8')) }];
        }),
      ),
    made: () => ({
      files: (workspace.files.list(owner, {}).files ?? []).map(({ name }) => name ?? '').sort(),
      skrip: workspace.scripts.scriptId,
    }),
  };
}

/** Does at the browser what the program asks for. @returns the page that the browser ends on */
export async function beriIzin(
  { child }: Pick<ReturnType<typeof startIn>, 'child'>,
  { email = OWNER, ...answer }: Parameters<typeof answerConsent>[2] & { email?: string } = {},
): Promise<{ address: URL; back: URL; status: number; page: string }> {
  const address = await alamatIzin(child);
  const back = await answerConsent(address.href, email, answer);
  if (typeof back === 'number') throw new Error(`no consent: ${back}`);
  const shown = await fetch(back);
  return { address, back, status: shown.status, page: await shown.text() };
}

/** The address that the program prints. */
export function alamatIzin(child: ReturnType<typeof startIn>['child']): Promise<URL> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (data) => {
      text += String(data);
      const found = /^(https?:\/\/\S+\/o\/oauth2\/v2\/auth\S+)$/m.exec(text)?.[1];
      if (found) resolve(new URL(found));
    });
    child.once('close', () => reject(new Error(`ended before it printed an address: ${text}`)));
  });
}

/** Folders in which a clasp works, or has been stopped. */
export const claspFolders = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('usulan-pbi-clasp-'));

export const formTitles = ({ office }: Mesin): string[] =>
  Object.values(office.files.forms).map(({ id }) => office.workspace.forms.get(id)?.title ?? '');
