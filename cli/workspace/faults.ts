/** Switches for Google's bad days, and what they mean for one execution. */
import type { FaultSettings, Faults } from './workspace.ts';

type FailCall = NonNullable<FaultSettings['failCall']>;
type Interference = NonNullable<FaultSettings['interfere']>;

/** What the switches have in store for one execution. Asked at every service call. */
export interface CallFaults {
  /** Before the call: what must happen now. `killProcess` is for the caller to carry out. */
  before(method: string): { fail?: FailCall; interfere?: Interference['actions']; killProcess: boolean };
}

export interface FaultControl extends Faults {
  /** Binds the one-time switches to this run if they wait for one of this function. */
  forRun(functionName: string): CallFaults;
  /** How often this form event reaches its trigger: 0 = lost. */
  formEventCopies(): number;
}

export function createFaults(): FaultControl {
  let settings: FaultSettings = {};
  let callsInAll = 0;
  let formEvents = 0;
  let spent = new Set<'failCall' | 'interfere'>();

  const reset = (next: FaultSettings) => {
    settings = next;
    callsInAll = 0;
    formEvents = 0;
    spent = new Set();
  };
  /** True once, for the first run of a function that the switch is meant for. */
  const claims = (key: 'failCall' | 'interfere', functionName: string): boolean => {
    const setting = settings[key];
    if (!setting || spent.has(key) || (setting.function ?? functionName) !== functionName) return false;
    spent.add(key);
    return true;
  };

  return {
    get: () => settings,
    set: reset,
    clear: () => reset({}),
    formEventCopies() {
      formEvents += 1;
      const { dropTriggers, dropFormEventEvery, formEventCopies = 1 } = settings;
      if (dropTriggers || (dropFormEventEvery && formEvents % dropFormEventEvery === 0)) return 0;
      return formEventCopies;
    },
    forRun(functionName) {
      const fail = claims('failCall', functionName) ? settings.failCall : undefined;
      const interference = claims('interfere', functionName) ? settings.interfere : undefined;
      const failsNow = nth(fail?.n ?? 0);
      const interferesNow = nth(interference?.n ?? 1);
      return {
        before(method) {
          callsInAll += 1;
          const fails = failsNow(fail !== undefined && (fail.method ?? method) === method);
          const interferes = interferesNow(interference?.method === method);
          return {
            ...(fail && fails ? { fail } : {}),
            ...(interference && interferes ? { interfere: interference.actions } : {}),
            killProcess: settings.killAtCall === callsInAll,
          };
        },
      };
    },
  };
}

/** True when it is asked with a hit for the n-th time. */
function nth(n: number): (hit: boolean) => boolean {
  let hits = 0;
  return (hit) => {
    if (hit) hits += 1;
    return hit && hits === n;
  };
}
