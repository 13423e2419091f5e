/** Drive v3 on the paths that Google serves it: files, permissions, comments, exports and uploads, `about`. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { Hono } from 'hono';
import { NotEmulatedError } from '../errors.ts';
import { createComments } from '../files/comments.ts';
import { invalidValue, permissionNotFound, required } from '../files/drive-errors.ts';
import { MIME, newFileId } from '../files/file-record.ts';
import { userResource } from '../files/file-resource.ts';
import type { Files, Kernel } from '../workspace.ts';
import { commentRoutes } from './drive-comments.ts';
import {
  KNOWN_FILE_FIELDS,
  KNOWN_LIST_FIELDS,
  KNOWN_PERMISSION_FIELDS,
  KNOWN_PERMISSIONS_FIELDS,
} from './drive-fields.ts';
import { type UploadTargets, uploadRoutes } from './drive-upload.ts';
import { exportRoutes, exportSpreadsheet } from './export-spreadsheet.ts';
import { driveFieldError, fieldMask, type KnownFields } from './field-mask.ts';
import {
  type GoogleContext,
  type GoogleEnv,
  googleApi,
  queryBoolean,
  readJson,
  refuseOtherRoutes,
} from './google-envelope.ts';

/** What Drive answers when a call does not ask for fields. */
const FILE_DEFAULT = 'kind,id,name,mimeType';
const LIST_DEFAULT = `kind,incompleteSearch,nextPageToken,files(${FILE_DEFAULT})`;
const PERMISSION_DEFAULT = 'kind,id,type,role,allowFileDiscovery';
const PERMISSIONS_DEFAULT = `kind,nextPageToken,permissions(kind,id,type,role)`;

/** @param subsystems `sheets` is only used for what is inside of a spreadsheet: exports and uploads */
export function driveRoutes(kernel: Kernel, subsystems: UploadTargets): Hono<GoogleEnv> {
  const app = googleApi(kernel, '/drive/v3', 'drive');
  fileRoutes(app, subsystems);
  permissionRoutes(app, subsystems.files);
  commentRoutes(app, createComments(kernel, subsystems.files));
  app.get('/about', (c) => {
    // Google insists on a mask here, because the whole answer is expensive.
    if (!c.req.query('fields')) throw required("The 'fields' parameter is required for this method.");
    const { actor } = c.var;
    const about = { kind: 'drive#about', user: userResource(actor.email, actor, kernel.users) };
    const fieldError = (path: string) => new NotEmulatedError(`Drive about ${path}`);
    return c.json(fieldMask(c.req.query('fields'), { known: { kind: true, user: true }, fieldError })(about));
  });
  refuseOtherRoutes(app);

  const { sheets } = subsystems;
  return new Hono<GoogleEnv>()
    .route('/', app)
    .route('/', uploadRoutes(kernel, subsystems))
    .route('/', exportRoutes(kernel, sheets));
}

function fileRoutes(app: Hono<GoogleEnv>, { files, sheets }: UploadTargets): void {
  const fileMask = (c: GoogleContext) => maskOf(c, FILE_DEFAULT, KNOWN_FILE_FIELDS);
  app.get('/files', (c) => {
    const mask = maskOf(c, LIST_DEFAULT, KNOWN_LIST_FIELDS);
    return c.json(mask(files.list(c.var.actor, c.req.query())));
  });
  app.post('/files', async (c) => {
    const mask = fileMask(c);
    return c.json(mask(files.create(c.var.actor, await readJson<drive_v3.Schema$File>(c))));
  });
  app.get('/files/generateIds', (c) => {
    const count = Number(c.req.query('count') ?? 10);
    if (!Number.isInteger(count) || count < 1 || count > 1000) throw invalidValue();
    const ids = Array.from({ length: count }, newFileId);
    return c.json(maskOf(c, '*')({ kind: 'drive#generatedIds', space: 'drive', ids }));
  });
  app.delete('/files/trash', (c) => {
    files.emptyTrash(c.var.actor);
    return c.body(null, 204);
  });
  app.post('/files/:id/copy', async (c) => {
    const mask = fileMask(c);
    return c.json(mask(files.copy(c.var.actor, c.req.param('id'), await readJson<drive_v3.Schema$File>(c))));
  });
  app.get('/files/:id', (c) => {
    if (c.req.query('alt') === 'media') throw new NotEmulatedError('Drive download of file contents');
    return c.json(fileMask(c)(files.get(c.var.actor, c.req.param('id'))));
  });
  app.patch('/files/:id', async (c) => {
    const mask = fileMask(c);
    const body = await readJson<drive_v3.Schema$File>(c);
    const { addParents, removeParents } = c.req.query();
    return c.json(mask(files.update(c.var.actor, c.req.param('id'), body, { addParents, removeParents })));
  });
  app.delete('/files/:id', (c) => {
    files.delete(c.var.actor, c.req.param('id'));
    return c.body(null, 204);
  });
  app.get('/files/:id/export', (c) => {
    const { actor } = c.var;
    const file = files.get(actor, c.req.param('id'));
    const type = c.req.query('mimeType');
    if (!type) throw required('Required parameter: mimeType');
    if (file.mimeType !== MIME.spreadsheet) throw new NotEmulatedError(`Drive export of ${file.mimeType}`);
    return exportSpreadsheet(sheets, { actor, id: String(file.id) }, type);
  });
}

function permissionRoutes(app: Hono<GoogleEnv>, files: Files): void {
  const path = '/files/:id/permissions';
  const permissionMask = (c: GoogleContext) => maskOf(c, PERMISSION_DEFAULT, KNOWN_PERMISSION_FIELDS);
  app.get(path, (c) => {
    const mask = maskOf(c, PERMISSIONS_DEFAULT, KNOWN_PERMISSIONS_FIELDS);
    const permissions = files.listPermissions(c.var.actor, c.req.param('id'));
    return c.json(mask({ kind: 'drive#permissionList', permissions }));
  });
  // `sendNotificationEmail` and `emailMessage` are accepted; the Workspace sends no sharing mails.
  app.post(path, async (c) => {
    const mask = permissionMask(c);
    const body = await readJson<drive_v3.Schema$Permission>(c);
    return c.json(mask(files.createPermission(c.var.actor, c.req.param('id'), body, isTransfer(c))));
  });
  app.get(`${path}/:permissionId`, (c) => {
    const { id, permissionId } = c.req.param();
    const permission = files.listPermissions(c.var.actor, id).find((candidate) => candidate.id === permissionId);
    if (!permission) throw permissionNotFound(permissionId);
    return c.json(permissionMask(c)(permission));
  });
  app.patch(`${path}/:permissionId`, async (c) => {
    const mask = permissionMask(c);
    const { id, permissionId } = c.req.param();
    const body = await readJson<drive_v3.Schema$Permission>(c);
    return c.json(mask(files.updatePermission(c.var.actor, id, permissionId, body, isTransfer(c))));
  });
  app.delete(`${path}/:permissionId`, (c) => {
    const { id, permissionId } = c.req.param();
    files.deletePermission(c.var.actor, id, permissionId);
    return c.body(null, 204);
  });
}

/** What the call's `fields` select, or Drive's default for this method. */
function maskOf(c: GoogleContext, otherwise: string, known?: KnownFields): ReturnType<typeof fieldMask> {
  return fieldMask(c.req.query('fields') || otherwise, { fieldError: driveFieldError, ...(known && { known }) });
}

const isTransfer = (c: GoogleContext): boolean => queryBoolean(c, 'transferOwnership') ?? false;
