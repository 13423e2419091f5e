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

/** The one bound script project of an office: its files, triggers and runs. */
export interface Scripts {
  readonly scriptId: string;
  /** The spreadsheet that the script belongs to; null before the installation. */
  readonly boundTo: string | null;
  /** Replaces the project's files by the built folder (what `clasp push` does). @throws on a syntax error, as Google. */
  push(files: ScriptFile[]): void;
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
  files(): ScriptFile[];
  properties(): Record<string, string>;
  /** Resolves when no execution is running and no event waits. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

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
