/** Drive of the local Workspace: the files there are and who may open them. Contents belong to other subsystems. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { NotEmulatedError } from '../errors.ts';
import type { User } from '../users.ts';
import type { Files, Kernel } from '../workspace.ts';
import { fieldNotWritable, fileNotFound, insufficientPermissions } from './drive-errors.ts';
import { type FileRecord, isAtLeast, newFileId, normalizeEmail, ownerPermission, roleOf } from './file-record.ts';
import { fileResource, permissionResource } from './file-resource.ts';
import { listFiles } from './list-files.ts';
import { addPermission, changePermission, removePermission, requireSharer } from './permissions.ts';

/** What a caller may say about a file. Everything else in a body is refused rather than ignored. */
const WRITABLE: readonly string[] = [
  'name',
  'mimeType',
  'description',
  'trashed',
  'starred',
  'properties',
  'appProperties',
];
/** Fields that Google lets callers set, but the Workspace does not keep. */
const NOT_EMULATED: readonly string[] = [
  'parents',
  'createdTime',
  'modifiedTime',
  'writersCanShare',
  'copyRequiresWriterPermission',
  'contentHints',
  'contentRestrictions',
  'shortcutDetails',
  'folderColorRgb',
  'id',
];

/** @returns the Files subsystem; its records are the collection `files` of the store */
export function createFiles(kernel: Kernel): Files {
  const { store, clock, users } = kernel;
  const records = store.documents<FileRecord>('files');
  const deleted: ((fileId: string) => void)[] = [];
  const created: { mimeType: string; listener: (fileId: string, name: string) => void }[] = [];

  const visible = (actor: User, fileId: string): FileRecord => {
    const file = records.get(fileId);
    // Google does not tell a stranger whether a file exists.
    if (!file || !roleOf(file, actor.email)) throw fileNotFound(fileId);
    return file;
  };
  const view = (file: FileRecord, actor: User) => fileResource(file, actor, kernel);
  const register: Files['register'] = (owner, { id = newFileId(), name, mimeType }) => {
    if (records.get(id)) throw new Error(`a file with this id exists: ${id}`);
    records.put(id, newRecord(id, name, mimeType, owner, clock.iso()));
    return id;
  };

  return {
    register,
    get: (actor, fileId) => view(visible(actor, fileId), actor),
    list(actor, params) {
      const { files, nextPageToken } = listFiles(valuesOf(records.entries()), actor, params);
      return {
        kind: 'drive#fileList',
        incompleteSearch: false,
        ...(nextPageToken && { nextPageToken }),
        files: files.map((file) => view(file, actor)),
      };
    },
    create: (actor, body) =>
      store.transaction(() => {
        requireWritable(body);
        const name = body.name ?? 'Untitled';
        const mimeType = body.mimeType ?? 'application/octet-stream';
        const id = register(actor, { name, mimeType });
        const file = changed(visible(actor, id), actor, body);
        records.put(id, file);
        for (const entry of created) if (entry.mimeType === mimeType) entry.listener(id, name);
        return view(file, actor);
      }),
    update: (actor, fileId, body) =>
      store.transaction(() => {
        const before = visible(actor, fileId);
        requireWritable(body);
        requireEditor(before, actor, body);
        const file = changed(before, actor, body);
        const contentful = Object.keys(body).some((field) => field !== 'starred');
        if (contentful)
          Object.assign(file, { modifiedTime: clock.iso(), lastModifyingUser: normalizeEmail(actor.email) });
        records.put(fileId, file);
        return view(file, actor);
      }),
    delete: (actor, fileId) =>
      store.transaction(() => {
        const file = visible(actor, fileId);
        if (roleOf(file, actor.email) !== 'owner') throw insufficientPermissions();
        records.delete(fileId);
        for (const listener of deleted) listener(fileId);
      }),

    listPermissions(actor, fileId) {
      const file = visible(actor, fileId);
      requireSharer(file, actor);
      return file.permissions.map((permission) => permissionResource(permission, users));
    },
    createPermission: (actor, fileId, body) =>
      store.transaction(() => {
        const file = visible(actor, fileId);
        const { permissions, added } = addPermission(file, actor, body);
        records.put(fileId, { ...file, permissions });
        return permissionResource(added, users);
      }),
    updatePermission: (actor, fileId, permissionId, body) =>
      store.transaction(() => {
        const file = visible(actor, fileId);
        const { permissions, changed: permission } = changePermission(file, actor, permissionId, body);
        records.put(fileId, { ...file, permissions });
        return permissionResource(permission, users);
      }),
    deletePermission: (actor, fileId, permissionId) =>
      store.transaction(() => {
        const file = visible(actor, fileId);
        records.put(fileId, { ...file, permissions: removePermission(file, actor, permissionId) });
      }),

    role(user, fileId) {
      const file = records.get(fileId);
      return file && roleOf(file, user.email);
    },
    touch(fileId, by) {
      const file = records.get(fileId);
      if (!file) return;
      const lastModifyingUser = by ? normalizeEmail(by.email) : file.lastModifyingUser;
      records.put(fileId, { ...file, modifiedTime: clock.iso(), lastModifyingUser });
    },
    onDelete: (listener) => void deleted.push(listener),
    onCreate: (mimeType, listener) => void created.push({ mimeType, listener }),
  };
}

function newRecord(id: string, name: string, mimeType: string, owner: User, now: string): FileRecord {
  return {
    id,
    name,
    mimeType,
    createdTime: now,
    modifiedTime: now,
    lastModifyingUser: normalizeEmail(owner.email),
    trashed: false,
    starredBy: [],
    properties: {},
    appProperties: {},
    permissions: [ownerPermission(owner)],
  };
}

function requireWritable(body: drive_v3.Schema$File): void {
  for (const field of Object.keys(body)) {
    if (NOT_EMULATED.includes(field)) throw new NotEmulatedError(`Drive file field ${field}`);
    if (!WRITABLE.includes(field)) throw fieldNotWritable();
  }
}

/** Only owners move a file to the bin; writers change the rest; a star is everybody's own. */
function requireEditor(file: FileRecord, actor: User, body: drive_v3.Schema$File): void {
  const role = roleOf(file, actor.email);
  if (body.trashed !== undefined && role !== 'owner') throw insufficientPermissions();
  const onlyStar = Object.keys(body).every((field) => field === 'starred');
  if (!onlyStar && !isAtLeast(role, 'writer')) throw insufficientPermissions();
}

function changed(file: FileRecord, actor: User, body: drive_v3.Schema$File): FileRecord {
  if (body.mimeType && body.mimeType !== file.mimeType) throw new NotEmulatedError('Drive conversion of file types');
  const me = normalizeEmail(actor.email);
  const others = file.starredBy.filter((email) => email !== me);
  return {
    ...file,
    name: body.name ?? file.name,
    ...(typeof body.description === 'string' && { description: body.description }),
    trashed: body.trashed ?? file.trashed,
    starredBy: typeof body.starred === 'boolean' ? [...others, ...(body.starred ? [me] : [])] : file.starredBy,
    properties: merged(file.properties, body.properties),
    appProperties: merged(file.appProperties, body.appProperties),
  };
}

/** A property set to null goes away, as at Google. */
function merged(
  before: Record<string, string>,
  change: Record<string, string | null> | null | undefined,
): Record<string, string> {
  const entries = Object.entries({ ...before, ...change }).filter(([, value]) => value !== null);
  return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]));
}

function* valuesOf(entries: Iterable<[string, FileRecord]>): Iterable<FileRecord> {
  for (const [, file] of entries) yield file;
}
