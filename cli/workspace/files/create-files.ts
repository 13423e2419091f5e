/** Drive of the local Workspace: the files there are and who may open them. Contents belong to other subsystems. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { GoogleError, NotEmulatedError } from '../errors.ts';
import type { User } from '../users.ts';
import type { Files, Kernel } from '../workspace.ts';
import { fieldNotWritable, fileNotFound, insufficientPermissions } from './drive-errors.ts';
import { changedFile, givenBody, newRecord, requireEditor } from './file-body.ts';
import { type FileRecord, isAtLeast, isOpenTo, newFileId, normalizeEmail, ownerEmail, roleOf } from './file-record.ts';
import { fileResource, permissionResource } from './file-resource.ts';
import { binned, descendants, parentsOf, placeIn, refuseCycle, rootOf } from './folders.ts';
import { listFiles } from './list-files.ts';
import { addPermission, changePermission, removePermission, requireSharer } from './permissions.ts';

type Moves = { addParents?: string | undefined; removeParents?: string | undefined };

/** @returns the Files subsystem; its records are the collection `files` of the store */
export function createFiles(kernel: Kernel): Files {
  const { store, clock, users } = kernel;
  const records = store.documents<FileRecord>('files');
  const deleted: ((fileId: string) => void)[] = [];
  const copied = new Map<string, Parameters<Files['onCopy']>[1]>();
  const created: { mimeType: string; listener: (fileId: string, name: string) => void }[] = [];

  const visible = (actor: User, fileId: string): FileRecord => {
    const file = records.get(fileId);
    // Google does not tell a stranger whether a file exists.
    if (!file || !isOpenTo(file, actor) || !roleOf(file, actor.email)) throw fileNotFound(fileId);
    return file;
  };
  const view = (file: FileRecord, actor: User) => fileResource(file, actor, kernel);
  const remove = (fileId: string): void => {
    records.delete(fileId);
    for (const listener of deleted) listener(fileId);
  };
  /** A new file as the body describes it. */
  const added = (actor: User, body: drive_v3.Schema$File, otherwise: { mimeType: string }): FileRecord => {
    const { id = newFileId(), name = 'Untitled', mimeType = otherwise.mimeType, parents, ...rest } = body;
    if (records.get(id ?? ''))
      throw new GoogleError('ALREADY_EXISTS', 'A file already exists with the provided ID.', 'fileIdInUse');
    const place = parents && placeIn(records, actor, parents);
    const file = newRecord(id ?? newFileId(), name ?? 'Untitled', mimeType ?? otherwise.mimeType, actor, clock.iso());
    const whole = { ...changedFile(file, actor, rest), ...(place && { parents: place }) };
    records.put(whole.id, whole);
    return whole;
  };
  /** A copy lies beside its original if that is a folder of the actor's, else in the actor's root. */
  const ownParents = (actor: User, { parents = [] }: FileRecord): string[] => {
    const folder = records.get(parents[0] ?? '');
    return [folder && isAtLeast(roleOf(folder, actor.email), 'writer') ? folder.id : 'root'];
  };
  const moved = (file: FileRecord, actor: User, { addParents, removeParents }: Moves): FileRecord => {
    if (!addParents && !removeParents) return file;
    const ids = (text = '') => text.split(',').filter(Boolean);
    const away = ids(removeParents).map((id) => (id === 'root' ? rootOf(actor.email) : id));
    const added = ids(addParents);
    // Google takes a file out of its folder when it is put into another one, whether that is said or not.
    const parents =
      added.length > 0 ? placeIn(records, actor, added) : parentsOf(file).filter((id) => !away.includes(id));
    if (parents.length === 0) return { ...file, parents: [rootOf(ownerEmail(file))] };
    refuseCycle(records, file, parents);
    return { ...file, parents: [...parents] };
  };
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
    create: (actor, given) =>
      store.transaction(() => {
        const body = givenBody(given);
        const file = added(actor, body, { mimeType: 'application/octet-stream' });
        for (const entry of created) if (entry.mimeType === file.mimeType) entry.listener(file.id, file.name);
        return view(file, actor);
      }),
    copy: (actor, fileId, given) =>
      store.transaction(() => {
        const source = visible(actor, fileId);
        const body = givenBody(given);
        const listener = copied.get(source.mimeType);
        if (!listener) throw new NotEmulatedError(`Drive copy of ${source.mimeType}`);
        if (body.mimeType && body.mimeType !== source.mimeType) {
          throw new NotEmulatedError('Drive conversion of file types');
        }
        const { description, properties, appProperties } = source;
        const like = { ...(description !== undefined && { description }), properties, appProperties };
        const wanted = { ...like, parents: ownParents(actor, source), ...body };
        const file = added(actor, { ...wanted, name: body.name ?? `Copy of ${source.name}` }, source);
        listener(fileId, { id: file.id, title: file.name, owner: actor.email });
        return view(file, actor);
      }),
    update: (actor, fileId, given, moves = {}) =>
      store.transaction(() => {
        const before = visible(actor, fileId);
        const body = givenBody(given);
        if (body.parents || body.id) throw fieldNotWritable();
        requireEditor(before, actor, body);
        const file = moved(changedFile(before, actor, body), actor, moves);
        const isContentful = Object.keys(body).some((field) => field !== 'starred');
        if (isContentful)
          Object.assign(file, { modifiedTime: clock.iso(), lastModifyingUser: normalizeEmail(actor.email) });
        records.put(fileId, file);
        if (file.trashed !== before.trashed) for (const inside of binned(records, file)) records.put(inside.id, inside);
        return view(file, actor);
      }),
    delete: (actor, fileId) =>
      store.transaction(() => {
        const file = visible(actor, fileId);
        if (roleOf(file, actor.email) !== 'owner') throw insufficientPermissions();
        for (const gone of [...descendants(records, fileId), file]) {
          if (roleOf(gone, actor.email) === 'owner') remove(gone.id);
        }
      }),
    emptyTrash: (actor) =>
      store.transaction(() => {
        const mine = [...valuesOf(records.entries())].filter(
          (file) => ownerEmail(file) === normalizeEmail(actor.email),
        );
        for (const file of mine.filter(({ trashed }) => trashed)) remove(file.id);
      }),

    listPermissions(actor, fileId) {
      const file = visible(actor, fileId);
      requireSharer(file, actor);
      return file.permissions.map((permission) => permissionResource(permission, users));
    },
    createPermission: (actor, fileId, body, transfer = false) =>
      store.transaction(() => {
        const file = visible(actor, fileId);
        const { permissions, added } = addPermission(file, actor, body, transfer);
        records.put(fileId, { ...file, permissions });
        return permissionResource(added, users);
      }),
    updatePermission: (actor, fileId, permissionId, body, transfer = false) =>
      store.transaction(() => {
        const file = visible(actor, fileId);
        const { permissions, changed: permission } = changePermission(file, actor, permissionId, body, transfer);
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
      return file && isOpenTo(file, user) ? roleOf(file, user.email) : undefined;
    },
    touch(fileId, by) {
      const file = records.get(fileId);
      if (!file) return;
      const lastModifyingUser = by ? normalizeEmail(by.email) : file.lastModifyingUser;
      records.put(fileId, { ...file, modifiedTime: clock.iso(), lastModifyingUser });
    },
    onDelete: (listener) => void deleted.push(listener),
    onCreate: (mimeType, listener) => void created.push({ mimeType, listener }),
    onCopy: (mimeType, listener) => void copied.set(mimeType, listener),
  };
}

function* valuesOf(entries: Iterable<[string, FileRecord]>): Iterable<FileRecord> {
  for (const [, file] of entries) yield file;
}
