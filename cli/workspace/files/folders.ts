/** Folders of Drive: where files lie, what lies in a folder, what goes with it to the bin. */
import { createHash } from 'node:crypto';
import type { User } from '../users.ts';
import { fileNotFound, forbidden } from './drive-errors.ts';
import { type FileRecord, isAtLeast, MIME, normalizeEmail, ownerEmail, roleOf } from './file-record.ts';

type Records = { get(id: string): FileRecord | undefined; entries(): Iterable<[string, FileRecord]> };

/** The id of somebody's "My Drive", which is nobody's file and can be named `root`. */
export const rootOf = (email: string): string =>
  `0A${createHash('sha256').update(normalizeEmail(email)).digest('base64url').slice(0, 17)}`;

/** A file that was put nowhere lies in its owner's root. */
export const parentsOf = (file: FileRecord): readonly string[] => file.parents ?? [rootOf(ownerEmail(file))];

/**
 * Where a file goes that is put into these folders.
 * @throws GoogleError unless there is exactly one, and the actor may write into it
 */
export function placeIn(records: Records, actor: User, wanted: readonly string[]): string[] {
  const [first, ...others] = wanted.map((id) => (id === 'root' ? rootOf(actor.email) : id));
  if (first === undefined || others.length > 0) throw forbidden('A file must have exactly one parent.');
  if (first === rootOf(actor.email)) return [first];
  const folder = records.get(first);
  const role = folder && roleOf(folder, actor.email);
  if (!folder || !role) throw fileNotFound(first);
  if (folder.mimeType !== MIME.folder) throw forbidden('The specified parent is not a folder.');
  if (!isAtLeast(role, 'writer')) throw forbidden('Insufficient permissions for the specified parent.');
  return [first];
}

/** @throws GoogleError if a folder would lie in itself */
export function refuseCycle(records: Records, file: FileRecord, parents: readonly string[]): void {
  if (parents.includes(file.id) || descendants(records, file.id).some(({ id }) => parents.includes(id))) {
    throw forbidden('A folder cannot be moved into itself or one of its descendants.');
  }
}

/** What lies in a folder, at any depth. */
export function descendants(records: Records, folderId: string): FileRecord[] {
  const children = [...records.entries()].map(([, file]) => file).filter((file) => file.parents?.includes(folderId));
  return children.flatMap((file) => [file, ...descendants(records, file.id)]);
}

/** The files in a folder as they are after it went to the bin, or came back from there. */
export function binned(records: Records, folder: FileRecord): FileRecord[] {
  return descendants(records, folder.id).flatMap((file): FileRecord[] => {
    if (folder.trashed && !file.trashed) return [{ ...file, trashed: true, trashedWith: folder.id }];
    if (folder.trashed || file.trashedWith !== folder.id) return [];
    const { trashedWith: _, ...rest } = file;
    return [{ ...rest, trashed: false }];
  });
}
