/** Drive v3 on the paths that Google serves it: files, their permissions, export of a spreadsheet as CSV, `about`. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { Hono } from 'hono';
import { NotEmulatedError } from '../errors.ts';
import { permissionNotFound, required } from '../files/drive-errors.ts';
import { MIME } from '../files/file-record.ts';
import { userResource } from '../files/file-resource.ts';
import type { Files, Kernel, Sheets } from '../workspace.ts';
import {
  KNOWN_FILE_FIELDS,
  KNOWN_LIST_FIELDS,
  KNOWN_PERMISSION_FIELDS,
  KNOWN_PERMISSIONS_FIELDS,
} from './drive-fields.ts';
import { firstSheetAsCsv } from './export-csv.ts';
import { driveFieldError, fieldMask, type KnownFields } from './field-mask.ts';
import {
  errorHandler,
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

/** @param subsystems `sheets` is only used to export a spreadsheet */
export function driveRoutes(
  kernel: Kernel,
  subsystems: { files: Files; sheets: Pick<Sheets, 'get' | 'values'> },
): Hono<GoogleEnv> {
  const app = googleApi(kernel, '/drive/v3', 'drive');
  fileRoutes(app, subsystems);
  permissionRoutes(app, subsystems.files);
  app.get('/about', (c) => {
    // Google insists on a mask here, because the whole answer is expensive.
    if (!c.req.query('fields')) throw required("The 'fields' parameter is required for this method.");
    const { actor } = c.var;
    const about = { kind: 'drive#about', user: userResource(actor.email, actor, kernel.users) };
    const fieldError = (path: string) => new NotEmulatedError(`Drive about ${path}`);
    return c.json(fieldMask(c.req.query('fields'), { known: { kind: true, user: true }, fieldError })(about));
  });
  refuseOtherRoutes(app);

  const upload = new Hono<GoogleEnv>().basePath('/upload/drive/v3');
  upload.onError(errorHandler(kernel, 'drive'));
  refuseOtherRoutes(upload);

  return new Hono<GoogleEnv>().route('/', app).route('/', upload);
}

function fileRoutes(
  app: Hono<GoogleEnv>,
  { files, sheets }: { files: Files; sheets: Pick<Sheets, 'get' | 'values'> },
): void {
  const fileMask = (c: GoogleContext) => maskOf(c, FILE_DEFAULT, KNOWN_FILE_FIELDS);
  app.get('/files', (c) => {
    const mask = maskOf(c, LIST_DEFAULT, KNOWN_LIST_FIELDS);
    return c.json(mask(files.list(c.var.actor, c.req.query())));
  });
  app.post('/files', async (c) => {
    const mask = fileMask(c);
    return c.json(mask(files.create(c.var.actor, await readJson<drive_v3.Schema$File>(c))));
  });
  app.all('/files/:method{generateIds|trash}', (c) => {
    throw new NotEmulatedError(`Drive files.${c.req.param('method')}`);
  });
  app.get('/files/:id', (c) => {
    if (c.req.query('alt') === 'media') throw new NotEmulatedError('Drive download of file contents');
    return c.json(fileMask(c)(files.get(c.var.actor, c.req.param('id'))));
  });
  app.patch('/files/:id', async (c) => {
    const mask = fileMask(c);
    if (c.req.query('addParents') || c.req.query('removeParents')) throw new NotEmulatedError('Drive folders');
    const body = await readJson<drive_v3.Schema$File>(c);
    return c.json(mask(files.update(c.var.actor, c.req.param('id'), body)));
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
    if (file.mimeType !== MIME.spreadsheet || type !== 'text/csv') {
      throw new NotEmulatedError(`Drive export of ${file.mimeType} as ${type}`);
    }
    return c.body(firstSheetAsCsv(sheets, actor, String(file.id)), 200, { 'Content-Type': 'text/csv' });
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
    refuseOwnershipTransfer(c);
    const body = await readJson<drive_v3.Schema$Permission>(c);
    return c.json(mask(files.createPermission(c.var.actor, c.req.param('id'), body)));
  });
  app.get(`${path}/:permissionId`, (c) => {
    const { id, permissionId } = c.req.param();
    const permission = files.listPermissions(c.var.actor, id).find((candidate) => candidate.id === permissionId);
    if (!permission) throw permissionNotFound(permissionId);
    return c.json(permissionMask(c)(permission));
  });
  app.patch(`${path}/:permissionId`, async (c) => {
    const mask = permissionMask(c);
    refuseOwnershipTransfer(c);
    const { id, permissionId } = c.req.param();
    const body = await readJson<drive_v3.Schema$Permission>(c);
    return c.json(mask(files.updatePermission(c.var.actor, id, permissionId, body)));
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

function refuseOwnershipTransfer(c: GoogleContext): void {
  if (queryBoolean(c, 'transferOwnership')) throw new NotEmulatedError('Drive transfer of ownership');
}
