/** A whole office in memory, installed by the built bundle, with the gestures of the people who use it. */
import { expect } from 'vitest';
import { createWorkspace, type RunningWorkspace, type WorkspaceOptions } from '#workspace/create-workspace.ts';
import type { Answers, Question } from '#workspace/forms/model.ts';
import { officeFiles } from '#workspace/office-files.ts';
import type { User } from '#workspace/users.ts';
import type { RunResult } from '#workspace/workspace.ts';
import { type PersonAnswers, person } from './people.ts';

type FormFile = { id: string; items: Record<string, number> };

export interface OfficeFiles {
  spreadsheets: { register: string; bpjs: string } & Record<string, string>;
  forms: { darurat: FormFile } & Record<string, FormFile>;
}

export type Row = Record<string, string>;

export class Office {
  readonly workspace: RunningWorkspace;

  constructor(workspace: RunningWorkspace) {
    this.workspace = workspace;
  }

  /** Where everything is, the spreadsheets of kelurahan included. */
  get files(): OfficeFiles {
    return officeFiles(this.workspace.scripts.properties()) as OfficeFiles;
  }

  /** A person by the beginning of the address. */
  person(start: string): User {
    const user = this.workspace.users.list().find(({ email }) => email.startsWith(start));
    if (!user) throw new Error(`nobody's address begins with ${start}`);
    return user;
  }

  user(role: User['role']): User {
    const user = this.workspace.users.list().find((one) => one.role === role);
    if (!user) throw new Error(`no user with role ${role}`);
    return user;
  }

  get form() {
    return this.formNamed('darurat');
  }

  formNamed(name: string) {
    const form = this.workspace.forms.get(this.files.forms[name]?.id ?? '');
    if (!form) throw new Error(`the office has no form ${name}`);
    return form;
  }

  /** The number in `entry.N` of a field. */
  entry(field: string, name = 'darurat'): string {
    const item = this.formNamed(name).items.find((one) => one.id === this.files.forms[name]?.items[field]);
    return String((item as Question | undefined)?.entryId);
  }

