/** What Apps Script does in a Workspace, as the subsystems see it: projects, runs, triggers, and the switches that break them. */
import type { User } from './users.ts';
import type { UserEdit } from './workspace.ts';

/** One run of a script function, as the executions page and `GET /workspace/executions` show it. */
export interface Execution {
  id: string;
  function: string;
  user: string;
  /** `form`, `edit`, `open`, `time`, `menu`, `sidebar`, `editor`. */
  source: string;
  startedAt: string;
  ms: number;
  /** Service calls by name, e.g. `{"Sheets.Spreadsheets.batchUpdate": 1}`. */
  calls: Record<string, number>;
  estimatedGoogleMs: number;
  /** Bytes of values that service calls handed to the script. */
  bytesRead: number;
  error: string | null;
  log: string[];
}

export interface Trigger {
  id: string;
  function: string;
  owner: string;
  event: 'FORM_SUBMIT' | 'EDIT' | 'OPEN' | 'CHANGE' | 'CLOCK';
  /** File that the trigger listens to, or null for a clock trigger. */
  sourceId: string | null;
  everyMinutes: number | null;
  lastRunAt: string | null;
  nextRunAt: string | null;
}

/** What a run is started with. */
export interface RunRequest {
  function: string;
  args?: unknown[];
  /** Whose rights the script has. */
  user: User;
  source: Execution['source'];
  /** An event object's plain facts; the runtime turns them into Apps Script's event. */
  event?: Record<string, unknown>;
  /** What SpreadsheetApp.getActive...() answers. */
  active?: { spreadsheetId: string; sheetName?: string; range?: string };
}

export type RunResult =
  | { ok: true; value: unknown; execution: Execution; ui: UiEffect[] }
  | { ok: false; error: string; execution: Execution; ui: UiEffect[] };

/** What a script asked the page to show. */
export type UiEffect =
  | { kind: 'sidebar'; title: string; html: string; width?: number }
  | { kind: 'modal' | 'modeless'; title: string; html: string; width?: number; height?: number }
  | { kind: 'alert'; title: string; prompt: string }
  | { kind: 'toast'; title: string; message: string; seconds: number }
  | { kind: 'menu'; name: string; items: ({ caption: string; function: string } | 'separator')[] };

/** A file of the script project, as the Script API carries it: the name has no extension. */
export interface ScriptFile {
  name: string;
  type: 'SERVER_JS' | 'HTML' | 'JSON';
  source: string;
}

/** A file as it is kept. */
export interface StoredScriptFile extends ScriptFile {
  createTime: string;
  updateTime: string;
  /** Address of whoever changed it last. */
  lastModifyUser: string;
  /** Names of its global functions. */
  functions: readonly string[];
}

export interface ScriptProject {
  scriptId: string;
  title: string;
  /** The spreadsheet that the script is bound to. */
  spreadsheetId: string;
  createTime: string;
  updateTime: string;
  /** Addresses; empty in a store that was written before they were kept. */
  creator: string;
  lastModifyUser: string;
}

/** The one bound script project of an office: its files, triggers and runs. */
export interface Scripts {
  /** Null before the installation. */
  readonly scriptId: string | null;
  /** The spreadsheet that the script belongs to; null before the installation. */
  readonly boundTo: string | null;
  readonly project: ScriptProject | undefined;
  readonly releases: Releases;
  /**
   * Makes the project, without code yet.
   * @throws GoogleError ALREADY_EXISTS while another project's spreadsheet exists: a Workspace has room for one
   */
  create(creator: User, project: { title: string; spreadsheetId: string }): ScriptProject;
  /**
   * Replaces the project's files by the built folder (what `clasp push` does).
   * @param by default is the owner of the Workspace
   * @throws GoogleError when Google would refuse them; nothing is changed then
   */
  push(files: readonly ScriptFile[], by?: User): void;
  run(request: RunRequest): Promise<RunResult>;
  triggers(): Trigger[];
  executions(): Execution[];
  /** Starts every clock trigger that is due at the Workspace's time; resolves when all have run. */
  runDue(): Promise<Execution[]>;
  runTrigger(functionName: string): Promise<Execution[]>;
  /** Tells edit triggers of a user's edit; resolves when they have run, with what they asked the page to show. */
  edited(edit: UserEdit, user: User): Promise<UiEffect[]>;
  /** What opening the spreadsheet starts: `onOpen` and installed open triggers. */
  opened(spreadsheetId: string, user: User): Promise<UiEffect[]>;
  /** The project's files as they were pushed, for the Script API. */
  files(): readonly StoredScriptFile[];
  properties(): Record<string, string>;
  /** Resolves when no execution is running and no event waits. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** A state of the project's files that is kept. */
export interface ScriptVersion {
  versionNumber: number;
  description?: string;
  createTime: string;
  files: readonly StoredScriptFile[];
}

/** A version that is given out under an id of its own; without a number it is the one that follows the newest files. */
export interface ScriptDeployment {
  deploymentId: string;
  versionNumber?: number;
  manifestFileName: string;
  description?: string;
  updateTime: string;
}

/** Versions and deployments of the project. */
export interface Releases {
  /** Oldest first. */
  versions(): readonly ScriptVersion[];
  /** @throws GoogleError NOT_FOUND */
  version(versionNumber: number): ScriptVersion;
  /** @throws GoogleError when the project has as many as Google keeps */
  createVersion(description?: string): ScriptVersion;
  deployments(): readonly ScriptDeployment[];
  /** @throws GoogleError NOT_FOUND */
  deployment(deploymentId: string): ScriptDeployment;
  /** @throws GoogleError for a version that does not exist, or when there are as many as Google keeps */
  createDeployment(wanted: DeploymentWish): ScriptDeployment;
  /** @throws GoogleError as `createDeployment`, and for the one that follows the newest files */
  updateDeployment(deploymentId: string, wanted: DeploymentWish): ScriptDeployment;
  deleteDeployment(deploymentId: string): void;
}

export type DeploymentWish = Partial<Pick<ScriptDeployment, 'versionNumber' | 'manifestFileName' | 'description'>>;

/** Switches that make Google's bad days happen. All off after `clear()`. */
export interface FaultSettings {
  /** Fail the n-th service call (from 1) of the next run of `function` (any if absent). `after` applies the call first. */
  failCall?: { n: number; function?: string; method?: string; after?: boolean; message?: string };
  /** Milliseconds that every service call takes longer. */
  delayMs?: number;
  /** How often each form event is delivered, e.g. 2 = every event twice. */
  formEventCopies?: number;
  /** Also deliver an event without answers before each real one. */
  blankFormEvents?: boolean;
  /** Drop every n-th form event. */
  dropFormEventEvery?: number;
  /** Deliver no events to triggers at all, and run no clock triggers. */
  dropTriggers?: boolean;
  mailQuota?: number;
  /** The Apps Script API as it is for an account that has not switched it on. */
  scriptApiOff?: boolean;
  /** Before the n-th call of `method` in the next run of `function`: these user actions happen. */
  interfere?: {
    function?: string;
    method: string;
    n?: number;
    actions: (
      | { batchUpdate: { spreadsheetId: string; requests: unknown[] } }
      | { edit: { spreadsheetId: string; range: string; values: (string | null)[][] } }
    )[];
  };
  /** End the process with SIGKILL at the n-th service call. */
  killAtCall?: number;
}

export interface Faults {
  get(): FaultSettings;
  set(settings: FaultSettings): void;
  clear(): void;
}
