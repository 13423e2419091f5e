/** Who may change a file's sharing, and to what. Pure: each function returns the new list of permissions. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { NotEmulatedError } from '../errors.ts';
import type { User } from '../users.ts';
import { forbidden, insufficientPermissions, invalidValue, permissionNotFound, required } from './drive-errors.ts';
import {
  ANYONE_WITH_LINK,
  FILE_ROLES,
  type FileRecord,
  type FileRole,
  isAtLeast,
  normalizeEmail,
  type PermissionRecord,
  permissionIdOf,
  roleOf,
} from './file-record.ts';

type GivenRole = Exclude<FileRole, 'owner'>;

/** @throws GoogleError insufficientFilePermissions unless the actor is the owner or a writer */
export function requireSharer(file: FileRecord, actor: User): void {
  if (!isAtLeast(roleOf(file, actor.email), 'writer')) throw insufficientPermissions();
}

/** Shares a file. Sharing again with the same person changes the role; the owner stays the owner. */
export function addPermission(
  file: FileRecord,
  actor: User,
  body: drive_v3.Schema$Permission,
  transfer: boolean,
): { permissions: PermissionRecord[]; added: PermissionRecord } {
  requireSharer(file, actor);
  if (body.role === 'owner' && transfer) return handOver(file, actor, newPermission({ ...body, role: 'writer' }));
  const wanted = newPermission(body);
  const existing = file.permissions.find((permission) => permission.id === wanted.id);
  if (existing?.role === 'owner') return { permissions: file.permissions, added: existing };
  return { permissions: [...file.permissions.filter((p) => p.id !== wanted.id), wanted], added: wanted };
}

/** Makes somebody else the owner; the owner until now stays as a writer. */
function handOver(
  file: FileRecord,
  actor: User,
  to: PermissionRecord,
): { permissions: PermissionRecord[]; added: PermissionRecord } {
  if (to.type !== 'user') throw invalidValue('Only a user can own a file.');
  const isAccepted = to.pendingOwner === true && to.emailAddress === normalizeEmail(actor.email);
  if (roleOf(file, actor.email) !== 'owner' && !isAccepted) throw insufficientPermissions();
  const { pendingOwner: _, ...known } = to;
  const added: PermissionRecord = { ...known, role: 'owner' };
  const others = file.permissions
    .filter(({ id }) => id !== added.id)
    .map((permission) => (permission.role === 'owner' ? { ...permission, role: 'writer' as const } : permission));
  return { permissions: [...others, added], added };
}

/** Gives an existing permission another role. */
export function changePermission(
  file: FileRecord,
  actor: User,
  permissionId: string,
  body: drive_v3.Schema$Permission,
  transfer: boolean,
): { permissions: PermissionRecord[]; changed: PermissionRecord } {
  requireSharer(file, actor);
  const existing = findPermission(file, permissionId);
  if (body.role === 'owner' && transfer) {
    const { permissions, added } = handOver(file, actor, existing);
    return { permissions, changed: added };
  }
  const role = givenRole(body.role);
  if (existing.role === 'owner') throw insufficientPermissions();
  const offers = body.pendingOwner && existing.type === 'user';
  if (offers && roleOf(file, actor.email) !== 'owner') throw insufficientPermissions();
  const changed = { ...existing, role, ...(offers && { pendingOwner: true as const }) };
  return { permissions: file.permissions.map((p) => (p.id === permissionId ? changed : p)), changed };
}

/** Takes a permission away; everybody may give up their own. */
export function removePermission(file: FileRecord, actor: User, permissionId: string): PermissionRecord[] {
  const existing = findPermission(file, permissionId);
  if (existing.role === 'owner') throw insufficientPermissions();
  const own = existing.type === 'user' && existing.emailAddress === normalizeEmail(actor.email);
  if (!own) requireSharer(file, actor);
  return file.permissions.filter((permission) => permission.id !== permissionId);
}

function findPermission(file: FileRecord, permissionId: string): PermissionRecord {
  const permission = file.permissions.find((candidate) => candidate.id === permissionId);
  if (!permission) throw permissionNotFound(permissionId);
  return permission;
}

function newPermission(body: drive_v3.Schema$Permission): PermissionRecord {
  if (body.expirationTime) throw new NotEmulatedError('Drive permission expirationTime');
  const role = givenRole(body.role);
  switch (body.type) {
    case 'user': {
      const emailAddress = normalizeEmail(body.emailAddress ?? '');
      if (!/^[^\s@]+@[^\s@]+$/.test(emailAddress)) {
        throw invalidValue('The specified emailAddress is invalid or not applicable for the given permission type.');
      }
      return { id: permissionIdOf(emailAddress), type: 'user', role, emailAddress };
    }
    case 'anyone':
      if (body.allowFileDiscovery) throw new NotEmulatedError('Drive permission allowFileDiscovery');
      return { id: ANYONE_WITH_LINK, type: 'anyone', role };
    case 'group':
    case 'domain':
      throw new NotEmulatedError(`Drive permission type ${body.type}`);
    case undefined:
    case null:
      throw required('The permission type field is required.');
    default:
      throw invalidValue('The specified permission type is invalid.');
  }
}

function givenRole(role: string | null | undefined): GivenRole {
  if (!role) throw required('The permission role field is required.');
  if (role === 'owner') {
    throw forbidden("The transferOwnership parameter must be enabled when the permission role is 'owner'.");
  }
  const known = FILE_ROLES.find((candidate) => candidate === role);
  if (!known || known === 'owner') throw invalidValue('The specified role is invalid or not supported.');
  return known;
}
