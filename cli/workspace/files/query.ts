/** The search language of Drive's `files.list?q=`, as a test on one file. */
import { NotEmulatedError } from '../errors.ts';
import type { User } from '../users.ts';
import { invalidValue } from './drive-errors.ts';
import { type FileRecord, normalizeEmail, ownerEmail, roleOf } from './file-record.ts';
import { parentsOf, rootOf } from './folders.ts';

export type FileTest = (file: FileRecord, actor: User) => boolean;

type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'contains';

const TOKEN = /\s+|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(<=|>=|!=|[=<>(){}])|([A-Za-z]+)/gy;
const OPERATORS: readonly string[] = ['=', '!=', '<', '<=', '>', '>=', 'contains'];
const NOT_EMULATED = new Set([
  'fullText',
  'properties',
  'appProperties',
  'sharedWithMeTime',
  'viewedByMeTime',
  'visibility',
  'shortcutDetails',
  'labels',
]);

interface Token {
  kind: 'text' | 'sign' | 'word';
  text: string;
}

/**
 * @param q e.g. `mimeType = 'application/vnd.google-apps.spreadsheet' and trashed = false`
 * @throws GoogleError `Invalid Value`; NotEmulatedError for a term that the Workspace does not search
 */
export function parseQuery(q: string): FileTest {
  const parser = createParser(tokenize(q));
  const test = parser.or();
  parser.end();
  return test;
}

function createParser(tokens: Token[]) {
  let position = 0;
  const peekWord = () => (tokens[position]?.kind === 'word' ? tokens[position]?.text.toLowerCase() : undefined);
  const take = (): Token => {
    const token = tokens[position++];
    if (!token) throw invalidValue();
    return token;
  };
  const sign = (text: string) => {
    const next = tokens[position];
    if (next?.kind !== 'sign' || next.text !== text) return false;
    position++;
    return true;
  };
  const word = (text: string) => {
    if (peekWord() !== text) return false;
    position++;
    return true;
  };

  // Google's documentation gives `and` and `or` no precedence but left to right; `and` binds tighter here as usual.
  const or = (): FileTest => {
    let left = and();
    while (word('or')) left = either(left, and());
    return left;
  };
  const and = (): FileTest => {
    let left = unary();
    while (word('and')) left = both(left, unary());
    return left;
  };
  const unary = (): FileTest => {
    if (word('not')) {
      const inner = unary();
      return (file, actor) => !inner(file, actor);
    }
    if (sign('(')) {
      const inner = or();
      if (!sign(')')) throw invalidValue();
      return inner;
    }
    return comparison(take(), take);
  };
  return {
    or,
    end() {
      if (position !== tokens.length) throw invalidValue();
    },
  };
}

const both =
  (a: FileTest, b: FileTest): FileTest =>
  (file, actor) =>
    a(file, actor) && b(file, actor);

const either =
  (a: FileTest, b: FileTest): FileTest =>
  (file, actor) =>
    a(file, actor) || b(file, actor);

function comparison(first: Token, take: () => Token): FileTest {
  if (first.kind === 'text') return membership(first.text, take);
  const operator = first.kind === 'word' ? take().text.toLowerCase() : '';
  if (first.text === 'parents' && operator === 'in') return inFolder(take().text);
  if (NOT_EMULATED.has(first.text)) throw new NotEmulatedError(`Drive query term ${first.text}`);
  if (!isOperator(operator)) throw invalidValue();
  const value = take();
  switch (first.text) {
    case 'name':
    case 'mimeType':
      return textTest(first.text, operator, value);
    case 'trashed':
    case 'starred':
    case 'sharedWithMe':
      return flagTest(first.text, operator, value);
    case 'createdTime':
    case 'modifiedTime':
      return timeTest(first.text, operator, value);
    default:
      throw invalidValue();
  }
}

