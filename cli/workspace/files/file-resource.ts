/** The answer that Drive v3 gives about a file or a permission. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { User, Users } from '../users.ts';
import {
  type FileRecord,
  isAtLeast,
  MIME,
  normalizeEmail,
  ownerEmail,
  type PermissionRecord,
  permissionIdOf,
  roleOf,
} from './file-record.ts';
import { parentsOf } from './folders.ts';

/** The page on which a file of a type opens; `ID` stands for its id. */
const VIEW_PATH: Record<string, string> = {
  [MIME.spreadsheet]: '/spreadsheets/d/ID/edit',
  [MIME.form]: '/forms/d/ID/edit',
};

interface Surroundings {
  users: Users;
  origin(): string;
}

export function fileResource(file: FileRecord, actor: User, { users, origin }: Surroundings): drive_v3.Schema$File {
  const role = roleOf(file, actor.email);
  const writer = isAtLeast(role, 'writer');
  const owner = role === 'owner';
  const viewPath = VIEW_PATH[file.mimeType];
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    ...(file.description !== undefined && { description: file.description }),
    starred: file.starredBy.includes(normalizeEmail(actor.email)),
    trashed: file.trashed,
    explicitlyTrashed: file.trashed && file.trashedWith === undefined,
    ...((owner || file.parents) && { parents: [...parentsOf(file)] }),
    ...(file.folderColorRgb !== undefined && { folderColorRgb: file.folderColorRgb }),
    spaces: ['drive'],
    ...(viewPath && { webViewLink: origin() + viewPath.replace('ID', file.id) }),
    createdTime: file.createdTime,
    modifiedTime: file.modifiedTime,
    owners: [userResource(ownerEmail(file), actor, users)],
    lastModifyingUser: userResource(file.lastModifyingUser, actor, users),
    shared: file.permissions.length > 1,
    ownedByMe: owner,
    capabilities: {
      canEdit: writer,
      canComment: isAtLeast(role, 'commenter'),
      canShare: writer,
      canRename: writer,
      canDelete: owner,
      canTrash: owner,
      canUntrash: owner,
      canDownload: role !== undefined,
      canCopy: role !== undefined && file.mimeType !== MIME.folder,
      ...(file.mimeType === MIME.folder && { canAddChildren: writer, canListChildren: true }),
    },
    writersCanShare: true,
    ...(Object.keys(file.properties).length > 0 && { properties: { ...file.properties } }),
    ...(Object.keys(file.appProperties).length > 0 && { appProperties: { ...file.appProperties } }),
    ...(writer && {
      permissions: file.permissions.map((permission) => permissionResource(permission, users)),
      permissionIds: file.permissions.map((permission) => permission.id),
    }),
  };
}

export function permissionResource(permission: PermissionRecord, users: Users): drive_v3.Schema$Permission {
  const { id, type, role } = permission;
  if (type === 'anyone') return { kind: 'drive#permission', id, type, role, allowFileDiscovery: false };
  const { emailAddress } = permission;
  return {
    kind: 'drive#permission',
    id,
    type,
    role,
    emailAddress,
    displayName: displayName(emailAddress, users),
    deleted: false,
    pendingOwner: permission.pendingOwner ?? false,
  };
}

export function userResource(email: string, actor: User, users: Users): drive_v3.Schema$User {
  return {
    kind: 'drive#user',
    displayName: displayName(email, users),
    me: normalizeEmail(actor.email) === normalizeEmail(email),
    permissionId: permissionIdOf(email),
    emailAddress: email,
  };
}

const displayName = (email: string, users: Users): string => users.find(email)?.name ?? email.replace(/@.*/, '');
