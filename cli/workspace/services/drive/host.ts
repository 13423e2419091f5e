/** The advanced service `Drive` (v3), answered by the same files as the REST route. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { NotEmulatedError } from '../../errors.ts';
import {
  KNOWN_FILE_FIELDS,
  KNOWN_LIST_FIELDS,
  KNOWN_PERMISSION_FIELDS,
  KNOWN_PERMISSIONS_FIELDS,
} from '../../rest/drive-fields.ts';
import { driveFieldError, fieldMask, type KnownFields } from '../../rest/field-mask.ts';
import type { Handlers } from '../../runtime/host.ts';

interface Options {
  fields?: string;
  [name: string]: unknown;
}

/** What Drive answers when a call does not ask for fields. */
const FILE = { otherwise: 'kind,id,name,mimeType', known: KNOWN_FILE_FIELDS };
const FILES = {
  otherwise: `kind,incompleteSearch,nextPageToken,files(${FILE.otherwise})`,
  known: KNOWN_LIST_FIELDS,
};
const PERMISSION = { otherwise: 'kind,id,type,role,allowFileDiscovery', known: KNOWN_PERMISSION_FIELDS };
const PERMISSIONS = {
  otherwise: 'kind,nextPageToken,permissions(kind,id,type,role)',
  known: KNOWN_PERMISSIONS_FIELDS,
};

const masked = (
  value: object,
  options: Options | null | undefined,
  { otherwise, known }: { otherwise: string; known: KnownFields },
): object => fieldMask(options?.fields || otherwise, { fieldError: driveFieldError, known })(value);

function refuseMedia(media: unknown): void {
  if (media !== null && media !== undefined) throw new NotEmulatedError('Drive.Files with file contents');
}

const texts = (options: Options | null | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(options ?? {}).map(([name, value]) => [name, String(value)]));

export const driveHandlers = {
  'Drive.Files.get': ({ workspace, user }, id: string, options?: Options | null) =>
    masked(workspace.files.get(user, id), options, FILE),
  'Drive.Files.list': ({ workspace, user }, options?: Options | null) =>
    masked(workspace.files.list(user, texts(options)), options, FILES),
  'Drive.Files.create': (
    { workspace, user },
    body: drive_v3.Schema$File,
    media?: unknown,
    options?: Options | null,
  ) => {
    refuseMedia(media);
    return masked(workspace.files.create(user, body), options, FILE);
  },
  'Drive.Files.update': (
    { workspace, user },
    body: drive_v3.Schema$File,
    id: string,
    media?: unknown,
    options?: Options | null,
  ) => {
    refuseMedia(media);
    return masked(workspace.files.update(user, id, body), options, FILE);
  },
  'Drive.Files.remove': ({ workspace, user }, id: string) => workspace.files.delete(user, id),
  'Drive.Permissions.list': ({ workspace, user }, id: string, options?: Options | null) =>
    masked(
      { kind: 'drive#permissionList', permissions: workspace.files.listPermissions(user, id) },
      options,
      PERMISSIONS,
    ),
  'Drive.Permissions.create': (
    { workspace, user },
    body: drive_v3.Schema$Permission,
    id: string,
    options?: Options | null,
  ) => masked(workspace.files.createPermission(user, id, body), options, PERMISSION),
  'Drive.Permissions.remove': ({ workspace, user }, id: string, permissionId: string) =>
    workspace.files.deletePermission(user, id, permissionId),
} satisfies Handlers;
