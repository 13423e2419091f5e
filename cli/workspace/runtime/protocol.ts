/** What the main thread and the thread of an execution tell each other. */

type AuthMode = 'FULL' | 'LIMITED' | 'NONE';

/** What a script can know without asking a service. */
export interface Facts {
  scriptId: string;
  /** Links begin with it. */
  origin: string;
  /** The manifest's zone: what Date's local methods and Session.getScriptTimeZone() use. */
  timeZone: string;
  /** Names of the advanced services that the manifest switches on. */
  advanced: readonly string[];
  /** Milliseconds that the Workspace's clock is ahead of real time. */
  clockOffset: number;
  /** Whose rights the script has, and who sits at the keyboard. */
  effectiveUser: string;
  activeUser: string;
  authMode: AuthMode;
  source: string;
  /** The spreadsheet that the script is bound to, and what is selected in it. */
  active: { spreadsheetId: string; sheetName?: string; range?: string } | null;
  /** HTML files of the project by name. */
  html: Record<string, string>;
}

export interface StartMessage {
  facts: Facts;
  code: { name: string; source: string }[];
  function: string;
  /** JSON of the argument list. */
  args: string;
  /** Plain facts of an event; the services make the event object of it. */
  event: Record<string, unknown> | null;
  /** Refuse results that google.script.run cannot carry. */
  strictResult: boolean;
}

export interface ErrorFacts {
  name: string;
  message: string;
  details?: Record<string, unknown>;
}

/** Answers to a service call. `value` is JSON, so that it becomes objects of the script's own realm. */
export type Reply = { value: string | undefined } | { error: ErrorFacts };

export type ThreadMessage =
  | { kind: 'call'; method: string; args: string }
  | { kind: 'log'; line: string }
  | { kind: 'done'; value: string | undefined }
  | { kind: 'failed'; error: string };
