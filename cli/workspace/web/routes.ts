/** All pages of the local Workspace that a person opens in a browser. */
import { Hono } from 'hono';
import type { Workspace } from '../workspace.ts';
import { assetRoutes } from './assets.ts';
import { formRoutes } from './form/routes.ts';
import { pageHeaders } from './headers.ts';
import { pageRoutes } from './pages/routes.ts';
import { sheetRoutes } from './sheet/routes.ts';

/** Mounted at `/`. Whose rights a page has is decided by its cookie alone. */
export function webRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  app.use(pageHeaders);
  app.route('/', assetRoutes());
  app.route('/', formRoutes(workspace));
  app.route('/', sheetRoutes(workspace));
  app.route('/', pageRoutes(workspace));
  return app;
}
