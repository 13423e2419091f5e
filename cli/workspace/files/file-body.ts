/** What a caller may say about a file, and what a file is after it was said. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { NotEmulatedError } from '../errors.ts';
import type { User } from '../users.ts';
import { fieldNotWritable, insufficientPermissions } from './drive-errors.ts';
import { type FileRecord, isAtLeast, normalizeEmail, ownerPermission, roleOf } from './file-record.ts';

/** Everything else in a body is refused rather than ignored. */
const WRITABLE: readonly string[] = [
  'name',
  'mimeType',
  'description',
  'trashed',
  'starred',
  'properties',
  'appProperties',
  'parents',
  'id',
  'folderColorRgb',
];
/** Fields that Google lets callers set, but the Workspace does not keep. */
const NOT_EMULATED: readonly string[] = [
  'createdTime',
  'modifiedTime',
  'writersCanShare',
  'copyRequiresWriterPermission',
  'contentHints',
  'contentRestrictions',
  'shortcutDetails',
];

export function newRecord(id: string, name: string, mimeType: string, owner: User, now: string): FileRecord {
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
    ...(owner.program && { madeBy: owner.program.clientId }),
  };
}

/** A body without what clients send as null, which says nothing (except for properties). */
export function givenBody(body: drive_v3.Schema$File): drive_v3.Schema$File {
  const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null && value !== undefined));
  for (const field of Object.keys(given)) {
    if (NOT_EMULATED.includes(field)) throw new NotEmulatedError(`Drive file field ${field}`);
    if (!WRITABLE.includes(field)) throw fieldNotWritable();
  }
  return given;
}

/** Only owners move a file to the bin; writers change the rest; a star is everybody's own. */
export function requireEditor(file: FileRecord, actor: User, body: drive_v3.Schema$File): void {
  const role = roleOf(file, actor.email);
  if (body.trashed !== undefined && role !== 'owner') throw insufficientPermissions();
  const onlyStar = Object.keys(body).length > 0 && Object.keys(body).every((field) => field === 'starred');
  if (!onlyStar && !isAtLeast(role, 'writer')) throw insufficientPermissions();
}

export function changedFile(file: FileRecord, actor: User, body: drive_v3.Schema$File): FileRecord {
  if (body.mimeType && body.mimeType !== file.mimeType) throw new NotEmulatedError('Drive conversion of file types');
  const me = normalizeEmail(actor.email);
  const others = file.starredBy.filter((email) => email !== me);
  const { trashedWith, ...rest } = file;
  return {
    ...(body.trashed === undefined && trashedWith ? file : rest),
    name: body.name ?? file.name,
    ...(typeof body.description === 'string' && { description: body.description }),
    ...(typeof body.folderColorRgb === 'string' && { folderColorRgb: body.folderColorRgb }),
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
