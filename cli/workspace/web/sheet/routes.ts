/** The spreadsheet's page and the endpoints that its grid reads from. Rights are those of the cookie's user. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { GoogleError } from '../../errors.ts';
import type { User } from '../../users.ts';
import type { Workspace } from '../../workspace.ts';
import { deniedPage } from '../messages.ts';
import { currentUser } from '../session.ts';
import { actionSchema, toRequests } from './actions.ts';
import { readBook, readRows } from './book.ts';
import { readCharts } from './charts/read-charts.ts';
import { findHits, findSchema } from './find.ts';
import { FRAME_POLICY, framePage } from './frame.ts';
import { sheetPage } from './page.ts';
import { parseRuns } from './runs.ts';
import { readFilled, readShown } from './shown.ts';
import type { WireBook } from './wire.ts';

const problem = (c: Context, code: 400 | 401 | 403 | 404 | 409, message: string, status: string) =>
  c.json({ error: { code, message, status } }, code);

/** The API refuses in English; these are the sentences that a person sees in Google's grid. */
const inIndonesian = (message: string): string =>
  /protected cell or object/i.test(message)
    ? 'Anda mencoba mengedit sel atau objek yang dilindungi. Hubungi pemilik spreadsheet untuk menghapus perlindungan jika Anda perlu mengedit.'
    : message;

const whole = (text: string | undefined): number => (/^\d{1,10}$/.test(text ?? '') ? Number(text) : 0);

export function sheetRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  const { files, sheets, users } = workspace;

  /** undefined without permission, for an unknown id, and for a file that is no spreadsheet. */
  const openBook = (user: User, id: string): WireBook | undefined => {
    try {
      return files.role(user, id) && readBook(workspace, user, id);
    } catch (error) {
      if (error instanceof GoogleError) return undefined;
      throw error;
    }
  };

  app.get('/spreadsheets/d/:id/edit', (c) => {
    const user = currentUser(c, users);
    if (!user) return c.redirect('/');
    const id = c.req.param('id');
    const book = openBook(user, id);
    return book ? c.html(sheetPage(id, book, user)) : c.html(deniedPage(user), 403);
  });
  app.get('/spreadsheets/d/:id', (c) => c.redirect(`/spreadsheets/d/${encodeURIComponent(c.req.param('id'))}/edit`));

  /** Runs `work` for the signed-in user if that user may read the file; nobody else learns whether it exists. */
  const withReader = (c: Context, id: string, work: (user: User) => Response): Response => {
    const user = currentUser(c, users);
    if (!user) return problem(c, 401, 'Pilih pengguna dulu di beranda.', 'UNAUTHENTICATED');
    if (!files.role(user, id)) return problem(c, 403, 'Anda perlu izin untuk berkas ini.', 'PERMISSION_DENIED');
    try {
      return work(user);
    } catch (error) {
      if (!(error instanceof GoogleError)) throw error;
      return problem(c, error.code === 403 ? 403 : 400, inIndonesian(error.message), error.status);
    }
  };

  app.get('/workspace/revision/:id', (c) =>
    withReader(c, c.req.param('id'), () => c.json({ revision: sheets.revision(c.req.param('id')) })),
  );

  app.get('/workspace/grid/:id', (c) => {
    const id = c.req.param('id');
    return withReader(c, id, (user) => {
      const query = c.req.query();
      if (query['sheetId'] === undefined) return c.json(readBook(workspace, user, id));
      const answer = readPart(user, id, query);
      return answer ? c.json(answer) : problem(c, 404, 'Sheet atau tampilan ini sudah tidak ada.', 'NOT_FOUND');
    });
  });

  const readPart = (user: User, id: string, query: Record<string, string>) => {
    const { view, column, rows } = query;
    const sheetId = whole(query['sheetId']);
    if (view !== undefined) return readShown(workspace, user, id, { sheetId, view: view ? whole(view) : undefined });
    if (query['charts'] !== undefined) return readCharts(workspace, user, id, sheetId);
    if (column !== undefined) return readFilled(workspace, user, id, { sheetId, column: whole(column) });
    const runs = rows === undefined ? undefined : parseRuns(rows);
    return readRows(workspace, user, id, { sheetId, runs: runs ?? [[whole(query['from']), whole(query['to'])]] });
  };

  app.post('/workspace/find/:id', bodyLimit({ maxSize: 10_000 }), async (c) => {
    const id = c.req.param('id');
    const query = findSchema.safeParse(await c.req.json().catch(() => undefined));
    return withReader(c, id, (user) => {
      if (!query.success)
        return problem(c, 400, 'Tulis teks yang dicari, paling banyak 500 karakter.', 'INVALID_ARGUMENT');
      const hits = findHits(workspace, user, id, query.data);
      return hits ? c.json(hits) : problem(c, 404, 'Sheet ini sudah tidak ada.', 'NOT_FOUND');
    });
  });

  app.post('/workspace/grid/:id', bodyLimit({ maxSize: 100_000 }), async (c) => {
    const id = c.req.param('id');
    const action = actionSchema.safeParse(await c.req.json().catch(() => undefined));
    return withReader(c, id, (user) => {
      if (!action.success) return problem(c, 400, 'Tindakan tidak dikenal.', 'INVALID_ARGUMENT');
      const sheet = readBook(workspace, user, id).sheets.find(({ sheetId }) => sheetId === action.data.sheetId);
      if (!sheet) return problem(c, 404, 'Sheet ini sudah tidak ada.', 'NOT_FOUND');
      sheets.batchUpdate(user, id, { requests: toRequests(action.data, sheet.frozenRows) });
      return c.json({ revision: sheets.revision(id) });
    });
  });

  app.get('/workspace/frame', (c) => c.html(framePage(), 200, { 'Content-Security-Policy': FRAME_POLICY }));

  return app;
}
