/** A Drive file as the Workspace keeps it, and who may do what with it. */
import { createHash, randomBytes } from 'node:crypto';
import type { User } from '../users.ts';

export const MIME = {
  spreadsheet: 'application/vnd.google-apps.spreadsheet',
  form: 'application/vnd.google-apps.form',
  script: 'application/vnd.google-apps.script',
  folder: 'application/vnd.google-apps.folder',
} as const;

/** Weakest first. */
export const FILE_ROLES = ['reader', 'commenter', 'writer', 'owner'] as const;
export type FileRole = (typeof FILE_ROLES)[number];

/** `anyone` is what the share dialog calls "anyone with the link". */
export type PermissionRecord =
  | {
      id: string;
      type: 'user';
      role: FileRole;
      emailAddress: string;
      /** The owner offered this person the file; who accepts becomes the owner. */
      pendingOwner?: true;
    }
  | { id: string; type: 'anyone'; role: Exclude<FileRole, 'owner'> };

export interface FileRecord {
  id: string;
  name: string;
  mimeType: string;
  description?: string;
  /** Instants in ISO UTC. */
  createdTime: string;
  modifiedTime: string;
  /** E-mail of whoever changed it last. */
  lastModifyingUser: string;
  trashed: boolean;
  /** The folder with which it went to the bin; absent if it was put there by itself. */
  trashedWith?: string;
  /** The folder that it lies in; absent in the owner's root. */
  parents?: string[];
  folderColorRgb?: string;
  starredBy: string[];
  properties: Record<string, string>;
  appProperties: Record<string, string>;
  /** The owner's permission is always among them. */
  permissions: PermissionRecord[];
  /** The program that made it for its owner, if one did. */
  madeBy?: string;
}

export const ANYONE_WITH_LINK = 'anyoneWithLink';

/** 44 characters that begin with 1, as Google's document ids do. */
export const newFileId = (): string => `1${randomBytes(33).toString('base64url').slice(0, 43)}`;

export const normalizeEmail = (email: string): string => email.trim().toLowerCase();

/** The id that an address has in every file's permissions: 20 digits, like Google's. */
export function permissionIdOf(email: string): string {
  const digest = createHash('sha256').update(normalizeEmail(email)).digest();
  return String(digest.readBigUInt64BE()).padStart(20, '0');
}

export const ownerPermission = (owner: User): PermissionRecord => ({
  id: permissionIdOf(owner.email),
  type: 'user',
  role: 'owner',
  emailAddress: normalizeEmail(owner.email),
});

export function ownerEmail(file: FileRecord): string {
  for (const permission of file.permissions) {
    if (permission.type === 'user' && permission.role === 'owner') return permission.emailAddress;
  }
  throw new Error(`file without an owner: ${file.id}`);
}

export const isAtLeast = (role: FileRole | undefined, needed: FileRole): boolean =>
  role !== undefined && FILE_ROLES.indexOf(role) >= FILE_ROLES.indexOf(needed);

/** The strongest role that somebody has, by name or because the link is open to anyone. */
export function roleOf(file: FileRecord, email: string): FileRole | undefined {
  const address = normalizeEmail(email);
  const roles = file.permissions
    .filter((permission) => permission.type === 'anyone' || permission.emailAddress === address)
    .map((permission) => permission.role);
  return FILE_ROLES.findLast((role) => roles.includes(role));
}

/** False for a program that may only use the files that it made itself, with any other. */
export const isOpenTo = (file: FileRecord, { program }: User): boolean =>
  !program?.ownFilesOnly || file.madeBy === program.clientId;

/** Whether the file is among somebody's own or shared files; an open link alone does not put it there. */
export const isListedFor = (file: FileRecord, email: string): boolean =>
  file.permissions.some((p) => p.type === 'user' && p.emailAddress === normalizeEmail(email));
