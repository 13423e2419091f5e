/** Drive's `files.list`: which files somebody sees, in which order, page by page. */
import { NotEmulatedError } from '../errors.ts';
import type { User } from '../users.ts';
import { invalidValue } from './drive-errors.ts';
import { type FileRecord, isListedFor, isOpenTo, MIME, normalizeEmail } from './file-record.ts';
import { parseQuery } from './query.ts';

type Params = Record<string, string | undefined>;
type Compare = (a: FileRecord, b: FileRecord) => number;

const DEFAULT_PAGE_SIZE = 100;
const MAX_PAGE_SIZE = 1000;
const NOT_EMULATED_KEYS = new Set(['modifiedByMeTime', 'quotaBytesUsed', 'sharedWithMeTime', 'viewedByMeTime']);

const collator = new Intl.Collator('en', { sensitivity: 'base' });
const naturalCollator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/**
 * @param params the query parameters `q`, `orderBy`, `pageSize` and `pageToken` as they stand in the address
 * @throws GoogleError INVALID_ARGUMENT `Invalid Value`
 */
export function listFiles(
  all: Iterable<FileRecord>,
  actor: User,
  params: Params,
): { files: FileRecord[]; nextPageToken?: string } {
  refuseOtherCorpora(params);
  const test = params['q'] ? parseQuery(params['q']) : () => true;
  const visible = [...all].filter(
    (file) => isListedFor(file, actor.email) && isOpenTo(file, actor) && test(file, actor),
  );
  // Latest change first unless asked otherwise; newer files first among equals.
  visible.reverse().sort(orderOf(params['orderBy'], actor));
  const size = pageSize(params['pageSize']);
  const start = pageStart(params['pageToken']);
  const files = visible.slice(start, start + size);
  const end = start + files.length;
  return end < visible.length ? { files, nextPageToken: pageToken(end) } : { files };
}

function refuseOtherCorpora({ corpora = 'user', spaces = 'drive', driveId }: Params): void {
  // `allDrives` sees nothing more than `user`: the Workspace has no shared drives.
  if (corpora !== 'user' && corpora !== 'allDrives') throw new NotEmulatedError(`Drive corpora ${corpora}`);
  if (spaces !== 'drive') throw new NotEmulatedError(`Drive space ${spaces}`);
  if (driveId) throw new NotEmulatedError('Drive shared drives');
}

function orderOf(orderBy: string | undefined, actor: User): Compare {
  const keys = (orderBy ?? 'modifiedTime desc').split(',').map((key) => key.trim().split(/\s+/));
  const comparisons = keys.map(([name = '', direction = 'asc', ...rest]): Compare => {
    if (rest.length > 0 || !['asc', 'desc'].includes(direction)) throw invalidValue();
    const compare = orderKey(name, actor);
    return direction === 'desc' ? (a, b) => compare(b, a) : compare;
  });
  return (a, b) => comparisons.map((compare) => compare(a, b)).find((result) => result !== 0) ?? 0;
}

function orderKey(name: string, actor: User): Compare {
  if (NOT_EMULATED_KEYS.has(name)) throw new NotEmulatedError(`Drive orderBy ${name}`);
  const me = normalizeEmail(actor.email);
  switch (name) {
    case 'name':
      return (a, b) => collator.compare(a.name, b.name);
    case 'name_natural':
      return (a, b) => naturalCollator.compare(a.name, b.name);
    case 'createdTime':
      return (a, b) => Date.parse(a.createdTime) - Date.parse(b.createdTime);
    case 'modifiedTime':
    case 'recency':
      return (a, b) => Date.parse(a.modifiedTime) - Date.parse(b.modifiedTime);
    case 'folder':
      return (a, b) => Number(b.mimeType === MIME.folder) - Number(a.mimeType === MIME.folder);
    case 'starred':
      return (a, b) => Number(b.starredBy.includes(me)) - Number(a.starredBy.includes(me));
    default:
      throw invalidValue();
  }
}

function pageSize(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PAGE_SIZE;
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE_SIZE) {
    throw invalidValue(`Invalid value '${text}'. Values must be within the range: [1, ${MAX_PAGE_SIZE}]`);
  }
  return size;
}

const pageToken = (start: number): string => Buffer.from(`~!!~${start}`).toString('base64url');

function pageStart(token: string | undefined): number {
  if (!token) return 0;
  const start = /^~!!~(\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (start === undefined) throw invalidValue();
  return Number(start);
}
