/** `console` and `Logger`: lines go to the log of the execution. */
import { log } from './bridge.ts';
import { strict } from './strict.ts';

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return String(value);
  }
}

/** `%s`, `%d`, `%j` as both console and Logger know them; what is left over is appended. */
function format(values: readonly unknown[]): string {
  const rest = [...values];
  const first = rest.shift();
  if (typeof first !== 'string') return values.map(text).join(' ');
  const filled = first.replace(/%[sdifjoO]/g, (mark) => (rest.length > 0 ? text(rest.shift()) : mark));
  return [filled, ...rest.map(text)].join(' ');
}

export function createConsole(): Pick<Console, 'log' | 'info' | 'warn' | 'error' | 'debug' | 'time' | 'timeEnd'> {
  const started = new Map<string, number>();
  const line =
    (level: string) =>
    (...values: unknown[]) =>
      log(`${level} ${format(values)}`);
  return {
    log: line('DEBUG'),
    debug: line('DEBUG'),
    info: line('INFO'),
    warn: line('WARNING'),
    error: line('ERROR'),
    time: (label = 'default') => void started.set(label, Date.now()),
    timeEnd: (label = 'default') => {
      const since = started.get(label);
      started.delete(label);
      if (since !== undefined) log(`DEBUG ${label}: ${Date.now() - since}ms`);
    },
  };
}

export function createLogger(): GoogleAppsScript.Base.Logger {
  const lines: string[] = [];
  const logger: GoogleAppsScript.Base.Logger = strict<GoogleAppsScript.Base.Logger>('Logger', {
    log: (...values: unknown[]) => {
      const line = format(values);
      lines.push(line);
      log(`INFO ${line}`);
      return logger;
    },
    getLog: () => lines.map((line) => `${line}\n`).join(''),
    clear: () => void lines.splice(0),
  });
  return logger;
}
