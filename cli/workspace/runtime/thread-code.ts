/**
 * What threads run, as plain script texts: the services, because the bare context they live in has no modules, and
 * the thread's own code, because stripping types in every new thread takes longer than the rest of its start.
 */
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

export interface ThreadCode {
  /** CommonJS text of `worker.ts`. */
  readonly thread: string;
  /** Evaluates to a `GuestModule` and leaves nothing in the global object. */
  readonly services: string;
}

let bundled: Promise<ThreadCode> | undefined;

async function bundle(entry: URL, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    write: false,
    logLevel: 'silent',
    ...options,
  });
  return outputFiles?.[0]?.text ?? '';
}

async function bundleAll(): Promise<ThreadCode> {
  const [thread, services] = await Promise.all([
    bundle(new URL('./worker.ts', import.meta.url), { format: 'cjs', platform: 'node', target: 'node24' }),
    bundle(new URL('./guest/install.ts', import.meta.url), {
      format: 'iife',
      globalName: 'services',
      platform: 'neutral',
      target: 'es2022',
    }),
  ]);
  return { thread, services: `(() => {${services}\nreturn services;})()` };
}

/** Bundled once per process. */
export function threadCode(): Promise<ThreadCode> {
  bundled ??= bundleAll();
  return bundled;
}
