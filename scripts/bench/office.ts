/** An office on disk for the bench, with the gestures of the people who work in it. Each gesture gives its execution. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Discovery, discovery } from '../../cli/workspace/control/discovery.ts';
import { createWorkspace, type RunningWorkspace } from '../../cli/workspace/create-workspace.ts';
import type { User } from '../../cli/workspace/users.ts';
import { readEntries } from '../../cli/workspace/web/form/entries.ts';
import { emergencyPatient, prefilledQuery } from '../../cli/workspace/web/pages/example.ts';
import type { Execution } from '../../cli/workspace/workspace.ts';
import { identity } from './identity.ts';

export type Row = Record<string, string>;

/** A run of the bundle, and how long its user waited for it in milliseconds. */
export interface Measured {
  execution: Execution;
  wallMs: number;
}

/** The four checks as an officer records them before proposing. */
const PASSED: Row = {
  cek_kependudukan: 'Padan',
  cek_dtks: 'Terdaftar desil 1-5',
  cek_pbi_jk: 'Tidak terdaftar',
  cek_pbi_apbd: 'Tidak terdaftar',
};

export class Office {
  readonly workspace: RunningWorkspace;
  readonly #files: Discovery;
  readonly #dir: string;

  private constructor(workspace: RunningWorkspace, dir: string) {
    this.workspace = workspace;
    this.#files = discovery(workspace);
    this.#dir = dir;
  }

  /** Installed by the built bundle, empty. @param now what its clock shows (ISO text) */
  static async open(now: string): Promise<Office> {
    const dir = mkdtempSync(join(tmpdir(), 'pbi-bench-'));
    const options = { dir, profile: 'bantul', bundleDir: 'dist/apps-script', seed: false, clock: now } as const;
    return new Office(await createWorkspace(options), dir);
  }

  async close(): Promise<void> {
    await this.workspace.close();
    rmSync(this.#dir, { recursive: true });
  }

  get register(): string {
    return this.#files.spreadsheets['register'] ?? '';
  }

  setClock(now: string): void {
    this.workspace.clock.set(Date.parse(now));
  }

  /** Rows of a range that begins in the header row, by header text. */
  rows(range: string): Row[] {
    const { sheets, users } = this.workspace;
    const values = (sheets.values.get(users.owner, this.register, range).values ?? []) as string[][];
    const [header = [], ...rows] = values;
    return rows.map((row) => Object.fromEntries(header.map((id, index) => [id, row[index] ?? ''])));
  }

  /** The n-th patient, entered by the PIC. */
  submit(n: number): Promise<Measured> {
    const { forms, scripts, clock } = this.workspace;
    const { id = '', items = {} } = this.#files.forms['darurat'] ?? {};
    const definition = forms.get(id);
    if (!definition) throw new Error('the office has no form');
    const patient = emergencyPatient(this.#user('pic').email, clock.now());
    const entries = new URLSearchParams(prefilledQuery(definition, items, patient));
    for (const [field, value] of Object.entries(identity(n))) entries.set(`entry.${items[field]}`, value);
    const answers = readEntries(definition, entries);
    return this.#measure('saatFormulirDikirim', () => {
      const sent = forms.submit(definition, answers, {});
      if (!sent.ok) throw new Error('the form refused the patient of the bench');
      return scripts.idle();
    });
  }

  /** Opens the case in a row (from 1) in the sidebar, or by ticket if one is given. */
  open(row: number, tiket?: string): Promise<Measured> {
    return this.#sidebar('panelBuka', tiket === undefined ? {} : { tiket }, row);
  }

  /** One action in the sidebar on the case in a row (from 1). */
  act(row: number, aksi: 'PERIKSA' | 'USULKAN'): Promise<Measured> {
    const seen = this.#row(row);
    const isi = aksi === 'PERIKSA' ? PASSED : {};
    const request = { tiket: seen['tiket'], baris: row, versi: seen['versi'], aksi, alasan: '', isi };
    return this.#sidebar('panelTindakan', request, row);
  }

  /** BPJS answers the first case that waits in its spreadsheet. */
  async answer(hasil: string, tmt: string): Promise<void> {
    const { sheets, scripts } = this.workspace;
    const id = this.#files.spreadsheets['bpjs'] ?? '';
    const user = this.#user('bpjs');
    const [header = []] = (sheets.values.get(user, id, '1:1').values ?? []) as string[][];
    for (const [column, value] of [
      ['hasil', hasil],
      ['tmt_aktif', tmt],
    ] as const) {
      const range = `${letters(header.indexOf(column))}2`;
      await scripts.edited(sheets.userEdit(user, id, { range: `'Usulan Darurat'!${range}`, values: [[value]] }), user);
    }
  }

  /** An officer pastes one value into a column of many rows (from 1). */
  paste(column: string, fromRow: number, count: number, value: string): Promise<Measured> {
    const user = this.#user('dinsos');
    const letter = letters(Object.keys(this.#row(fromRow)).indexOf(column));
    const range = `Kasus!${letter}${fromRow}:${letter}${fromRow + count - 1}`;
    const values = Array.from({ length: count }, () => [value]);
    return this.#measure('saatRegisterDiubah', () => {
      const { sheets, scripts } = this.workspace;
      return scripts.edited(sheets.userEdit(user, this.register, { range, values, confirmed: true }), user);
    });
  }

  tick(): Promise<Measured> {
    return this.#measure('tick', () => this.workspace.scripts.runTrigger('tick'));
  }

  /** The menu item that brings the spreadsheet of BPJS up to date, used by the office's own account. */
  refresh(): Promise<Measured> {
    const name = 'segarkanSekarang';
    const active = { spreadsheetId: this.register, sheetName: 'Kasus', range: 'A2' };
    const { scripts, users } = this.workspace;
    return this.#measure(name, () => scripts.run({ function: name, user: users.owner, source: 'menu', active }));
  }

  #user(role: User['role']): User {
    const user = this.workspace.users.list().find((one) => one.role === role);
    if (!user) throw new Error(`nobody is ${role}`);
    return user;
  }

  #row(row: number): Row {
    const [header] = this.rows('Kasus!1:2');
    const { sheets, users } = this.workspace;
    const { values } = sheets.values.get(users.owner, this.register, `Kasus!${row}:${row}`);
    const cells = (values?.[0] ?? []) as string[];
    return Object.fromEntries(Object.keys(header ?? {}).map((id, index) => [id, cells[index] ?? '']));
  }

  #sidebar(name: string, request: object, row: number): Promise<Measured> {
    const active = { spreadsheetId: this.register, sheetName: 'Kasus', range: `A${row}` };
    const run = { function: name, args: [request], user: this.#user('dinsos'), source: 'sidebar', active };
    return this.#measure(name, () => this.workspace.scripts.run(run));
  }

  /** @throws when the run failed, so that no refusal is measured as a quick success */
  async #measure(name: string, work: () => Promise<unknown>): Promise<Measured> {
    const began = performance.now();
    await work();
    const wallMs = performance.now() - began;
    const execution = this.workspace.scripts.executions().findLast((one) => one.function === name);
    if (!execution) throw new Error(`${name} did not run`);
    if (execution.error !== null) throw new Error(`${name}: ${execution.error}\n${execution.log.join('\n')}`);
    return { execution, wallMs };
  }
}

const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
