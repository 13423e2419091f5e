/** A Workspace in memory with a bundle of a few lines, and its pages to ask. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { createWorkspace, type RunningWorkspace } from '#workspace/create-workspace.ts';
import { webRoutes } from '#workspace/web/routes.ts';
import { emergencyForm } from './form-definition.ts';

const CODE = `
function pasang() {
  var form = FormApp.create('Usulan');
  PropertiesService.getScriptProperties().setProperty('KANTOR', JSON.stringify({
    spreadsheets: { register: SpreadsheetApp.getActiveSpreadsheet().getId() },
    forms: { darurat: { id: form.getId(), items: {} } },
  }));
}
function kirim() {
  MailApp.sendEmail({ to: 'pic.rsud@rumahsakit.test', subject: 'Tiket <b>1</b>', body: 'Isi <script>alert(1)</script>' });
}
function gagal() { throw new Error('tidak <i>jadi</i>'); }
`;

export const OWNER = 'sistem.pbi@bantul.test';
export const DINSOS = 'verifikator.dinsos@bantul.test';
export const PIC = 'pic.rsud@rumahsakit.test';
export const BPJS = 'kepesertaan@bpjs.test';

export interface Pages {
  workspace: RunningWorkspace;
  app: Hono;
  bundleDir: string;
  formId: string;
  publishedId: string;
  registerId: string;
  /** GET as somebody (an address), or as nobody. */
  get(path: string, as?: string): Promise<Response>;
  post(path: string, body: URLSearchParams | object, as?: string): Promise<Response>;
  close(): Promise<void>;
}

export async function openPages(): Promise<Pages> {
  const bundleDir = mkdtempSync(join(tmpdir(), 'bundle-'));
  writeFileSync(join(bundleDir, 'appsscript.json'), '{"timeZone":"Asia/Jakarta","runtimeVersion":"V8"}');
  writeFileSync(join(bundleDir, 'Code.js'), CODE);
  const workspace = await createWorkspace({ dir: ':memory:', profile: 'bantul', bundleDir, seed: false });
  const office = JSON.parse(workspace.scripts.properties()['KANTOR'] ?? '{}');
  const formId: string = office.forms.darurat.id;
  const publishedId = workspace.forms.get(formId)?.publishedId ?? '';
  workspace.forms.put(emergencyForm({ id: formId, publishedId }));
  const app = webRoutes(workspace);
  const cookie = (as: string | undefined): Record<string, string> => (as ? { Cookie: `pbi_user=${as}` } : {});
  return {
    workspace,
    app,
    bundleDir,
    formId,
    publishedId,
    registerId: office.spreadsheets.register,
    get: async (path, as) => app.request(path, { headers: cookie(as) }),
    post: async (path, body, as) =>
      app.request(path, {
        method: 'POST',
        headers: {
          ...cookie(as),
          'Content-Type': body instanceof URLSearchParams ? 'application/x-www-form-urlencoded' : 'application/json',
        },
        body: body instanceof URLSearchParams ? body.toString() : JSON.stringify(body),
      }),
    async close() {
      await workspace.close();
      rmSync(bundleDir, { recursive: true });
    },
  };
}
