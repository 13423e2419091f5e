/** Addresses of the Workspace's own pages. */
import { type Context, Hono } from 'hono';
import type { Workspace } from '../../workspace.ts';
import { currentUser } from '../session.ts';
import { executionsPage } from './executions.ts';
import { faultsPage } from './faults.ts';
import { homePage } from './home.ts';
import { outboxPage } from './outbox.ts';
import { triggersPage } from './triggers.ts';

export function pageRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  const user = (c: Context) => currentUser(c, workspace.users);
  app.get('/', (c) => c.html(homePage(workspace, user(c))));
  app.get('/kotak-keluar', (c) => {
    const chosen = c.req.query('surel');
    return c.html(outboxPage(workspace, user(c), /^\d{1,6}$/.test(chosen ?? '') ? Number(chosen) : undefined));
  });
  app.get('/pemicu', (c) => c.html(triggersPage(workspace, user(c))));
  app.get('/eksekusi', (c) => c.html(executionsPage(workspace, user(c))));
  app.get('/gangguan', (c) => c.html(faultsPage(workspace, user(c))));
  return app;
}
