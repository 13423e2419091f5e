/**
 * The fields that a Drive v3 mask may name, so that a misspelt one is refused as at Google. The compiler keeps the
 * lists complete.
 */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { KnownFields } from './field-mask.ts';

const FILE_FIELDS: Record<keyof drive_v3.Schema$File, true> = {
  appProperties: true,
  capabilities: true,
  clientEncryptionDetails: true,
  contentHints: true,
  contentRestrictions: true,
  copyRequiresWriterPermission: true,
  createdTime: true,
  description: true,
  downloadRestrictions: true,
  driveId: true,
  explicitlyTrashed: true,
  exportLinks: true,
  fileExtension: true,
  folderColorRgb: true,
  fullFileExtension: true,
  hasAugmentedPermissions: true,
  hasThumbnail: true,
  headRevisionId: true,
  iconLink: true,
  id: true,
  imageMediaMetadata: true,
  inheritedPermissionsDisabled: true,
  isAppAuthorized: true,
  kind: true,
  labelInfo: true,
  lastModifyingUser: true,
  linkShareMetadata: true,
  md5Checksum: true,
  mimeType: true,
  modifiedByMe: true,
  modifiedByMeTime: true,
  modifiedTime: true,
  name: true,
  originalFilename: true,
  ownedByMe: true,
  owners: true,
  parents: true,
  permissionIds: true,
  permissions: true,
  properties: true,
  quotaBytesUsed: true,
  resourceKey: true,
  sha1Checksum: true,
  sha256Checksum: true,
  shared: true,
  sharedWithMeTime: true,
  sharingUser: true,
  shortcutDetails: true,
  size: true,
  spaces: true,
  starred: true,
  teamDriveId: true,
  thumbnailLink: true,
  thumbnailVersion: true,
  trashed: true,
  trashedTime: true,
  trashingUser: true,
  version: true,
  videoMediaMetadata: true,
  viewedByMe: true,
  viewedByMeTime: true,
  viewersCanCopyContent: true,
  webContentLink: true,
  webViewLink: true,
  writersCanShare: true,
};

export const KNOWN_FILE_FIELDS: KnownFields = FILE_FIELDS;

export const KNOWN_LIST_FIELDS: KnownFields = {
  kind: true,
  nextPageToken: true,
  incompleteSearch: true,
  files: KNOWN_FILE_FIELDS,
};

const PERMISSION_FIELDS: Record<keyof drive_v3.Schema$Permission, true> = {
  allowFileDiscovery: true,
  deleted: true,
  displayName: true,
  domain: true,
  emailAddress: true,
  expirationTime: true,
  id: true,
  inheritedPermissionsDisabled: true,
  kind: true,
  pendingOwner: true,
  permissionDetails: true,
  photoLink: true,
  role: true,
  teamDrivePermissionDetails: true,
  type: true,
  view: true,
};

export const KNOWN_PERMISSION_FIELDS: KnownFields = PERMISSION_FIELDS;

export const KNOWN_PERMISSIONS_FIELDS: KnownFields = {
  kind: true,
  nextPageToken: true,
  permissions: KNOWN_PERMISSION_FIELDS,
};
