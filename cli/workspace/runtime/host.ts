/** What a service call's handler on the main thread gets to work with. */
import type { Documents } from '../store/store.ts';
import type { User } from '../users.ts';
import type { Files, Forms, Kernel, Mail, Sheets, UiEffect } from '../workspace.ts';
import type { Locks } from './locks.ts';
import type { ScriptCache } from './script-cache.ts';
import type { Triggers } from './triggers.ts';

/** The subsystems that services are made of. */
export interface Parts extends Kernel {
  readonly files: Files;
  readonly sheets: Sheets;
  readonly forms: Forms;
  readonly mail: Mail;
}

/** Everything that outlives a single execution. */
export interface Shared {
  readonly workspace: Parts;
  readonly locks: Locks;
  readonly properties: Documents<Record<string, string>>;
  readonly cache: ScriptCache;
  readonly triggers: Triggers;
}

export interface Host extends Shared {
  readonly executionId: string;
  /** Whose rights the call has. */
  readonly user: User;
  /** Where the script asks pages to show something. */
  readonly ui: UiEffect[];
}

/** A handler may return a promise only if the script is meant to wait (locks). Arguments come from the services. */
export type Handler = (host: Host, ...args: never[]) => unknown;
export type Handlers = Record<string, Handler>;
