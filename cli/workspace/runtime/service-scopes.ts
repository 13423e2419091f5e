/** Which permission a service call needs, and what a script says that was not given it. */
import { GoogleError } from '../errors.ts';
import { ScriptError } from './script-error.ts';

const PREFIX = 'https://www.googleapis.com/auth/';

interface Needed {
  /** What the names of the calls begin with. */
  calls: string;
  /** One of them is enough. */
  scopes: readonly string[];
  /** Beside them, for calls that only read. */
  read?: readonly string[];
  /** Whether a simple trigger, which nobody has allowed anything, may do it. */
  simple?: true;
}

/** The first that fits counts. What is missing here needs no permission. */
const NEEDED: readonly Needed[] = [
  {
    calls: 'Sheets.',
    scopes: ['spreadsheets', 'drive', 'drive.file'],
    read: ['spreadsheets.readonly', 'drive.readonly'],
  },
  { calls: 'Drive.', scopes: ['drive', 'drive.file'], read: ['drive.readonly', 'drive.metadata.readonly'] },
  { calls: 'SpreadsheetApp.openById', scopes: ['spreadsheets'] },
  { calls: 'SpreadsheetApp.', scopes: ['spreadsheets.currentonly', 'spreadsheets'], simple: true },
  { calls: 'Ui.show', scopes: ['script.container.ui'] },
  { calls: 'FormApp.', scopes: ['forms'] },
  { calls: 'MailApp.', scopes: ['script.send_mail'] },
  { calls: 'ScriptApp.', scopes: ['script.scriptapp'] },
];
const READS = /\.(get|batchGet|list)$/;

export const isAdvanced = (method: string): boolean => method.startsWith('Sheets.') || method.startsWith('Drive.');

/**
 * @param authorized false in simple triggers, which run without anybody's consent
 * @param granted what the manifest asks for; undefined when it leaves that to Google, which then asks for what is used
 * @throws GoogleError or ScriptError when the call may not be made
 */
export function requirePermission(method: string, authorized: boolean, granted: readonly string[] | undefined): void {
  const needed = NEEDED.find(({ calls }) => method.startsWith(calls));
  if (!needed) return;
  const { scopes, read = [], simple = false } = needed;
  const enough = (READS.test(method) ? [...scopes, ...read] : scopes).map((scope) => PREFIX + scope);
  if (!authorized && !simple) throw insufficient(method, [`${PREFIX}${scopes[0]}`]);
  if (granted === undefined || enough.some((scope) => granted.includes(scope))) return;
  if (isAdvanced(method)) {
    throw new GoogleError(
      'PERMISSION_DENIED',
      'Request had insufficient authentication scopes.',
      'insufficientPermissions',
    );
  }
  throw insufficient(method, enough);
}

function insufficient(method: string, scopes: readonly string[]): ScriptError {
  const [only = '', ...others] = scopes;
  const required = others.length === 0 ? only : `(${scopes.join(' || ')})`;
  return new ScriptError(
    `Specified permissions are not sufficient to call ${method}. Required permissions: ${required}`,
  );
}
