/** The gestures of a whole office in bulk: files, pasted blocks, queued commands, answers in other offices' sheets. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { User } from '#workspace/users.ts';
import type { Office, Row } from '../../support/office.ts';

export const wib = (date: string, time = '09:00:00'): number => Date.parse(`${date}T${time}+07:00`);

/** Far more than a year takes (some two minutes): a machine under load is no reason to fail. */
export const YEAR_MS = 900_000;

const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

export interface Command {
  tiket: string;
  aksi: string;
  alasan?: string;
  isi?: Row;
}

export class Year {
  readonly office: Office;
  #commands = 0;

  constructor(office: Office) {
    this.office = office;
  }

  /**
   * Sets the clock; the scheduled job runs at the next tick. A run that the Workspace's own timer has started ends first:
   * no run lasts for hours, and one that did would count as dead and have its mails sent again.
   */
  async clockTo(date: string, time = '09:00:00'): Promise<void> {
    await this.office.workspace.scripts.idle();
    this.office.workspace.clock.set(wib(date, time));
  }

  /** Sets the clock and lets the scheduled job run. */
  async at(date: string, time?: string): Promise<void> {
    await this.clockTo(date, time);
    await this.office.tick();
  }

  /** A file of a kelurahan that Dinsos queues for it. */
  queueFile(kelurahan: string, format: '34' | '37', people: readonly Row[], sender: User): void {
    const berkas = createHash('sha256')
      .update(`${kelurahan}${format}${JSON.stringify(people)}`)
      .digest('hex');
    const muatan = { berkas, format, kelurahan, baris: people.map((isi, i) => ({ nomor: 17 + i, isi })) };
    this.#append(sender, 'IMPOR', muatan);
  }

  queue(commands: readonly Command[], sender: User): void {
    for (const { alasan = '', isi = {}, ...rest } of commands)
      this.#append(sender, 'TINDAKAN', { ...rest, alasan, isi });
  }

  #append(sender: User, kind: string, payload: unknown): void {
    this.#commands += 1;
    const { workspace, files } = this.office;
    const sent = `${new Date(workspace.clock.now() + 25_200_000).toISOString().slice(0, 19)}+07:00`;
    const cells = [`p${this.#commands}`, 'MENUNGGU', sent, sender.email, kind, JSON.stringify(payload), '', ''];
    const body = { values: [cells] };
    workspace.sheets.values.append(sender, files.spreadsheets.register, "'Antrean'!A1", body, {
      valueInputOption: 'RAW',
    });
  }

  /** Ticks until no command waits. */
  async workOff(): Promise<void> {
    for (let round = 0; round < 20; round += 1) {
      await this.office.tick();
      if (!this.office.tab('Antrean').some(({ keadaan }) => keadaan === 'MENUNGGU')) return;
    }
    throw new Error('commands still wait');
  }

  /** No command was refused and no run failed; what did is shown with its sentence. */
  checkRuns(): void {
    const refused = this.office.tab('Antrean').filter(({ keadaan }) => keadaan === 'DITOLAK');
    expect(refused.map(({ id, jawaban }) => `${id}: ${jawaban}`)).toEqual([]);
    expect(this.office.workspace.scripts.executions().filter(({ error }) => error !== null)).toEqual([]);
  }

  /**
   * Pastes one column over the rows of these tickets as a single block, as people do: rows in between keep what they show.
   */
  async paste(
    cells: ReadonlyMap<string, string>,
    column: string,
    user: User,
    tab = 'Kasus',
    book = this.office.files.spreadsheets.register,
  ): Promise<void> {
    const { sheets, users } = this.office.workspace;
    const [header = [], ...rows] = (sheets.values.get(users.owner, book, `'${tab}'`).values ?? []) as string[][];
    const [ticket, target] = [header.indexOf('tiket'), header.indexOf(column)];
    expect(target, column).toBeGreaterThanOrEqual(0);
    const wanted = rows.flatMap((row, index) => (cells.has(row[ticket] ?? '') ? [index] : []));
    const [first, last] = [wanted[0], wanted.at(-1)];
    if (first === undefined || last === undefined) return;
    const block = rows.slice(first, last + 1).map((row) => [cells.get(row[ticket] ?? '') ?? row[target] ?? '']);
    await this.office.editFile(book, `'${tab}'!${letters(target)}${first + 2}`, block, user);
  }
}
