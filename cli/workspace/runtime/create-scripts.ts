/** The bound script project of an office: what starts it, and what it did. */
import { GoogleError } from '../errors.ts';
import type { FaultControl } from '../faults.ts';
import type { User } from '../users.ts';
import type { Execution, RunResult, Scripts, UiEffect } from '../workspace.ts';
import { editEvent, formEvent, openEvent, timeEvent } from './event-facts.ts';
import { createExecutionList } from './executions.ts';
import type { Parts, Shared } from './host.ts';
import { CLOCK_CHECK_MS } from './limits.ts';
import { createLocks } from './locks.ts';
import { createPendingEvents, type PendingEvent } from './pending-events.ts';
import { createProject } from './project.ts';
import { createReleases } from './releases.ts';
import { createRunner } from './runner.ts';
import { createScriptCache } from './script-cache.ts';
import { noSuchTrigger } from './script-error.ts';
import type { ReadPositions } from './source-names.ts';
import { createTriggers, type StoredTrigger } from './triggers.ts';

/** What the composition root needs besides. */
export interface ScriptsControl extends Scripts {
  /** Begins the regular look at clock triggers and delivers events that an earlier process left. */
  start(): void;
}

export function createScripts(workspace: Parts, faults: FaultControl, readPositions: ReadPositions): ScriptsControl {
  const { store, clock } = workspace;
  const project = createProject(store.documents('script'), clock);
  const releases = createReleases(store, clock, project);
  const triggers = createTriggers(store.documents('triggers'), clock, () => project.timeZone);
  const shared: Shared = {
    workspace,
    triggers,
    locks: createLocks(),
    cache: createScriptCache(clock),
    properties: store.documents('properties'),
  };
  const executions = createExecutionList(store.documents('executions'), readPositions);
  const runner = createRunner(shared, faults, project, executions, interfere);

  /** Installed triggers have the rights of the person who installed them. */
  const fire = (trigger: StoredTrigger, source: string, event: Record<string, unknown>, activeUser?: string) => {
    const owner = workspace.users.find(trigger.owner) ?? workspace.users.owner;
    return runner.run({
      function: trigger.function,
      user: owner,
      activeUser: activeUser ?? owner.email,
      source,
      event: { ...event, triggerUid: trigger.id },
    });
  };
  const deliver = async (trigger: StoredTrigger, event: PendingEvent) => {
    await fire(trigger, 'form', formEvent(workspace, event));
    if (runner.stopped) throw new Error('stopped before the event was dealt with');
  };
  const pending = createPendingEvents(store.documents('pending_events'), triggers, faults, deliver);
  workspace.forms.onSubmit((event) => pending.add(event));

  const fireClock = async (due: StoredTrigger[]): Promise<Execution[]> => {
    for (const trigger of due) triggers.started(trigger);
    const results = await Promise.all(due.map((trigger) => fire(trigger, 'time', timeEvent(clock.now()))));
    return results.map(({ execution }) => execution);
  };
  const runDue = () => (faults.get().dropTriggers ? Promise.resolve([]) : fireClock(triggers.due()));

  /** A simple trigger runs as the person at the keyboard, without consent. */
  const simple = (name: string, spreadsheetId: string, user: User, source: string, event: Record<string, unknown>) =>
    project.has(name) && spreadsheetId === project.spreadsheetId
      ? [runner.run({ function: name, user, activeUser: '', source, simple: true, event })]
      : [];
  const edited: Scripts['edited'] = (edit, user) => {
    if (faults.get().dropTriggers) return Promise.resolve([]);
    const event = editEvent(edit, user);
    const installed = [
      ...triggers.listening('EDIT', edit.spreadsheetId),
      ...triggers.listening('CHANGE', edit.spreadsheetId),
    ];
    return effects([
      ...simple('onEdit', edit.spreadsheetId, user, 'edit', event),
      ...installed.map((trigger) =>
        fire(trigger, 'edit', trigger.event === 'CHANGE' ? { changeType: 'EDIT', ...event } : event, user.email),
      ),
    ]);
  };

  function interfere(actions: Parameters<typeof runner.interference>[0]): void {
    for (const edit of runner.interference(actions)) void edited(edit, workspace.users.owner);
  }

  /** What belongs to a project goes with it; what ran stays in the history. */
  const drop = () => {
    project.drop();
    releases.clear();
    for (const { id } of triggers.list()) triggers.delete(id);
    for (const [id] of [...shared.properties.entries()]) shared.properties.delete(id);
  };
  workspace.files.onDelete((fileId) => {
    if (fileId === project.spreadsheetId) drop();
  });

  let timer: NodeJS.Timeout | undefined;
  return {
    get project() {
      return project.facts;
    },
    releases,
    get scriptId() {
      return project.scriptId;
    },
    get boundTo() {
      return project.spreadsheetId;
    },
    create: (creator, { title, spreadsheetId }) =>
      store.transaction(() => {
        if (project.spreadsheetId !== null && exists(workspace, project.spreadsheetId)) throw projectExists();
        drop();
        return project.create(creator, title, spreadsheetId);
      }),
    push: (files, by = workspace.users.owner) => project.push(files, by),
    files: () => project.files,
    run: (request) => runner.run(request),
    triggers: () => triggers.list(),
    executions: () => executions.list(),
    properties: () => shared.properties.get('script') ?? {},
    runDue,
    edited,
    opened(spreadsheetId, user) {
      const event = openEvent(spreadsheetId, user);
      return effects([
        ...simple('onOpen', spreadsheetId, user, 'open', event),
        ...triggers.listening('OPEN', spreadsheetId).map((trigger) => fire(trigger, 'open', event, user.email)),
      ]);
    },
    runTrigger(functionName) {
      const named = triggers.list().filter(({ event, function: name }) => event === 'CLOCK' && name === functionName);
      if (named.length === 0) throw noSuchTrigger(functionName);
      return fireClock(named);
    },
    start() {
      pending.pump();
      timer = setInterval(() => void runDue().catch(() => undefined), CLOCK_CHECK_MS);
      timer.unref();
    },
    async idle() {
      do {
        pending.pump();
        await runner.idle();
        // An ended execution may just have stored, or taken away, an event.
        await new Promise((resolve) => setImmediate(resolve));
      } while (!runner.stopped && (runner.busy || pending.size > 0));
    },
    async close() {
      clearInterval(timer);
      await runner.close();
    },
  };
}

/** Whether somebody still has the file, and not in the bin. */
function exists({ files, users }: Parts, fileId: string): boolean {
  const reader = users.list().find((user) => files.role(user, fileId) !== undefined);
  return reader !== undefined && files.get(reader, fileId).trashed !== true;
}

const projectExists = (): GoogleError => new GoogleError('ALREADY_EXISTS', 'Requested entity already exists');

const effects = async (runs: Promise<RunResult>[]): Promise<UiEffect[]> =>
  (await Promise.all(runs)).flatMap(({ ui }) => ui);
