/** Starts executions: makes the start message, takes a thread, keeps the record. */
import type { FaultControl } from '../faults.ts';
import type { FaultSettings, RunResult, UserEdit } from '../workspace.ts';
import { type ExecutionRequest, execute } from './execution.ts';
import { createTurns, type ExecutionList } from './executions.ts';
import type { Shared } from './host.ts';
import type { Project } from './project.ts';
import type { StartMessage } from './protocol.ts';
import { createThreads } from './threads.ts';

type Actions = NonNullable<FaultSettings['interfere']>['actions'];

export interface Runner {
  run(request: ExecutionRequest): Promise<RunResult>;
  /** What others do in the middle of a run: carried out as the owner; the edits still have to fire their triggers. */
  interference(actions: Actions): UserEdit[];
  idle(): Promise<void>;
  /** Ends what runs; later runs end at once. */
  close(): Promise<void>;
  readonly busy: boolean;
  readonly stopped: boolean;
}

/** Names ending in `_` are private, for pages and menus too. */
const isPrivate = (name: string): boolean => name.endsWith('_');
const FROM_OUTSIDE = ['sidebar', 'menu'];

export function createRunner(
  shared: Shared,
  faults: FaultControl,
  project: Project,
  executions: ExecutionList,
  interfere: (actions: Actions) => void,
): Runner {
  const threads = createThreads();
  const turns = createTurns();
  const stop = new AbortController();
  const running = new Set<Promise<unknown>>();
  const { workspace } = shared;

  const startMessage = (request: ExecutionRequest): StartMessage => ({
    facts: {
      scriptId: project.scriptId ?? '',
      origin: workspace.origin(),
      timeZone: project.timeZone,
      advanced: project.manifest.advanced,
      clockOffset: workspace.clock.now() - Date.now(),
      effectiveUser: request.user.email,
      activeUser: request.activeUser ?? request.user.email,
      authMode: request.simple ? 'LIMITED' : 'FULL',
      source: request.source,
      active: request.active ?? (project.spreadsheetId ? { spreadsheetId: project.spreadsheetId } : null),
      html: Object.fromEntries(
        project.files.filter(({ type }) => type === 'HTML').map(({ name, source }) => [name, source]),
      ),
    },
    code: project.files
      .filter(({ type }) => type === 'SERVER_JS')
      .map(({ name, source }) => ({ name: `${name}.js`, source })),
    function: hidden(request, project) ? '' : request.function,
    args: JSON.stringify(request.args ?? []),
    event: request.event ?? null,
    strictResult: request.source === 'sidebar',
  });

  const perform = async (request: ExecutionRequest): Promise<RunResult> => {
    const thread = await threads.take();
    const start = startMessage(request);
    const release = (reusable: boolean) => threads.give(thread, reusable);
    const { scopes } = project.manifest;
    const setting = { shared, faults, thread, start, scopes, release, interfere, abort: stop.signal };
    const result = await execute(request, setting);
    if (!stop.signal.aborted) executions.add(result.execution);
    const { id, function: name, ms, error } = result.execution;
    workspace.log.debug({ id, function: name, ms, failed: error !== null }, 'execution ended');
    return result;
  };

  return {
    get busy() {
      return turns.busy > 0;
    },
    get stopped() {
      return stop.signal.aborted;
    },
    run(request) {
      const run = turns.take(request.user.email, () => perform(request));
      running.add(run);
      return run.finally(() => running.delete(run));
    },
    interference(actions) {
      const { owner } = workspace.users;
      return actions.flatMap((action) => {
        if ('edit' in action) return [workspace.sheets.userEdit(owner, action.edit.spreadsheetId, action.edit)];
        const { spreadsheetId, requests } = action.batchUpdate;
        workspace.sheets.batchUpdate(owner, spreadsheetId, { requests: requests as object[] });
        return [];
      });
    },
    async idle() {
      while (running.size > 0) await Promise.allSettled([...running]);
    },
    async close() {
      stop.abort();
      await Promise.allSettled([...running]);
      await threads.close();
    },
  };
}

/** Pages reach the project's own functions only: no private ones, no built-in, no service. */
const hidden = (request: ExecutionRequest, project: Project): boolean =>
  FROM_OUTSIDE.includes(request.source) && (isPrivate(request.function) || !project.owns(request.function));
