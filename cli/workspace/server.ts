/** The HTTP server of a Workspace: Google's paths, the control endpoints and the pages on one origin. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { controlRoutes } from './control/routes.ts';
import type { RunningWorkspace } from './create-workspace.ts';
import { consentRoutes } from './oauth/consent-routes.ts';
import { tokenRoutes } from './oauth/token-routes.ts';
import { userInfoRoutes } from './oauth/user-info.ts';
import { driveRoutes } from './rest/drive.ts';
import { formsRoutes } from './rest/forms.ts';
import { guard } from './rest/guard.ts';
import { scriptRoutes } from './rest/script.ts';
import { sheetsRoutes } from './rest/sheets.ts';
import { webRoutes } from './web/routes.ts';

const HOST = '127.0.0.1';

export interface RunningServer {
  readonly origin: string;
  /** The Workspace that is served now: a reset puts another one in its place. */
  readonly workspace: RunningWorkspace;
  /** Stops serving, then closes the Workspace. */
  close(): Promise<void>;
}

/** Everything that one Workspace answers. @param reset see `controlRoutes` */
export function createApp(workspace: RunningWorkspace, reset: (seed: boolean | undefined) => Promise<void>): Hono {
  // A slash at the end of a path is overlooked, as at Google: some clients write `/files/{id}/`.
  const app = new Hono({ strict: false });
  app.use('*', guard());
  app.route('/', sheetsRoutes(workspace));
  app.route('/', driveRoutes(workspace, workspace));
  app.route('/', formsRoutes(workspace, workspace));
  app.route('/', scriptRoutes(workspace));
  app.route('/', userInfoRoutes(workspace));
  app.route('/', tokenRoutes(workspace));
  app.route('/', consentRoutes(workspace));
  app.route('/', controlRoutes(workspace, reset));
  app.route('/', webRoutes(workspace));
  return app;
}

/**
 * Serves on 127.0.0.1 only.
 * @param port 0 takes a free one
 * @throws the system's error, e.g. `EADDRINUSE`; the Workspace is then still open
 */
export async function startServer(first: RunningWorkspace, { port }: { port: number }): Promise<RunningServer> {
  let workspace = first;
  let resetting: Promise<void> | undefined;

  const replace = async (seed: boolean | undefined) => {
    workspace = await workspace.reset(seed === undefined ? {} : { seed });
    app = createApp(workspace, reset);
  };
  const reset = (seed: boolean | undefined): Promise<void> => {
    resetting ??= replace(seed).finally(() => {
      resetting = undefined;
    });
    return resetting;
  };
  let app = createApp(workspace, reset);

  const server = createServer(
    getRequestListener(async (request) => {
      // While a reset runs there is no Workspace to answer.
      await resetting?.catch(() => undefined);
      return app.fetch(request);
    }),
  );
  const origin = await listen(server, port);
  workspace.listensAt(origin);
  return {
    origin,
    get workspace() {
      return workspace;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await workspace.close();
    },
  };
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve(`http://${HOST}:${(server.address() as AddressInfo).port}`);
    });
  });
}
