/** What `GET /workspace.json` answers: where everything of this Workspace is. */
import { isQuestion } from '../forms/path.ts';
import { officeFiles } from '../office-files.ts';
import type { User } from '../users.ts';
import type { Workspace } from '../workspace.ts';

export interface Discovery {
  profile: Workspace['profile'];
  now: string;
  origin: string;
  /** Null while nothing is installed. */
  scriptId: string | null;
  /** `area`: code of the region that somebody works for, where there is one. */
  users: User[];
  /** `items`: the number in `entry.N` of each field. */
  forms: Record<string, { id: string; publishedId: string; items: Record<string, number> }>;
  spreadsheets: Record<string, string>;
}

export function discovery(workspace: Workspace): Discovery {
  const office = officeFiles(workspace.scripts.properties());
  const forms = Object.entries(office.forms).flatMap(([name, form]) => {
    const definition = workspace.forms.get(form.id);
    if (!definition) return [];
    const entries = new Map(definition.items.filter(isQuestion).map(({ id, entryId }) => [id, entryId]));
    const items = Object.entries(form.items).flatMap(([field, itemId]) => {
      const entryId = entries.get(Number(itemId));
      return entryId === undefined ? [] : [[field, entryId] as const];
    });
    return [[name, { id: form.id, publishedId: definition.publishedId, items: Object.fromEntries(items) }] as const];
  });
  return {
    profile: workspace.profile,
    now: workspace.clock.iso(),
    origin: workspace.origin(),
    scriptId: workspace.scripts.scriptId,
    users: [...workspace.users.list()],
    forms: Object.fromEntries(forms),
    spreadsheets: { ...office.spreadsheets },
  };
}
