/** The environment that the command line reads. The only place that looks at it. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string };

/** Where this officer's sign-in and office are remembered. */
function configDir(): string {
  const { PBI_CONFIG_DIR, XDG_CONFIG_HOME, APPDATA } = process.env;
  if (PBI_CONFIG_DIR) return resolve(PBI_CONFIG_DIR);
  const home = process.platform === 'win32' && APPDATA ? APPDATA : resolve(homedir(), '.config');
  return resolve(XDG_CONFIG_HOME || home, 'usulan-pbi');
}

export const config = {
  /** Of this release, e.g. `0.2.0`; the sidebar shows the same. */
  version,
  /** Where the built bundle lies; `PBI_BUNDLE` names another folder, e.g. of a bundle that is being tried. */
  bundleDir: resolve(process.env['PBI_BUNDLE'] ?? resolve(root, 'dist/apps-script')),
  defaultPort: 8787,
  defaultDataDir: '.pbi',
  /** Where loaded references lie; `PBI_INDEKS` names another folder. */
  indexDir: resolve(
    process.env['PBI_INDEKS'] ??
      resolve(process.env['XDG_DATA_HOME'] ?? resolve(homedir(), '.local/share'), 'usulan-pbi/referensi'),
  ),
  /** Holds the sign-in (mode 0700); `PBI_CONFIG_DIR` names another folder. */
  configDir: configDir(),
  /** A ready access token of a machine that signs in by itself: `PBI_TOKEN`. */
  token: process.env['PBI_TOKEN'] || undefined,
  /** `trace` to `silent`; logs go to stderr and hold no personal data. */
  logLevel: process.env['PBI_LOG'] ?? 'warn',
} as const;