  #byEntry(answers: Readonly<Record<string, string | string[]>>, name = 'darurat'): Answers {
    const { items } = this.formNamed(name);
    const ids = this.files.forms[name]?.items ?? {};
    const entries = Object.entries(answers).map(([field, value]) => {
      const question = items.find(({ id }) => id === ids[field]) as Question | undefined;
      return [String(question?.entryId), value];
    });
    return Object.fromEntries(entries) as Answers;
  }

  /** Sends one of the forms that ask who one is; the submit trigger runs later. */
  send(name: string, answers: Record<string, string | string[]>, user: User, editToken?: string) {
    const byEntry = this.#byEntry(answers, name);
    const more = editToken ? { editToken } : {};
    const result = this.workspace.forms.submit(this.formNamed(name), byEntry, { respondentEmail: user.email, ...more });
    if (!result.ok) throw new Error(`form refused: ${JSON.stringify(result.errors)}`);
    return { id: result.response.id, editToken: result.response.editToken };
  }

  /** Sends it and waits until the case is in the register. @returns its row */
  async sendCase(name: string, answers: Record<string, string | string[]>, user: User): Promise<Row> {
    const { id } = this.send(name, answers, user);
    await this.workspace.scripts.idle();
    const found = this.cases().find((row) => row['id_respons'] === id);
    expect(found, 'case of the response').toBeDefined();
    return found as Row;
  }

  /** Sends the form as a PIC; the submit trigger runs later. @returns the response's id and edit token */
  submit(answers: PersonAnswers, editToken?: string): { id: string; editToken: string } {
    const byEntry = this.#byEntry(answers);
    const result = this.workspace.forms.submit(this.form, byEntry, editToken ? { editToken } : {});
    if (!result.ok) throw new Error(`form refused: ${JSON.stringify(result.errors)}`);
    return { id: result.response.id, editToken: result.response.editToken };
  }

  /** Submits and waits until the case is in the register. @returns its row */
  async newCase(answers: PersonAnswers = person(1)): Promise<Row> {
    const { id } = this.submit(answers);
    await this.workspace.scripts.idle();
    const found = this.cases().find((row) => row['id_respons'] === id);
    expect(found, 'case of the response').toBeDefined();
    return found as Row;
  }

  /** A tab as rows by header text. */
  tab(name: string, spreadsheetId = this.files.spreadsheets.register): Row[] {
    const { values = [] } = this.workspace.sheets.values.get(this.workspace.users.owner, spreadsheetId, `'${name}'`);
    const [header = [], ...rows] = (values ?? []) as string[][];
    return rows.map((row) => Object.fromEntries(header.map((id, i) => [id, row[i] ?? ''])));
  }

  cases(): Row[] {
    return this.tab('Kasus');
  }

  /** The case of a ticket as it is now. */
  case(ticket: string | undefined): Row {
    const found = this.cases().filter((row) => row['tiket'] === ticket);
    expect(found, `one row for ${ticket}`).toHaveLength(1);
    return found[0] as Row;
  }

  /** A1 address of a cell of a case, by column id. */
  cell(ticket: string | undefined, column: string, name = 'Kasus', id = this.files.spreadsheets.register): string {
    const { values = [] } = this.workspace.sheets.values.get(this.workspace.users.owner, id, `'${name}'`);
    const [header = [], ...rows] = (values ?? []) as string[][];
    const row = rows.findIndex((cells) => cells[header.indexOf('tiket')] === ticket);
    expect(row, `row of ${ticket}`).toBeGreaterThanOrEqual(0);
    return `'${name}'!${letters(header.indexOf(column))}${row + 2}`;
  }

  /** Types or pastes in the register's grid and waits for the edit trigger. */
  async edit(range: string, values: string[][], user = this.user('dinsos')): Promise<void> {
    await this.editFile(this.files.spreadsheets.register, range, values, user);
  }

  /** Types an answer in the sheet shared with BPJS. */
  async answer(ticket: string | undefined, column: string, value: string, user = this.user('bpjs')): Promise<void> {
    const { bpjs } = this.files.spreadsheets;
    await this.editFile(bpjs, this.cell(ticket, column, 'Usulan Darurat', bpjs), [[value]], user);
  }

  async editFile(id: string, range: string, values: string[][], user: User): Promise<void> {
    const edit = this.workspace.sheets.userEdit(user, id, { range, values, confirmed: true });
    await this.workspace.scripts.edited(edit, user);
  }

  /** `google.script.run` from the sidebar. */
  run(name: string, args: unknown[], user = this.user('dinsos'), range = 'A2'): Promise<RunResult> {
    const active = { spreadsheetId: this.files.spreadsheets.register, sheetName: 'Kasus', range };
    return this.workspace.scripts.run({ function: name, args, user, source: 'sidebar', active });
  }

  /** One action in the sidebar on the case as it is now. @returns what the panel is told */
  async act(
    ticket: string | undefined,
    aksi: string,
    more: { alasan?: string; isi?: Row; versi?: string } = {},
    user = this.user('dinsos'),
  ) {
    const { versi } = this.case(ticket);
    const request = { tiket: ticket, baris: 0, versi, aksi, alasan: '', isi: {}, ...more };
    const result = await this.run('panelTindakan', [request], user);
    if (!result.ok) throw new Error([result.error, ...result.execution.log].join('\n'));
    return result.value as { jenis: string; pesan?: string; sebab?: string[]; panel: Row };
  }

  async tick(): Promise<void> {
    await this.workspace.scripts.runTrigger('tick');
    await this.workspace.scripts.idle();
  }

  /** Moves the clock; what became due runs. @param minutes how far */
  async later(minutes: number): Promise<void> {
    this.workspace.clock.set(this.workspace.clock.now() + minutes * 60_000);
    await this.workspace.scripts.runDue();
    await this.workspace.scripts.idle();
  }

  mails(to?: string) {
    return this.workspace.mail.outbox().filter((mail) => to === undefined || mail.to === to);
  }
}

const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** An installed office; by default in memory, without practice data, on a working day at ten o'clock WIB. */
export async function openOffice(options: Partial<WorkspaceOptions> = {}): Promise<Office> {
  const workspace = await createWorkspace({
    dir: ':memory:',
    profile: 'bantul',
    bundleDir: 'dist/apps-script',
    seed: false,
    clock: '2026-11-23T03:00:00Z',
    ...options,
  });
  return new Office(workspace);
}
