/** What a token may be given for: every scope that can be asked for, in the words of the consent page, and what each API asks. */

const PREFIX = 'https://www.googleapis.com/auth/';

/** Who somebody is. Google shows these without a choice. */
export const IDENTITY = ['openid', `${PREFIX}userinfo.email`, `${PREFIX}userinfo.profile`] as const;
/** Other names of the same. */
const ALIASES: Record<string, string> = { email: IDENTITY[1], profile: IDENTITY[2] };

const SENTENCES: Record<string, string> = {
  openid: 'Mengaitkan Anda dengan info pribadi Anda di Google',
  [`${PREFIX}userinfo.email`]: 'Melihat alamat surel Akun Google Anda',
  [`${PREFIX}userinfo.profile`]: 'Melihat nama dan foto profil Anda',
  [`${PREFIX}spreadsheets`]: 'Melihat, mengubah, membuat, dan menghapus semua spreadsheet Anda',
  [`${PREFIX}spreadsheets.readonly`]: 'Melihat semua spreadsheet Anda',
  [`${PREFIX}drive`]: 'Melihat, mengubah, membuat, dan menghapus semua berkas Drive Anda',
  [`${PREFIX}drive.readonly`]: 'Melihat dan mengunduh semua berkas Drive Anda',
  [`${PREFIX}drive.file`]:
    'Melihat, mengubah, membuat, dan menghapus hanya berkas Drive yang Anda pakai dengan program ini',
  [`${PREFIX}drive.metadata`]: 'Melihat dan mengelola keterangan berkas Drive Anda',
  [`${PREFIX}drive.metadata.readonly`]: 'Melihat keterangan berkas Drive Anda',
  [`${PREFIX}forms.body`]: 'Melihat, mengubah, membuat, dan menghapus semua formulir Anda',
  [`${PREFIX}forms.body.readonly`]: 'Melihat semua formulir Anda',
  [`${PREFIX}forms.responses.readonly`]: 'Melihat semua tanggapan formulir Anda',
  [`${PREFIX}script.projects`]: 'Membuat dan mengubah proyek Google Apps Script',
  [`${PREFIX}script.projects.readonly`]: 'Melihat proyek Google Apps Script',
  [`${PREFIX}script.deployments`]: 'Membuat dan mengubah deployment Google Apps Script',
  [`${PREFIX}script.deployments.readonly`]: 'Melihat deployment Google Apps Script',
  [`${PREFIX}script.webapp.deploy`]: 'Membuat dan mengubah aplikasi web Google Apps Script',
  [`${PREFIX}script.processes`]: 'Melihat proses Google Apps Script',
  [`${PREFIX}script.metrics`]: 'Melihat jumlah pemakaian Google Apps Script',
  [`${PREFIX}service.management`]: 'Mengelola konfigurasi layanan Google API Anda',
  [`${PREFIX}logging.read`]: 'Melihat data log proyek Anda',
  [`${PREFIX}cloud-platform`]: 'Melihat, mengubah, dan menghapus data Google Cloud Anda',
};

export const scopeSentence = (scope: string): string => SENTENCES[scope] ?? scope;

/** Scopes of a request, each once, under their long names; `invalid` are those that nothing here knows. */
export function readScopes(text: string): { valid: string[]; invalid: string[] } {
  const asked = [
    ...new Set(
      text
        .split(/\s+/)
        .filter(Boolean)
        .map((scope) => ALIASES[scope] ?? scope),
    ),
  ];
  const known = (scope: string) => Object.hasOwn(SENTENCES, scope);
  return { valid: asked.filter(known), invalid: asked.filter((scope) => !known(scope)) };
}

/** One of the `read` or `write` scopes is enough for a call that reads, one of `write` for any. */
interface Needed {
  path: RegExp;
  service: string;
  read: readonly string[];
  write: readonly string[];
}

const scopes = (...names: string[]): string[] => names.map((name) => PREFIX + name);

const NEEDED: readonly Needed[] = [
  {
    path: /^\/v4\//,
    service: 'sheets.googleapis.com',
    read: scopes('spreadsheets.readonly', 'drive.readonly'),
    write: scopes('spreadsheets', 'drive', 'drive.file'),
  },
  {
    path: /^\/drive\/v3\/files\/[^/]+\/export/,
    service: 'drive.googleapis.com',
    read: scopes('drive.readonly'),
    write: scopes('drive', 'drive.file'),
  },
  {
    path: /^\/(upload\/)?drive\//,
    service: 'drive.googleapis.com',
    read: scopes('drive.readonly', 'drive.metadata', 'drive.metadata.readonly'),
    write: scopes('drive', 'drive.file'),
  },
  {
    path: /^\/v1\/forms\/[^/]+\/responses/,
    service: 'forms.googleapis.com',
    read: scopes('forms.responses.readonly'),
    write: scopes('drive', 'drive.file'),
  },
  {
    path: /^\/v1\/forms/,
    service: 'forms.googleapis.com',
    read: scopes('forms.body.readonly', 'drive.readonly'),
    write: scopes('forms.body', 'drive', 'drive.file'),
  },
  {
    path: /^\/v1\/projects\/[^/]+\/deployments/,
    service: 'script.googleapis.com',
    read: scopes('script.deployments.readonly'),
    write: scopes('script.deployments'),
  },
  {
    path: /^\/v1\/projects/,
    service: 'script.googleapis.com',
    read: scopes('script.projects.readonly'),
    write: scopes('script.projects'),
  },
  { path: /^\/oauth2\/v[23]\/userinfo/, service: 'oauth2.googleapis.com', read: [...IDENTITY], write: [] },
];

/** What Google says when a token was given for other things than a call needs. */
export interface Missing {
  service: string;
  /** Any of them would do. */
  scopes: readonly string[];
}

/** undefined when the scopes are enough, or nothing is known of the path. */
export function missingScope(granted: readonly string[], method: string, path: string): Missing | undefined {
  const needed = NEEDED.find((one) => one.path.test(path));
  if (!needed) return undefined;
  const { service, read, write } = needed;
  const enough = method === 'GET' || method === 'HEAD' ? [...write, ...read] : write;
  return enough.some((scope) => granted.includes(scope)) ? undefined : { service, scopes: enough };
}

/** Whether it is `drive.file` alone that lets a token do something: then it sees no other program's files. */
export const reachesOwnFilesOnly = (granted: readonly string[], method: string, path: string): boolean =>
  missingScope(
    granted.filter((scope) => scope !== `${PREFIX}drive.file`),
    method,
    path,
  ) !== undefined;
