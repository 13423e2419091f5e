/** The one script project of a Workspace: whose it is, its files, and what they mean to the runtime. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { GoogleError } from '../errors.ts';
import { REGISTER_NAME } from '../names.ts';
import type { Documents } from '../store/store.ts';
import type { User } from '../users.ts';
import type { ScriptFile, ScriptProject, StoredScriptFile } from '../workspace.ts';
import { type ManifestFacts, manifestOf } from './manifest.ts';
import { type Globals, globalsOf } from './syntax.ts';

export interface StoredProject extends ScriptProject {
  files: StoredScriptFile[];
}

export interface Project {
  /** undefined before a project is made, and after its spreadsheet is gone. */
  readonly facts: ScriptProject | undefined;
  readonly scriptId: string | null;
  /** The spreadsheet that the script is bound to. */
  readonly spreadsheetId: string | null;
  readonly files: readonly StoredScriptFile[];
  readonly manifest: ManifestFacts;
  /** The manifest's zone. */
  readonly timeZone: string;
  /** Whether a global function of this name exists. */
  has(functionName: string): boolean;
  /** Whether a name, or the object that `menu.item` begins with, is one of the project's own globals. */
  owns(name: string): boolean;
  /** A new project without code, in place of any other. */
  create(creator: User, title: string, spreadsheetId: string): ScriptProject;
  drop(): void;
  /** @throws GoogleError when Google would refuse the files; the project is then unchanged. */
  push(files: readonly ScriptFile[], by: User): void;
}

const DEFAULT_ZONE = 'Etc/GMT';
const KEY = 'project';

/** What the runtime knows of a project's files. */
interface Meaning {
  readonly functions: ReadonlySet<string>;
  readonly variables: ReadonlySet<string>;
  readonly manifest: ManifestFacts;
}

export function createProject(store: Documents<StoredProject>, clock: Clock): Project {
  complete(store, clock);
  const read = () => store.get(KEY);
  /** Kept by the list itself, so that a change that is rolled back takes its meaning along. */
  const meanings = new WeakMap<readonly ScriptFile[], Meaning>();
  const meaning = (files: readonly ScriptFile[]): Meaning => {
    const known = meanings.get(files) ?? meaningOf(files);
    meanings.set(files, known);
    return known;
  };
  const now = () => meaning(read()?.files ?? NO_FILES);
  return {
    get facts() {
      return read();
    },
    get scriptId() {
      return read()?.scriptId ?? null;
    },
    get spreadsheetId() {
      return read()?.spreadsheetId ?? null;
    },
    get files() {
      return read()?.files ?? NO_FILES;
    },
    get manifest() {
      return now().manifest;
    },
    get timeZone() {
      return now().manifest.timeZone ?? DEFAULT_ZONE;
    },
    has: (name) => now().functions.has(name),
    owns: (name) => now().functions.has(name) || now().variables.has(name.split('.', 1)[0] ?? ''),
    create(creator, title, spreadsheetId) {
      const scriptId = `1${randomBytes(42).toString('base64url')}`;
      const [time, email] = [clock.iso(), creator.email];
      const people = { creator: email, lastModifyUser: email };
      const manifest = { name: 'appsscript', type: 'JSON', source: NEW_MANIFEST } as const;
      const files = dated([manifest], [], email, time);
      const project = { scriptId, title, spreadsheetId, createTime: time, updateTime: time, ...people, files };
      store.put(KEY, project);
      return project;
    },
    drop: () => store.delete(KEY),
    push(files, by) {
      const project = read();
      if (!project) throw new GoogleError('NOT_FOUND', 'Requested entity was not found.');
      check(files);
      const updateTime = clock.iso();
      const next = dated(files, project.files, by.email, updateTime);
      store.put(KEY, { ...project, updateTime, lastModifyUser: by.email, files: next });
    },
  };
}

/** What Google writes into a project that was made through the API. */
const NEW_MANIFEST = `${JSON.stringify({ timeZone: 'America/New_York', dependencies: {}, exceptionLogging: 'STACKDRIVER', runtimeVersion: 'V8' }, null, 2)}\n`;

const NO_FILES: readonly StoredScriptFile[] = [];

/** A store of the first release knew only id, spreadsheet and files, and an id before there was anything. */
function complete(store: Documents<StoredProject>, clock: Clock): void {
  const stored = store.get(KEY) as Partial<StoredProject> | undefined;
  if (!stored || stored.createTime !== undefined) return;
  const { scriptId = '', spreadsheetId, files = [] } = stored;
  if (!spreadsheetId) {
    store.delete(KEY);
    return;
  }
  const [time, email] = [clock.iso(), ''];
  const facts = { scriptId, spreadsheetId, title: REGISTER_NAME, createTime: time, updateTime: time };
  store.put(KEY, { ...facts, creator: email, lastModifyUser: email, files: dated(files, [], email, time) });
}

/** @throws GoogleError for files that Google does not store */
function check(files: readonly ScriptFile[]): void {
  manifestOf(files);
  const names = files.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new GoogleError('INVALID_ARGUMENT', `A file with this name already exists in the current project: ${twice}`);
  }
  for (const file of files) globalsOf(file);
}

function meaningOf(files: readonly ScriptFile[]): Meaning {
  const globals: Globals[] = files.map(globalsOf);
  return {
    functions: new Set(globals.flatMap(({ functions }) => functions)),
    variables: new Set(globals.flatMap(({ variables }) => variables)),
    manifest: files.length === 0 ? { timeZone: undefined, scopes: undefined, advanced: [] } : manifestOf(files),
  };
}

/** A file keeps its times until its text changes. */
function dated(
  files: readonly ScriptFile[],
  before: readonly StoredScriptFile[],
  email: string,
  time: string,
): StoredScriptFile[] {
  return files.map((file) => {
    const { functions } = globalsOf(file);
    const known = before.find(({ name, type }) => name === file.name && type === file.type);
    if (known?.source === file.source) return known;
    const { name, type, source } = file;
    const createTime = known?.createTime ?? time;
    return { name, type, source, createTime, updateTime: time, lastModifyUser: email, functions };
  });
}
