/** Script v1 on the paths that clasp uses: the project, its content, and replacing the content. */
import type { script_v1 } from 'googleapis/build/src/apis/script/v1.js';
import type { Hono } from 'hono';
import { entityNotFound, GoogleError, permissionDenied } from '../errors.ts';
import { REGISTER_NAME } from '../names.ts';
import type { User } from '../users.ts';
import type { Files, Kernel, ScriptFile, Scripts } from '../workspace.ts';
import { type GoogleEnv, googleApi, readJson, refuseOtherRoutes } from './google-envelope.ts';

const TYPES = ['SERVER_JS', 'HTML', 'JSON'];

/** A bound script is opened by whoever may open its spreadsheet; versions and deployments answer 501. */
export function scriptRoutes(workspace: Kernel & { files: Files; scripts: Scripts }): Hono<GoogleEnv> {
  const { scripts, files } = workspace;
  const app = googleApi(workspace, '/v1/projects', 'rpc');

  /** @throws GoogleError as Google for an unknown project and for a user without the right */
  const open = (actor: User, scriptId: string, write = false): void => {
    if (scriptId !== scripts.scriptId || scripts.boundTo === null) throw entityNotFound();
    const role = files.role(actor, scripts.boundTo);
    if (!role || (write && role !== 'owner' && role !== 'writer')) throw permissionDenied();
  };

  app.get('/:id', (c) => {
    open(c.var.actor, c.req.param('id'));
    const project: script_v1.Schema$Project = { scriptId: scripts.scriptId, title: REGISTER_NAME };
    if (scripts.boundTo !== null) project.parentId = scripts.boundTo;
    return c.json(project);
  });
  app.get('/:id/content', (c) => {
    open(c.var.actor, c.req.param('id'));
    return c.json({ scriptId: scripts.scriptId, files: scripts.files() });
  });
  app.put('/:id/content', async (c) => {
    open(c.var.actor, c.req.param('id'), true);
    const { files: sent = [] } = await readJson<script_v1.Schema$Content>(c);
    scripts.push(sent.map(checked));
    return c.json({ scriptId: scripts.scriptId, files: scripts.files() });
  });
  refuseOtherRoutes(app);
  return app;
}

/** @throws GoogleError for a file without name, type or source */
function checked({ name, type, source }: script_v1.Schema$File): ScriptFile {
  if (!name || !type || !TYPES.includes(type) || typeof source !== 'string') {
    throw new GoogleError('INVALID_ARGUMENT', 'Request contains an invalid argument.');
  }
  return { name, type: type as ScriptFile['type'], source };
}
