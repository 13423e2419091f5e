/** All pages of the local Workspace that a person opens in a browser. */
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Workspace } from '../workspace.ts';
import { assetRoutes } from './assets.ts';
import { formRoutes } from './form/routes.ts';
import { pageHeaders } from './headers.ts';
import { notFoundPage, troublePage } from './messages.ts';
import { pageRoutes } from './pages/routes.ts';
import { sheetRoutes } from './sheet/routes.ts';

/** Mounted at `/`. Whose rights a page has is decided by its cookie alone. */
export function webRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  app.use(pageHeaders);
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    workspace.log.error({ err: error, path: c.req.routePath }, 'unexpected error in a page');
    return c.html(troublePage(), 500);
  });
  app.route('/', assetRoutes());
  app.route('/', formRoutes(workspace));
  app.route('/', sheetRoutes(workspace));
  app.route('/', pageRoutes(workspace));
  app.get('*', (c, next) => (c.req.header('accept')?.includes('text/html') ? c.html(notFoundPage(), 404) : next()));
  return app;
}
