/** A small office for tests of the Workspace itself: a hand-written bundle, nothing of the real one. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkspace, type RunningWorkspace, type WorkspaceOptions } from '../../cli/workspace/create-workspace.ts';
import type { RunRequest, RunResult } from '../../cli/workspace/workspace.ts';

/** Makes a form with two questions and a sheet `Data`, and notes where they are. */
const INSTALL = `
function pasang(setelan) {
  var ss = SpreadsheetApp.getActiveSpreadsheet();
  Sheets.Spreadsheets.batchUpdate({ requests: [
    { updateSpreadsheetProperties: { properties: { locale: 'id_ID', timeZone: 'Asia/Jakarta' }, fields: 'locale,timeZone' } },
    { updateSheetProperties: { properties: { sheetId: 0, title: 'Data' }, fields: 'title' } }
  ] }, ss.getId());
  setelan.pengguna.forEach(function (orang) {
    if (orang.peran === 'dinsos') {
      Drive.Permissions.create({ type: 'user', role: 'writer', emailAddress: orang.email }, ss.getId());
    }
  });
  var form = FormApp.create('Usulan', true);
  var nama = form.addTextItem().setTitle('Nama').setRequired(true);
  var kota = form.addMultipleChoiceItem().setTitle('Kota').setChoiceValues(['Bantul', 'Bogor']);
  PropertiesService.getScriptProperties().setProperty('KANTOR', JSON.stringify({
    spreadsheets: { register: ss.getId() },
    forms: { usulan: { id: form.getId(), items: { nama: nama.getId(), kota: kota.getId() } } }
  }));
}
function kantor() { return JSON.parse(PropertiesService.getScriptProperties().getProperty('KANTOR')); }
`;

const ADVANCED = [
  { userSymbol: 'Sheets', version: 'v4', serviceId: 'sheets' },
  { userSymbol: 'Drive', version: 'v3', serviceId: 'drive' },
];
const MANIFEST = JSON.stringify({
  timeZone: 'Asia/Jakarta',
  runtimeVersion: 'V8',
  dependencies: { enabledAdvancedServices: ADVANCED },
});

/** Writes a built folder with this code (and the installation) and returns its path. */
export function writeBundle(code: string, html: Record<string, string> = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'pbi-bundle-'));
  writeFileSync(join(dir, 'Code.js'), INSTALL + code);
  writeFileSync(join(dir, 'appsscript.json'), MANIFEST);
  for (const [name, source] of Object.entries(html)) writeFileSync(join(dir, `${name}.html`), source);
  return dir;
}

export interface Office {
  readonly workspace: RunningWorkspace;
  readonly register: string;
  readonly form: { id: string; items: { nama: number; kota: number } };
  /** Runs a function as the owner unless the request says otherwise. */
  run(name: string, args?: unknown[], more?: Partial<RunRequest>): Promise<RunResult>;
  /** The value of a run that must succeed. */
  value(name: string, ...args: unknown[]): Promise<unknown>;
  /** What a person sends with the form. */
  submit(answers: { nama: string; kota?: string }): void;
}

/** Opens an office whose script is this code. Close `workspace` at the end. */
export async function openOffice(
  code: string,
  options: Partial<WorkspaceOptions> & { html?: Record<string, string> } = {},
): Promise<Office> {
  const { html = {}, ...rest } = options;
  const bundleDir = writeBundle(code, html);
  const workspace = await createWorkspace({ dir: ':memory:', profile: 'bantul', bundleDir, ...rest });
  return officeOf(workspace);
}

export function officeOf(workspace: RunningWorkspace): Office {
  const noted = JSON.parse(workspace.scripts.properties()['KANTOR'] ?? '{}') as {
    spreadsheets: { register: string };
    forms: { usulan: Office['form'] };
  };
  const form = noted.forms.usulan;
  const entryOf = (itemId: number): string => {
    const item = workspace.forms.get(form.id)?.items.find(({ id }) => id === itemId);
    return item && 'entryId' in item ? String(item.entryId) : '';
  };
  const run: Office['run'] = (name, args = [], more = {}) =>
    workspace.scripts.run({ function: name, args, user: workspace.users.owner, source: 'sidebar', ...more });
  return {
    workspace,
    register: noted.spreadsheets.register,
    form,
    run,
    async value(name, ...args) {
      const result = await run(name, args);
      if (!result.ok) throw new Error(result.error);
      return result.value;
    },
    submit({ nama, kota }) {
      const definition = workspace.forms.get(form.id);
      if (!definition) throw new Error('no form');
      const answers = { [entryOf(form.items.nama)]: nama, ...(kota && { [entryOf(form.items.kota)]: kota }) };
      const result = workspace.forms.submit(definition, answers, {});
      if (!result.ok) throw new Error('refused');
    },
  };
}
