/** Which code Apps Script takes, and which of its names are global. */
import vm from 'node:vm';
import { type Node, type Program, parse, tokenizer } from 'acorn';
import { GoogleError } from '../errors.ts';
import type { ScriptFile } from '../workspace.ts';

export interface Globals {
  /** What triggers, menus and pages can start, in the order of the files. */
  readonly functions: readonly string[];
  /** Objects whose methods they may name, such as `menu` of `menu.item1`. */
  readonly variables: readonly string[];
}

/** Google's parser knows no private fields and no static fields, which are of 2022, and no modules. */
const LANGUAGE = { ecmaVersion: 2021, sourceType: 'script' } as const;

/**
 * The global names of one file.
 * @throws GoogleError in the words of `updateContent`, of which clients read line and file, when the file is no script
 */
export function globalsOf(file: ScriptFile): Globals {
  if (file.type !== 'SERVER_JS') return { functions: [], variables: [] };
  const { body } = parsed(file);
  return { functions: body.flatMap(declared), variables: body.flatMap(variables) };
}

/** First V8 reads a file, then Google's own parser, which is older: each has its own words. */
function parsed(file: ScriptFile): Program {
  const { source } = file;
  try {
    new vm.Script(source, { filename: 'file' });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const line = Number(/^file:(\d+)/.exec(error.stack ?? '')?.[1] ?? 1);
    throw refused(file, line, `SyntaxError: ${error.message}`);
  }
  try {
    return parse(source, LANGUAGE);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { loc, pos = 0 } = error as { loc?: { line: number }; pos?: number };
    throw refused(file, loc?.line ?? 1, `ParseError: Unexpected token ${tokenAt(source, pos)}`);
  }
}

const refused = (file: ScriptFile, line: number, reason: string): GoogleError =>
  new GoogleError('INVALID_ARGUMENT', `Syntax error: ${reason} line: ${line} file: ${file.name}`);

/** The token as it is written; `ILLEGAL` for what begins none, such as the `#` of a private field. */
function tokenAt(source: string, position: number): string {
  try {
    const token = tokenizer(source.slice(position), LANGUAGE).getToken();
    return source.slice(position + token.start, position + token.end) || 'end of input';
  } catch {
    return 'ILLEGAL';
  }
}

type Statement = Program['body'][number];

function declared(statement: Statement): string[] {
  if (statement.type === 'FunctionDeclaration') return [statement.id.name];
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.filter((one) => isFunction(one.init)).flatMap((one) => nameOf(one.id));
}

const variables = (statement: Statement): string[] =>
  statement.type === 'VariableDeclaration' ? statement.declarations.flatMap((one) => nameOf(one.id)) : [];

const isFunction = (node: Node | null | undefined): boolean =>
  node?.type === 'FunctionExpression' || node?.type === 'ArrowFunctionExpression';
const nameOf = (node: Node): string[] => ('name' in node && typeof node.name === 'string' ? [node.name] : []);
