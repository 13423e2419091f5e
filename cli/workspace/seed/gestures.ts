/** What every person of an office does in a local Workspace: send a form, type into cells, press a button, wait. */
import type { Answers as FormAnswers, Question } from '../forms/model.ts';
import type { OfficeFiles } from '../office-files.ts';
import type { Role, User } from '../users.ts';
import type { Workspace } from '../workspace.ts';

export type FieldAnswers = Record<string, string | string[]>;

/** Where a ticket's cells are, in A1, with the row's text by column. */
export interface Located {
  address(column: string): string;
  text(column: string): string;
}

export const letters = (index: number): string =>
  (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

const DAY_MS = 86_400_000;

/** Eight o'clock WIB (UTC+7) after an instant. */
function nextMorning(instant: number): number {
  const eight = Math.floor(instant / DAY_MS) * DAY_MS + 3_600_000;
  return eight > instant ? eight : eight + DAY_MS;
}

/** @throws Error from every gesture that the office refuses */
export function gesturesOf(workspace: Workspace) {
  const { sheets, scripts, forms, users } = workspace;

  const table = (book: string, tab: string): string[][] =>
    (sheets.values.get(users.owner, book, `'${tab}'`).values ?? []) as string[][];

  const somebody = (role: Role, turn = 0): User => {
    const all = users.list().filter((user) => user.role === role);
    return all[turn % all.length] ?? users.owner;
  };

  const type = async (user: User, book: string, range: string, values: string[][]): Promise<void> => {
    const edit = sheets.userEdit(user, book, { range, values, confirmed: true });
    await scripts.edited(edit, user);
  };

  const locate = (book: string, tab: string, key: string, column = 'tiket'): Located => {
    const [header = [], ...rows] = table(book, tab);
    const index = rows.findIndex((cells) => cells[header.indexOf(column)] === key);
    if (index < 0) throw new Error(`${key} is not in ${tab}`);
    return {
      address: (one) => `'${tab}'!${letters(header.indexOf(one))}${index + 2}`,
      text: (one) => rows[index]?.[header.indexOf(one)] ?? '',
    };
  };

  const tick = async (): Promise<void> => {
    await scripts.runTrigger('tick');
    await scripts.idle();
  };

  return {
    table,
    somebody,
    type,
    locate,
    /** Sends a form. @returns the response's id and the token to edit it */
    async send(
      form: OfficeFiles['forms'][string] | undefined,
      answers: FieldAnswers,
      more: { respondentEmail?: string; editToken?: string } = {},
    ): Promise<{ id: string; editToken: string }> {
      const definition = form && forms.get(form.id);
      if (!definition) throw new Error('the office has no such form');
      const byEntry: FormAnswers = {};
      for (const [field, answer] of Object.entries(answers)) {
        const item = definition.items.find(({ id }) => id === form.items[field]) as Question | undefined;
        if (item) byEntry[item.entryId] = answer;
      }
      const result = forms.submit(definition, byEntry, more);
      if (!result.ok) throw new Error(`the form refuses ${Object.keys(result.errors).length} answers`);
      await scripts.idle();
      return { id: result.response.id, editToken: result.response.editToken };
    },
    /** Calls a function of the sidebar. @returns what it answers */
    async call(name: string, args: unknown[], user: User, register: string, range = 'A2'): Promise<unknown> {
      const active = { spreadsheetId: register, sheetName: 'Kasus', range };
      const result = await scripts.run({ function: name, args, user, source: 'sidebar', active });
      if (!result.ok) throw new Error(`${name}: ${result.error}`);
      return result.value;
    },
    tick,
    /** Lets days go by up to an instant: the scheduled job runs each morning. */
    async passTo(instant: number): Promise<void> {
      const { clock } = workspace;
      for (let morning = nextMorning(clock.now()); morning < instant; morning += DAY_MS) {
        clock.set(morning);
        await tick();
      }
      clock.set(instant);
    },
  };
}
