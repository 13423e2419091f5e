/** Runs inside the sandbox: provides `google.script` to a script's HTML and talks to the page by messages. */

type Handler = (value: unknown, user?: unknown) => void;

interface Settings {
  success?: Handler;
  failure?: Handler;
  user?: unknown;
}

interface Reply {
  id: number;
  ok: boolean;
  result?: unknown;
  error?: string;
}

const waiting = new Map<number, Settings>();
let calls = 0;

const tell = (message: Record<string, unknown>) => parent.postMessage(message, '*');

/** What may be passed: a form becomes an object of its fields, a Date is refused, as Google does. */
function plain(value: unknown): unknown {
  if (value instanceof HTMLFormElement) return Object.fromEntries(new FormData(value));
  if (value instanceof Date || typeof value === 'function' || value instanceof Node) {
    throw new TypeError(`Failed due to illegal value in property: ${String(value)}`);
  }
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : plain(item)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

function call(name: string, settings: Settings, args: unknown[]): void {
  const id = ++calls;
  waiting.set(id, settings);
  tell({ kind: 'run', id, function: name, args: args.map(plain) });
}

/** A runner is immutable: each `with...` answers a new one, so that calls do not share handlers. */
function runner(settings: Settings): object {
  const setters: Record<string, (value: unknown) => object> = {
    withSuccessHandler: (success) => runner({ ...settings, success: success as Handler }),
    withFailureHandler: (failure) => runner({ ...settings, failure: failure as Handler }),
    withUserObject: (user) => runner({ ...settings, user }),
  };
  return new Proxy(
    {},
    {
      get: (_target, name) =>
        typeof name === 'string' ? (setters[name] ?? ((...args: unknown[]) => call(name, settings, args))) : undefined,
    },
  );
}

function answer({ id, ok, result, error }: Reply): void {
  const settings = waiting.get(id);
  if (!waiting.delete(id)) return;
  if (ok) {
    settings?.success?.(result, settings.user);
    return;
  }
  const failure = Object.assign(new Error(error), { name: 'ScriptError' });
  if (settings?.failure) settings.failure(failure, settings.user);
  else tell({ kind: 'uncaught', message: String(error) });
}

/** What the script's own page handles itself stays there. */
function tellEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape' && !event.defaultPrevented) tell({ kind: 'escape' });
}

/** Writing the document drops its listeners, so they are added again afterwards. */
function receive(event: MessageEvent): void {
  if (event.source !== parent) return;
  if (event.data?.kind === 'reply') answer(event.data);
  if (event.data?.kind !== 'html') return;
  document.open();
  addEventListener('message', receive);
  addEventListener('keydown', tellEscape);
  document.write(event.data.html);
  document.close();
}

Object.assign(window, {
  google: {
    script: {
      run: runner({}),
      host: {
        close: () => tell({ kind: 'close' }),
        editor: { focus: () => tell({ kind: 'focus' }) },
        setHeight: (height: number) => tell({ kind: 'size', height }),
        setWidth: (width: number) => tell({ kind: 'size', width }),
      },
    },
  },
});
addEventListener('message', receive);
tell({ kind: 'ready' });