/** `'somebody@example.test' in owners`. */
function membership(email: string, take: () => Token): FileTest {
  if (take().text.toLowerCase() !== 'in') throw invalidValue();
  const field = take().text;
  if (field === 'parents') return inFolder(email);
  const address = email.toLowerCase() === 'me' ? undefined : normalizeEmail(email);
  const has = (roles: readonly string[]): FileTest => {
    return (file, actor) =>
      file.permissions.some(
        (p) =>
          p.type === 'user' && roles.includes(p.role) && p.emailAddress === (address ?? normalizeEmail(actor.email)),
      );
  };
  switch (field) {
    case 'owners':
      return has(['owner']);
    case 'writers':
      return has(['owner', 'writer']);
    case 'readers':
      return has(['owner', 'writer', 'commenter', 'reader']);
    default:
      if (NOT_EMULATED.has(field)) throw new NotEmulatedError(`Drive query term ${field}`);
      throw invalidValue();
  }
}

/** `'folder id' in parents`; `root` is the asker's own. Google also takes `parents in 'folder id'`. */
const inFolder =
  (folder: string): FileTest =>
  (file, actor) =>
    parentsOf(file).includes(folder === 'root' ? rootOf(actor.email) : folder);

function textTest(field: 'name' | 'mimeType', operator: Operator, value: Token): FileTest {
  if (value.kind !== 'text') throw invalidValue();
  switch (operator) {
    case '=':
      return (file) => file[field] === value.text;
    case '!=':
      return (file) => file[field] !== value.text;
    case 'contains': {
      if (field === 'mimeType') return (file) => file.mimeType.startsWith(value.text);
      // For names `contains` finds beginnings of words only: "HelloWorld" by `Hello`, not by `World`.
      const wanted = value.text.toLowerCase();
      return ({ name }) => {
        const lower = name.toLowerCase();
        for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
          if (at === 0 || !/[\p{L}\p{N}]/u.test(lower.charAt(at - 1))) return true;
        }
        return false;
      };
    }
    default:
      throw invalidValue();
  }
}

function flagTest(field: 'trashed' | 'starred' | 'sharedWithMe', operator: Operator, value: Token): FileTest {
  const wanted = value.text.toLowerCase();
  if (value.kind !== 'word' || (wanted !== 'true' && wanted !== 'false')) throw invalidValue();
  if (operator !== '=' && operator !== '!=') throw invalidValue();
  const expected = (wanted === 'true') === (operator === '=');
  return (file, actor) => flag(file, actor, field) === expected;
}

function flag(file: FileRecord, actor: User, field: 'trashed' | 'starred' | 'sharedWithMe'): boolean {
  const me = normalizeEmail(actor.email);
  if (field === 'trashed') return file.trashed;
  if (field === 'starred') return file.starredBy.includes(me);
  return ownerEmail(file) !== me && roleOf(file, me) !== undefined;
}

function timeTest(field: 'createdTime' | 'modifiedTime', operator: Operator, value: Token): FileTest {
  // Without a zone Google reads UTC, JavaScript the machine's own time.
  const hasZone = /T.*(Z|[+-]\d\d:?\d\d)$/i.test(value.text);
  const limit = Date.parse(value.text.includes('T') && !hasZone ? `${value.text}Z` : value.text);
  if (value.kind !== 'text' || Number.isNaN(limit)) throw invalidValue();
  const test = (instant: number): boolean => {
    switch (operator) {
      case '=':
        return instant === limit;
      case '!=':
        return instant !== limit;
      case '<':
        return instant < limit;
      case '<=':
        return instant <= limit;
      case '>':
        return instant > limit;
      case '>=':
        return instant >= limit;
      case 'contains':
        throw invalidValue();
    }
  };
  return (file) => test(Date.parse(file[field]));
}

const isOperator = (text: string): text is Operator => OPERATORS.includes(text);

function tokenize(q: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const [match, single, double, sign, word] of q.matchAll(TOKEN)) {
    end += match.length;
    const quoted = single ?? double;
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replace(/\\(.)/g, '$1') });
    else if (sign) tokens.push({ kind: 'sign', text: sign });
    else if (word) tokens.push({ kind: 'word', text: word });
  }
  if (end !== q.length) throw invalidValue();
  return tokens;
}
