/** The script project: its files, syntax as Apps Script's V8 accepts it, the manifest, and what is global. */
import { randomBytes } from 'node:crypto';
import { type Node, type Program, parse } from 'acorn';
import { GoogleError } from '../errors.ts';
import type { Documents } from '../store/store.ts';
import type { ScriptFile } from '../workspace.ts';

interface StoredProject {
  scriptId: string;
  /** The spreadsheet that the script is bound to. */
  spreadsheetId: string | null;
  files: ScriptFile[];
}

export interface Project {
  readonly scriptId: string;
  readonly spreadsheetId: string | null;
  readonly files: ScriptFile[];
  /** The manifest's zone. */
  readonly timeZone: string;
  /** Whether a global function of this name exists. */
  has(functionName: string): boolean;
  /** Whether a name, or the object that `menu.item` begins with, is one of the project's own globals. */
  owns(name: string): boolean;
  bind(spreadsheetId: string): void;
  /** @throws GoogleError on a syntax error or without a manifest; the project is then unchanged. */
  push(files: ScriptFile[]): void;
}

const DEFAULT_ZONE = 'Etc/GMT';

export function createProject(store: Documents<StoredProject>): Project {
  const read = (): StoredProject => store.get('project') ?? { scriptId: '', spreadsheetId: null, files: [] };
  if (!store.get('project')) store.put('project', { ...read(), scriptId: `1${randomBytes(42).toString('base64url')}` });
  let functions = globalFunctions(read().files);
  let globals = globalVariables(read().files);
  let timeZone = zoneOf(read().files);
  return {
    get scriptId() {
      return read().scriptId;
    },
    get spreadsheetId() {
      return read().spreadsheetId;
    },
    get files() {
      return read().files;
    },
    get timeZone() {
      return timeZone;
    },
    has: (name) => functions.has(name),
    owns: (name) => functions.has(name) || globals.has(name.split('.', 1)[0] ?? ''),
    bind: (spreadsheetId) => store.put('project', { ...read(), spreadsheetId }),
    push(files) {
      manifest(files);
      functions = globalFunctions(files);
      globals = globalVariables(files);
      timeZone = zoneOf(files);
      store.put('project', { ...read(), files });
    },
  };
}

const zoneOf = (files: ScriptFile[]): string =>
  files.length > 0 ? (manifest(files).timeZone ?? DEFAULT_ZONE) : DEFAULT_ZONE;

/** Apps Script's parser knows no private fields and no static fields, which are of 2022, and no modules. */
const ECMA_VERSION = 2021;

/** @throws GoogleError as the Script API answers `updateContent`. */
function parseFile(file: ScriptFile): Program {
  try {
    return parse(file.source, { ecmaVersion: ECMA_VERSION, sourceType: 'script' });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { line = 1 } = (error as { loc?: { line: number } }).loc ?? {};
    const reason = error.message.replace(/ \(\d+:\d+\)$/, '');
    throw new GoogleError('INVALID_ARGUMENT', `Syntax error: ParseError: ${reason} line: ${line} file: ${file.name}`);
  }
}

/** The manifest. @throws GoogleError if it is missing or no JSON, as the Script API. */
function manifest(files: readonly ScriptFile[]): { timeZone?: string } {
  const file = files.find(({ name, type }) => name === 'appsscript' && type === 'JSON');
  if (!file) throw new GoogleError('INVALID_ARGUMENT', 'The project manifest (appsscript.json) is missing.');
  try {
    return JSON.parse(file.source) as { timeZone?: string };
  } catch {
    throw new GoogleError('INVALID_ARGUMENT', '"appsscript.json" has errors: Invalid JSON syntax.');
  }
}

type Statement = Program['body'][number];

function declared(statement: Statement): string[] {
  if (statement.type === 'FunctionDeclaration') return [statement.id.name];
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.filter((one) => isFunction(one.init)).flatMap((one) => nameOf(one.id));
}

/** Objects whose methods menus may name. */
const variables = (statement: Statement): string[] =>
  statement.type === 'VariableDeclaration' ? statement.declarations.flatMap((one) => nameOf(one.id)) : [];

const isFunction = (node: Node | null | undefined): boolean =>
  node?.type === 'FunctionExpression' || node?.type === 'ArrowFunctionExpression';
const nameOf = (node: Node): string[] => ('name' in node && typeof node.name === 'string' ? [node.name] : []);

/** Names of the functions that triggers, menus and pages can start. */
const globalFunctions = (files: readonly ScriptFile[]): Set<string> =>
  new Set(files.filter(({ type }) => type === 'SERVER_JS').flatMap((file) => parseFile(file).body.flatMap(declared)));

const globalVariables = (files: readonly ScriptFile[]): Set<string> =>
  new Set(files.filter(({ type }) => type === 'SERVER_JS').flatMap((file) => parseFile(file).body.flatMap(variables)));
