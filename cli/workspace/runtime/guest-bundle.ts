/** Bundles the services into one script text: it must run inside the bare context, where there are no modules. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ENTRY = fileURLToPath(new URL('./guest/install.ts', import.meta.url));
let bundled: Promise<string> | undefined;

/** The script text; evaluating it gives a `GuestModule` and leaves nothing in the global object. */
export function guestBundle(): Promise<string> {
  bundled ??= build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'services',
    platform: 'neutral',
    target: 'es2022',
    logLevel: 'silent',
  }).then(({ outputFiles }) => `(() => {${outputFiles[0]?.text ?? ''}\nreturn services;})()`);
  return bundled;
}
