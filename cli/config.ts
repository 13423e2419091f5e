/** The environment that the command line reads. The only place that looks at it. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string };

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
  /** `trace` to `silent`; logs go to stderr and hold no personal data. */
  logLevel: process.env['PBI_LOG'] ?? 'warn',
} as const;
