/** An empty Workspace with a register that somebody made, and calls to its Script API. */
import { createWorkspace, type RunningWorkspace, type WorkspaceOptions } from '#workspace/create-workspace.ts';
import { createApp } from '#workspace/server.ts';
import { writeBundle } from '../../support/mini-office.ts';

type Json = Record<string, unknown>;

/** The answer of a call: its status and its body. */
interface Answer {
  status: number;
  body: Json;
}

export interface Empty {
  readonly workspace: RunningWorkspace;
  /** A call below `/v1/projects` as somebody; default is the owner. */
  call(method: string, path: string, body?: unknown, as?: string): Promise<Answer>;
  /** A spreadsheet of the owner. @returns its id */
  spreadsheet(): string;
  /** Makes a project bound to a new spreadsheet. */
  project(): Promise<{ scriptId: string; parentId: string }>;
}

export const OWNER = 'sistem.pbi@bantul.test';
export const DINSOS = 'verifikator.dinsos@bantul.test';

export const MANIFEST = { name: 'appsscript', type: 'JSON', source: '{"timeZone":"Asia/Jakarta"}' };
export const code = (source: string, name = 'Kode') => ({ name, type: 'SERVER_JS', source });

export async function openEmpty(options: Partial<WorkspaceOptions> = {}): Promise<Empty> {
  const bundleDir = writeBundle('');
  const workspace = await createWorkspace({ dir: ':memory:', profile: 'bantul', bundleDir, empty: true, ...options });
  const app = createApp(workspace, async () => undefined);
  const call: Empty['call'] = async (method, path, body, as = 'local') => {
    const answer = await app.request(`http://127.0.0.1:8787/v1/projects${path}`, {
      method,
      headers: { authorization: `Bearer ${as}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Json };
  };
  const spreadsheet = () => workspace.sheets.create(workspace.users.owner, {}).spreadsheetId ?? '';
  return {
    workspace,
    call,
    spreadsheet,
    async project() {
      const { status, body } = await call('POST', '', { title: 'Register', parentId: spreadsheet() });
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body as { scriptId: string; parentId: string };
    },
  };
}
