/** ScriptApp as a script sees it: its triggers. */
import { call, exception, facts, mismatch } from '../../runtime/guest/bridge.ts';
import { enumeration, enumMember, strict } from '../../runtime/guest/strict.ts';

type Script = GoogleAppsScript.Script.ScriptApp;
type Trigger = GoogleAppsScript.Script.Trigger;
type TriggerBuilder = GoogleAppsScript.Script.TriggerBuilder;
type ClockTriggerBuilder = GoogleAppsScript.Script.ClockTriggerBuilder;
type FormTriggerBuilder = GoogleAppsScript.Script.FormTriggerBuilder;
type SpreadsheetTriggerBuilder = GoogleAppsScript.Script.SpreadsheetTriggerBuilder;
type Service = GoogleAppsScript.Script.Service;

/** What the main thread tells of a trigger. */
export interface TriggerFacts {
  id: string;
  function: string;
  eventType: string;
  source: string;
  sourceId: string | null;
}

/** What `create()` asks for. */
export interface TriggerRequest {
  function: string;
  event: 'FORM_SUBMIT' | 'EDIT' | 'OPEN' | 'CHANGE' | 'CLOCK';
  sourceId?: string;
  everyMinutes?: number;
  atHour?: number;
  afterMs?: number;
}

const MINUTES_ALLOWED = [1, 5, 10, 15, 30];

const createTrigger = (trigger: TriggerFacts): Trigger =>
  strict<Trigger>('ScriptApp.Trigger', {
    getUniqueId: () => trigger.id,
    getHandlerFunction: () => trigger.function,
    getEventType: () => enumMember(trigger.eventType),
    getTriggerSource: () => enumMember(trigger.source),
    getTriggerSourceId: () => trigger.sourceId as string,
  });

const make = (builder: string, request: TriggerRequest): Trigger =>
  createTrigger(call<TriggerFacts>(`ScriptApp.${builder}.create`, request));

/** Builders know their event only after `onEdit()` and the like. */
function finished(request: Partial<TriggerRequest>): TriggerRequest {
  if (!request.function || !request.event) throw exception('The trigger is missing an event type.');
  return request as TriggerRequest;
}

function clockBuilder(handler: string): ClockTriggerBuilder {
  const request: TriggerRequest = { function: handler, event: 'CLOCK' };
  const set =
    (name: string, key: 'everyMinutes' | 'atHour' | 'afterMs', factor: number) =>
    (...args: unknown[]): ClockTriggerBuilder => {
      const [value] = args;
      if (args.length !== 1 || typeof value !== 'number') throw mismatch(`ScriptApp.ClockTriggerBuilder.${name}`, args);
      request[key] = value * factor;
      return builder;
    };
  const minutes = set('everyMinutes', 'everyMinutes', 1);
  const builder: ClockTriggerBuilder = strict<ClockTriggerBuilder>('ScriptApp.ClockTriggerBuilder', {
    everyMinutes: (...args: unknown[]) => {
      minutes(...args);
      if (MINUTES_ALLOWED.includes(args[0] as number)) return builder;
      throw exception('The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.');
    },
    everyHours: set('everyHours', 'everyMinutes', 60),
    everyDays: set('everyDays', 'everyMinutes', 24 * 60),
    atHour: set('atHour', 'atHour', 1),
    after: set('after', 'afterMs', 1),
    create: () => {
      if (request.everyMinutes === undefined && request.afterMs === undefined && request.atHour === undefined) {
        throw exception('The trigger is missing a schedule.');
      }
      return make('ClockTriggerBuilder', request);
    },
  });
  return builder;
}

/** A form or spreadsheet, given as its id or as the object. */
function idOf(source: unknown, method: string): string {
  if (typeof source === 'string') return source;
  if (typeof source !== 'object' || source === null) throw mismatch(method, [source]);
  return (source as { getId(): string }).getId();
}

function formBuilder(handler: string, sourceId: string): FormTriggerBuilder {
  const request: Partial<TriggerRequest> = { function: handler, sourceId };
  const builder: FormTriggerBuilder = strict<FormTriggerBuilder>('ScriptApp.FormTriggerBuilder', {
    onFormSubmit: () => {
      request.event = 'FORM_SUBMIT';
      return builder;
    },
    create: () => make('FormTriggerBuilder', finished(request)),
  });
  return builder;
}

function spreadsheetBuilder(handler: string, sourceId: string): SpreadsheetTriggerBuilder {
  const request: Partial<TriggerRequest> = { function: handler, sourceId };
  const on = (event: TriggerRequest['event']) => () => {
    request.event = event;
    return builder;
  };
  const builder: SpreadsheetTriggerBuilder = strict<SpreadsheetTriggerBuilder>('ScriptApp.SpreadsheetTriggerBuilder', {
    onEdit: on('EDIT'),
    onOpen: on('OPEN'),
    onChange: on('CHANGE'),
    create: () => make('SpreadsheetTriggerBuilder', finished(request)),
  });
  return builder;
}

const createBuilder = (handler: string): TriggerBuilder =>
  strict<TriggerBuilder>('ScriptApp.TriggerBuilder', {
    timeBased: () => clockBuilder(handler),
    forForm: (source: unknown) => formBuilder(handler, idOf(source, 'ScriptApp.TriggerBuilder.forForm')),
    forSpreadsheet: (source: unknown) =>
      spreadsheetBuilder(handler, idOf(source, 'ScriptApp.TriggerBuilder.forSpreadsheet')),
  });

export const createScriptApp = (): Script =>
  strict<Script>('ScriptApp', {
    AuthMode: enumeration('ScriptApp.AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']),
    EventType: enumeration('ScriptApp.EventType', ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE']),
    TriggerSource: enumeration('ScriptApp.TriggerSource', ['SPREADSHEETS', 'CLOCK', 'FORMS']),
    getScriptId: () => facts().scriptId,
    getService: () => strict<Service>('ScriptApp.Service', { getUrl: () => null as unknown as string }),
    newTrigger: (...args: unknown[]) => {
      const [handler] = args;
      if (args.length !== 1 || typeof handler !== 'string') throw mismatch('ScriptApp.newTrigger', args);
      return createBuilder(handler);
    },
    getProjectTriggers: () => call<TriggerFacts[]>('ScriptApp.getProjectTriggers').map(createTrigger),
    getUserTriggers: (file: unknown) => {
      const id = idOf(file, 'ScriptApp.getUserTriggers');
      return call<TriggerFacts[]>('ScriptApp.getUserTriggers', id).map(createTrigger);
    },
    deleteTrigger: (trigger: Trigger) => call('ScriptApp.deleteTrigger', trigger.getUniqueId()),
  });
