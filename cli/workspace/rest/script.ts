/** Script v1 on Google's paths: the bound project, its content, versions and deployments. */
import { Hono } from 'hono';
import { entityNotFound, GoogleError, NotEmulatedError, permissionDenied } from '../errors.ts';
import { MIME } from '../files/file-record.ts';
import type { User } from '../users.ts';
import type { Files, Kernel, ScriptProject, Workspace } from '../workspace.ts';
import { fieldMask, type KnownFields } from './field-mask.ts';
import { type GoogleContext, type GoogleEnv, googleApi, refuseOtherRoutes } from './google-envelope.ts';
import { pageOf, wholeNumber } from './paging.ts';
import { readContent, readDeployment, readProject, readVersion } from './script-requests.ts';
import {
  CONTENT_FIELDS,
  contentResource,
  DEPLOYMENT_FIELDS,
  deploymentResource,
  PROJECT_FIELDS,
  projectResource,
  VERSION_FIELDS,
  versionResource,
} from './script-resources.ts';

/** A bound script is opened by whoever may open its spreadsheet, and changed by whoever may edit that. */
export function scriptRoutes(workspace: Access['workspace']): Hono<GoogleEnv> {
  const app = googleApi(workspace, '/v1/projects', 'rpc');
  app.use('*', async (_, next) => {
    if (workspace.faults.get().scriptApiOff) throw new GoogleError('PERMISSION_DENIED', SWITCHED_OFF);
    await next();
  });
  const access: Access = { open: opener(workspace), workspace };
  projectRoutes(app, access);
  versionRoutes(app, access);
  deploymentRoutes(app, access);
  refuseOtherRoutes(app);
  const others = ['/v1/scripts', '/v1/processes'].map((prefix) => googleApi(workspace, prefix, 'rpc'));
  for (const other of others) refuseOtherRoutes(other);
  return others.reduce((all, other) => all.route('/', other), new Hono<GoogleEnv>().route('/', app));
}

/** Everybody has to switch it on once, on a page of script.google.com. */
const SWITCHED_OFF =
  'User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.';

interface Access {
  readonly workspace: Pick<Workspace, 'files' | 'scripts' | 'faults'> & Kernel;
  /** The project of this address. @throws GoogleError as Google for an unknown one and for a user without the right */
  open(c: GoogleContext, write?: 'write'): ScriptProject;
}

const isEditor = (role: ReturnType<Files['role']>): boolean => role === 'owner' || role === 'writer';

const opener =
  ({ scripts, files }: Access['workspace']): Access['open'] =>
  (c, write) => {
    const { project } = scripts;
    if (!project || project.scriptId !== c.req.param('id')) throw entityNotFound();
    const role = files.role(c.var.actor, project.spreadsheetId);
    if (!role || (write && !isEditor(role))) throw permissionDenied();
    return project;
  };

function projectRoutes(app: Hono<GoogleEnv>, { open, workspace }: Access): void {
  const { scripts, users, files } = workspace;
  app.post('/', async (c) => {
    const mask = maskOf(c, PROJECT_FIELDS);
    const { title, parentId } = await readProject(c);
    if (parentId === undefined) throw new NotEmulatedError('a script that belongs to no spreadsheet');
    return c.json(mask(projectResource(create(c.var.actor, title, parentId), users)));
  });
  /** @throws GoogleError when the parent is no spreadsheet, or not this user's to edit */
  const create = (actor: User, title: string, parentId: string): ScriptProject => {
    const role = files.role(actor, parentId);
    // Google does not tell a stranger whether a file exists.
    if (!role) throw entityNotFound();
    if (!isEditor(role)) throw permissionDenied();
    const { mimeType } = files.get(actor, parentId);
    if (mimeType !== MIME.spreadsheet) throw new NotEmulatedError(`a script that belongs to a file of ${mimeType}`);
    return scripts.create(actor, { title, spreadsheetId: parentId });
  };
  app.get('/:id', (c) => c.json(maskOf(c, PROJECT_FIELDS)(projectResource(open(c), users))));
  app.get('/:id/content', (c) => {
    const mask = maskOf(c, CONTENT_FIELDS);
    const { scriptId } = open(c);
    const version = wholeNumber(c, 'versionNumber');
    const content = version === 0 ? scripts.files() : scripts.releases.version(version).files;
    return c.json(mask(contentResource(scriptId, content, users)));
  });
  app.put('/:id/content', async (c) => {
    const mask = maskOf(c, CONTENT_FIELDS);
    const { scriptId } = open(c, 'write');
    scripts.push(await readContent(c), c.var.actor);
    return c.json(mask(contentResource(scriptId, scripts.files(), users)));
  });
}

function versionRoutes(app: Hono<GoogleEnv>, { open, workspace }: Access): void {
  const { releases } = workspace.scripts;
  app.get('/:id/versions', (c) => {
    const mask = maskOf(c, { versions: VERSION_FIELDS, nextPageToken: true });
    const { scriptId } = open(c);
    // The newest come first.
    const newest = [...releases.versions()].reverse();
    return c.json(mask(pageOf(c, 'versions', newest, (one) => versionResource(scriptId, one))));
  });
  app.post('/:id/versions', async (c) => {
    const mask = maskOf(c, VERSION_FIELDS);
    const { scriptId } = open(c, 'write');
    return c.json(mask(versionResource(scriptId, releases.createVersion(await readVersion(c)))));
  });
  app.get('/:id/versions/:number{[0-9]{1,9}}', (c) => {
    const mask = maskOf(c, VERSION_FIELDS);
    const { scriptId } = open(c);
    return c.json(mask(versionResource(scriptId, releases.version(Number(c.req.param('number'))))));
  });
}

function deploymentRoutes(app: Hono<GoogleEnv>, { open, workspace }: Access): void {
  const { releases } = workspace.scripts;
  app.get('/:id/deployments', (c) => {
    const mask = maskOf(c, { deployments: DEPLOYMENT_FIELDS, nextPageToken: true });
    const { scriptId } = open(c);
    return c.json(mask(pageOf(c, 'deployments', releases.deployments(), (one) => deploymentResource(scriptId, one))));
  });
  app.post('/:id/deployments', async (c) => {
    const mask = maskOf(c, DEPLOYMENT_FIELDS);
    const { scriptId } = open(c, 'write');
    const made = releases.createDeployment(await readDeployment(c, 'create'));
    return c.json(mask(deploymentResource(scriptId, made)));
  });
  const path = '/:id/deployments/:deploymentId';
  app.get(path, (c) => {
    const mask = maskOf(c, DEPLOYMENT_FIELDS);
    const { scriptId } = open(c);
    return c.json(mask(deploymentResource(scriptId, releases.deployment(c.req.param('deploymentId')))));
  });
  app.put(path, async (c) => {
    const mask = maskOf(c, DEPLOYMENT_FIELDS);
    const { scriptId } = open(c, 'write');
    const changed = releases.updateDeployment(c.req.param('deploymentId'), await readDeployment(c, 'update'));
    return c.json(mask(deploymentResource(scriptId, changed)));
  });
  app.delete(path, (c) => {
    open(c, 'write');
    releases.deleteDeployment(c.req.param('deploymentId'));
    return c.json({});
  });
}

const maskOf = (c: GoogleContext, known: KnownFields) => fieldMask(c.req.query('fields'), { known });
