/** What a person does in the spreadsheet: opens it, edits it, uses the menu and the sidebar. */
import type { Context, Hono } from 'hono';
import { GoogleError } from '../errors.ts';
import type { User } from '../users.ts';
import type { RunResult, Workspace } from '../workspace.ts';
import { readBody, requester, text } from './respond.ts';
import { a1Of, activeOf, editOf } from './selection.ts';

export function userRoutes(app: Hono, workspace: Workspace): void {
  const { sheets, scripts, files } = workspace;

  /** Only who may edit the spreadsheet has its menu and sidebar, as at Google. */
  const mayUseScript = (user: User): string => {
    const { boundTo } = scripts;
    const role = boundTo === null ? undefined : files.role(user, boundTo);
    if (boundTo === null || (role !== 'owner' && role !== 'writer')) {
      throw new GoogleError('PERMISSION_DENIED', 'Anda perlu izin edit pada spreadsheet ini.');
    }
    return boundTo;
  };

  app.post('/workspace/edit', async (c) => {
    const body = await readBody(c);
    const user = requester(c, workspace, body['user']);
    const edit = sheets.userEdit(user, text(body, 'spreadsheetId'), editOf(body));
    const ui = await scripts.edited(edit, user);
    return c.json({ updatedRange: a1Of(edit), ui });
  });

  app.post('/workspace/open', async (c) => {
    const body = await readBody(c);
    const user = requester(c, workspace, body['user']);
    const spreadsheetId = text(body, 'spreadsheetId');
    const role = files.role(user, spreadsheetId);
    if (!role) throw new GoogleError('PERMISSION_DENIED', 'Anda perlu izin untuk membuka spreadsheet ini.');
    // Simple triggers do not run for somebody who may only look.
    const edits = role === 'owner' || role === 'writer';
    return c.json({ ui: edits ? await scripts.opened(spreadsheetId, user) : [] });
  });

  app.post('/workspace/menu', async (c) => {
    const body = await readBody(c);
    const user = requester(c, workspace, body['user']);
    const boundTo = mayUseScript(user);
    const active = activeOf(body, boundTo);
    return answer(c, await scripts.run({ function: text(body, 'function'), user, source: 'menu', active }));
  });

  app.post('/workspace/run', async (c) => {
    const body = await readBody(c);
    const user = requester(c, workspace, body['user']);
    const boundTo = mayUseScript(user);
    const { args = [] } = body;
    if (!Array.isArray(args)) throw new GoogleError('INVALID_ARGUMENT', 'Isian "args" harus berupa daftar.');
    const active = activeOf(body, boundTo);
    return answer(c, await scripts.run({ function: text(body, 'function'), args, user, source: 'sidebar', active }));
  });
}

function answer(c: Context, result: RunResult): Response {
  const { ui } = result;
  if (!result.ok) return c.json({ ok: false, error: result.error, ui }, 500);
  return c.json({ ok: true, result: result.value ?? null, ui });
}
